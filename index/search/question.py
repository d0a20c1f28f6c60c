"""One question: goes through the tiers, best first, and puts the hits together."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, takewhile

import msgspec

from index.analysis.chinese import has_han
from index.entry import CatalogueEntry
from index.hits import Answer, Hit, Reason, Span
from index.meaning.vectors import Meaning, Near
from index.query import Query
from index.search import bits, codes_tier, message_tier, reading
from index.search.exact import Exact
from index.search.narrowing import Narrowing, kept_entries
from index.search.passing import passes
from index.search.ranking import Ranked, Ranking
from index.search.sources import Sources
from index.table import ShouldStop
from index.template import HOLE, words
from index.text import clean

_LONGEST = 2000
_BY_CODE = (Reason.CODE, Reason.LOOSE_CODE, Reason.CODE_PREFIX)
_MESSAGE_CANDIDATES = 12
_MOST_ANCHORED = 20


@lru_cache(maxsize=4096)
def _has_holes(message: str) -> bool:
    """Tell whether a message has placeholders."""
    return HOLE.search(message) is not None


class Tier(msgspec.Struct, frozen=True, kw_only=True):
    """Entries found for one reason."""

    reason: Reason
    """Why."""
    entries: int
    """Which, as a set."""
    order: tuple[int, ...] | None = None
    """Best first; None where the word scores say the order."""
    by_words: bool = False
    """Found by words, as typed or put right: what they mean may change the order."""


class Question:
    """One query on its way to an answer."""

    def __init__(
        self, query: Query, sources: Sources, should_stop: ShouldStop, meaning: Meaning | None = None
    ) -> None:
        """Ask `query` of these sources, with what meaning adds to the tiers of words or without."""
        self._query = query
        self._from = sources
        self._should_stop = should_stop
        self._meaning = meaning
        self._text = clean(query.words[:_LONGEST])
        self._read = reading.read(self._text, sources)
        self._ranking = Ranking(self._read, sources, self._near) if self._read else None
        self._values: dict[int, tuple[str, ...] | None] = {}
        self._weak = self._by_words_alone = False
        self._similar: tuple[str, ...] = ()
        self._near_codes: tuple[str, ...] = ()

    def answer(self, limit: int) -> Answer:
        """Search and return at most `limit` hits."""
        tiers = list(takewhile(lambda _: not self._should_stop(), self._tiers()))
        if self._from.terms is None:
            return self._without_index(tiers, limit)
        narrowing = Narrowing(self._query.filters, self._from.terms, self._from.kept)
        let_through = narrowing.entries
        found = 0
        hits: list[Hit] = []
        for tier in tiers:
            fresh = tier.entries & ~found
            found |= fresh
            room = limit - len(hits)
            if room > 0 and fresh & let_through:
                hits += self._hits(tier, fresh, fresh & let_through, room)
        weak = not hits or self._weak or not self._is_sure()
        return Answer(
            query="",
            total=(found & let_through).bit_count(),
            weak=weak,
            did_you_mean=self._near_codes or self._put_right(weak=weak),
            hits=tuple(hits),
            facets=narrowing.facets(found),
            unknown=narrowing.unknown(),
        )

    def _tiers(self) -> Iterator[Tier]:
        codes = codes_tier.find(
            self._text, self._from.table, self._from.numbers_by_prefix, self._from.is_status
        )
        yield self._numbered(Reason.CODE, codes.code)
        yield self._numbered(Reason.LOOSE_CODE, codes.loose)
        yield self._numbered(Reason.CODE_PREFIX, codes.prefix, ordered=True)
        if codes.code or codes.loose:
            return
        yield from self._message()
        if codes.prefix and codes_tier.has_digits(codes.asked):
            return
        yield from self._similar_or_words(has_prefix=bool(codes.prefix))

    def _message(self) -> Iterator[Tier]:
        """Give the entries whose message the query is, or holds."""
        if not message_tier.long_enough(self._text):
            return
        numbers = self._from.table.numbers_by_words(words(self._text))
        if self._read is not None:
            scores, some = self._read.hits.scores, self._read.hits.some
            anchored = bits.from_numbers(numbers, self._from.size)
            best = scores.best(anchored, _MOST_ANCHORED) + scores.best(some, _MESSAGE_CANDIDATES)
            numbers = list(dict.fromkeys(n for _, n in best))
        found: list[tuple[message_tier.MessageHit, int]] = []
        asked = message_tier.Asked(clean(self._query.text[:_LONGEST]))
        for n, entry in zip(numbers, self._from.entries(numbers), strict=True):
            hit = asked.match(entry)
            if hit is not None:
                found.append((hit, n))
                self._values[n] = hit.values
        found.sort(key=lambda pair: pair[1])
        found.sort(key=lambda pair: pair[0].rank(), reverse=True)
        yield self._numbered(Reason.MESSAGE, tuple(n for _, n in found), ordered=True)

    def _similar_or_words(self, *, has_prefix: bool) -> Iterator[Tier]:
        """Give the entries of a code that was meant, or those that words find."""
        read, terms = self._read, self._from.terms
        if read is None or terms is None:
            return
        if not self._text.strip():
            yield Tier(reason=Reason.ALL_WORDS, entries=terms.everything if self._query.filters else 0)
            return
        every = read.hits.every & self._required
        alone = " " not in self._text.strip()
        looks = alone and codes_tier.looks_like_code(self._text)
        if not has_prefix and (looks or not every) and self._misspelt():
            similar = self._numbered(Reason.SIMILAR, self._meant_numbers())
            yield similar
            if alone and codes_tier.has_digits(self._text):
                self._weak = not similar.entries
                return
            if similar.entries:  # a code was meant; what shares words with it stands behind, in the same tier
                yield Tier(reason=Reason.SIMILAR, entries=every)
                return
        yield from self._by_words(read, every, has_prefix=has_prefix)

    def _by_words(self, read: reading.Reading, every: int, *, has_prefix: bool) -> Iterator[Tier]:
        reason = Reason.SIMILAR if read.corrected else None
        some = read.hits.some & self._required
        yield Tier(reason=reason or Reason.ALL_WORDS, entries=every, by_words=True)
        yield Tier(reason=reason or Reason.SOME_WORDS, entries=some, by_words=True)
        self._weak = not every and (read.guessed or codes_tier.is_numbered(self._text))
        if not has_prefix and not self._values and self._ranking is not None:
            self._by_words_alone = True
            first = self._ranking.near.first
            entries = bits.from_numbers(first, self._from.size) & self._required
            yield Tier(reason=Reason.SIMILAR, entries=entries, order=first)

    @cached_property
    def _required(self) -> int:
        """The entries that have the phrases and lack what is excluded."""
        terms, reader = self._from.terms, self._from.slots
        if terms is None or reader is None:
            return 0
        return Exact(terms, reader, self._from.table, self._should_stop).required(self._query)

    def _misspelt(self) -> bool:
        """Look for the codes that a mistyped one may have been meant to be; tells whether the query names a code at all."""
        piece, self._similar, near = codes_tier.misspelt(self._text, self._from)
        self._near_codes = near or self._similar
        if not piece:
            return False
        return codes_tier.looks_like_code(piece) or (bool(self._similar) and " " not in self._text.strip())

    def _meant_numbers(self) -> tuple[int, ...]:
        found = (n for code in self._similar for n in self._from.table.numbers_by_code(code))
        return tuple(dict.fromkeys(found))

    def _is_sure(self) -> bool:
        """Tell whether what words found, where nothing else found anything, answers the question."""
        return not self._by_words_alone or self._ranking is None or self._ranking.is_sure()

    def _put_right(self, *, weak: bool) -> tuple[str, ...]:
        """Return the words as they were probably meant, where they find something."""
        if self._read is None or not self._read.corrected or weak:
            return ()
        return (self._read.corrected.replace("_", " "),)

    def _near(self, covered: float) -> Near:
        """Return what meaning adds where words explain the share `covered`."""
        read, reader, kin = self._read, self._from.slots, self._from.kin
        if read is None or reader is None:
            return Near()
        if self._meaning is not None:
            return self._meaning.near(self._query.words[:_LONGEST], covered)
        if kin is None:
            return Near()
        return kin.near(reader.terms(read.text), covered, concepts_alone=has_han(read.text))

    def _numbered(self, reason: Reason, numbers: tuple[int, ...], *, ordered: bool = False) -> Tier:
        entries = bits.from_numbers(numbers, self._from.size)
        return Tier(reason=reason, entries=entries, order=numbers if ordered or self._read is None else None)

    def _hits(self, tier: Tier, entries: int, kept: int, room: int) -> list[Hit]:
        """Return the best hits of a tier: of its `entries` those that the filters have `kept`."""
        scored: Ranked
        if tier.order is not None:
            members = bits.Members(kept)
            scored = [(0, n) for n in islice((n for n in tier.order if n in members), room)]
        elif self._ranking is not None:
            scored = self._ranking.best(entries, kept, room, by_words=tier.by_words)
        else:
            scored = [(0, n) for n in bits.numbers(kept, room)]
        rows = self._from.entries([n for _, n in scored])
        return [
            self._hit(tier.reason, entry, n, score) for (score, n), entry in zip(scored, rows, strict=True)
        ]

    def _hit(self, reason: Reason, entry: CatalogueEntry, n: int, score: int) -> Hit:
        values = self._values.get(n) if reason is Reason.MESSAGE else None
        if reason is not Reason.MESSAGE and entry.message and not _has_holes(entry.message):
            values = ()
        covered = 1.0
        if self._read is not None and score and reason not in _BY_CODE:
            covered = self._read.hits.covered(score)
        return Hit(
            entry=entry,
            reason=reason,
            values=values,
            score=round(covered, 4),
            spans=self._spans(reason, entry, n),
        )

    def _spans(self, reason: Reason, entry: CatalogueEntry, n: int) -> dict[str, tuple[Span, ...]]:
        if reason in (Reason.CODE, Reason.LOOSE_CODE):
            return {"code": ((0, len(entry.code)),)} if entry.code else {}
        return self._ranking.spans(n) if self._ranking is not None else {}

    def _without_index(self, tiers: Sequence[Tier], limit: int) -> Answer:
        """Answer with what codes and messages alone find."""
        found = 0
        hits: list[Hit] = []
        for tier in tiers:
            fresh = tier.entries & ~found
            found |= fresh
            let_through = kept_entries(self._query.filters, self._from.kept, fresh)
            hits += self._hits(tier, fresh, fresh & let_through, limit)
        kept = [hit for hit in hits if passes(hit.entry, self._query.filters)]
        return Answer(
            query="",
            total=len(kept),
            weak=not kept,
            did_you_mean=self._near_codes,
            hits=tuple(kept[:limit]),
        )
