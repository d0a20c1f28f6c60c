"""How much of an entry a query explains: the order among entries that explain the query equally well.

`Insufficient quota` is nearer to `quota` than a page of text in which the word stands once. Sentences are looked at one
by one, for a message that begins as every message of its service begins is no farther for that.
"""

from collections.abc import Callable, Iterable, Sequence

from index.cuts import EntryCut, Marked, key
from index.search.slots import Slot

MOST = 0.16
"""The highest closeness there is."""
_BY_SHARE, _BY_FILL = 0.4, 0.6


class Aim:
    """What a query wants, for looking at texts: which slots each term fills, and what the slots weigh."""

    def __init__(self, slots: Sequence[Slot], starting: Callable[[str], Iterable[str]]) -> None:
        """Aim at these slots; `starting` gives the terms of words that begin so."""
        wanted = [slot for slot in slots if not slot.minor] or list(slots)
        total = sum(slot.weight for slot in wanted) or 1.0
        self._weights = [slot.weight / total for slot in wanted]
        self._shares: dict[int, float] = {}
        self.keys: dict[int, int] = {}
        """The slots of each term, as bits, by what the term is kept as."""
        for number, slot in enumerate(wanted):
            for term in slot.terms():
                terms = starting(term[:-1]) if term.endswith("*") else (term,)
                for one in terms:
                    kept = key(one)
                    self.keys[kept] = self.keys.get(kept, 0) | 1 << number

    def share(self, slots: int) -> float:
        """Return what some slots weigh of all, from 0 to 1."""
        known = self._shares.get(slots)
        if known is None:
            known = sum(weight for number, weight in enumerate(self._weights) if slots >> number & 1)
            self._shares[slots] = known
        return known


def closeness(cut: EntryCut, found: Marked, aim: Aim) -> float:
    """Return from 0 to MOST how much the entry has a sentence that is all about the query."""
    best = 0.0
    for field in cut.fields:
        rows = found.get(field.name)
        if rows and not field.name.startswith("solution"):
            best = max(best, _of_best_sentence(rows, field.sizes, aim))
    return MOST * best


def _of_best_sentence(rows: Sequence[tuple[int, int, int, int]], sizes: Sequence[int], aim: Aim) -> float:
    """Return how much the sentence nearest to the query is about it; rows stand in the order of the text."""
    best = 0.0
    at = -1
    filled = covered = reached = 0
    for start, end, sentence, slots in rows:
        if sentence != at:
            if at >= 0:
                best = max(best, _of_sentence(aim.share(filled), covered, sizes[at]))
            at, filled, covered = sentence, 0, 0
        filled |= slots
        if end > reached:
            covered += end - max(reached, start)
            reached = end
    return max(best, _of_sentence(aim.share(filled), covered, sizes[at]))


def _of_sentence(share: float, covered: int, size: int) -> float:
    return share * (_BY_SHARE + _BY_FILL * min(covered / (size or 1), 1.0))
