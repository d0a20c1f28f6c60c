"""Makes slots: looks their alternatives up, and weighs each by how few entries have it."""

import math
from collections.abc import Iterable, Sequence

import msgspec

from index.search.slots import STARTED, Option, Slot
from index.search.terms import Terms

_LEAST_WEIGHT = 0.2
STOP_WEIGHT = 0.05
"""What a minor slot weighs."""
_FAINT = 0.25
"""A word of talk, such as `seems`, weighs so much of what it would otherwise."""
_UNKNOWN_AS = 4
"""An unknown word weighs as much as one that stands in so many entries."""


class SlotMaker:
    """Makes slots over one index."""

    def __init__(self, terms: Terms) -> None:
        """Look terms up here."""
        self._terms = terms

    def slot(
        self,
        span: tuple[int, int],
        options: Iterable[Option],
        parts: Sequence[Slot] = (),
        *,
        minor: bool = False,
        is_open: bool = False,
    ) -> Slot:
        """Make a slot of the alternatives that entries have; it weighs as much as its weightiest part at least."""
        options = tuple(sorted((o for o in options if o.main | o.rest), key=lambda option: -option.quality))
        slot = Slot(
            start=span[0], end=span[1], options=options, parts=tuple(parts), minor=minor, open=is_open
        )
        size = self._terms.size
        have = slot.filled.bit_count() or min(_UNKNOWN_AS, size)
        weight = max(math.log((size + 1) / (have + 0.5)), _LEAST_WEIGHT)
        if minor:
            weight = STOP_WEIGHT
        elif parts:
            weight = max(weight, *(part.weight for part in parts))
        return msgspec.structs.replace(slot, weight=weight)

    def option(self, terms: Sequence[str], quality: float) -> Option:
        """Look up the entries that have all of these terms."""
        main = anywhere = self._terms.everything
        for term in terms:
            main &= self._terms.main(term)
            anywhere &= self._terms.anywhere(term)
        return Option(main=main, rest=anywhere & ~main, quality=quality, terms=tuple(terms))

    def started(self, surface: str) -> Option:
        """Look up the entries with a word that begins so."""
        return Option(main=self._terms.starting(surface), rest=0, quality=STARTED, terms=(surface + "*",))


def faint(slot: Slot) -> Slot:
    """Make a slot weigh little; next to nothing where no entry has it."""
    if not (slot.options or slot.parts):
        return msgspec.structs.replace(slot, weight=STOP_WEIGHT, minor=True)
    return msgspec.structs.replace(slot, weight=slot.weight * _FAINT)
