"""Stretches of a text, sorted, so that asking what lies where takes no walk over all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from index.hits import Span


class Places:
    """A set of stretches; overlapping ones are one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take the stretches, in any order."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, span: Span) -> bool:
        """Tell whether any stretch overlaps this one."""
        at = bisect_right(self._ends, span[0])
        return at < len(self._starts) and self._starts[at] < span[1]

    def hold(self, at: int) -> bool:
        """Tell whether a place lies in any stretch."""
        return self.touch((at, at + 1))

    def around(self, at: int) -> int | None:
        """Return where the stretch starts that a place lies in."""
        number = bisect_right(self._starts, at) - 1
        return self._starts[number] if number >= 0 and at < self._ends[number] else None

    def number(self, span: Span) -> int | None:
        """Return the number, in order, of the first stretch that overlaps this one."""
        at = bisect_right(self._ends, span[0])
        return at if at < len(self._starts) and self._starts[at] < span[1] else None


def last_before(sorted_places: list[int], at: int) -> int:
    """Return the index of the last of some sorted places that stands before `at`, -1 if none does."""
    return bisect_left(sorted_places, at) - 1
