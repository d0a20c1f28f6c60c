"""Positions: Python counts characters, Qt counts UTF-16 units; they differ behind every character beyond U+FFFF."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from index.hits import Span


class Utf16Map:
    """Turns positions of one text into Qt's and back."""

    def __init__(self, text: str) -> None:
        """Note where the wide characters stand; most texts have none."""
        self._wide: Sequence[int] = (
            () if text.isascii() else [i for i, letter in enumerate(text) if letter > "\uffff"]
        )

    def to_qt(self, position: int) -> int:
        """Return Qt's position of a character."""
        return position + bisect_left(self._wide, position)

    def from_qt(self, position: int) -> int:
        """Return the character at Qt's position; inside a wide character it is that character."""
        low, high = 0, position
        while low < high:
            middle = (low + high + 1) // 2
            if self.to_qt(middle) <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def spans(self, spans: Iterable[Span]) -> list[Span]:
        """Turn spans into Qt's."""
        return [(self.to_qt(start), self.to_qt(end)) for start, end in spans]


def shift(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Keep what lies between `start` and `end`, counted from `start`."""
    return tuple(
        (max(a, start) - start, min(b, end) - start) for a, b in spans if min(b, end) > max(a, start)
    )
