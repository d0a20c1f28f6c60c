"""Tables in a text: a header that names its columns, and rows with their cells.

CSV with commas, semicolons or tabs (as spreadsheets copy them), Markdown, Jira and command-line tables.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.cells import MARKS, cells_at, names_in
from index.hits import Span
from index.payload import vocabulary
from index.payload.fields import role_key
from index.payload.forms import status_in
from index.payload.vocabulary import norm

_NAME = re.compile(r"[\w .\-/()#@%]{1,40}")
_TELLING = re.compile(r"(?i)code|status|http|错误码|状态|狀態|\bsc\b|\brc\b")
_BORDER = re.compile(r"[ \t+|:=\-─┼├┤]+")
_BEFORE = ": ", '"'
"""What may stand right before a header: a logger's name, the quote of a string that holds the whole table."""
_FEWEST = 2
_MOST_ROWS = 5000
_MOST_BLANK = 4
_LONGEST_HEADER = 1000


class Row(NamedTuple):
    """One row."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    cells: tuple[Span, ...]
    """Where its cells stand, without quotes and blanks; as many as the row has."""


class Grid(NamedTuple):
    """One table."""

    header: Span
    """Where its header stands."""
    keys: tuple[str | None, ...]
    """For each column the key of the vocabulary that its name stands for, if any."""
    rows: tuple[Row, ...]
    """Its rows, without the header."""

    def names_codes(self) -> bool:
        """Tell whether a column is one of codes, and another one is known too."""
        coded = any(vocabulary.CODE_KEYS.get(key or "", 0) >= vocabulary.USUAL for key in self.keys)
        return coded and sum(map(bool, self.keys)) > 1

    def states(self, text: str) -> bool:
        """Tell whether a column under the name of a status holds one."""
        columns = [number for number, key in enumerate(self.keys) if key in vocabulary.STATUS_KEYS]
        return any(
            status_in(text[slice(*cell)]) is not None
            for row in self.rows
            for number in columns
            for cell in row.cells[number : number + 1]
        )


def grids_of(text: str) -> Iterator[Grid]:
    """Find the tables of a text whose header has a column for codes or statuses, in order. Linear in the text."""
    done = 0
    for telling in _TELLING.finditer(text):
        if telling.start() < done:
            continue
        start = text.rfind("\n", done, telling.start()) + 1 or done
        end = text.find("\n", telling.end())
        end = end if end >= 0 else len(text)
        done = end
        line = text[start:end]
        lead = 0
        header = _header(line) if len(line) < _LONGEST_HEADER else None
        if header is None and len(line) < _LONGEST_HEADER:
            lead = max(line.rfind(mark) + len(mark) for mark in _BEFORE)
            header = _header(line[lead:]) if lead < len(line) else None
        if header is not None and end < len(text):
            mark, keys = header
            grid = Grid((start + lead, end), keys, tuple(_rows(text, end + 1, mark, len(keys), lead)))
            if grid.rows and (grid.names_codes() or grid.states(text)):
                done = grid.rows[-1].end
                yield grid


def _header(line: str) -> tuple[str, tuple[str | None, ...]] | None:
    """Return the delimiter and the keys of a header line, None for any other line."""
    for mark in MARKS:
        names = names_in(line, mark)
        if len(names) < _FEWEST or not all(not name or _NAME.fullmatch(name) for name in names):
            continue
        keys = tuple(key_of(name) for name in names)
        if any(key in vocabulary.STATUS_KEYS or key in vocabulary.CODE_KEYS for key in keys):
            return mark, keys
    return None


def key_of(name: str) -> str | None:
    """Return the key of the vocabulary that the name of a column stands for, if any."""
    if norm(name) in vocabulary.STATUS_COLUMNS:
        return "httpstatus"
    return role_key(name) if name else None


def _rows(text: str, at: int, mark: str, width: int, lead: int) -> Iterator[Row]:
    """Read rows; of each the same `lead` as before the header goes, where a logger put it there."""
    blank = 0
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)]
        blank = 0 if line.strip() else blank + 1
        if (blank and blank < _MOST_BLANK) or _BORDER.fullmatch(line):
            at += len(line) + 1  # between the rows of what was HTML, or under the header
        elif mark not in line or _header(line) is not None:
            return
        else:
            at += lead if lead and text.startswith(": ", at + lead - 2) else 0
            cells, end = cells_at(text, at, mark, width)
            yield Row(at, end, cells)
            at = text.find("\n", end) + 1
        if not 0 < at < len(text):
            return
