"""Finds by words: which entries have all that a query asks for, which have some of it, and in what order."""

from collections.abc import Sequence

import msgspec

from index.search import bits
from index.search.slots import Slot
from index.search.terms import Terms

_SCALE = 32
_LEAST_OF_ALL = 0.55
"""An entry has all words only if it has most of them outright and not by what they are a kind of."""


class WordHits(msgspec.Struct, frozen=True, kw_only=True):
    """What words find, over all entries."""

    every: int
    """Entries that have every slot but minor ones."""
    some: int
    """Entries that have a slot or a part of one."""
    scores: bits.Scores
    """How much of the query each entry explains, with a little for being short."""
    asked: float
    """The score of an entry that has all of the query in so many words."""
    foreign: float
    """The share of the query that no entry at all has."""

    def covered(self, score: int) -> float:
        """Return the share of the query that a score explains, from 0 to 1."""
        return min(score / (self.asked * _SCALE), 1.0) if self.asked else 0.0


def find(slots: Sequence[Slot], terms: Terms) -> WordHits:
    """Look the slots up."""
    scores = bits.Scores()
    every, some = terms.everything, 0
    major = [slot for slot in slots if not slot.minor] or list(slots)
    for slot in slots:
        for share, entries in slot.shares():
            scores.add(round(slot.weight * share * _SCALE), entries)
    for slot in major:
        every &= slot.filled
        some |= slot.touched
    for place, plane in enumerate(terms.shortness()):
        scores.add(1 << place, plane)
    asked = sum(slot.weight for slot in major)
    every = scores.at_least(round(asked * _SCALE * _LEAST_OF_ALL), every) if major else 0
    foreign = sum(slot.weight for slot in major if not slot.touched) / asked if asked else 0.0
    return WordHits(every=every, some=some, scores=scores, asked=asked, foreign=foreign)
