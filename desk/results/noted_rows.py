"""Rows for entries that the user's own notes speak of: above what holds only some of the words, below what holds all."""

from collections.abc import Sequence

import msgspec

from desk.results.row_folding import turned
from desk.results.rows import Row, row_of_hit
from index.entry import CatalogueEntry, EntryId
from index.hits import Hit, Reason

BY_NOTE = "my note"
"""The reason of such a row."""
_WEAKER = frozenset({Reason.SOME_WORDS, Reason.SIMILAR})


def with_noted(
    rows: Sequence[Row], noted: Sequence[CatalogueEntry], language: str
) -> tuple[tuple[Row, ...], int]:
    """Put entries whose notes hold all words where they belong among the rows of an answer.

    Returns all rows, and how many entries came in that the search itself had not found.
    """
    if not noted:
        return tuple(rows), 0
    strong = [row for row in rows if row.reason not in _WEAKER]
    weak = [row for row in rows if row.reason in _WEAKER]
    found = _ids(rows)
    shown = _ids(strong)
    own = [entry for entry in noted if entry.id not in shown]
    moved = {entry.id for entry in own}
    left = [kept for row in weak if (kept := _without(row, moved)) is not None]
    made = [_noted_row(entry, language) for entry in own]
    return (*strong, *made, *left), sum(entry.id not in found for entry in own)


def _ids(rows: Sequence[Row]) -> set[EntryId]:
    return {entry.id for row in rows for entry in (row.entry, *row.also)}


def _without(row: Row, gone: set[EntryId]) -> Row | None:
    """Return the row without some of the entries that share it, None where no other is left."""
    left = [entry for entry in (row.entry, *row.also) if entry.id not in gone]
    if not left:
        return None
    front = turned(row, left[0].id)
    return msgspec.structs.replace(front, also=tuple(left[1:]))


def _noted_row(entry: CatalogueEntry, language: str) -> Row:
    row = row_of_hit(Hit(entry=entry, reason=Reason.SOME_WORDS), language)
    return msgspec.structs.replace(row, reason=BY_NOTE)
