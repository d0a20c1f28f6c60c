"""The cells of a row of a table: CSV with commas, semicolons or tabs as spreadsheets write and copy them, and pipes.

A cell in quotes may go over several lines and hold the delimiter and doubled or escaped quotes.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from index.hits import Span

MARKS = "|\t,;"
"""What parts cells."""
_QUOTED = r'[ ]*"(?P<quoted>(?:[^"\\]|""|\\.){0,8000}+)"[ ]*'
_CELLS = {
    mark: re.compile(rf"(?s:{_QUOTED}(?={mark}|\r?\n|\Z))|(?P<plain>[^{mark}\r\n]*+)") for mark in ",;\t"
} | {"|": re.compile(r"(?P<plain>[^|\n]*+)(?P<quoted>(?!))?")}
_RULE = re.compile(
    r"^(?:[^\n]{0,160}[ >|:\]│])??(?P<rule>[ ]{0,20}(?:[-=]{2,80}[ ]{1,200}){1,40}[-=]{2,80})[ │|]*$",
    re.MULTILINE,
)
"""A rule, behind what a log or a frame puts before each line."""
_RUN = re.compile(r"[-=]+")
_AROUND = " *`\r\n\t"
_MOST = 200
_MOST_ROWS = 5000


class Ruled(NamedTuple):
    """A table with a rule of dashes under its header, whose columns begin where the runs of dashes do."""

    header: tuple[Span, ...]
    """Where the names of its columns stand."""
    rows: tuple[tuple[Span, tuple[Span, ...]], ...]
    """Where each row stands, and its cells."""


def names_in(line: str, mark: str) -> list[str]:
    """Return the names in a header line, without quotes, blanks and the marks of Markdown and Jira."""
    line = line.strip()
    cells = line.replace("||", "|").strip("|").split("|") if mark == "|" else line.split(mark)
    return [cell.strip(" \"'*`") for cell in cells]


def cells_at(text: str, start: int, mark: str, width: int) -> tuple[tuple[Span, ...], int]:
    """Return where the cells of the row stand that starts at a place, and where the row ends.

    A body without quotes that holds the delimiter is one cell, so that at most `width` come back where the row has one.
    """
    stop = text.find("\n", start)
    line = text[start : stop if stop >= 0 else len(text)]
    if mark != "|" and '"' not in line:
        return fitted(text, list(islice(_parted(line, start, mark), _MOST)), width), start + len(line)
    at = start
    if mark == "|":
        lead = text[at : at + 40]
        at += len(lead) - len(lead.lstrip(" "))
        at += text.startswith("|", at)
    cells: list[Span] = []
    while len(cells) < _MOST and (found := _CELLS[mark].match(text, at)) is not None:
        cells.append(_plain(text, *found.span("quoted" if found["quoted"] is not None else "plain")))
        at = found.end()
        if not text.startswith(mark, at):
            break
        at += 1
    return fitted(text, cells, width), at


def fitted(text: str, cells: list[Span], width: int) -> tuple[Span, ...]:
    """Make cells as many as there are columns: empty ones at the end go, parts of a body are joined."""
    if len(cells) <= width:
        return tuple(cells)
    while len(cells) > width and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    extra = len(cells) - width
    body = next((number for number, (low, _) in enumerate(cells) if text.startswith(("{", "["), low)), -1)
    if extra > 0 and 0 <= body < width:
        cells = [*cells[:body], (cells[body][0], cells[body + extra][1]), *cells[body + extra + 1 :]]
    return tuple(cells)


def _parted(line: str, start: int, mark: str) -> Iterator[Span]:
    """Cut a line without quotes."""
    for part in line.split(mark):
        low = start + len(part) - len(part.lstrip(_AROUND))
        yield low, low + len(part.strip(_AROUND))
        start += len(part) + 1


def _plain(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end


def ruled_in(text: str) -> Iterator[Ruled]:
    """Find the tables that PowerShell and reStructuredText print, with a rule under the header. Linear in the text."""
    if "-- -" not in text and "--  " not in text and "== =" not in text:
        return
    done = 0
    for rule in _RULE.finditer(text):
        end = rule.start() - 1
        start = text.rfind("\n", 0, max(end, 0)) + 1
        if start < done or end <= start or _RULE.match(text, start):
            continue
        lead = rule.start("rule") - rule.start()
        columns = [lead + run.start() for run in _RUN.finditer(rule["rule"])]
        rows = tuple(_ruled_rows(text, rule.end() + 1, columns))
        if rows:
            done = rows[-1][0][1]
            yield Ruled(tuple(_cut(text, start, end, columns)), rows)


def _ruled_rows(text: str, at: int, columns: list[int]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        if not text[at:stop].strip() or _RULE.match(text, at):
            return
        yield (at, stop), tuple(_cut(text, at, stop, columns))
        at = stop + 1


def _cut(text: str, start: int, end: int, columns: list[int]) -> Iterator[Span]:
    """Cut a line where the columns begin."""
    for low, high in zip(columns, [*columns[1:], end - start], strict=True):
        yield _plain(text, min(start + low, end), max(min(start + high, end), min(start + low, end)))
