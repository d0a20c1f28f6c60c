"""A pasted text as a text widget can take it, with a map of positions.

Qt's layout freezes on one line of a megabyte and changes some characters, so what is shown is cut into lines, cleaned,
and bounded; the reading of errors always works on the text as it was pasted.
"""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from desk.payload.positions import Utf16Map
from index.hits import Span
from index.text import clean

LONGEST_LINE = 400
MOST = 40_000

_BREAKS = str.maketrans(
    {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\xa0": " ", "\u0085": "\n", "\ufdd0": " ", "\ufdd1": " "}
)


class ShownText:
    """What is shown of a text, and where its characters are."""

    def __init__(self, text: str) -> None:
        self.cut = len(text) > MOST
        """Only the beginning is shown."""
        self._two_part_ends = "\r\n" in text[:MOST]
        body = clean(text[:MOST]).replace("\r\n", " \n").translate(_BREAKS)
        self._breaks: list[int] = []
        lines: list[str] = []
        at = 0
        for line in body.split("\n"):
            lines += [line[i : i + LONGEST_LINE] for i in range(0, max(len(line), 1), LONGEST_LINE)]
            self._breaks += range(at + LONGEST_LINE, at + len(line), LONGEST_LINE)
            at += len(line) + 1
        self.text = "\n".join(lines)
        """The text to show."""
        self._length = len(body)
        self._wide = Utf16Map(self.text)

    def span(self, span: Span) -> Span | None:
        """Return Qt's positions of a stretch of the pasted text, None where it is not shown."""
        start, end = span
        if start >= self._length or end <= start:
            return None
        return self._wide.to_qt(self._at(start)), self._wide.to_qt(self._at(min(end, self._length)))

    def part(self, place: Span) -> str:
        """Return what is shown between two of Qt's positions, without the breaks that are only shown."""
        start, end = self._wide.from_qt(place[0]), self._wide.from_qt(place[1])
        breaks = [at + number for number, at in enumerate(self._breaks)]
        low, high = bisect_left(breaks, start), bisect_left(breaks, end)
        cuts = [start, *breaks[low:high], end]
        pieces = [self.text[cuts[0] : cuts[1]]]
        pieces += [self.text[one + 1 : other] for one, other in pairwise(cuts[1:])]
        part = "".join(pieces)
        return part.replace(" \n", "\n") if self._two_part_ends else part

    def _at(self, position: int) -> int:
        return position + bisect_right(self._breaks, position)
