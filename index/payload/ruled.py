"""Tables whose columns are told by places or blanks alone: ruled ones, as PowerShell and reStructuredText print them, and W3C logs."""

import re
from collections.abc import Iterator

from index.cells import fitted
from index.hits import Span
from index.payload.grid import Grid, Row, key_of

_RULE = re.compile(r"^[ ]{0,20}(?:[-=]{2,80}[ ]{1,200}){1,40}[-=]{2,80}[ ]*$", re.MULTILINE)
_RUN = re.compile(r"[-=]+")
_FIELDS = re.compile(r"^#Fields:[ \t]([^\n]{1,1000})$", re.MULTILINE)
_WORD = re.compile(r"[^ \t\r\n]+")
_MOST_ROWS = 5000


def ruled_of(text: str) -> Iterator[Grid]:
    """Find the tables with a rule of dashes under the header. Linear in the text."""
    done = 0
    for rule in _RULE.finditer(text):
        end = rule.start() - 1
        start = text.rfind("\n", 0, max(end, 0)) + 1
        if start < done or end <= start or _RULE.match(text, start):
            continue
        columns = [run.start() for run in _RUN.finditer(rule[0])]
        keys = tuple(key_of(text[low:high]) for low, high in _cut(text, start, end, columns))
        rows = tuple(_rows(text, rule.end() + 1, columns))
        if rows and any(keys):
            done = rows[-1].end
            yield Grid((start, end), keys, rows)


def _rows(text: str, at: int, columns: list[int]) -> Iterator[Row]:
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        if not text[at:stop].strip() or _RULE.match(text, at):
            return
        yield Row(at, stop, tuple(_cut(text, at, stop, columns)))
        at = stop + 1


def _cut(text: str, start: int, end: int, columns: list[int]) -> Iterator[Span]:
    """Cut a line where the columns begin."""
    for low, high in zip(columns, [*columns[1:], end - start], strict=True):
        first, last = min(start + low, end), min(start + high, end)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        yield first, last


def logs_of(text: str) -> Iterator[Grid]:
    """Find the logs that name their fields in a line `#Fields:`, the columns parted by blanks. Linear in the text."""
    for head in _FIELDS.finditer(text):
        names = head[1].split()
        rows = tuple(_log_rows(text, head.end() + 1, len(names)))
        if rows:
            yield Grid(head.span(), tuple(key_of(name) for name in names), rows)


def _log_rows(text: str, at: int, width: int) -> Iterator[Row]:
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        if at >= len(text) or text.startswith("#", at):
            return
        words = [found.span() for found in _WORD.finditer(text, at, stop)]
        yield Row(at, stop, fitted(text, words, width))
        at = stop + 1
