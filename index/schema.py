"""What of an entry is found by what: the fields of the index, and the terms an entry has in each.

There is one text field, in two strengths: `main` holds the words of code, message and descriptions, `rest` those that
stand in the solution alone. Glossary concepts are terms of their own among them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import msgspec

from index.analysis.chinese import HAN_RUN, segment
from index.analysis.folding import Plain, plain
from index.analysis.stems import STOP_WORDS
from index.analysis.tokens import Kind, Token, tokenise
from index.cuts import Row, TextCut, packed
from index.entry import CatalogueEntry
from index.template import HOLE

MAIN, REST, STARTS, FACET = "main", "rest", "starts", "facet"
FIELDS = (FACET, MAIN, REST, STARTS)
"""All fields, sorted."""

CONCEPT = "#"
"""Stands before the id of a concept that is named as error pages name it: no word begins with it."""
LOOSELY = "~"
"""Stands before the id of a concept that is named in everyday words, which often mean something else as well."""
BROADER = "^"
"""Stands before the id of a concept that a named concept is a kind of."""
LONGEST_START = 3
"""So many first letters of each word are terms of the field `starts`."""
SHORTNESS_BITS = 3
_LENGTHS = (6, 9, 13, 18, 25, 35, 50)
_PART = "\x1f"
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|[。！？；，]|\n")
_DENYING_WORDS = frozenset({"not", "no", "without", "never", "un"})
_DENYING_CHARACTERS = frozenset("不未无没非")
EMPTY = frozenset({"not", "no", "do", "be", "in", "on", "of", "one", "can", "it", "that", "this", "have"})
"""Forms too small to name anything by themselves."""


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
    def form(self) -> str:
        """The words it is named by, in their base form."""

    @property
    def kind(self) -> str:
        """What kind of words these are; `everyday` is the loose one."""

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


class TextTerms(msgspec.Struct, frozen=True, kw_only=True):
    """The terms of one text."""

    strong: frozenset[str]
    """Terms that the text is about."""
    weak: frozenset[str]
    """Terms that stand in it and are denied: `exist` in `does not exist`."""
    words: frozenset[str]
    """Words as they stand there."""
    chinese: frozenset[str]
    """Chinese words, and neighbours of two."""
    cut: TextCut
    """The terms and where they stand in the text as given."""


class Reader:
    """Reads the terms of texts; texts that come again, as solutions do, are remembered."""

    def __init__(self, concepts: Concepts) -> None:
        """Read with this glossary."""
        self._concepts = concepts
        self._wider: dict[str, tuple[str, ...]] = {}
        self.terms = lru_cache(maxsize=4096)(self._terms)
        """Terms and words of one text."""

    def entry(self, entry: CatalogueEntry) -> EntryTerms:
        """Return all terms of an entry."""
        main: set[str] = set()
        words: set[str] = set()
        rest: set[str] = set()
        chinese: set[str] = set()
        for text in main_texts(entry):
            found = self.terms(text)
            main |= found.strong
            rest |= found.weak
            words |= found.words
            chinese |= found.chinese
        length = len(words)
        for text in entry.solution.values():
            found = self.terms(text)
            rest |= found.strong | found.weak
            words |= found.words
            chinese |= found.chinese
        return EntryTerms(
            main=frozenset(main),
            rest=frozenset(rest - main),
            words=frozenset(words),
            chinese=frozenset(chinese),
            facets=(*facets(entry), *shortness(length)),
        )

    def cut(self, entry: CatalogueEntry) -> Iterator[tuple[str, TextCut]]:
        """Give the texts of an entry that a view shows: name of the field, and its terms."""
        for name, text in shown_texts(entry):
            yield name, self.terms(text).cut

    def _terms(self, text: str) -> TextTerms:
        folded = plain(HOLE.sub(lambda hole: " " * len(hole.group()), text))
        text = folded.text
        tokens = tokenise(text)
        named: list[ConceptFound] = []
        denied: list[tuple[int, int]] = []
        for found in self._concepts.concepts(text):
            if is_denial(found, self._concepts):
                denied.append((found.start, found.end))
            named += meant(found, self._concepts)
        concepts = {term for match in named for term in self._concept_terms(match)}
        terms = {token.term for token in tokens}
        strong = {token.term for token in tokens if not _is_inside(token, denied)} if denied else terms
        return TextTerms(
            strong=frozenset(strong | concepts),
            weak=frozenset(terms - strong),
            words=frozenset([t.surface for t in tokens if t.kind not in (Kind.HAN, Kind.PAIR)]),
            chinese=frozenset(chinese_words(text)),
            cut=_cut(folded, tokens, named),
        )

    def _concept_terms(self, match: ConceptFound) -> tuple[str, ...]:
        """Return the terms of a concept and of the wider ones."""
        own = concept_term(match)
        known = self._wider.get(own)
        if known is None:
            wider = (BROADER + concept for concept in self._concepts.broader(match.concept))
            known = self._wider[own] = (own, *wider)
        return known


def _cut(folded: Plain, tokens: Sequence[Token], named: Sequence[ConceptFound]) -> TextCut:
    """Pack where tokens and concepts stand in a text, and how long its sentences are."""
    ends = [match.end() for match in _SENTENCE.finditer(folded.text)]
    sizes = [0] * (len(ends) + 1)
    rows: list[Row] = []
    for token in tokens:
        sentence = bisect_right(ends, token.start) if ends else 0
        rows.append((token.term, *folded.origin(token.start, token.end), sentence))
        if token.kind not in (Kind.JOINED, Kind.PAIR) and token.surface not in STOP_WORDS:
            sizes[sentence] += token.end - token.start
    rows += [
        (concept_term(match), *folded.origin(match.start, match.end), bisect_right(ends, match.start))
        for match in named
    ]
    return packed(rows, sizes)


def shown_texts(entry: CatalogueEntry) -> Iterator[tuple[str, str]]:
    """Give the texts of an entry that a view shows, by the name of their field."""
    yield "code", entry.code
    if entry.message:
        yield "message", entry.message
    for language, text in entry.description.items():
        yield f"description.{language}", text
    for language, text in entry.solution.items():
        yield f"solution.{language}", text


def concept_term(match: ConceptFound) -> str:
    """Return the term of a concept as it is named here."""
    return (LOOSELY if match.kind == "everyday" else CONCEPT) + match.concept


def meant(match: ConceptFound, concepts: Concepts) -> Iterator[ConceptFound]:
    """List a concept and those named inside it that the text is about too.

    `system disk` is about a disk; `does not exist` is not about what exists.
    """
    if match.form not in EMPTY:
        yield match
    if not is_denial(match, concepts):
        for inner in match.inner:
            if inner.form not in EMPTY and inner.start >= match.start and inner.end <= match.end:
                yield inner


def is_denial(match: ConceptFound, concepts: Concepts) -> bool:
    """Tell whether a concept is named by denying another one; one made of several others is about all of them."""
    if len(concepts.broader(match.concept)) > 1:
        return False
    return match.form[:1] in _DENYING_CHARACTERS or not _DENYING_WORDS.isdisjoint(match.form.split())


def _is_inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


def chinese_words(text: str) -> Iterator[str]:
    """List the Chinese words of a plain text, and each two neighbours together."""
    for run in HAN_RUN.findall(text):
        words = segment(run)
        yield from words
        yield from (a + b for a, b in pairwise(words) if len(a) + len(b) > 2)  # noqa: PLR2004 - two words of one character make none


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
