"""What to paint in an entry: the places where it has what the query asks for."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

import msgspec

from index.analysis.folding import plain
from index.analysis.stems import STOP_WORDS
from index.analysis.tokens import Kind, tokenise
from index.entry import CatalogueEntry
from index.hits import Span
from index.schema import Concepts, concept_term, meant

_REMEMBERED = 8192
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|[。！？；，]|\n")


class Cut(msgspec.Struct, frozen=True):
    """A text cut into terms."""

    rows: tuple[tuple[str, str, int, int, int], ...]
    """Term, word as it stands there ("" for a concept), start, end, number of the sentence."""
    words: tuple[tuple[Span, ...], ...]
    """By sentence, the places of its words; small words are left out."""


class Marker:
    """Finds the places of terms in texts; what was cut once is remembered."""

    def __init__(self, concepts: Concepts) -> None:
        """Mark concepts of this glossary as well as words."""
        self._concepts = concepts
        self.cut = lru_cache(maxsize=_REMEMBERED)(self._cut)
        """Cuts a text."""

    def entry(
        self, entry: CatalogueEntry, terms: Container[str], starts: tuple[str, ...]
    ) -> dict[str, tuple[Span, ...]]:
        """Return the places of the terms, and of words that begin so, by field; fields without one are left out."""
        found = {name: self.text(text, terms, starts) for name, text in texts(entry)}
        return {name: spans for name, spans in found.items() if spans}

    def text(self, text: str, terms: Container[str], starts: tuple[str, ...]) -> tuple[Span, ...]:
        """Return the places in one text, sorted, not overlapping."""
        spans = [
            (start, end)
            for term, surface, start, end, _ in self.cut(text).rows
            if term in terms or (starts and surface.startswith(starts))
        ]
        return merged(spans)

    def _cut(self, text: str) -> Cut:
        folded = plain(text)
        ends = [match.end() for match in _SENTENCE.finditer(folded.text)]
        words: list[list[Span]] = [[] for _ in range(len(ends) + 1)]
        rows: list[tuple[str, str, int, int, int]] = []
        sentence = 0
        for token in tokenise(folded.text):
            while sentence < len(ends) and token.start >= ends[sentence]:
                sentence += 1
            start, end = folded.origin(token.start, token.end)
            rows.append((token.term, token.surface, start, end, sentence))
            if token.kind not in (Kind.JOINED, Kind.PAIR) and token.surface not in STOP_WORDS:
                words[sentence].append((start, end))
        for found in self._concepts.concepts(folded.text):
            sentence = sum(end <= found.start for end in ends)
            rows += [
                (concept_term(match), "", *folded.origin(match.start, match.end), sentence)
                for match in meant(found)
            ]
        return Cut(tuple(rows), tuple(map(tuple, words)))


def texts(entry: CatalogueEntry) -> Iterator[tuple[str, str]]:
    """Give the texts of an entry that a view shows, by the name of their field."""
    yield "code", entry.code
    if entry.message:
        yield "message", entry.message
    for language, text in entry.description.items():
        yield f"description.{language}", text
    for language, text in entry.solution.items():
        yield f"solution.{language}", text


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Sort places and join those that touch or overlap.

    >>> merged([(4, 6), (0, 2), (1, 3)])
    ((0, 3), (4, 6))
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
