"""One question: goes through the tiers, best first, and puts the hits together."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile

import msgspec

from index.analysis.chinese import has_han
from index.cuts import Marked, marked
from index.entry import CatalogueEntry
from index.hits import Answer, Hit, Reason, Span
from index.meaning.vectors import Meaning, Near
from index.query import Query
from index.search import bits, codes_tier, message_tier, reading, words_tier
from index.search.closeness import Aim, closeness
from index.search.exact import Exact
from index.search.marks import places
from index.search.narrowing import Narrowing, kept_entries
from index.search.passing import passes
from index.search.slots import Slot
from index.search.sources import Sources
from index.table import ShouldStop
from index.template import HOLE, words
from index.text import clean

_LONGEST = 2000
_RERANKED, _LIFTED = 48, 24
"""So many of the best by words are ordered anew, and so many of the nearest by meaning with them."""
_BY_CODE = (Reason.CODE, Reason.LOOSE_CODE, Reason.CODE_PREFIX)
_MESSAGE_CANDIDATES = 12
_MOST_ANCHORED = 20
_LEAST_COVERED = 0.4
"""The best entry must explain so much of a query whose words all stand somewhere, or nothing fits."""
_LEAST_COVERED_FOREIGN = 0.5
"""The same where some of its words stand nowhere: it is probably about something else."""
_FOREIGN = 0.05
_LEAST_BESIDE_MEANING = 0.25
"""The same where the nearest entry by meaning is sure to mean much the same."""


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
        self._size = len(sources.table)
        self._words: words_tier.WordHits | None = None
        self._slots: tuple[Slot, ...] = ()
        self._values: dict[int, tuple[str, ...] | None] = {}
        self._seen: dict[int, Marked] = {}
        self._read = ""
        self._corrected = ""
        self._guessed = False
        self._weak = False
        self._meant: tuple[str, ...] = ()

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
                hits += self._hits(tier, fresh & let_through, room)
        return Answer(
            query="",
            total=(found & let_through).bit_count(),
            weak=self._weak or not hits,
            did_you_mean=self._meant,
            hits=tuple(hits),
            facets=narrowing.facets(found),
            unknown=narrowing.unknown(),
        )

    def _tiers(self) -> Iterator[Tier]:
        text = clean(self._query.words[:_LONGEST])
        codes = codes_tier.find(text, self._from.table, self._from.numbers_by_prefix, self._from.is_status)
        read = reading.read(text, self._from)
        if read is not None:
            self._slots, self._corrected, self._words = read.slots, read.corrected, read.hits
            self._read = read.text
            self._guessed = read.guessed
        yield self._numbered(Reason.CODE, codes.code)
        yield self._numbered(Reason.LOOSE_CODE, codes.loose)
        yield self._numbered(Reason.CODE_PREFIX, codes.prefix, ordered=True)
        if codes.code or codes.loose:
            return
        yield from self._message(text)
        if codes.prefix and codes_tier.has_digits(codes.asked):
            return
        yield from self._similar_or_words(text, has_prefix=bool(codes.prefix))

    def _similar_or_words(self, text: str, *, has_prefix: bool) -> Iterator[Tier]:
        asked = self._words
        terms = self._from.terms
        if asked is None or terms is None:
            return
        if not text.strip():
            yield Tier(reason=Reason.ALL_WORDS, entries=terms.everything if self._query.filters else 0)
            return
        wanted = self._required()
        every, some = asked.every & wanted, asked.some & wanted
        alone = " " not in text.strip()
        code_like = (
            not has_prefix
            and (not every or (alone and codes_tier.looks_like_code(text)))
            and self._misspelt(text)
        )
        covered = asked.covered(asked.scores.highest(some))
        reason = Reason.SIMILAR if self._corrected else None
        if code_like:
            similar = self._numbered(Reason.SIMILAR, self._meant_numbers())
            yield similar
            if codes_tier.has_digits(text) and alone:
                self._weak = not similar.entries
                return
            if similar.entries:  # a code was meant; what shares words with it stands behind, in the same tier
                yield Tier(reason=Reason.SIMILAR, entries=every)
                return
        yield Tier(reason=reason or Reason.ALL_WORDS, entries=every, by_words=True)
        yield Tier(reason=reason or Reason.SOME_WORDS, entries=some, by_words=True)
        self._weak = self._guessed and not every
        if not has_prefix and not self._values:
            least = _LEAST_COVERED_FOREIGN if asked.foreign > _FOREIGN else _LEAST_COVERED
            meant = self._near.sure and covered >= _LEAST_BESIDE_MEANING
            self._weak = self._weak or (covered < least and not meant)
            first = self._near.first
            entries = bits.from_numbers(first, self._size) & wanted
            yield Tier(reason=Reason.SIMILAR, entries=entries, order=first)
        if self._corrected and not self._meant and not self._weak:
            self._meant = (self._corrected.replace("_", " "),)

    def _misspelt(self, text: str) -> str:
        piece, meant, near = codes_tier.misspelt(text, self._from)
        if not piece:
            return ""
        self._similar = meant
        self._meant = near or meant
        return piece if codes_tier.looks_like_code(piece) or (meant and " " not in text.strip()) else ""

    def _meant_numbers(self) -> tuple[int, ...]:
        found: list[int] = []
        for code in self._similar:
            found += self._from.table.numbers_by_code(code)
        return tuple(dict.fromkeys(found))

    def _message(self, text: str) -> Iterator[Tier]:
        if not message_tier.long_enough(text):
            return
        numbers = self._from.table.numbers_by_words(words(text))
        if self._words is not None:
            scores = self._words.scores
            anchored = bits.from_numbers(numbers, self._size)
            best = scores.best(anchored, _MOST_ANCHORED) + scores.best(self._words.some, _MESSAGE_CANDIDATES)
            numbers = list(dict.fromkeys(n for _, n in best))
        found: list[tuple[message_tier.MessageHit, int]] = []
        asked = message_tier.Asked(clean(self._query.text[:_LONGEST]))
        for n, entry in zip(numbers, self._from.table.entries(numbers), strict=True):
            hit = asked.match(entry)
            if hit is not None:
                found.append((hit, n))
                self._values[n] = hit.values
        found.sort(key=lambda pair: pair[1])
        found.sort(key=lambda pair: pair[0].rank(), reverse=True)
        yield self._numbered(Reason.MESSAGE, tuple(n for _, n in found), ordered=True)

    def _required(self) -> int:
        """Return the entries that have the phrases and lack what is excluded."""
        terms, reader = self._from.terms, self._from.slots
        if terms is None or reader is None:
            return 0
        return Exact(terms, reader, self._from.table, self._should_stop).required(self._query)

    def _numbered(self, reason: Reason, numbers: tuple[int, ...], *, ordered: bool = False) -> Tier:
        if self._words is None:
            ordered = True
        return Tier(
            reason=reason, entries=bits.from_numbers(numbers, self._size), order=numbers if ordered else None
        )

    def _hits(self, tier: Tier, entries: int, room: int) -> list[Hit]:
        if tier.order is not None:
            members = bits.Members(entries)
            scored = [(0, n) for n in islice((n for n in tier.order if n in members), room)]
        elif self._words is not None:
            near = self._near if tier.by_words else Near()
            scored = self._ranked(self._words, entries, room, near)
        else:
            scored = [(0, n) for n in bits.numbers(entries, room)]
        rows = self._from.table.entries([n for _, n in scored])
        return [
            self._hit(tier.reason, entry, n, score) for (score, n), entry in zip(scored, rows, strict=True)
        ]

    def _ranked(
        self, words: words_tier.WordHits, entries: int, room: int, near: Near
    ) -> list[tuple[int, int]]:
        """Return the best entries, those of about the same score by how much of them the query explains."""
        scored = words.scores.best(entries, max(room, _RERANKED))
        first = scored[:_RERANKED]
        if near.gains:
            nearest = bits.from_numbers(list(near.gains)[:_LIFTED], self._size) & entries
            first = list(dict.fromkeys([*first, *words.scores.best(nearest, _LIFTED)]))
        order = sorted(
            (-words.covered(score) - self._closeness(n) - near.gains.get(n, 0.0), at)
            for at, (score, n) in enumerate(first)
        )
        return list(dict.fromkeys([*(first[at] for _, at in order), *scored[_RERANKED:]]))[:room]

    @cached_property
    def _near(self) -> Near:
        words = self._words
        if words is None or self._from.slots is None:
            return Near()
        covered = words.covered(words.scores.highest(words.some))
        if self._meaning is not None:
            return self._meaning.near(self._query.words[:_LONGEST], covered)
        kin = self._from.kin
        if kin is None:
            return Near()
        return kin.near(self._from.slots.terms(self._read), covered, concepts_alone=has_han(self._read))

    def _closeness(self, n: int) -> float:
        return closeness(self._from.cuts.of(n), self._marked(n), self._aim)

    def _marked(self, n: int) -> Marked:
        known = self._seen.get(n)
        if known is None:
            known = self._seen[n] = marked(self._from.cuts.of(n), self._aim.keys)
        return known

    @cached_property
    def _aim(self) -> Aim:
        return Aim(self._slots, self._from.starting)

    def _hit(self, reason: Reason, entry: CatalogueEntry, n: int, score: int) -> Hit:
        values = self._values.get(n) if reason is Reason.MESSAGE else None
        if reason is not Reason.MESSAGE and entry.message and not HOLE.search(entry.message):
            values = ()
        by_words = self._words and score and reason not in _BY_CODE
        covered = self._words.covered(score) if by_words and self._words else 1.0
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
        if self._from.terms is None:
            return {}
        return places(self._marked(n))

    def _without_index(self, tiers: Sequence[Tier], limit: int) -> Answer:
        found = 0
        hits: list[Hit] = []
        for tier in tiers:
            fresh = tier.entries & ~found
            found |= fresh
            let_through = kept_entries(self._query.filters, self._from.kept, fresh)
            hits += self._hits(tier, fresh & let_through, limit)
        kept = [hit for hit in hits if passes(hit.entry, self._query.filters)]
        return Answer(
            query="", total=len(kept), weak=not kept, did_you_mean=self._meant, hits=tuple(kept[:limit])
        )
