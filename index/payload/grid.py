"""Tables in a text: a header that names its columns, and rows with their cells.

CSV with commas, semicolons or tabs (as spreadsheets copy them), Markdown, Jira and command-line tables. A cell in quotes may
go over several lines and hold the delimiter and doubled quotes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.hits import Span
from index.payload import vocabulary
from index.payload.fields import role_key
from index.payload.forms import status_in
from index.payload.vocabulary import norm

_MARKS = "|\t,;"
_QUOTED_CELL = r'[ ]*"(?P<quoted>(?:[^"\\]|""|\\.){0,8000}+)"[ ]*'
_CELLS = {
    mark: re.compile(
        rf"(?s:{_QUOTED_CELL}(?={re.escape(mark)}|\r?\n|\Z))|(?P<plain>[^{re.escape(mark)}\r\n]*+)"
    )
    for mark in ",;\t"
} | {"|": re.compile(r"(?P<plain>[^|\n]*+)(?P<quoted>(?!))?")}
_NAME = re.compile(r"[\w .\-/()#@%]{1,40}")
_TELLING = re.compile(r"(?i)code|status|http|错误码|状态|狀態|\bsc\b|\brc\b")
_BORDER = re.compile(r"[ \t+|:=\-─┼├┤]+")
_FEWEST = 2
_MOST_ROWS = 5000
_MOST_CELLS = 200
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
            for cell in (row.cells[number : number + 1] + row.cells[number - len(self.keys) :][:1])
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
        header = _header(text[start:end]) if end - start < _LONGEST_HEADER else None
        if header is not None and end < len(text):
            mark, keys = header
            grid = Grid(keys, tuple(_rows(text, end + 1, mark)))
            if grid.rows and (grid.names_codes() or grid.states(text)):
                done = grid.rows[-1].end
                yield grid


def _header(line: str) -> tuple[str, tuple[str | None, ...]] | None:
    """Return the delimiter and the keys of a header line, None for any other line."""
    line = line.strip()
    for mark in _MARKS:
        cells = line.replace("||", "|").strip("|").split("|") if mark == "|" else line.split(mark)
        names = [cell.strip(" \"'*`") for cell in cells]
        if len(names) < _FEWEST or not all(not name or _NAME.fullmatch(name) for name in names):
            continue
        keys = tuple(_key(name) for name in names)
        if any(key in vocabulary.STATUS_KEYS or key in vocabulary.CODE_KEYS for key in keys):
            return mark, keys
    return None


def _key(name: str) -> str | None:
    if norm(name) in vocabulary.STATUS_COLUMNS:
        return "httpstatus"
    return role_key(name) if name else None


def _rows(text: str, at: int, mark: str) -> Iterator[Row]:
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)]
        if not line.strip() or _BORDER.fullmatch(line):
            at += len(line) + 1  # between the rows of what was HTML, or under the header
        elif mark not in line or _header(line) is not None:
            return
        else:
            row = _row(text, at, mark)
            yield row
            at = text.find("\n", row.end) + 1
        if not 0 < at < len(text):
            return


def _row(text: str, start: int, mark: str) -> Row:
    at = start
    if mark == "|":
        at += len(text[at : at + 40]) - len(text[at : at + 40].lstrip(" "))
        at += text.startswith("|", at)
    cells: list[Span] = []
    while len(cells) < _MOST_CELLS:
        found = _CELLS[mark].match(text, at)
        if found is None:
            break
        cells.append(_plain(text, *found.span("quoted" if found["quoted"] is not None else "plain")))
        at = found.end()
        if not text.startswith(mark, at):
            break
        at += len(mark)
    return Row(start, at, tuple(cells))


def _plain(text: str, start: int, end: int) -> Span:
    """Take blanks and the marks of Markdown off a cell."""
    while start < end and text[start] in " *`\r\n\t":
        start += 1
    while end > start and text[end - 1] in " *`\r\n\t":
        end -= 1
    return start, end
