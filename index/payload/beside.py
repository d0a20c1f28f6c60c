"""What stands beside a body in the same row of a table: the status and the request ids of their own columns."""

import re
from collections.abc import Iterable, Sequence
from http import HTTPStatus
from typing import NamedTuple

from index.cells import cells_at
from index.hits import Span
from index.payload import vocabulary
from index.payload.forms import UNNAMED_ID, is_id, status_in
from index.payload.grid import Grid, Row
from index.payload.places import Places
from index.payload.reading import Finding, Piece, Strength
from index.payload.telling import Told
from index.payload.view import View

_STATUSES = {str(int(status)) for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST}
_ID = re.compile(UNNAMED_ID)
_LONGEST_LINE = 4000
_FEWEST_MARKS = 2
_MOST_CELLS = 200
_MOST_ROWS_ABOVE = 30


class _Beside(NamedTuple):
    extent: Span
    status: tuple[int, Span] | None
    ids: dict[str, Span]


def take_from_rows(errors: Sequence[Told], views: Sequence[View]) -> dict[str, Span]:
    """Give errors that stand in a cell the status and ids of their rows where they state none; returns all those ids."""
    view = next((view for view in views if view.grids), None)
    if view is None:
        return {}
    rows = {row.extent: row for row in (_beside(view, grid, row) for grid in view.grids for row in grid.rows)}
    places = Places(rows)
    by_start = {start: row for (start, _), row in rows.items()}
    taken: dict[str, Span] = {}
    for each in errors:
        starts = [places.around(start) for start, _ in (each.span, *each.more)]
        own = [by_start[start] for start in starts if start is not None and start in by_start]
        if own:
            _take(each, own)
            taken |= each.ids
    return taken


def _take(each: Told, rows: Sequence[_Beside]) -> None:
    """Take the status of the row that an error stands in, and the ids of all in which it stands again."""
    first = rows[0]
    stated = each.status is not None and each.status_span is not None
    if first.status is not None and not (stated and _inside(each.status_span or (0, 0), first.extent)):
        each.status, each.status_span = first.status
    for row in rows:
        if not any(_inside(span, row.extent) for span in each.ids.values()):
            each.ids |= row.ids


def take_from_lines(view: View, found: Iterable[Finding]) -> None:
    """Give codes in a row of a table without a header what its cells say: the only status, the only id, the words next to it."""
    known: dict[int, list[Piece]] = {}
    for each in found:
        if each.code is None or each.strength < Strength.BARE or (each.status and each.ids and each.message):
            continue
        low = max(0, each.code.start - _LONGEST_LINE)
        start = view.text.rfind("\n", low, each.code.start) + 1
        if start not in known:
            cells = _row_of(view.text, start) if start >= low else ()
            known[start] = [Piece(view.text[slice(*cell)].strip(), *cell) for cell in cells]
        _take_cells(each, each.code, known[start])


def _take_cells(each: Finding, code: Piece, cells: Sequence[Piece]) -> None:
    stated = [cell for cell in cells if cell.text in _STATUSES]
    if each.status is None and len(stated) == 1:
        each.status, each.status_piece = int(stated[0].text), stated[0]
    ids = [cell for cell in cells if _ID.fullmatch(cell.text)]
    if not each.ids and len(ids) == 1:
        each.ids = [ids[0]]
    behind = next((cell for cell in cells if cell.start >= code.end), None)
    if each.message is None and behind is not None and " " in behind.text and behind.text[0].isalpha():
        each.message = behind


def _row_of(text: str, start: int) -> tuple[Span, ...]:
    """Read a line as a row, () where it is none of at least three cells."""
    stop = text.find("\n", start, start + _LONGEST_LINE)
    line = text[start : stop if stop >= 0 else start + _LONGEST_LINE]
    for mark in "\t|":
        if line.count(mark) >= _FEWEST_MARKS and not _has_header(text, start, mark):
            return cells_at(text, start, mark, _MOST_CELLS)[0]
    return ()


def _has_header(text: str, start: int, mark: str) -> bool:
    """Tell whether the first of the rows up to a line only names the columns, or stands too far above to tell."""
    for _ in range(_MOST_ROWS_ABOVE):
        above = text.rfind("\n", 0, max(start - 1, 0)) + 1
        line = text[above : max(start - 1, above)]
        if mark not in line or not start:
            first = text[start : start + _LONGEST_LINE].split("\n", 1)[0]
            return not any(letter.isdigit() for letter in first)
        start = above
    return True


def _inside(span: Span, extent: Span) -> bool:
    return extent[0] <= span[0] and span[1] <= extent[1]


def _beside(view: View, grid: Grid, row: Row) -> _Beside:
    status: tuple[int, Span] | None = None
    ids: dict[str, Span] = {}
    for key, span in zip(grid.keys, row.cells, strict=False):
        said = view.text[slice(*span)]
        if key in vocabulary.ID_KEYS and is_id(said):
            ids[said] = view.original(*span)
        number = status_in(said) if key in vocabulary.STATUS_KEYS and status is None else None
        if number is not None:
            status = number, view.original(*span)
    return _Beside(view.original(row.start, row.end), status, ids)
