"""Tables whose cells are parted by blanks or tabs, one row a line."""

import errno
import re
from collections.abc import Sequence

from index.importing.fields import Field
from index.importing.formats.markup import tidy
from index.importing.headers import field_of, is_header_row
from index.importing.page import Block, Table, Text

_GAP = re.compile(r"[^\S\n]{2,}|\t")
_TERM = re.compile(r"\s{1,12}(?:(E[A-Z0-9]{2,20})|\[(E[A-Z0-9]{2,20})\])(?:(\s{1,40})(\S.*)|\s*)")
_STATUS_TERM = re.compile(r"\s{1,12}(-?\d{1,3}|>\d{1,3})(?:(\s{2,40})(\S.*)|\s*)")
_STATUSES = re.compile(r"(?:EXIT|RETURN) (?:STATUS|CODES?|VALUES?)|DIAGNOSTICS", re.IGNORECASE)
"""Sections of a manual whose terms are numbers."""
_FEWEST_TERMS = 3
_NAMES = frozenset(errno.errorcode.values())
"""Names after which one blank is enough."""
_WIDEST = 9
_LONGEST_HEADER = 200


def blocks_by_blanks(text: str) -> list[Block]:
    """Read the lines of a text; a header line followed by lines of as many cells becomes a table."""
    lines = text.split("\n")
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        table, after = _table(lines, at)
        if table is not None:
            blocks.append(table)
        elif lines[at].strip():
            blocks.append(Text(text=tidy(lines[at]), where=f"line {at + 1}"))
        at = after
    return blocks


def blocks_by_terms(text: str) -> list[Block]:
    """Read names in capitals, each with what it means two blanks on or on the lines below, as a manual lists them."""
    blocks: list[Block] = []
    rows: list[tuple[str, list[str]]] = []
    where = section = ""
    for number, line in enumerate(text.split("\n"), 1):
        section = line.strip() if line[:1].strip() else section
        term = _term(line, section)
        if term is not None:
            where = where or f"line {number}"
            rows.append((term[0], [term[1]]))
        elif rows and line[:1] in " \t" and line.strip():
            rows[-1][1].append(line.strip())
        elif line.strip():
            blocks.append(Text(text=tidy(line), where=f"line {number}"))
    told = [(name, meaning) for name, parts in rows if (meaning := " ".join(parts).strip())]
    if len(told) >= _FEWEST_TERMS:
        blocks.append(Table(rows=(("error code", "description"), *told), header=1, where=where, exact=True))
    return blocks


def _term(line: str, section: str) -> tuple[str, str] | None:
    """Return the name that a line begins with and what stands behind it; None if it begins with none."""
    found = _TERM.fullmatch(line)
    if found and (found[3] != " " or found[1] in _NAMES):
        return found[1] or found[2], (found[4] or "").strip()
    found = _STATUS_TERM.fullmatch(line) if _STATUSES.fullmatch(section) else None
    return (found[1], (found[3] or "").strip()) if found else None


def _cells(line: str) -> list[str]:
    return [tidy(cell) for cell in _GAP.split(line.strip())] if line.strip() else []


def _table(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    """Return the table whose header is this line, and the number of the line after it."""
    if not lines[at].strip() or len(lines[at]) > _LONGEST_HEADER:
        return None, at + 1
    first = next((n for n in range(at + 1, min(at + 3, len(lines))) if lines[n].strip()), None)
    if first is None:
        return None, at + 1
    width = len(_cells(lines[first]))
    header = header_cells(lines[at], width)
    if not header:
        return None, at + 1
    rows = [tuple(header)]
    here = first
    while here < len(lines) and (cells := _cells(lines[here])) and 1 < len(cells) <= width:
        if any(cell.strip("-=") for cell in cells):  # a line drawn below the header is no row
            rows.append(tuple(cells))
        here += 1
    return Table(rows=tuple(rows), header=1, where=f"line {at + 1}"), here


def header_cells(line: str, width: int) -> list[str]:
    """Cut a line into so many header cells, each a known word; [] if that cannot be done.

    >>> header_cells("Error Code HTTP Status Code Description", 3)
    ['Error Code', 'HTTP Status Code', 'Description']
    """
    cells = _cells(line)
    if 1 < width == len(cells) and is_header_row(cells):
        return cells
    words = line.split()
    if not 1 < width <= min(len(words), _WIDEST) or len(words) > 4 * _WIDEST:
        return []
    found = _cut(words, width, {})
    return found if found and is_header_row(found) else []


def _cut(words: Sequence[str], width: int, failed: dict[tuple[int, int], bool]) -> list[str]:
    """Cut words into so many known headers, the first one as long as possible."""
    if width == 1:
        whole = " ".join(words)
        return [whole] if field_of(whole) is not Field.OTHER else []
    if (len(words), width) in failed:
        return []
    for size in range(len(words) - width + 1, 0, -1):
        head = " ".join(words[:size])
        if field_of(head) is not Field.OTHER and (rest := _cut(words[size:], width - 1, failed)):
            return [head, *rest]
    failed[len(words), width] = True
    return []
