"""Brings pasted texts and tables of logs back: with Ctrl+Z what was put away, with Alt+Left and Alt+Right what was looked at.

Both are kept in memory only, and bounded. A text that was closed is no step of the history any more; Ctrl+Z brings it
back, and then it is one again.
"""

from PySide6.QtCore import QObject, Signal

from desk.memory.undo import UndoStack
from desk.payload.flow import PayloadFlow
from desk.payload.put_away import Kept, PutAway, shown_table
from desk.question.query_flow import Asked, QueryFlow
from desk.window import MainWindow


class ComingBack(QObject):
    """Knows what is shown of pasted texts, and was shown before."""

    wanted = Signal(object)
    """Show this `Kept` in the place of what is there."""
    taken_up = Signal()
    """Go on with the text that is there."""

    def __init__(self, window: MainWindow, query: QueryFlow, payload: PayloadFlow, undo: UndoStack) -> None:
        super().__init__(window)
        self._window, self._query, self._payload = window, query, payload
        self._put_away = PutAway(undo, self._undone)

    def replace(self, said: str = "", *, closed: bool = False) -> None:
        """Something else takes the place of what is there; `said` tells that it was `closed`."""
        present = self._present()
        if present is None:
            return
        self._put_away.keep(present, said)
        if closed:
            self._query.history.forget(present)
        else:
            self._query.history.renew(present)

    def replace_table(self) -> None:
        """Put a table away: a text is about to be read in its place."""
        if shown_table(self._window.payload) is not None:
            self.replace()

    def visit(self) -> None:
        """Make what is there a step of the history."""
        present = self._present()
        if present is not None and self._payload.is_active():
            self._query.history.visit(present)

    def can_go(self, by: int) -> bool:
        """Tell whether there is an earlier (-1) or later (1) question or text."""
        return self._query.can_go(by, self._looked_at())

    def go(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        looked_at = self._looked_at()
        present = self._present()
        if present is not None:
            self._query.history.renew(present)
        step = self._query.go(by, looked_at)
        if isinstance(step, Asked):
            self._payload.rest()
        elif isinstance(step, Kept) and step.is_same(self._present()):
            self.taken_up.emit()
        elif isinstance(step, Kept):
            self._put_away.forget(step)
            self.wanted.emit(step)

    def _looked_at(self) -> Kept | None:
        return self._present() if self._payload.is_active() else None

    def _present(self) -> Kept | None:
        found, chosen, at = self._payload.kept()
        text = Kept(found=found, chosen=chosen, at=at) if found is not None else None
        return shown_table(self._window.payload) or text

    def _undone(self, kept: Kept) -> None:
        """Show again what was put away; what is shown now comes back after everything else."""
        present = self._present()
        if present is not None:
            self._query.history.renew(present)
        self._put_away.keep(present, oldest=True)
        self.wanted.emit(kept)
