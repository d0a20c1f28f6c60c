"""The order among entries found by words, what to paint in them, and whether the best of them is an answer at all."""

from collections.abc import Callable
from functools import cached_property

from index.cuts import Marked, marked
from index.hits import Span
from index.meaning.vectors import Near
from index.search import bits
from index.search.closeness import MOST, Aim, closeness
from index.search.marks import places
from index.search.reading import Reading
from index.search.sources import Sources

_RERANKED, _LIFTED = 32, 16
"""So many of the best by words are ordered anew, and so many of the nearest by meaning with them."""
_PLAINLY = 0.75
"""An entry that explains so much of the question is an answer."""
_BESIDE_MEANING = 0.25
"""So is one that explains as little as this, where the nearest by meaning is sure to mean much the same."""
_LEAST, _CLOSE, _FOREIGN, _LONG, _MOST_WORDS = 1.12, 0.72, 0.3, 0.15, 6
"""Others need `_LEAST` in all: what they explain, with up to `_CLOSE` for a sentence that is all about the question and
`_LONG` for each thing asked for, as a long question is seldom had whole; less `_FOREIGN` where all of it is unknown."""

Ranked = list[tuple[int, int]]
"""Score and number of entries, best first."""


class Ranking:
    """Orders what one question finds."""

    def __init__(self, read: Reading, sources: Sources, near: Callable[[float], Near]) -> None:
        """Order by how these words were read; `near` tells what meaning adds where words explain so much."""
        self._hits, self._slots = read.hits, read.slots
        self._from = sources
        self._ask_near = near
        self._seen: dict[int, Marked] = {}
        self._first: tuple[int, int] | None = None

    @cached_property
    def near(self) -> Near:
        """What meaning adds."""
        return self._ask_near(self._hits.covered(self._hits.scores.highest(self._hits.some)))

    def best(self, entries: int, kept: int, room: int, *, by_words: bool) -> Ranked:
        """Return the best of a set that filters have `kept`, as they stand among all of it.

        What they mean changes the order of those found `by_words`.
        """
        first = self._ordered(entries, self.near if by_words else Near())
        if kept != entries:
            members = bits.Members(kept)
            first = [pair for pair in first if pair[1] in members]
        rest = self._hits.scores.best(kept, room) if room > len(first) else []
        ranked = list(dict.fromkeys([*first, *rest]))[:room]
        if by_words and ranked and self._first is None:
            self._first = ranked[0]
        return ranked

    def _ordered(self, entries: int, near: Near) -> Ranked:
        """Return the few best of a set, those of about the same score by how much of them the question explains."""
        scores = self._hits.scores
        first = scores.best(entries, _RERANKED)
        if near.gains:
            nearest = bits.from_numbers(list(near.gains)[:_LIFTED], self._from.size) & entries
            first = list(dict.fromkeys([*first, *scores.best(nearest, _LIFTED)]))
        order = sorted(
            (-self._hits.covered(score) - self._closeness(n) - near.gains.get(n, 0.0), at)
            for at, (score, n) in enumerate(first)
        )
        return [first[at] for _, at in order]

    def is_sure(self) -> bool:
        """Tell whether the first entry found by words answers the question, and does not share a chance word with it."""
        if self._first is None:
            return False
        score, n = self._first
        covered = self._hits.covered(score)
        if covered >= _PLAINLY or (self.near.sure and covered >= _BESIDE_MEANING):
            return True
        asked = min(sum(not slot.minor for slot in self._slots), _MOST_WORDS)
        close = self._closeness(n) / MOST
        return covered + _CLOSE * close + _LONG * asked - _FOREIGN * self._hits.foreign >= _LEAST

    def spans(self, n: int) -> dict[str, tuple[Span, ...]]:
        """Return what to paint in an entry, by field."""
        return places(self._marked(n))

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
