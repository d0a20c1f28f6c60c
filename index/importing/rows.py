"""From a table to its error rows: where the header is, which cells were lost, and what each row says."""

import re
from collections.abc import Callable, Sequence

import msgspec

from index.importing.columns import Layout, NoErrors, layout_of
from index.importing.fields import Field
from index.importing.headers import column_names, is_header_row
from index.importing.page import Cell, Table
from index.importing.values import Kind, is_nothing, kind_of, status_of, unwrap

_CODE_KINDS = (Kind.CODE, Kind.WORD, Kind.NUMBER, Kind.STATUS)
_PARTS = re.compile(r"\s*(?:\n|[,，、;；]|\s/\s|\bor\b|或)\s*")
_LONGEST_CODE = 120
_SAMPLES, _LONGEST_SAMPLE = 3, 80
ROWS_A_STEP = 200
"""Rows after which it is told how far the reading is, and asked whether it is still wanted."""

Step = Callable[[int], None]
"""Is told how many rows were read."""


def _unseen(_done: int) -> None:
    return


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says, in the words of an entry, without its origin."""

    code: str
    """As printed."""
    also: tuple[str, ...] = ()
    """Twins of the code."""
    status: str = ""
    """As printed."""
    message: str = ""
    """What the API prints; "" if the table has no such column."""
    description: tuple[str, ...] = ()
    """Each column of it by itself."""
    solution: str = ""
    """As printed."""
    where: str = ""
    """`line 12, row 3`."""


class TableRows(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one table."""

    rows: tuple[Row, ...] = ()
    """In order; empty if it is no error table."""
    layout: Layout | None = None
    """Its columns, None if it is no error table."""
    skipped: tuple[tuple[str, str], ...] = ()
    """What was left out: place and reason."""
    headers: tuple[str, ...] = ()
    """Headers of a table that is no error table."""
    sample: tuple[tuple[str, ...], ...] = ()
    """The first rows below the header, for people; cells cut short."""


def rows_of(
    table: Table, *, about: str = "", mapping: dict[str, Field] | None = None, step: Step = _unseen
) -> TableRows:
    """Read the error rows of a table; none, with a reason, if it is no error table.

    `step(done)` is called with the number of rows read so far, a few times a second; what it raises ends the reading.
    """
    width = max((len(row) for row in table.rows), default=0)
    if width < 2:  # noqa: PLR2004 - a code and a text
        return TableRows(skipped=((table.where, "a table of one column"),))
    headers, body = _parted(table, width)
    full = [_filled(row) for row in body if not _is_section(row)]
    layout = layout_of(headers, full, about=f"{table.name} {about}", mapping=mapping)
    sample = tuple(tuple(cell[:_LONGEST_SAMPLE] for cell in row) for row in full[:_SAMPLES])
    if isinstance(layout, NoErrors):
        skipped = ((table.where, layout.reason),)
        return TableRows(skipped=skipped, headers=layout.headers, sample=sample)
    rows, left_out = _read(body, layout, table, step)
    return TableRows(rows=tuple(rows), layout=layout, skipped=tuple(left_out), sample=sample)


def _parted(table: Table, width: int) -> tuple[list[str], list[list[Cell]]]:
    """Part header and body; a header that is blank gives way to one that was written as the first row."""
    rows = [[*row, *[""] * (width - len(row))] for row in table.rows]
    count = table.header or 0
    headers = _filled(rows[0]) if count else [""] * width
    body = rows[max(1, count) :] if count else rows
    if count > 1:
        headers = [_below([row[i] or "" for row in rows[:count]]) for i in range(width)]
    known = is_header_row(headers)
    if not known and body and is_header_row(_filled(body[0])):
        return _filled(body[0]), body[1:]
    if not count and not known and table.header is None and body and not _has_code(body[0]):
        return _filled(body[0]), body[1:]
    return headers, body


def _below(cells: list[str]) -> str:
    return next((cell for cell in reversed(cells) if cell), "")


def _filled(row: Sequence[Cell]) -> list[str]:
    return [cell or "" for cell in row]


def _has_code(row: Sequence[Cell]) -> bool:
    return any(kind_of(cell or "") in (Kind.CODE, Kind.NUMBER, Kind.STATUS) for cell in row)


def _is_section(row: Sequence[Cell]) -> bool:
    """Tell whether a row is a heading inside the table: one text, in the first cell or repeated in all."""
    if None in row or not row[0]:
        return not any(row)
    texts = [cell for cell in row if cell]
    alone = len(texts) == 1 and kind_of(texts[0]) is Kind.PROSE
    return alone or (len(set(texts)) == 1 and len(texts) > 1)


