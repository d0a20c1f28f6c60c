"""Loads in an idle moment what the dialogs are made of, so that the first opening of each is as quick as the next.

They are not needed at the start, and to load one takes longer than a turn of the event loop may. So another thread
loads them, one after the other; whatever else that thread is asked comes in between. Before that, the window's own
thread has the kinds of widgets made.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from desk.loading import for_good
from desk.widget_kinds import WidgetKinds

MODULES = (
    "desk.style.letters",
    "desk.settings.dialog",
    "desk.catalogues.dialog",
    "desk.catalogues.import_dialog",
    "desk.catalogues.import_process",
    "desk.memory.own_entry_dialog",
    "desk.tickets.templates_dialog",
    "desk.settings.glossary_dialog",
    "desk.about_dialog",
    "desk.tickets.hidden_dialog",
    "desk.keys_overlay",
    "index.ticket.templates.store",
    "index.ticket.words",
)
"""What is imported where a dialog is opened; those most wanted come first."""

_LATER_MS = 1_000
"""What a paste needs is loaded before, in a thread of its own: two at a time would hold each other up."""


class Run(Protocol):
    """Runs a job in another thread, as `desk.memory.library_thread.LibraryThread.run` does."""

    def __call__(
        self,
        job: Callable[[object], object],
        then: Callable[[object], object],
        refused: Callable[[str], object],
    ) -> object:
        """Do a job there, and call one of the two others here afterwards."""


class Rehearsal(QObject):
    """Goes through what there is to load."""

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._left = list(MODULES)
        self._kinds = WidgetKinds(self)
        self._kinds.made.connect(self.go_on)

    def begin(self) -> None:
        """Begin soon."""
        QTimer.singleShot(_LATER_MS, self._kinds, self._kinds.go_on)

    def go_on(self, _done: object = None) -> None:
        """Load the next module, and those after it."""
        if self._left:
            name = self._left.pop(0)
            self._run(lambda _library: _load(name), self.go_on, self.go_on)


def _load(name: str) -> None:
    with for_good():
        import_module(name)
