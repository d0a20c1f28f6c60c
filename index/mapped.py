"""A text made from another one that still knows where each of its characters came from.

Decoding a payload, folding a message for comparison: each such step copies most stretches as they are and replaces a few.
A `Rewriter` takes the stretches in order and makes a `Mapped` of them; steps stack by naming the text they started from.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from re import Match, Pattern

from index.hits import Span


class Mapped:
    """A text with the way back to the text it was made from, through any number of steps."""

    __slots__ = ("_copied", "_ends", "_marks", "_origins", "parent", "text")

    def __init__(
        self,
        text: str,
        parent: "Mapped | None" = None,
        marks: list[int] | None = None,
        origins: list[int] | None = None,
        ends: list[int] | None = None,
        copied: list[bool] | None = None,
    ) -> None:
        """Wrap a text as given (no parent), or what a `Rewriter` has made.

        The lists hold one item a stretch: where it starts in `text`, where it starts and ends in the parent's text,
        and whether it was copied letter by letter.
        """
        self.text = text
        self.parent = parent
        self._marks = marks if marks is not None else [0]
        self._origins = origins if origins is not None else [0]
        self._ends = ends if ends is not None else [len(text)]
        self._copied = copied if copied is not None else [True]

    def original(self, start: int, end: int) -> Span:
        """Return the place in the first text that `text[start:end]` was made from."""
        at: Mapped | None = self
        while at is not None:
            start, end = at.back(start, end)
            at = at.parent
        return start, end

    def back(self, start: int, end: int) -> Span:
        """Return the place in the parent's text."""
        if self.parent is None and len(self._marks) == 1 and self._copied[0]:
            return start, end
        if not self._marks:
            return 0, 0
        first = max(bisect_right(self._marks, start) - 1, 0)
        begin = self._origins[first] + (start - self._marks[first] if self._copied[first] else 0)
        begin = min(begin, self._ends[first])
        if end <= start:
            return begin, begin
        last = max(bisect_right(self._marks, end - 1) - 1, 0)
        if self._copied[last]:
            finish = min(self._origins[last] + end - self._marks[last], self._ends[last])
        else:
            finish = self._ends[last]
        return begin, max(begin, finish)


class Rewriter:
    """Builds a `Mapped` from stretches of a parent text, in order."""

    __slots__ = ("_copied", "_ends", "_length", "_marks", "_origins", "_parent", "_parts")

    def __init__(self, parent: Mapped) -> None:
        """Start with nothing taken from `parent`."""
        self._parent = parent
        self._parts: list[str] = []
        self._marks: list[int] = []
        self._origins: list[int] = []
        self._ends: list[int] = []
        self._copied: list[bool] = []
        self._length = 0

    def copy(self, start: int, end: int) -> None:
        """Take over a stretch as it is."""
        if start < end:
            self._add(self._parent.text[start:end], start, end, copied=True)

    def put(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of a stretch; an empty one drops it."""
        if text:
            self._add(text, start, end, copied=len(text) == end - start == 1)

    def _add(self, text: str, start: int, end: int, *, copied: bool) -> None:
        if copied and self._copied and self._copied[-1] and self._ends[-1] == start:
            self._ends[-1] = end
        else:
            self._marks.append(self._length)
            self._origins.append(start)
            self._ends.append(end)
            self._copied.append(copied)
        self._parts.append(text)
        self._length += len(text)

    def done(self) -> Mapped:
        """Return the text that was built."""
        return Mapped(
            "".join(self._parts), self._parent, self._marks, self._origins, self._ends, self._copied
        )


def replaced(parent: Mapped, pattern: Pattern[str], put: Callable[[Match[str]], str | None]) -> Mapped:
    """Replace what `pattern` finds by what `put` returns; None leaves a place as it is.

    The parent itself comes back where nothing was replaced.
    """
    return rewritten(
        parent,
        (
            (found.start(), found.end(), text)
            for found in pattern.finditer(parent.text)
            if (text := put(found)) is not None
        ),
    )


def rewritten(parent: Mapped, changes: Iterable[tuple[int, int, str]]) -> Mapped:
    """Put texts in the place of stretches `(start, end, text)` that are in order and do not overlap."""
    builder: Rewriter | None = None
    at = 0
    for start, end, text in changes:
        if builder is None:
            builder = Rewriter(parent)
        builder.copy(at, start)
        builder.put(text, start, end)
        at = end
    if builder is None:
        return parent
    builder.copy(at, len(parent.text))
    return builder.done()