def _read(
    body: list[list[Cell]], layout: Layout, table: Table, step: Step
) -> tuple[list[Row], list[tuple[str, str]]]:
    rows: list[Row] = []
    more: dict[int, list[str]] = {}
    skipped: list[tuple[str, str]] = []
    above: list[str] = [""] * len(layout.fields)
    for number, raw in enumerate(body, 1):
        if number % ROWS_A_STEP == 0:
            step(number)
        where = f"{table.where}, row {number}"
        if _is_section(raw) or _is_header(raw, layout):
            continue
        if rows and (causes := _more_causes(raw, layout)):
            more.setdefault(len(rows) - 1, []).extend(causes)
            continue
        cells = [above[i] if cell is None else cell for i, cell in enumerate(raw)]
        if not table.exact:
            cells = _realigned(cells, above, layout)
        if not cells[layout.code].strip():
            cells[layout.code] = above[layout.code]
            if layout.status is not None and not cells[layout.status]:
                cells[layout.status] = above[layout.status]
        row = _row(cells, layout, where)
        if row is None:
            skipped.append((where, "no code in the row"))
        else:
            rows.append(row)
            above = cells
    for at, causes in more.items():
        rows[at] = _described(rows[at], causes)
    return rows, skipped


def _is_header(raw: Sequence[Cell], layout: Layout) -> bool:
    """Tell whether a row says the header again; what stands where the code does has no digit then."""
    return not any(map(str.isdigit, raw[layout.code] or "")) and is_header_row(_filled(raw))


def _more_causes(raw: Sequence[Cell], layout: Layout) -> list[str]:
    """Return the texts of a row that only goes on describing the code above it; [] if it is a row of its own."""
    if raw[layout.code]:
        return []
    own = [(layout.fields[i], cell) for i, cell in enumerate(raw) if cell]
    return [cell for _, cell in own] if all(field is Field.DESCRIPTION for field, _ in own) else []


def _described(row: Row, more: list[str]) -> Row:
    return msgspec.structs.replace(row, description=_joined(row.description, more))


def _joined(old: tuple[str, ...], more: list[str]) -> tuple[str, ...]:
    return ("\n".join([*old[:1], *more]), *old[1:])


def _realigned(cells: list[str], above: list[str], layout: Layout) -> list[str]:
    """Put the cells of a row that lost its leading cells, spanned from above, back into their columns."""
    status = cells[layout.status] if layout.status is not None else ""
    if kind_of(cells[layout.code]) in _CODE_KINDS and kind_of(status) in (Kind.EMPTY, Kind.STATUS):
        return cells  # so nearly all are
    best, score = cells, _fits(cells, layout)
    if score >= 0:
        return cells
    for lost in range(1, max(layout.code, layout.status or 0) + 2):
        if any(cells[-lost:]) or not above[layout.code]:
            break
        shifted = [*above[:lost], *cells[:-lost]]
        if _fits(shifted, layout) > score:
            best, score = shifted, _fits(shifted, layout)
    return best


def _fits(cells: Sequence[str], layout: Layout) -> int:
    """Count what speaks for and against the cells being in their columns; negative if one is not."""
    score = 0
    for i, field in enumerate(layout.fields):
        kind = kind_of(cells[i])
        if kind is Kind.EMPTY:
            continue
        if i == layout.code:
            score += 1 if kind in _CODE_KINDS or len(_codes(cells[i])) > 1 else -10
        elif i == layout.status:
            score += 1 if kind is Kind.STATUS else -10
        elif field in (Field.MESSAGE, Field.DESCRIPTION, Field.SOLUTION):
            score += kind is Kind.PROSE
    return score


def _row(cells: Sequence[str], layout: Layout, where: str) -> Row | None:
    codes = _codes(cells[layout.code])
    if not codes:
        return None
    for column in layout.twins:
        codes += [code for code in _codes(cells[column]) if code not in codes]
    status = cells[layout.status] if layout.status is not None else ""
    found: dict[Field, list[str]] = {}
    for field, cell in zip(layout.fields, cells, strict=True):
        if not is_nothing(cell):
            found.setdefault(field, []).append(cell.strip())
    messages = found.get(Field.MESSAGE, [])
    return Row(
        code=codes[0],
        also=tuple(codes[1:]),
        status=status.strip(),
        message=messages[0] if messages else "",
        description=(*messages[1:], *found.get(Field.DESCRIPTION, [])),
        solution="\n".join(found.get(Field.SOLUTION, [])),
        where=where,
    )


def _codes(cell: str) -> list[str]:
    """List the codes in a cell, in order; a cell that is no list of codes is one code as it stands."""
    cell = cell.strip()
    if is_nothing(cell) or len(cell) > _LONGEST_CODE:
        return []
    if kind_of(cell) is not Kind.PROSE:
        return [unwrap(cell)]
    parts = [unwrap(part) for part in _PARTS.split(cell) if part.strip()]
    if len(parts) > 1 and all(kind_of(part) in _CODE_KINDS for part in parts):
        return list(dict.fromkeys(parts))
    return [" ".join(cell.split())]


def columns_told(layout: Layout) -> dict[str, str]:
    """Return the columns by header with the field each was read as, for people; unused ones as ""."""
    used = {*Field} - {Field.OTHER, Field.MODULE, Field.PARAMETER, Field.NAME}
    told: dict[str, str] = {}
    for i, name in enumerate(column_names(layout.headers)):
        field = layout.fields[i]
        told[name] = "also_codes" if i in layout.twins else str(field) if field in used else ""
    return told


def statuses(row: Row) -> tuple[int | None, str]:
    """Return the status of a row and what the page prints instead of one."""
    return status_of(row.status) if row.status else (None, "")
