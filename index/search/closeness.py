"""How much of an entry a query explains: the order among entries that explain the query equally well.

`Insufficient quota` is nearer to `quota` than a page of text in which the word stands once. Sentences are looked at one
by one, for a message that begins as every message of its service begins is no farther for that.
"""

from collections.abc import Sequence

from index.entry import CatalogueEntry
from index.search.marks import Marker
from index.search.slots import Slot

MOST = 0.24
"""The highest closeness there is."""


class Aim:
    """What a query wants, for looking at texts: which slots each term fills, and what the slots weigh."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        """Aim at these slots."""
        wanted = [slot for slot in slots if not slot.minor] or list(slots)
        total = sum(slot.weight for slot in wanted) or 1.0
        self.terms: dict[str, int] = {}
        """The slots of each term, as bits."""
        self._weights = [slot.weight / total for slot in wanted]
        starts: dict[str, int] = {}
        for number, slot in enumerate(wanted):
            for term in slot.terms():
                at = starts if term.endswith("*") else self.terms
                key = term.removesuffix("*")
                at[key] = at.get(key, 0) | 1 << number
        self.starts = tuple(starts)
        """Beginnings of words that count."""
        self._starts = tuple(starts.items())

    def slots_of(self, term: str, surface: str) -> int:
        """Return the slots that a word of a text fills, as bits."""
        found = self.terms.get(term, 0)
        for start, slots in self._starts:
            if surface.startswith(start):
                found |= slots
        return found

    def share(self, slots: int) -> float:
        """Return what some slots weigh of all, from 0 to 1."""
        return sum(weight for number, weight in enumerate(self._weights) if slots >> number & 1)


def closeness(entry: CatalogueEntry, aim: Aim, marker: Marker) -> float:
    """Return from 0 to MOST how much the entry has a sentence that is all about the query."""
    texts = [entry.code, *([entry.message] if entry.message else []), *entry.description.values()]
    return max((_of_text(text, aim, marker) for text in texts), default=0.0)


def _of_text(text: str, aim: Aim, marker: Marker) -> float:
    cut = marker.cut(text)
    slots: dict[int, int] = {}
    spans: dict[int, list[tuple[int, int]]] = {}
    for term, surface, start, end, sentence in cut.rows:
        found = aim.slots_of(term, surface)
        if found:
            slots[sentence] = slots.get(sentence, 0) | found
            spans.setdefault(sentence, []).append((start, end))
    best = 0.0
    for sentence, found in slots.items():
        words = cut.words[sentence]
        total = sum(end - start for start, end in words) or 1
        marked = sum(end - start for start, end in words if _is_inside(start, end, spans[sentence]))
        best = max(best, aim.share(found) * (0.4 + 0.6 * marked / total))
    return MOST * best


def _is_inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
