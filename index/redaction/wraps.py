"""Lines that were one before a hard wrap cut them: put together again, without what stands in the cuts.

A line looks cut where it is wide, ends and goes on without a blank, and what follows is no name, word, code or id; and
where the next line is exactly as wide, which hardly happens to lines that were not cut, whatever follows. A log's time and
level, a frame, a mark of quoting or a number before each line is no part of what it says.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from index.hits import Span

_TAIL = re.compile(r"(?:(?<![ \t])[ \t]{0,200}[│|]|[ \t]{0,4}\\|[ \t]{0,4}<br ?/?>)\Z")
"""What stands before the end of a line: a frame, a backslash, a break of HTML."""
_TAIL_ENDS = frozenset("│|\\>")
_LONGEST_TAIL = 210
_LISTED = re.compile(r"\",(?:\s{1,40}|(?:\\+[nrt]){1,4} {0,40})\"(?![^\"\n]{0,60}\":)")
"""Between two texts of a list, each of which is a line."""
_EDGES = frozenset(' \t>|│:]")#')
"""What a prefix of lines ends with."""
_DIGITS = str.maketrans("0123456789", " " * 10)
_LONGEST_PREFIX = 160
_INDENT = re.compile(r"[>|│ \t]{0,24}(?=[^\s>|│])")
_NARROWEST = 40
_WIDEST = 240
_SLACK = 40
_RUN = r"[A-Za-z0-9+/=_%.~!#$-]"
_LEFT = re.compile(_RUN)
_RIGHT = re.compile(rf"{_RUN}{{1,300}}")
_FIELD = re.compile(r"[ \t]*(?::|=(?!=?[\s\"'&,;]|=?\Z))")
_PLAIN = re.compile(
    r"[a-z]*|[A-Z][a-z]+|[A-Z]+|[-_/.:]*(?:(?:[A-Z]?[a-z]{2,40}+|[A-Z]{2,40}+)[-_/.:]*){1,12}+|-+\w+-*|(?=.*[.])[A-Za-z0-9_-]{1,24}(?:\.[A-Za-z0-9_-]{0,24}){1,6}|\d[\d.:-]*"
)
"""A word or several in one, a code, a host's name, a date."""
_NAMED = re.compile(r"[A-Za-z_][\w.-]{1,40}=[^=\s]")
_ID = re.compile(
    r"[0-9a-f]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?:req|i|vpc|ecs)-[\w-]+"
)
_MIXED = re.compile(r"(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z]).{13,}")
"""A rest that is shorter is not told from a word."""
_HEX = re.compile(r"[0-9a-f]{13,}")
_SAME = 4
_BODY = frozenset("{[<}")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")


class Line(NamedTuple):
    """A line between two cuts."""

    low: int
    """Where it starts."""
    end: int
    """Where what it says ends."""

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.end - self.low


_NO_LINE = Line(0, 0)


def chains(text: str) -> Iterator[list[Span]]:
    """List the stretches of lines that were one: the parts of each, without what stands in the cuts. Linear in the text."""
    lines = list(_lines(text))
    parts: list[Span] = []
    begin = 0
    before = _NO_LINE
    for number in range(len(lines) - 1):
        line, behind = lines[number], lines[number + 1]
        after = lines[number + 2] if number + 2 < len(lines) else _NO_LINE
        start = goes_on(text, line, begin, behind, widths=(before.width, after.width))
        if start >= 0 or parts:
            parts.append((begin, line.end))
        if start < 0 and parts:
            yield parts
            parts = []
        begin = start if start >= 0 else behind.low
        before = line
    if parts:
        yield [*parts, (begin, lines[-1].end)]


def line_behind(text: str, low: int, at: int) -> tuple[Line, Line] | None:
    """Return the line that starts at `low` and the one behind it, where the cut between them holds the place `at`."""
    stop = text.find("\n", at + 1)
    stop = text.find("\n", stop + 1) if stop >= 0 else -1
    for line, behind in pairwise(_lines(text[low : stop + 1 or len(text)])):
        if line.end <= at - low < behind.low:
            return Line(low + line.low, low + line.end), Line(low + behind.low, low + behind.end)
    return None


def is_plain(rest: str) -> bool:
    """Tell whether this is words, a code, a name or a date, and no rest of a secret."""
    return all(_PLAIN.fullmatch(part) for part in rest.split("+"))


def is_rest(word: str) -> bool:
    """Tell whether this may be what a cut left of a secret: nothing else begins so."""
    return not (_NAMED.match(word) or is_plain(word) or _ID.fullmatch(word))


def goes_on(text: str, line: Line, begin: int, behind: Line, *, widths: tuple[int, int] = (0, 0)) -> int:
    """Return where a line that says something from `begin` on goes on behind its cut; -1: nowhere.

    `widths` are those of the lines before and after the two.
    """
    width = line.width
    if not _NARROWEST <= width <= _WIDEST or behind.width > width + _SLACK or not behind.width:
        return -1
    start, same = _behind_prefix(text, line, behind)
    if same >= _SAME or start >= behind.end or text[begin : begin + _SAME] == text[start : start + _SAME]:
        return -1
    if behind.width <= width and (
        width in {behind.width, widths[0]} or _NARROWEST <= behind.width == widths[1]
    ):
        return -1 if text[start] in _BODY or _HEADER.match(text, start) else start
    rest = _RIGHT.match(text, start) if _LEFT.match(text, line.end - 1) else None
    if rest is None:
        return -1
    is_named = (
        _NAMED.match(rest[0]) and text.find("&", line.low, line.end) < 0
    )  # in a query a name may be cut
    if is_named or _FIELD.match(text, rest.end()) or is_plain(rest[0]) or _ID.fullmatch(rest[0]):
        return -1
    return start if _HEX.fullmatch(rest[0]) or _MIXED.fullmatch(rest[0]) else -1


def _lines(text: str) -> Iterator[Line]:
    """List the lines of a text."""
    listed = [found.span() for found in _LISTED.finditer(text)] if '",' in text else []
    low = number = 0
    at = text.find("\n")
    while at >= 0 or number < len(listed):
        if number < len(listed) and (at < 0 or listed[number][0] < at):
            end, start = listed[number]
            number += 1
            at = text.find("\n", start) if 0 <= at < start else at
        else:
            end, start = at - (text[at - 1] == "\r"), at + 1
            if text[end - 1] in _TAIL_ENDS and end > low:
                tail = _TAIL.search(text, max(low, end - _LONGEST_TAIL), end)
                end = tail.start() if tail else end
            at = text.find("\n", start)
        yield Line(low, max(low, end))
        low = start
    yield Line(low, len(text))


def _shape(text: str) -> str:
    """Write digits as blanks: so lines are compared whose numbers differ."""
    return text.translate(_DIGITS)


def _shared(one: str, other: str) -> int:
    """Return with how many letters two texts begin alike; halving beats going through them."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _behind_prefix(text: str, line: Line, behind: Line) -> tuple[int, int]:
    """Return where a line says something, behind what it shares with the line before, and how much of that they share.

    The same letters, and digits where the other has digits, or a blank before a shorter number.
    """
    most = min(_LONGEST_PREFIX, line.width, behind.width)
    one, other = _shape(text[line.low : line.low + most]), _shape(text[behind.low : behind.low + most])
    length = _shared(one, other)
    edge = next((at + 1 for at in range(length - 1, -1, -1) if text[line.low + at] in _EDGES), 0)
    indent = _INDENT.match(text, behind.low + edge)
    start = indent.end() if indent else behind.low + edge
    return start, length - edge
