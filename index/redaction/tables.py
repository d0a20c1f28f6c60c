"""Secrets in tables: a column whose header names a secret, and rows of a name and its value (CSV, tabs, Markdown, cells of HTML)."""

import re
from collections.abc import Callable, Iterator

from index.cells import cells_at, names_in, ruled_in
from index.hits import Span

_MARKS = "\t|,;"
_MARK = re.compile(r"[\t|,;]")
_LONGEST_HEADER = 400
_LONGEST_NAME = 30
_NAME = re.compile(r"[A-Za-z_\u4e00-\u9fff][A-Za-z_ \-\u4e00-\u9fff]*")
_RANDOM = re.compile(
    r"(?=.*[0-9])(?=.*[A-Za-z])|(?=.*[a-z])(?=.*[A-Z]).{12,}|(?=.*[A-Za-z0-9])(?=.*[!@#$%^&*+=])"
)
_TELLING = ("pass", "pwd", "secret", "token", "密码", "口令", "密钥", "accesskey", "access key", "access_key")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*\.\d+")
_MOST_ROWS = 5000
_FRAME = "\"' │┃"
_LEAST = 5


def in_tables(text: str, kind_of: Callable[[str], str | None]) -> Iterator[tuple[str, Span]]:
    """List the secrets that a header or the first cell of a row gives away: kind and span."""
    low = text.lower()
    if not any(word in low for word in _TELLING):
        return
    for table in ruled_in(text):
        kinds = _kinds([text[low:high] for low, high in table.header], kind_of)
        if kinds:
            yield from (found for _, cells in table.rows for found in _row(text, cells, kinds))
    at, mark, kinds, width, rows = 0, "", {}, 0, 0
    while at < len(text):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)]
        rows += 1
        if kinds and mark in line and rows < _MOST_ROWS:
            cells, end = cells_at(text, at, mark, width)
            # a row that lost its frame, or whose header stands behind something, is read from its end too
            behind = {number + len(cells) - width: kind for number, kind in kinds.items()}
            yield from _row(text, cells, behind | kinds)
            at = text.find("\n", end) + 1 or len(text)
            continue
        mark, kinds, width = _header(line, kind_of)
        rows = 0
        if kinds and mark in "\t|":
            yield from _pair(line, at, mark, kinds)
        at += len(line) + 1


def _header(line: str, kind_of: Callable[[str], str | None]) -> tuple[str, dict[int, str], int]:
    """Return the delimiter of a line of which cells name secrets, the kinds of these columns, and the number of all."""
    if len(line) > _LONGEST_HEADER or _MARK.search(line) is None:
        return "", {}, 0
    low = line.lower()
    if not any(word in low for word in _TELLING):
        return "", {}, 0
    for mark in _MARKS:
        names = names_in(line, mark)
        if len(names) < 2:  # noqa: PLR2004 - a table has two columns
            continue
        kinds = _kinds(names, kind_of)
        if kinds:
            return mark, kinds, len(names)
    return "", {}, 0


def _kinds(names: list[str], kind_of: Callable[[str], str | None]) -> dict[int, str]:
    """Return the kinds of the columns that secrets stand in, by number."""
    return {
        number: kind
        for number, name in enumerate(name.strip(_FRAME) for name in names)
        if _NAME.fullmatch(name) and len(name) <= _LONGEST_NAME and (kind := kind_of(name.replace(" ", "_")))
    }


def _row(text: str, cells: tuple[Span, ...], kinds: dict[int, str]) -> Iterator[tuple[str, Span]]:
    for number, (start, end) in enumerate(cells):
        if number in kinds:
            plain = text[start:end].strip(_FRAME)
            low = text.find(plain, start, end)
            if _is_value(plain):
                yield kinds[number], (low, low + len(plain))


def _pair(line: str, start: int, mark: str, kinds: dict[int, str]) -> Iterator[tuple[str, Span]]:
    """Read a row of a name and its value."""
    cells = [(low, cell) for low, cell in _cells(line, mark) if cell]
    if len(cells) == 2 and len(kinds) == 1 and _is_value(cells[1][1]):  # noqa: PLR2004 - a name and a value
        yield next(iter(kinds.values())), (start + cells[1][0], start + cells[1][0] + len(cells[1][1]))


def _cells(line: str, mark: str) -> Iterator[tuple[int, str]]:
    at = 0
    for cell in line.split(mark):
        plain = cell.strip(" \"'`\r")
        yield at + cell.find(plain), plain
        at += len(cell) + 1


def _is_value(cell: str) -> bool:
    """Tell whether a cell holds a secret rather than a word about it."""
    is_code = _CODE.fullmatch(cell) is not None
    return len(cell) >= _LEAST and " " not in cell and not is_code and _RANDOM.match(cell) is not None
