"""Reads a plain query as slots: concepts of the glossary first, then names of services, then the words between."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

import msgspec

from index.analysis.chinese import FUNCTION_CHARACTERS, HAN_RUN, has_han, inside_word, segment
from index.analysis.faint import FAINT_CHINESE, FAINT_WORDS
from index.analysis.stems import STOP_WORDS
from index.analysis.tokens import Kind, Token, tokenise
from index.meaning.fallback import Fallback
from index.schema import BROADER, CONCEPT, EMPTY, LOOSELY, ConceptFound, Concepts, is_denial, meant
from index.search.service_names import called
from index.search.slot_maker import STOP_WEIGHT, SlotMaker, faint
from index.search.slots import (
    COMPOSED,
    EVERYDAY,
    FILTERED,
    LITERAL,
    LOOSE,
    NAMED,
    NARROWER,
    WIDER,
    Option,
    Slot,
    once_each,
)
from index.search.terms import Terms

MOST_SLOTS = 48
"""Words of a query that are looked at: a message is found by fewer."""
_LONE = 0.3
"""A single Chinese character between words tells little."""
_LABELS = frozenset({"http", "https", "status", "code", "error", "statuscode", "状态码", "状态"})
_NOT = ("failed", "cannot", "not-allowed", "not-exist", "not-supported", "denied")
_NO = ("not-exist", "empty", "insufficient", "missing-value", "denied")
_DENIALS = {"not": _NOT, "never": _NOT, "no": _NO, "none": _NO, "nothing": _NO, "nobody": _NO, "nowhere": _NO}
"""What a denial that belongs to no concept may stand for: `the script did not run`, `no trace of it`."""
_FAINT = FAINT_WORDS | FAINT_CHINESE
_COMPOUND = re.compile("[a-z]+(?:_[a-z]+)+")
_start = attrgetter("start")


class SlotReader:
    """Reads plain queries as slots."""

    def __init__(self, terms: Terms, concepts: Concepts) -> None:
        """Read with this index and glossary."""
        self._terms = terms
        self._make = SlotMaker(terms)
        self._concepts = concepts
        self._names = called(terms)
        self.fallback = Fallback.load()
        """English for Chinese words that the glossary does not know."""
        self._statuses = frozenset(value for value in terms.facets.get("status", ()) if value)

    def read(self, text: str, *, last_open: bool = False) -> list[Slot]:
        """Return the slots of a plain query, in order; those of the first words where there are very many."""
        text = self._names_whole(text)
        tokens = tokenise(text)
        matches = [*self._concepts.concepts(text)]
        slots = self._cover(text, tokens, matches, (0, len(text)), last_open=last_open)
        return self._without_labels(text, once_each(list(islice(slots, MOST_SLOTS))))

    def _names_whole(self, text: str) -> str:
        """Write names of services as one word again, as `WebPlus`; what stands in no name keeps its place."""
        if "_" not in text:
            return text
        return _COMPOUND.sub(lambda word: self._whole_name(word[0]), text)

    def _whole_name(self, compound: str) -> str:
        name = compound.replace("_", "")
        return name.ljust(len(compound)) if name in self._names else compound

    def _without_labels(self, text: str, slots: list[Slot]) -> list[Slot]:
        """Make `status`, `http` and the like minor where they only announce a status: `HTTP status 404`."""
        kept = list(slots)
        for at in range(len(slots) - 1, 0, -1):
            label, after = text[slots[at - 1].start : slots[at - 1].end], kept[at]
            announced = text[after.start : after.end] in self._statuses or after.minor
            if announced and _LABELS.issuperset(label.split()):
                kept[at - 1] = msgspec.structs.replace(slots[at - 1], minor=True, weight=STOP_WEIGHT)
        return kept

    def literal(self, text: str) -> int:
        """Return the entries that have all words of a plain text, in any order."""
        found = self._terms.everything
        for term in _literal(tokenise(text)):
            found &= self._terms.anywhere(term)
        return found

    def terms(self, text: str) -> Iterator[str]:
        """List the words of a plain text by their stems, and the concepts it names."""
        yield from (token.term for token in tokenise(text) if token.kind is Kind.WORD)
        yield from (CONCEPT + match.concept for match in self._concepts.concepts(text))

    def is_single(self, text: str) -> bool:
        """Tell whether a plain text is one term, so that having the term is having the text."""
        return len(_literal(tokenise(text))) <= 1

    def _cover(
        self,
        text: str,
        tokens: Sequence[Token],
        matches: Sequence[ConceptFound],
        span: tuple[int, int],
        *,
        last_open: bool,
    ) -> Iterator[Slot]:
        """Cut a stretch of the query into slots: concepts, names of services, and what words are left between."""
        at, end = span
        by_span: dict[tuple[int, int], list[ConceptFound]] = {}
        for match in matches:
            if match.start >= at and match.end <= end and not _is_chance(match, text):
                by_span.setdefault((match.start, match.end), []).append(match)
        for (first, last), found in sorted(by_span.items()):
            if first < at:
                continue
            yield from self._plain_words(text, tokens, (at, first), last_open=False)
            slot = self._concept(text, tokens, (first, last), found, last_open=last_open and last == end)
            if slot.parts and not slot.options:  # a concept that no entry names: what it is made of counts
                yield from slot.parts
            else:
                yield faint(slot) if text[first:last] in _FAINT and not slot.minor else slot
            at = last
        yield from self._plain_words(text, tokens, (at, end), last_open=last_open)

    def _concept(
        self,
        text: str,
        tokens: Sequence[Token],
        span: tuple[int, int],
        found: Sequence[ConceptFound],
        *,
        last_open: bool,
    ) -> Slot:
        inside = _inside(tokens, span)
        words = [token for token in inside if token.kind in (Kind.WORD, Kind.NUMBER)]
        options = [option for match in found for option in self._concept_options(match)]
        literal = _literal(inside)
        if literal:
            options.append(self._make.option(literal, LITERAL))
        parts: list[Slot] = []
        if len(inside) > 1 and (len(words) > 1 or span[1] - span[0] > 2):  # noqa: PLR2004 - a Chinese word of two
            inner = [match for match in meant(found[0], self._concepts) if (match.start, match.end) != span]
            parts = list(self._cover(text, inside, inner, span, last_open=last_open))
            if any(is_denial(match, self._concepts) for match in found):
                parts = []
        elif last_open and words and words[0].end == len(text):
            options.append(self._make.started(words[0].surface))
        if len(parts) == 1:
            parts = []
        options += self._name_options(text[span[0] : span[1]])
        minor = len(words) == 1 and words[0].surface in STOP_WORDS and words == inside
        return self._make.slot(span, options, parts, minor=minor, is_open=last_open)

    def _concept_options(self, match: ConceptFound) -> Iterator[Option]:
        sure = EVERYDAY if match.kind == "everyday" else 1.0
        yield self._make.option([CONCEPT + match.concept], NAMED * sure)
        yield self._make.option([LOOSELY + match.concept], LOOSE * sure)
        yield self._make.option([BROADER + match.concept], NARROWER * sure)
        wider = self._concepts.broader(match.concept)
        for wide in wider:
            yield self._make.option([CONCEPT + wide], WIDER * sure)
        if len(wider) > 1:
            yield self._make.option([CONCEPT + wide for wide in wider], COMPOSED * sure)

    def _plain_words(
        self, text: str, tokens: Sequence[Token], span: tuple[int, int], *, last_open: bool
    ) -> Iterator[Slot]:
        inside = _inside(tokens, span)
        at = 0
        while at < len(inside):
            token = inside[at]
            after = at + 1
            if token.kind in (Kind.HAN, Kind.PAIR):
                while (
                    after < len(inside)
                    and inside[after].kind in (Kind.HAN, Kind.PAIR)
                    and inside[after].start <= inside[after - 1].end
                ):
                    after += 1
                yield from self._chinese(text, inside[at:after])
            elif token.kind is Kind.JOINED:
                while after < len(inside) and inside[after].end <= token.end:
                    after += 1
                parts = [
                    self._word(part, last_open=last_open and part.end == len(text))
                    for part in inside[at + 1 : after]
                ]
                options = [self._make.option([token.term], LITERAL)]
                yield self._make.slot((token.start, token.end), options, parts)
            else:
                yield self._word(token, last_open=last_open and token.end == len(text))
            at = after

    def _word(self, token: Token, *, last_open: bool) -> Slot:
        options = [self._make.option([token.term], LITERAL)]
        if last_open:
            options.append(self._make.started(token.surface))
        options += self._name_options(token.surface)
        options += [self._make.option([CONCEPT + name], LOOSE) for name in _DENIALS.get(token.surface, ())]
        minor = token.surface in STOP_WORDS and (not last_open or token.start > 0)
        slot = self._make.slot((token.start, token.end), options, minor=minor, is_open=last_open)
        return faint(slot) if token.surface in FAINT_WORDS and not minor else slot

    def _chinese(self, text: str, tokens: Sequence[Token]) -> Iterator[Slot]:
        at = tokens[0].start
        run = text[at : tokens[-1].end]
        for word in segment(run):
            span = (at, at + len(word))
            inside = _inside(tokens, span)
            parts = []
            if len(word) > 2:  # noqa: PLR2004 - a pair is one term
                pairs = [token for token in inside if token.kind is Kind.PAIR]
                parts = [
                    self._make.slot((pair.start, pair.end), [self._make.option([pair.term], LITERAL)])
                    for pair in pairs
                ]
            options = [self._make.option(_literal(inside), LITERAL), *self._translations(word, run)]
            slot = self._make.slot(span, options, parts, minor=word in FUNCTION_CHARACTERS and word != text)
            lone = len(word) == 1 and run != text and not slot.minor
            if word in FAINT_CHINESE and word != text:
                yield faint(slot)
            else:
                yield msgspec.structs.replace(slot, weight=slot.weight * _LONE) if lone else slot
            at += len(word)

    def _translations(self, word: str, run: str) -> Iterator[Option]:
        if len(word) == 1 and run != word:
            return  # characters that the segmenter leaves over are parts of a word that it does not know
        for english, quality in self.fallback.synonyms(word):
            terms = [token.term for token in tokenise(english) if token.surface not in STOP_WORDS]
            if terms:
                yield self._make.option(terms, quality)
            for match in self._concepts.concepts(english):
                if (match.start, match.end) == (0, len(english)):
                    yield self._make.option([CONCEPT + match.concept], quality * NAMED)

    def _name_options(self, text: str) -> Iterator[Option]:
        found = self._names.get(text)
        if found:
            yield Option(main=found, rest=0, quality=FILTERED)


def _is_chance(match: ConceptFound, text: str) -> bool:
    """Tell whether a concept is named by chance: by a word that says nothing, or a character out of another word."""
    if match.form in EMPTY:
        return True
    if match.end - match.start > 1 or not has_han(text[match.start]):
        return False
    run = next(run for run in HAN_RUN.finditer(text) if run.start() <= match.start < run.end())
    return inside_word(run.group(), match.start - run.start())


def _inside(tokens: Sequence[Token], span: tuple[int, int]) -> list[Token]:
    first, last = (bisect_left(tokens, at, key=_start) for at in span)
    return [token for token in tokens[first:last] if token.end <= span[1]]


def _literal(tokens: Sequence[Token]) -> list[str]:
    """Return the terms that an entry with just these words has: pairs for Chinese, single characters only alone."""
    pairs = [token.term for token in tokens if token.kind is Kind.PAIR]
    singles = [token for token in tokens if token.kind is Kind.HAN]
    words = [token.term for token in tokens if token.kind in (Kind.WORD, Kind.NUMBER)]
    return words + (pairs or [token.term for token in singles])
