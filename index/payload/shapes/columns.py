"""Tables with a column for codes: each row is an error."""

from collections.abc import Iterator

from index.payload import vocabulary
from index.payload.forms import is_code, is_id, status_in
from index.payload.grid import Grid, Row
from index.payload.reading import Finding, Piece, Strength
from index.payload.view import View


def columns(view: View) -> Iterator[Finding]:
    """Find the rows of tables whose header has a column for codes."""
    for grid in view.grids:
        if grid.names_codes():
            for row in grid.rows:
                finding = _finding(view.text, grid, row)
                if finding.code is not None:
                    yield finding


def _finding(text: str, grid: Grid, row: Row) -> Finding:
    finding = Finding(code=None, strength=Strength.FIELD, sure=2, start=row.start, end=row.end)
    rank = -1
    for key, span in zip(grid.keys, row.cells, strict=False):
        piece = Piece(text[slice(*span)].replace('""', '"'), *span)
        if key is None or not piece.text:
            continue
        _take(finding, key, piece)
        if (
            vocabulary.MESSAGE_KEYS.get(key, -1) > rank
            and vocabulary.CODE_KEYS.get(key, 0) < vocabulary.USUAL
        ):
            rank, finding.message = vocabulary.MESSAGE_KEYS[key], piece
    return finding


def _take(finding: Finding, key: str, piece: Piece) -> None:
    sure = vocabulary.CODE_KEYS.get(key, 0)
    if sure >= vocabulary.USUAL and is_code(piece.text, 2) and finding.code is None:
        finding.code = piece
    elif key in vocabulary.ID_KEYS and is_id(piece.text):
        finding.ids.append(piece)
    elif key in vocabulary.STATUS_KEYS and status_in(piece.text):
        finding.status, finding.status_piece = status_in(piece.text), piece
