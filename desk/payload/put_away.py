"""Pasted texts and tables of logs that were put away: Ctrl+Z brings the last one back. In memory only, and bounded."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from desk.memory.undo import Step, UndoStack
from index.entry import EntryId
from index.payload.triage_table import Triage
from index.reports import Explanation

if TYPE_CHECKING:
    from desk.payload.pane import PayloadPane

MOST = 5
"""Texts and tables that are kept."""
LARGEST = 20_000_000
"""Bytes that they take together."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was put away, as it was left: a text, or the table of a log."""

    found: Explanation | None = None
    """What was read from a text."""
    chosen: dict[int, EntryId] = {}
    """Its confirmed rows."""
    at: int = -1
    """Its current error."""
    table: Triage | None = None
    """The codes of a log."""
    name: str = ""
    """The log's file."""
    code: str = ""
    """The current code of the table."""

    def is_same(self, other: object) -> bool:
        """Tell whether the other is the same text or table, perhaps left otherwise."""
        if not isinstance(other, Kept) or self.table is not None or other.table is not None:
            return isinstance(other, Kept) and self.table is other.table
        texts = [kept.found.text if kept.found is not None else "" for kept in (self, other)]
        return texts[0] == texts[1]

    def size(self) -> int:
        """Return about how many bytes it takes."""
        size = 0
        if self.found is not None:
            size += sys.getsizeof(self.found.text) + sys.getsizeof(self.found.redacted)
        for row in self.table.rows if self.table is not None else ():
            size += sys.getsizeof(row.sample) + sum(map(sys.getsizeof, row.request_ids))
        return size


class PutAway:
    """Hands what was put away to the window's steps back, and takes the oldest away where it becomes too much."""

    def __init__(self, undo: UndoStack, bring_back: Callable[[Kept], object]) -> None:
        self._undo, self._bring_back = undo, bring_back
        self._steps: list[tuple[Kept, Step]] = []

    def keep(self, kept: Kept | None, said: str = "", *, oldest: bool = False) -> None:
        """Keep this, if there is anything; `said` tells that it was closed. The `oldest` comes back last, whatever was done since."""
        if kept is None or kept.size() > LARGEST:
            return
        step = Step(said=said, back=partial(self._back, kept))
        self._steps.insert(0 if oldest else len(self._steps), (kept, step))
        while len(self._steps) > MOST or sum(one.size() for one, _ in self._steps) > LARGEST:
            self._undo.drop(self._steps.pop(1 if oldest else 0)[1])
        self._undo.push(step, oldest=oldest)

    def forget(self, kept: Kept) -> None:
        """Forget this: it came back another way."""
        for one, step in self._steps:
            if one.is_same(kept):
                self._undo.drop(step)
        self._steps = [(one, step) for one, step in self._steps if not one.is_same(kept)]

    def _back(self, kept: Kept) -> None:
        self._steps = [(one, step) for one, step in self._steps if one is not kept]
        self._bring_back(kept)


def shown_table(pane: "PayloadPane") -> Kept | None:
    """Return the table of a log that is shown; that of a text comes back with the text."""
    if not pane.shows_triage() or pane.found() is not None or not pane.triage.rows():
        return None
    current = pane.triage.current_row()
    return Kept(table=pane.triage.found(), name=pane.name, code=current.code if current else "")
