"""What the pane of pasted texts is put together from, made one by one in idle moments: all at once takes too long.

What is not made yet is made when it is asked for.
"""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtWidgets import QWidget

from desk.payload.error_list import ErrorList
from desk.payload.view import PayloadView
from desk.style.look import Look
from desk.triage.view import TriageView


class PaneParts:
    """The parts of one pane, hidden inside the window until the pane takes them."""

    def __init__(self, look: Look, window: QWidget | None) -> None:
        self.look = look
        """What they were made with."""
        self._window = window

    @cached_property
    def view(self) -> PayloadView:
        """The text."""
        return PayloadView(self.look, self._window)

    @cached_property
    def errors(self) -> ErrorList:
        """The errors that were read from it."""
        return ErrorList(self.look, self._window)

    @cached_property
    def triage(self) -> TriageView:
        """The table of a long log."""
        return TriageView(self.look, self._window)

    def steps(self) -> list[Callable[[], QWidget]]:
        """Return what makes them, to be done in turns."""
        return [lambda: self.view, lambda: self.errors, lambda: self.triage]
