"""What a query asks for: slots, each filled by one of several things that mean the same.

A slot is one word or one concept of the query. Its alternatives compete: an entry has the slot by the best of them, and
two do not count twice. A slot of several words may also be had in part.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec

from index.schema import CONCEPT

LITERAL, NAMED, LOOSE, NARROWER, WIDER, STARTED, FILTERED = 1.0, 0.9, 0.6, 0.6, 0.3, 0.75, 0.8
"""How good an alternative is: the words themselves, the same concept in other words, or in everyday ones, a kind of it,
what it is a kind of, a word that begins so, a filter value."""
COMPOSED = 0.8
"""A concept had as all the wider ones it is made of: `quota` and `exceeded`, apart from each other."""
EVERYDAY = 0.92
"""A query's everyday words may mean something else."""
_TWICE = 0.65
"""A concept that another slot of the query names as well counts less here."""
_FILLS = 0.5
"""An alternative this good fills its slot; a lesser one only helps."""
_IN_PART = 0.85
_IN_SOLUTION = 0.4


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One way to fill a slot."""

    main: int
    """Entries that have it in code, message or description."""
    rest: int
    """Entries that have it in the solution."""
    quality: float
    """How good it is, 1 at best."""
    terms: tuple[str, ...] = ()
    """Its terms, for painting."""


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a query asks for."""

    start: int
    """Where it stands in the plain query."""
    end: int
    """After its last character."""
    options: tuple[Option, ...]
    """Ways to fill it, best first."""
    parts: tuple["Slot", ...] = ()
    """What it is made of, for entries that have it in part."""
    weight: float = 1.0
    """How much it tells: more for what few entries have."""
    minor: bool = False
    """A word such as `the`: nice to have, never missed."""
    open: bool = False
    """The last word, which may not be typed to its end."""

    @property
    def filled(self) -> int:
        """Entries that have the slot, whole."""
        found = 0
        for option in self.options:
            if option.quality >= _FILLS:
                found |= option.main
            if option.quality == LITERAL:
                found |= option.rest
        if self.parts:
            wanted = [part.filled for part in self.parts if not part.minor]
            if wanted:
                every = wanted[0]
                for part in wanted[1:]:
                    every &= part
                found |= every
        return found

    @property
    def touched(self) -> int:
        """Entries that have the slot or a part of it."""
        found = self.filled
        for option in self.options:
            found |= option.main | option.rest
        for part in self.parts:
            if not part.minor:
                found |= part.touched
        return found

    def shares(self) -> Iterator[tuple[float, int]]:
        """Give (share of the weight, entries) without overlap: what each entry gets for this slot."""
        taken = 0
        tried = [(option.quality, option.main) for option in self.options]
        tried += [(option.quality * _IN_SOLUTION, option.rest) for option in self.options]
        for quality, entries in sorted(tried, key=lambda pair: -pair[0]):
            fresh = entries & ~taken
            if fresh:
                yield quality, fresh
                taken |= fresh
        total = sum(part.weight for part in self.parts)
        for part in self.parts:
            for share, entries in part.shares():
                fresh = entries & ~taken
                if fresh:
                    yield _IN_PART * share * part.weight / total, fresh

    def terms(self) -> Iterator[str]:
        """List all terms that may fill it."""
        for option in self.options:
            yield from option.terms
        for part in self.parts:
            yield from part.terms()


def once_each(slots: list[Slot]) -> list[Slot]:
    """Make a concept that several slots name count less where it stands in for other words.

    `JWT token` asks for two things; an entry about tokens alone has one of them.
    """
    named = Counter(
        term
        for slot in slots
        for term in {t for option in slot.options for t in option.terms if t[0] == CONCEPT}
    )
    again = {term for term, count in named.items() if count > 1}
    if not again:
        return slots
    return [_lessened(slot, again) if _has_own_words(slot) else slot for slot in slots]


def _has_own_words(slot: Slot) -> bool:
    return any(option.quality == LITERAL and option.main for option in slot.options)


def _lessened(slot: Slot, again: set[str]) -> Slot:
    options = [
        msgspec.structs.replace(option, quality=min(option.quality, _TWICE))
        if again.intersection(option.terms)
        else option
        for option in slot.options
    ]
    return msgspec.structs.replace(slot, options=tuple(sorted(options, key=lambda option: -option.quality)))
