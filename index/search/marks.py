"""What to paint in an entry: the places where it has what the query asks for."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from index.analysis.folding import plain
from index.analysis.tokens import Kind, tokenise
from index.entry import CatalogueEntry
from index.hits import Span
from index.schema import Concepts, concept_term, meant

_REMEMBERED = 8192


class Marker:
    """Finds the places of terms in texts; what was cut once is remembered."""

    def __init__(self, concepts: Concepts) -> None:
        """Mark concepts of this glossary as well as words."""
        self._concepts = concepts
        self._words = lru_cache(maxsize=_REMEMBERED)(self._text_words)
        self._cut = lru_cache(maxsize=_REMEMBERED)(self._cut_text)

    def entry(
        self, entry: CatalogueEntry, terms: Collection[str], starts: tuple[str, ...]
    ) -> dict[str, tuple[Span, ...]]:
        """Return the places of the terms, and of words that begin so, by field; fields without one are left out."""
        found = {name: self.text(text, terms, starts) for name, text in texts(entry)}
        return {name: spans for name, spans in found.items() if spans}

    def text(self, text: str, terms: Collection[str], starts: tuple[str, ...]) -> tuple[Span, ...]:
        """Return the places in one text, sorted, not overlapping."""
        spans = [
            (start, end)
            for term, surface, start, end in self._cut(text)
            if term in terms or (starts and surface.startswith(starts))
        ]
        return merged(spans)

    def words(self, text: str) -> tuple[tuple[str, Span], ...]:
        """Return the words of a text and their places; Chinese character by character, parts of camel case each."""
        return self._words(text)

    def _text_words(self, text: str) -> tuple[tuple[str, Span], ...]:
        folded = plain(text)
        return tuple(
            (token.surface, folded.origin(token.start, token.end))
            for token in tokenise(folded.text)
            if token.kind not in (Kind.JOINED, Kind.PAIR)
        )

    def _cut_text(self, text: str) -> tuple[tuple[str, str, int, int], ...]:
        folded = plain(text)
        rows = [
            (token.term, token.surface, *folded.origin(token.start, token.end))
            for token in tokenise(folded.text)
        ]
        for found in self._concepts.concepts(folded.text):
            rows += [
                (concept_term(match), "", *folded.origin(match.start, match.end)) for match in meant(found)
            ]
        return tuple(rows)


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
