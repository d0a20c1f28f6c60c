"""Tables whose cells stand below their headers, as text of a PDF with its layout kept: cells may go on over lines.

Status   Error Code   Error Message      Solution
400      LMP.0011     The lamp is not    Choose another
                      of this house.     lamp.
"""

import re
from collections.abc import Sequence

import msgspec

from index.importing.fields import TEXT_FIELDS, Field
from index.importing.formats.markup import tidy
from index.importing.headers import field_of, is_header_row
from index.importing.page import Block, Table, Text
from index.importing.values import Kind, kind_of

_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST = 2
_SLACK = 3
"""How many places a cell may stand left of its header."""
_HEADER_LINES = 3
_PATIENCE = 40
"""Lines without a row after which a table has ended."""
_SOON = 6
"""Lines below a header within which the first row stands."""
_CODES = (Kind.CODE, Kind.NUMBER)


class _Shape(msgspec.Struct, frozen=True):
    """The columns of a table."""

    headers: tuple[str, ...]
    starts: tuple[int, ...]
    code: int

    def cells(self, line: str) -> list[str] | None:
        """Sort the pieces of a line into the columns; None where one stands in none of them."""
        cells = [""] * len(self.starts)
        for piece in _PIECE.finditer(line):
            at = max(
                (n for n, start in enumerate(self.starts) if piece.start() >= start - _SLACK), default=-1
            )
            if at < 0 or (cells[at] and piece.start() - self.starts[at] > _SLACK * 2):
                return None
            cells[at] = f"{cells[at]} {piece[0]}".strip()
        return cells


def blocks_by_places(text: str) -> list[Block]:
    """Read the lines of a text; cells that stand below a header of known words become the rows of its table."""
    lines = text.replace("\x0c", "\n").split("\n")
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        found = _header(lines, at)
        if found is not None:
            rows, after = _rows(lines, *found)
            if len(rows) >= _FEWEST:
                blocks.append(
                    Table(rows=(found[0].headers, *rows), header=1, where=f"line {at + 1}", exact=True)
                )
                at = after
                continue
        if lines[at].strip():
            blocks.append(Text(text=tidy(lines[at]), where=f"line {at + 1}"))
        at += 1
    return blocks


def _header(lines: Sequence[str], at: int) -> tuple[_Shape, int] | None:
    """Return the columns of a header that begins on this line, and the number of the line after it."""
    pieces = [(piece.start(), piece[0]) for piece in _PIECE.finditer(lines[at][:400])]
    if len(pieces) < 3 or sum(field_of(text) is not Field.OTHER for _, text in pieces) * 2 < len(pieces):  # noqa: PLR2004 - two columns are told apart by blanks alone
        return None
    starts = tuple(start for start, _ in pieces)
    headers = [text for _, text in pieces]
    after = at + 1
    best: tuple[list[str], int] | None = (headers, after) if is_header_row(headers) else None
    while after < min(at + _HEADER_LINES, len(lines)) and lines[after].strip():
        more = _Shape((), starts, 0).cells(lines[after])
        if more is None:
            break
        headers = [f"{one} {other}".strip() for one, other in zip(headers, more, strict=True)]
        after += 1
        if any(kind_of(cell) in _CODES for cell in more) or not is_header_row(headers):
            break
        best = (headers, after)
    if best is None:
        return None
    fields = [field_of(header) for header in best[0]]
    code = next((fields.index(field) for field in (Field.CODE, Field.NAME) if field in fields), None)
    if code is None or not TEXT_FIELDS & {*fields}:
        return None
    return _Shape(tuple(best[0]), starts, code), best[1]


def _rows(lines: Sequence[str], shape: _Shape, at: int) -> tuple[list[tuple[str, ...]], int]:
    """Read the rows below a header, over the heads and feet of pages; and the number of the line after the last one."""
    rows: list[list[list[str]]] = []
    fresh, end, first = True, at, at
    while at < len(lines) and at - end < (_PATIENCE if end > first else _SOON):
        line = lines[at]
        at += 1
        cells = shape.cells(line) if line.strip() else None
        if cells is None:
            fresh = True
            continue
        begins = kind_of(cells[shape.code]) in _CODES and sum(map(bool, cells)) > 1
        if begins and field_of(cells[shape.code]) is Field.OTHER:
            rows.append([[cell] for cell in cells])
            fresh, end = False, at
        elif not fresh and rows:
            for told, cell in zip(rows[-1], cells, strict=True):
                told.append(cell)
            end = at
    return [tuple(" ".join(filter(None, told)) for told in row) for row in rows], end
