"""The tables of the wiki markups: each function reads the one that begins at a line.

It returns the rows, how many of them are header rows, and the number of the line after the table.
"""

import re
from collections.abc import Callable, Sequence

from index.importing.formats.markup import plain

ASCIIDOC = re.compile(r"^\|={3,}\s*$", re.MULTILINE)
MEDIAWIKI = re.compile(r"^\{\|.*$", re.MULTILINE)
JIRA = re.compile(r"^[ \t]*\|\|.+\|\|[ \t]*$", re.MULTILINE)
DOKUWIKI = re.compile(r"^[ \t]*\^[^^\n]+\^[^\n]*\^[ \t]*$", re.MULTILINE)
TEXTILE = re.compile(r"^[ \t]*\|_[^|\n]{0,20}\. [^\n]*\|[ \t]*$", re.MULTILINE)
_COLUMNS = re.compile(r"cols\s*=\s*\"?([^\"\]]+)")
_REPEATED = re.compile(r"\s*(\d{1,2})\*")
_CELL = re.compile(r"(?:^|(?<=\s))(?:\d*[.+*]?\d*[+*]?[<^>.]{0,2}[adehlmsv]?)?\|(?!=)")
_LINK = re.compile(r"\[\[(?:[^\]|]{0,200}\|)?([^\]|]{1,200})\]\]|'{2,5}|\{\{\{?|\}\}\}?")
_BREAK = re.compile(r"\[\[BR\]\]|<<BR>>", re.IGNORECASE)
_CELL_MARK = re.compile(r"\s*(?:<[^<>|]{1,60}>|=(?=\s))|\s=\s*$")
_TEXTILE_MARK = re.compile(r"^(?:_|\\\d{1,2}|/\d{1,2}|[<>=^~-]|\{[^{}]{0,80}\}|\([^()]{0,40}\)){1,6}\. ")
_TEXTILE_CODE = re.compile(r"@([^@\n]{1,200})@")
_TEXTILE_LINK = re.compile(r"\"([^\"\n]{1,200})\":\S+")
_WIDEST = 40

Read = Callable[[Sequence[str], int], tuple[list[tuple[str, ...]], int, int]]


def reading(line: str) -> Read | None:
    """Return what reads the table that begins with this line; None where none begins."""
    marks: tuple[tuple[re.Pattern[str], Read], ...] = (
        (ASCIIDOC, _asciidoc),
        (MEDIAWIKI, _mediawiki),
        (DOKUWIKI, _dokuwiki),
        (JIRA, _jira),
        (TEXTILE, _textile),
    )
    return next((read for mark, read in marks if mark.match(line)), None)


def _asciidoc(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read the cells between two fences and lay them in rows; the line above may say how many columns there are."""
    end = next((n for n in range(at + 1, len(lines)) if ASCIIDOC.match(lines[n].strip())), len(lines))
    cells: list[list[str]] = []
    first = 0
    for line in lines[at + 1 : end]:
        starts = [found.start() for found in _CELL.finditer(line)]
        if not starts and cells and line.strip():
            cells[-1].append(line)
        for start, stop in zip(starts, [*starts[1:], len(line)], strict=False):
            cells.append([line[start:stop].partition("|")[2]])
        first = first or len(starts)
    width = _width(lines[at - 1] if at else "") or first
    tidied = [plain("\n".join(cell)) for cell in cells]
    rows = [tuple(tidied[n : n + width]) for n in range(0, len(tidied), max(width, 1))]
    return [row for row in rows if len(row) == width], 1, end + 1


def _width(attributes: str) -> int:
    """Return how many columns `[cols="1,2*,3"]` declares; 0 if it does not."""
    found = _COLUMNS.search(attributes)
    if found is None:
        return 0
    parts = found[1].split(",")
    return sum(int(repeated[1]) if (repeated := _REPEATED.match(part)) else 1 for part in parts)


def _mediawiki(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read rows parted by `|-`, cells by `||` or a line each; `!` marks those of the header."""
    rows: list[list[list[str]]] = [[]]
    header = False
    end = at + 1
    while end < len(lines) and not lines[end].strip().startswith("|}"):
        line = lines[end].strip()
        if line.startswith("|-"):
            rows.append([])
        elif line.startswith(("|", "!")) and not line.startswith("|+"):
            header = header or line.startswith("!")
            cells = re.split(r"\|\||!!", line[1:], maxsplit=_WIDEST)
            rows[-1] += [[cell.rpartition("|")[2] if "[[" not in cell else cell] for cell in cells]
        elif rows[-1] and line:
            rows[-1][-1].append(line)
        end += 1
    told = [
        tuple(plain(_LINK.sub(lambda found: found[1] or "", "\n".join(cell))) for cell in row)
        for row in rows
        if row
    ]
    return told, int(header), end + 1


def _jira(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read a header of `||` and rows of `|`, a row going on until its last pipe; Trac and MoinMoin part rows by `||`."""
    if lines[at + 1 : at + 2] and JIRA.match(lines[at + 1]):
        end = next((n for n in range(at, len(lines)) if not JIRA.match(lines[n])), len(lines))
        return [tuple(_bare(cell) for cell in _between(line, "||")) for line in lines[at:end]], 1, end
    width = len(_between(lines[at], "||"))
    rows = [tuple(plain(cell) for cell in _between(lines[at], "||"))]
    at += 1
    while at < len(lines) and lines[at].lstrip().startswith("|"):
        row, pipes = [lines[at]], lines[at].count("|")
        while pipes < width + 1 and at + 1 < len(lines) and lines[at + 1].strip()[:1] not in ("", "|"):
            at += 1
            row.append(lines[at])
            pipes += lines[at].count("|")
        rows.append(tuple(plain(cell) for cell in _between("\n".join(row), "|")))
        at += 1
    return rows, 1, at


def _bare(cell: str) -> str:
    """Take the marks of Trac and MoinMoin out of a cell."""
    told = _LINK.sub(lambda found: found[1] or "", _CELL_MARK.sub("", _BREAK.sub("\n", cell)))
    return plain(told)


def _dokuwiki(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read a header between `^` and rows between `|`."""
    rows = [tuple(plain(cell) for cell in _between(lines[at], "^"))]
    at += 1
    while at < len(lines) and lines[at].lstrip().startswith("|"):
        rows.append(tuple(plain(cell) for cell in _between(lines[at], "|")))
        at += 1
    return rows, 1, at


def _textile(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read a header of `|_. head |` and rows between `|`."""
    end = next((n for n in range(at, len(lines)) if not lines[n].lstrip().startswith("|")), len(lines))
    rows = []
    for line in lines[at:end]:
        cells = [_TEXTILE_MARK.sub("", cell.strip() + " ") for cell in _between(line, "|")]
        told = [_TEXTILE_LINK.sub(r"\1", _TEXTILE_CODE.sub(r"\1", cell)) for cell in cells]
        rows.append(tuple(plain(cell) for cell in told))
    return rows, 1, end


def _between(line: str, mark: str) -> list[str]:
    return line.strip().removeprefix(mark).removesuffix(mark).split(mark, _WIDEST)
