"""Tables: CSV, columns copied from a spreadsheet, Markdown and command-line tables, with a header that names the columns."""

import re
from collections.abc import Iterator

from index.payload import vocabulary
from index.payload.fields import role_key
from index.payload.forms import is_code, is_id, status_in
from index.payload.reading import Finding, Piece, Strength
from index.payload.view import View

_CELLS = {
    ",": re.compile(r'\s*"((?:[^"]|"")*+)"?\s*(?:,|$)|([^,\n]*+)(?:,|$)'),
    ";": re.compile(r'\s*"((?:[^"]|"")*+)"?\s*(?:;|$)|([^;\n]*+)(?:;|$)'),
    "\t": re.compile(r'\s*"((?:[^"]|"")*+)"?\s*(?:\t|$)|([^\t\n]*+)(?:\t|$)'),
    "|": re.compile(r"(?!)()|([^|\n]*+)(?:\||$)"),
}
_BORDER = re.compile(r"[ \t+|:=\-─┼├┤]+")
_FEWEST = 2
_LONGEST_NAME = 40
_MOST_ROWS = 20_000
_LONGEST_HEADER = 1000


def columns(view: View) -> Iterator[Finding]:
    """Find the rows of tables whose header has a column for codes."""
    text = view.text
    at = 0
    keys: list[str | None] = []
    mark = ""
    for line in text.split("\n")[:_MOST_ROWS]:
        start, at = at, at + len(line) + 1
        header = _header(line) if len(line) < _LONGEST_HEADER else None
        if header is not None:
            mark, keys = header
        elif mark and mark in line:
            finding = _row(text, start, start + len(line), mark, keys)
            if finding is not None:
                yield finding
        elif line.strip() and not _BORDER.fullmatch(line):
            mark = ""


def _header(line: str) -> tuple[str, list[str | None]] | None:
    """Return the delimiter and the keys of a header line, None for any other line."""
    low = line.lower()
    if "code" not in low and "错误码" not in low:
        return None
    for mark in "|\t,;":
        cells = [cell.strip(" \"'*`") for cell in line.split(mark)]
        if len(cells) < _FEWEST or any(
            len(cell) > _LONGEST_NAME or ":" in cell or "=" in cell or "{" in cell for cell in cells
        ):
            continue
        keys = [role_key(cell) if cell and re.fullmatch(r"[\w .\-/]+", cell) else None for cell in cells]
        if (
            any(vocabulary.CODE_KEYS.get(key or "", 0) > 1 for key in keys)
            and sum(key is not None for key in keys) > 1
        ):
            return mark, keys
    return None


def _row(text: str, start: int, end: int, mark: str, keys: list[str | None]) -> Finding | None:
    finding = Finding(code=None, strength=Strength.FIELD, sure=2, start=start, end=end)
    rank, number, at = -1, 0, start
    while at < end and number < len(keys):
        found = _CELLS[mark].match(text, at, end)
        if found is None or found.end() == at:
            break
        at = found.end()
        piece = _cell(text, found)
        _take(finding, keys[number], piece)
        key = keys[number] or ""
        if (
            piece.text
            and vocabulary.MESSAGE_KEYS.get(key, -1) > rank
            and vocabulary.CODE_KEYS.get(key, 0) < vocabulary.USUAL
        ):
            rank, finding.message = vocabulary.MESSAGE_KEYS[key], piece
        number += 1
    return finding if finding.code else None


def _take(finding: Finding, key: str | None, piece: Piece) -> None:
    if key is None or not piece.text:
        return
    if vocabulary.CODE_KEYS.get(key, 0) > 1 and is_code(piece.text, 2) and finding.code is None:
        finding.code = piece
    elif key in vocabulary.ID_KEYS and is_id(piece.text):
        finding.ids.append(piece)
    elif key in vocabulary.STATUS_KEYS and status_in(piece.text):
        finding.status, finding.status_piece = status_in(piece.text), piece


def _cell(text: str, found: re.Match[str]) -> Piece:
    group = 1 if found[1] is not None else 2
    start, end = found.span(group)
    while start < end and text[start] in " *`":
        start += 1
    while end > start and text[end - 1] in " *`":
        end -= 1
    return Piece(text[start:end].replace('""', '"'), start, end)
