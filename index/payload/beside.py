"""What stands beside a body in the same row of a table: the status and the request ids of their own columns."""

from collections.abc import Sequence
from typing import NamedTuple

from index.hits import Span
from index.payload import vocabulary
from index.payload.forms import is_id, status_in
from index.payload.grid import Grid, Row
from index.payload.places import Places
from index.payload.telling import Told
from index.payload.view import View


class _Beside(NamedTuple):
    extent: Span
    status: tuple[int, Span] | None
    ids: dict[str, Span]


def take_from_rows(errors: Sequence[Told], views: Sequence[View]) -> dict[str, Span]:
    """Give errors that stand in a cell the status and ids of their row where they state none; returns all those ids."""
    view = next((view for view in views if view.grids), None)
    if view is None:
        return {}
    rows = [_beside(view, grid, row) for grid in view.grids for row in grid.rows]
    places = Places(row.extent for row in rows)
    by_start = {row.extent[0]: row for row in rows}
    for each in errors:
        at = places.around(each.span[0])
        row = by_start.get(at) if at is not None else None
        if row is None:
            continue
        own = each.status is not None and each.status_span is not None
        if row.status is not None and not (own and _inside(each.status_span or (0, 0), row.extent)):
            each.status, each.status_span = row.status
        if not each.ids:
            each.ids = dict(row.ids)
    return {one: span for row in rows for one, span in row.ids.items()}


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
