"""Pipe tables as they really are: rows broken over lines, missing outer pipes, delimiters of another width."""

import re
from collections.abc import Sequence

from index.importing.formats.markup import plain
from index.importing.headers import is_header_row
from index.importing.page import Table

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:[|+]\s*:?-*:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_WIDEST = 60
_MOST_LINES = 40
"""A row that is broken over more lines than this is no row."""


def is_delimiter(line: str) -> bool:
    """Tell whether a line is the delimiter row of a pipe table."""
    return "|" in line and "-" in line and len(line) < 10_000 and bool(_DELIMITER.fullmatch(line))  # noqa: PLR2004 - lines


def starts_table(lines: Sequence[str], at: int) -> bool:
    """Tell whether a pipe table starts at this line: a delimiter below it, or a header by its words."""
    line = lines[at]
    if "|" not in line or is_delimiter(line):
        return False
    if _is_delimited(lines, at):
        return True
    after = lines[at + 1] if at + 1 < len(lines) else ""
    header = [plain(cell) for cell in split(line)]
    return len(header) > 1 and is_header_row(header) and pipes(after) > 0 and len(split(after)) > 1


def _is_delimited(lines: Sequence[str], at: int) -> bool:
    """Tell whether the next line, or the one after a blank one, is a delimiter row."""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    later = lines[at + 2] if at + 2 < len(lines) else ""
    return "|" in lines[at] and (is_delimiter(after) or (not after.strip() and is_delimiter(later)))


def read_table(lines: Sequence[str], at: int, where: str = "") -> tuple[Table, int]:
    """Read the table that starts at a line; returns it and the number of the line after it."""
    width = len(split(lines[at]))
    rows = [split(lines[at])]
    outer = lines[at].lstrip().startswith("|")
    here = at + 1
    while here < len(lines) and not lines[here].strip():
        here += 1
    header: int | None = None
    if here < len(lines) and is_delimiter(lines[here]):
        width = max(width, len(split(lines[here])))
        outer = outer or lines[here].lstrip().startswith("|")
        here += 1
        header = 1
    while here < len(lines):
        if is_delimiter(lines[here]) and not any(cell.strip("- :") for cell in split(lines[here])):
            here += 1
            continue
        end = _row_end(lines, here, width, outer=outer)
        if end is None:
            break
        rows.append(split("\n".join(lines[here:end])))
        here = end
    table = Table(rows=tuple(tuple(plain(cell) for cell in row) for row in rows), header=header, where=where)
    return table, here


def _row_end(lines: Sequence[str], at: int, width: int, *, outer: bool) -> int | None:
    """Return the number of the line after the row that starts here, None if none starts here."""
    line = lines[at]
    if not line.strip():
        after = next((n for n in range(at + 1, min(at + 3, len(lines))) if lines[n].strip()), None)
        if after is None or not lines[after].lstrip().startswith("|") or _is_delimited(lines, after):
            return None
        return _row_end(lines, after, width, outer=outer) if outer else None
    if not pipes(line) or _is_delimited(lines, at) or line.lstrip().startswith(("#", "```")):
        return None
    if not outer or (_closed(line) and (pipes(line) > 2 or width < 3)):  # noqa: PLR2004 - | code | text
        return at + 1
    if pipes(line) > width:
        return at + 1
    return _broken_row_end(lines, at, width)


def _broken_row_end(lines: Sequence[str], at: int, width: int) -> int:
    """Follow a row without its closing pipe over lists, blank lines and code until a line closes it."""
    count = pipes(lines[at])
    for here in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[here]
        if line.startswith("#") or is_delimiter(line):
            break
        if line.lstrip().startswith("|") and pipes(line) > width - 1:
            break
        count += pipes(line)
        if count > width or (_closed(line) and count >= width):
            return here + 1
    return at + 1


def _closed(line: str) -> bool:
    bare = line.rstrip()
    return bare.endswith("|") and not bare.endswith("\\|")


def pipes(line: str) -> int:
    """Count the pipes that part cells."""
    return len(_PIPE.findall(line))


def split(line: str) -> list[str]:
    r"""Cut a row into raw cells; outer pipes are no cells of their own.

    >>> split(r"|400|A\|B| x |")
    ['400', 'A\\|B', ' x ']
    """
    bare = line.strip()
    bare = bare.removeprefix("|")
    if _closed(bare):
        bare = bare[:-1]
    return _PIPE.split(bare, maxsplit=_WIDEST)
