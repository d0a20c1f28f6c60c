"""Flattened web text: what is left of a page when its markup is gone and a table's cells stand one below the other.

A header is a run of header words, one a cell; a row starts where the code (and the status) stand at their places again.
Rows that lost an empty cell, or whose last cell has several paragraphs, end where the next row starts; the last row
ends where its columns do, so that nothing of the page's foot comes along.
"""

from collections.abc import Sequence
from itertools import chain

import msgspec

from index.importing.fields import Field
from index.importing.formats.blanks import blocks_by_blanks, blocks_by_terms
from index.importing.formats.markup import tidy
from index.importing.formats.named_lines import blocks_by_names
from index.importing.formats.placed import blocks_by_places
from index.importing.formats.protocol import text_of
from index.importing.formats.words import blocks_by_words
from index.importing.headers import field_of
from index.importing.page import Block, Page, Table, Text
from index.importing.values import Kind, kind_of

_LONGEST_HEADER = 60
_WIDEST = 9
_REACH = 16
"""How many cells more than its columns a row may have."""
_CODES = (Kind.CODE, Kind.NUMBER, Kind.WORD)
_COUNTED = (Kind.CODE, Kind.NUMBER, Kind.STATUS)


class FlattenedText:
    """Any text at all."""

    name = "flattened web text"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim every text."""
        return isinstance(content, str)

    def read(self, content: str | bytes) -> Page:
        """Read cells by paragraphs if that gives a table, else by lines."""
        text = text_of(content)
        best: tuple[int, list[Block]] = (-1, [])
        for blocks in (
            blocks_by_places(text),
            _blocks(_paragraphs(text)),
            _blocks(_lines(text)),
            blocks_by_blanks(text),
        ):
            tables = [block for block in blocks if isinstance(block, Table)]
            rows = sum(map(_coded, tables)) or sum(len(table.rows) - 1 for table in tables)
            if rows > best[0]:
                best = (rows, blocks)
        if best[0] <= 0:
            for blocks in (blocks_by_words(text), blocks_by_terms(text)):
                if any(isinstance(block, Table) for block in blocks):
                    return Page(blocks=tuple(blocks))
            return Page(blocks=tuple(blocks_by_names(text) or best[1]))
        return Page(blocks=tuple(best[1]))


def _coded(table: Table) -> int:
    """Count the rows with a code or number in them; those that only go on with the text above have none."""
    return sum(any(kind_of(cell or "") in _COUNTED for cell in row) for row in table.rows[1:])


class _Cell(msgspec.Struct, frozen=True):
    text: str
    line: int


def _paragraphs(text: str) -> list[_Cell]:
    cells: list[_Cell] = []
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines.append(line)
        elif lines:
            cells.append(_Cell(tidy("\n".join(lines)), number - len(lines)))
            lines = []
    return cells


def _lines(text: str) -> list[_Cell]:
    return [
        _Cell(tidy(line.strip().rstrip("|").strip()), number)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip().strip("|").strip()
    ]


class _Shape(msgspec.Struct, frozen=True):
    """A header: where it stands and what its columns are."""

    start: int
    fields: tuple[Field, ...]

    @property
    def end(self) -> int:
        """The cell after the header."""
        return self.start + len(self.fields)

    def fits(self, cells: Sequence[_Cell], at: int) -> bool:
        """Tell whether a row starts at this cell."""
        for offset, field in enumerate(self.fields):
            if at + offset >= len(cells):
                return offset > self.fields.index(Field.CODE)
            kind = kind_of(cells[at + offset].text)
            if (field is Field.CODE and kind not in _CODES) or (
                field is Field.STATUS and kind is not Kind.STATUS
            ):
                return False
        return True


def _blocks(cells: list[_Cell]) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    fields = [field_of(cell.text) if len(cell.text) <= _LONGEST_HEADER else Field.OTHER for cell in cells]
    while at < len(cells):
        shape = _shape_at(cells, fields, at)
        if shape is None:
            blocks.append(Text(text=cells[at].text, where=f"line {cells[at].line}"))
            at += 1
            continue
        blocks += [Text(text=cell.text, where=f"line {cell.line}") for cell in cells[at : shape.start]]
        table, at = _table(cells, fields, shape)
        blocks.append(table)
    return blocks


def _shape_at(cells: list[_Cell], fields: list[Field], at: int) -> _Shape | None:
    """Return the header in the run of header words that starts here: of its parts the one with most rows below."""
    if fields[at] is Field.OTHER:
        return None
    end = at
    while end < len(cells) and end < at + 2 * _WIDEST and fields[end] is not Field.OTHER:
        end += 1
    best: tuple[int, int, _Shape | None] = (0, 0, None)
    for stop in (end, end - 1):
        for start in range(max(at, stop - _WIDEST), stop - 1):
            shape = _Shape(start, _with_code(fields[start:stop]))
            if Field.CODE not in shape.fields:
                continue
            rows = _rows_below(cells, shape)
            if (rows, len(shape.fields)) > best[:2]:
                best = (rows, len(shape.fields), shape)
    return best[2]


def _with_code(fields: list[Field]) -> tuple[Field, ...]:
    if Field.CODE not in fields and Field.NAME in fields:
        at = fields.index(Field.NAME)
        return (*fields[:at], Field.CODE, *fields[at + 1 :])
    return tuple(fields)


def _rows_below(cells: list[_Cell], shape: _Shape) -> int:
    """Count the regular rows right below a header, five at most."""
    rows, at = 0, shape.end
    while rows < 5 and at < len(cells) and shape.fits(cells, at):  # noqa: PLR2004 - enough to tell headers apart
        rows += 1
        at += len(shape.fields)
    return rows


def _table(cells: list[_Cell], fields: list[Field], shape: _Shape) -> tuple[Table, int]:
    """Read the rows below a header; returns the table and the number of the cell after it."""
    width = len(shape.fields)
    rows = [tuple(cell.text for cell in cells[shape.start : shape.end])]
    at = shape.end
    while at < len(cells) and shape.fits(cells, at):
        after = _next_row(cells, shape, at)
        end = after if after is not None else min(at + width, len(cells))
        header = next((n for n in range(at + 1, end) if _is_header(fields, n)), None)
        if header is not None:  # another table follows; between them stands no cell of this one
            end, after = min(header, at + width), None
        rows.append(_row([cell.text for cell in cells[at:end]], width))
        at = end
        if after is None:
            break
    return Table(rows=tuple(rows), header=1, where=f"line {cells[shape.start].line}"), at


def _is_header(fields: list[Field], at: int) -> bool:
    run = fields[at : at + 3]
    return len(run) > 2 and Field.OTHER not in run and (Field.CODE in run or Field.NAME in run)  # noqa: PLR2004 - three


def _next_row(cells: Sequence[_Cell], shape: _Shape, at: int) -> int | None:
    """Return where the next row starts: one width on, else at the nearest place that fits."""
    width = len(shape.fields)
    if shape.fits(cells, at + width) and at + width < len(cells):
        return at + width
    column = shape.fields.index(Field.CODE)
    first = at + column + 1
    same = kind_of(cells[at + column].text)
    nearer, farther = range(at + width - 1, first, -1), range(at + width + 1, at + width + _REACH)
    for start in chain(nearer, farther):
        place = start + column
        if place < len(cells) and kind_of(cells[place].text) is same and shape.fits(cells, start):
            return start
    return None


def _row(texts: list[str], width: int) -> tuple[str, ...]:
    if len(texts) <= width:
        return (*texts, *[""] * (width - len(texts)))
    return (*texts[: width - 1], "\n".join(texts[width - 1 :]))
