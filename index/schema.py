"""What of an entry is found by what: the fields of the index, and the terms an entry has in each.

There is one text field, in two strengths: `main` holds the words of code, message and descriptions, `rest` those that
stand in the solution alone. Glossary concepts are terms of their own among them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import msgspec

from index.analysis.chinese import HAN_RUN, segment
from index.analysis.folding import plain
from index.analysis.tokens import Kind, tokenise
from index.entry import CatalogueEntry
from index.template import HOLE

MAIN, REST, STARTS, FACET = "main", "rest", "starts", "facet"
FIELDS = (FACET, MAIN, REST, STARTS)
"""All fields, sorted."""

CONCEPT = "#"
"""Stands before the id of a concept: no word begins with it."""
BROADER = "^"
"""Stands before the id of a concept that a named concept is a kind of."""
LONGEST_START = 3
"""So many first letters of each word are terms of the field `starts`."""
SHORTNESS_BITS = 3
_LENGTHS = (6, 9, 13, 18, 25, 35, 50)
_PART = "\x1f"


class ConceptFound(Protocol):
    """A concept named in a text."""

    @property
    def concept(self) -> str:
        """Its id."""

    @property
    def start(self) -> int:
        """Where it is named."""

    @property
    def end(self) -> int:
        """After its last character."""

    @property
    def inner(self) -> Sequence["ConceptFound"]:
        """Concepts named inside it."""


class Concepts(Protocol):
    """The glossary, as the index needs it."""

    def concepts(self, text: str) -> Sequence[ConceptFound]:
        """Find the concepts a plain text names."""

    def broader(self, concept_id: str) -> tuple[str, ...]:
        """List the wider concepts of a concept."""

    def ids(self) -> tuple[str, ...]:
        """List all concepts."""

    def terms(self, concept_id: str) -> tuple[str, ...]:
        """List all that a concept is called."""


class EntryTerms(msgspec.Struct, frozen=True, kw_only=True):
    """The terms of one entry by field, and its words."""

    main: frozenset[str]
    """Terms of code, message and descriptions."""
    rest: frozenset[str]
    """Terms of the solution that `main` has not."""
    words: frozenset[str]
    """Words as they stand in the texts, in small letters, for prefixes and spelling."""
    chinese: frozenset[str]
    """Chinese words, and neighbours of two, for pinyin."""
    facets: tuple[str, ...]
    """Filter values and shortness."""


class Reader:
    """Reads the terms of texts; texts that come again, as solutions do, are remembered."""

    def __init__(self, concepts: Concepts) -> None:
        """Read with this glossary."""
        self._concepts = concepts
        self.terms = lru_cache(maxsize=4096)(self._terms)
        """Terms and words of one text."""

    def entry(self, entry: CatalogueEntry) -> EntryTerms:
        """Return all terms of an entry."""
        main: set[str] = set()
        words: set[str] = set()
        rest: set[str] = set()
        chinese: set[str] = set()
        for text in main_texts(entry):
            terms, found, han = self.terms(text)
            main |= terms
            words |= found
            chinese |= han
        length = len(words)
        for text in entry.solution.values():
            terms, found, han = self.terms(text)
            rest |= terms
            words |= found
            chinese |= han
        return EntryTerms(
            main=frozenset(main),
            rest=frozenset(rest - main),
            words=frozenset(words),
            chinese=frozenset(chinese),
            facets=(*facets(entry), *shortness(length)),
        )

    def _terms(self, text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        text = plain(HOLE.sub(" ", text)).text
        tokens = tokenise(text)
        terms = {token.term for token in tokens}
        for found in self._concepts.concepts(text):
            for match in (found, *found.inner):
                terms.add(CONCEPT + match.concept)
                terms.update(BROADER + wider for wider in self._concepts.broader(match.concept))
        words = {token.surface for token in tokens if token.kind not in (Kind.HAN, Kind.PAIR)}
        return frozenset(terms), frozenset(words), frozenset(chinese_words(text))


def chinese_words(text: str) -> Iterator[str]:
    """List the Chinese words of a plain text, and each two neighbours together."""
    for run in HAN_RUN.findall(text):
        words = segment(run)
        yield from words
        yield from (a + b for a, b in pairwise(words))


def main_texts(entry: CatalogueEntry) -> Iterator[str]:
    """List the texts of an entry that say what it is: code, message, earlier messages, descriptions."""
    yield entry.code
    yield from entry.also_codes
    if entry.message:
        yield entry.message
    yield from (alias.message for alias in entry.aliases)
    yield from entry.description.values()


def facets(entry: CatalogueEntry) -> Iterator[str]:
    """List the filter terms of an entry."""
    yield facet("provider", entry.provider)
    yield facet("service", entry.service)
    yield facet("status", "" if entry.status is None else str(entry.status))
    if entry.status is not None:
        yield facet("status", f"{entry.status // 100}xx")
    for language in {tag for texts in (entry.description, entry.solution) for tag in texts if texts[tag]}:
        yield facet("language", language)
    yield facet("solution", "yes" if any(entry.solution.values()) else "no")


def facet(group: str, value: str) -> str:
    """Return the term of a filter value."""
    return f"{group}{_PART}{value}"


def split_facet(term: str) -> tuple[str, str]:
    """Return group and value of a filter term."""
    group, _, value = term.partition(_PART)
    return group, value


def shortness(words: int) -> Iterator[str]:
    """List the terms of how short an entry is: a number from 0 to 7 in binary digits, a term a digit."""
    short = sum(words <= bound for bound in _LENGTHS)
    for bit in range(SHORTNESS_BITS):
        if short >> bit & 1:
            yield facet("short", str(bit))
