"""Dresses a window in a look: palette, style sheet, and what each pane paints by itself.

Qt looks at every widget again when the application's style sheet changes, which stops the window for a tenth of a
second. So each pane has the sheet on its own, and a change goes through them one by one, each in a turn of the event
loop and painted before the next.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desk.style.look import Look
from desk.style.style_sheet import stylesheet
from desk.style.theme import palette


@runtime_checkable
class Pane(Protocol):
    """What can be dressed: a widget that paints some of itself."""

    def set_look(self, look: Look) -> object:
        """Change colours and fonts."""


class Dresser(QObject):
    """Changes the look of one window."""

    def __init__(self, window: QWidget, panes: Sequence[QWidget], draw: Callable[[Look], object]) -> None:
        """Dress `panes`, those that are a `Pane` and those that only hold some; `draw` does what is left at the end."""
        super().__init__(window)
        self._window, self._panes, self._draw = window, panes, draw
        self._look: Look | None = None
        self._sheet = ""
        self._steps: list[Callable[[], object]] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)

    def dress(self, look: Look) -> None:
        """Change to this look: at once before the window is shown, else pane by pane."""
        if look == self._look:
            return
        recoloured = bool(self._steps) or self._look is None or self._look.colours != look.colours
        self._look = look
        if recoloured:
            self._sheet = stylesheet(look.colours)
        # What a sheet does not name comes from the palette that was there when it was hung up.
        if recoloured and not self._window.isVisible():
            QApplication.setPalette(palette(look.colours))
        self._steps = []
        for pane in self._panes:
            if recoloured:
                self._steps.append(partial(self._hang_sheet, pane))
            if isinstance(pane, Pane):
                self._steps.append(partial(pane.set_look, look))
        self._steps += [partial(self._dress_rest, look, recoloured), partial(self._draw, look)]
        if self._window.isVisible():
            self._turn.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Do at once what is left to do."""
        while self._steps:
            self._next()

    def dress_dialog(self, dialog: QWidget) -> None:
        """Dress a window of its own that belongs to this one, before it is shown."""
        if dialog.styleSheet() != self._sheet:
            dialog.setStyleSheet(self._sheet)

    def _hang_sheet(self, pane: QWidget) -> None:
        pane.setStyleSheet(self._sheet)

    def _dress_rest(self, look: Look, recoloured: bool) -> None:  # noqa: FBT001 - see `dress`
        """Tell the application, for whatever has no pane round it, and dress the open dialogs."""
        if QApplication.font() != look.font():
            QApplication.setFont(look.font())
        if recoloured:
            QApplication.setPalette(palette(look.colours))
            for child in self._window.children():
                if isinstance(child, QWidget) and child.isWindow():
                    self.dress_dialog(child)

    def _next(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if not self._steps:
            self._turn.stop()
