"""Whether a break is that of a hard wrap because its line is as wide as the text gets: a cut through a value leaves any rest."""

from functools import cached_property

_NARROWEST = 40
_WIDEST = 240
_FEWEST = 2


class Widths:
    """The widths of the lines of one text, counted when they are first asked for."""

    def __init__(self, text: str) -> None:
        """Look at this text."""
        self._text = text

    @cached_property
    def _widest(self) -> tuple[int, int]:
        widths = [len(line.rstrip("\r")) for line in self._text.split("\n")]
        widest = max(widths)
        return widest, widths.count(widest)

    def is_cut(self, start: int, end: int) -> bool:
        """Tell whether all breaks in text[start:end] end lines of the full width, several there are or in open quotes."""
        widest, count = self._widest
        if not _NARROWEST <= widest <= _WIDEST:
            return False
        at = self._text.find("\n", start, end)
        while at >= 0:
            low = self._text.rfind("\n", 0, at) + 1
            line = self._text[low:at].rstrip("\r")
            if len(line) != widest or (count < _FEWEST and not _is_open(line)):
                return False
            at = self._text.find("\n", at + 1, end)
        return True


def _is_open(line: str) -> bool:
    """Tell whether a quotation is open at the end of a line."""
    return (line.count('"') - line.count('\\"')) % 2 == 1
