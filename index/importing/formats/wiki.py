"""Tables of the wiki markups: AsciiDoc `|===`, MediaWiki `{|`, Confluence and Jira `||head||`, DokuWiki `^head^`."""

import re
from collections.abc import Callable, Sequence

from index.importing.formats.markup import plain
from index.importing.page import Block, Heading, Page, Table, Text

_ASCIIDOC = re.compile(r"^\|={3,}\s*$", re.MULTILINE)
_MEDIAWIKI = re.compile(r"^\{\|.*$", re.MULTILINE)
_JIRA = re.compile(r"^[ \t]*\|\|.+\|\|[ \t]*$", re.MULTILINE)
_DOKUWIKI = re.compile(r"^[ \t]*\^[^^\n]+\^[^\n]*\^[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"(={1,6})\s+(.+?)(?:\s+=+)?\s*$|(={2,6})([^=].*?)=+\s*$|h([1-6])\.\s+(.+)$")
_COLUMNS = re.compile(r"cols\s*=\s*\"?([^\"\]]+)")
_REPEATED = re.compile(r"\s*(\d{1,2})\*")
_CELL = re.compile(r"(?:^|(?<=\s))(?:\d*[.+*]?\d*[+*]?[<^>.]{0,2}[adehlmsv]?)?\|(?!=)")
_LINK = re.compile(r"\[\[(?:[^\]|]{0,200}\|)?([^\]|]{1,200})\]\]|'{2,5}|\{\{\{?|\}\}\}?")
_WIDEST = 40

Read = Callable[[Sequence[str], int], tuple[list[tuple[str, ...]], int, int]]


class Wiki:
    """Pages in AsciiDoc, MediaWiki and Confluence markup."""

    name = "wiki markup"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with a table of one of the markups."""
        return isinstance(content, str) and any(
            pattern.search(content) for pattern in (_ASCIIDOC, _MEDIAWIKI, _JIRA, _DOKUWIKI)
        )

    def read(self, content: str | bytes) -> Page:
        """Read headings, tables and lines."""
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        lines = text.split("\n")
        blocks: list[Block] = []
        at = 0
        while at < len(lines):
            line = lines[at].strip()
            reading = _reading(line)
            if reading is not None:
                rows, header, after = reading(lines, at)
                blocks.append(Table(rows=tuple(rows), header=header, where=f"line {at + 1}"))
                at = after
                continue
            if heading := _HEADING.match(line):
                level = len(heading[1] or heading[3] or "") or int(heading[5] or 1)
                said = heading[2] or heading[4] or heading[6]
                blocks.append(Heading(text=plain(said.strip()), level=level, where=f"line {at + 1}"))
            elif line.startswith(".") and len(line) > 1 and line[1].isalpha():
                blocks.append(Heading(text=plain(line[1:]), level=6, where=f"line {at + 1}"))
            elif line and not line.startswith(("[", "//", ":")):
                blocks.append(Text(text=plain(line), where=f"line {at + 1}"))
            at += 1
        return Page(blocks=tuple(blocks))


def _reading(line: str) -> Read | None:
    """Return what reads the table that begins with this line."""
    if _ASCIIDOC.match(line):
        return _asciidoc
    if _MEDIAWIKI.match(line):
        return _mediawiki
    if _DOKUWIKI.match(line):
        return _dokuwiki
    return _jira if _JIRA.match(line) else None


def _asciidoc(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read the cells between two fences and lay them in rows; the line above may say how many columns there are."""
    end = next((n for n in range(at + 1, len(lines)) if _ASCIIDOC.match(lines[n].strip())), len(lines))
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
    """Read a header of `||` and rows of `|`, a row going on until its last pipe."""
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


def _dokuwiki(lines: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int, int]:
    """Read a header between `^` and rows between `|`."""
    rows = [tuple(plain(cell) for cell in _between(lines[at], "^"))]
    at += 1
    while at < len(lines) and lines[at].lstrip().startswith("|"):
        rows.append(tuple(plain(cell) for cell in _between(lines[at], "|")))
        at += 1
    return rows, 1, at


def _between(line: str, mark: str) -> list[str]:
    return line.strip().removeprefix(mark).removesuffix(mark).split(mark, _WIDEST)
