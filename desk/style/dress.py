"""Dresses a window in a look: palette, style sheet, and what each pane paints by itself.

Qt looks at every widget again when the application's style sheet changes, which stops the window for a tenth of a
second. So each part of a pane has a sheet of its own with the rules it needs, and a change goes through them one by one,
each in a turn of the event loop; all is painted at the end.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk.style.look import Look
from desk.style.style_sheet import kinds_in, sheet_of, stylesheet
from desk.style.theme import palette
from desk.style.turns import Turns

_WORK = "look"


@runtime_checkable
class Pane(Protocol):
    """What can be dressed: a widget that paints some of itself."""

    def set_look(self, look: Look) -> object:
        """Change colours and fonts."""


@runtime_checkable
class Parted(Protocol):
    """A pane that is best dressed part by part."""

    def parts(self) -> Sequence[QWidget]:
        """Return its parts; each has a style sheet of its own, the pane has none."""


@runtime_checkable
class PutAside(Protocol):
    """A dialog much of which is not seen."""

    def put_aside(self) -> Sequence[Callable[[], object]]:
        """Take out what is not seen; returns what puts it back, piece by piece."""


class Dresser:
    """Changes the look of one window."""

    def __init__(
        self, window: QWidget, turns: Turns, panes: Sequence[QWidget], draw: Callable[[Look], object]
    ) -> None:
        """Dress `panes`, those that are a `Pane` and those that only hold some; `draw` does what is left at the end."""
        self._window, self._turns, self._panes, self._draw = window, turns, panes, draw
        self._look: Look | None = None
        self._sheet = ""
        self._kinds: dict[QWidget, tuple[type[QWidget], ...]] = {}

    def dress(self, look: Look) -> None:
        """Change to this look: at once before the window is shown, else part by part."""
        if look == self._look:
            return
        recoloured = self._turns.is_doing(_WORK) or self._look is None or self._look.colours != look.colours
        self._look = look
        # The application first: what a sheet does not name comes from the palette that is there when it is hung up.
        steps: list[Callable[[], object]] = [partial(self._dress_application, look)]
        for pane in self._panes:
            if recoloured:
                parts = pane.parts() if isinstance(pane, Parted) else (pane,)
                steps += [partial(self._hang_sheet, part, look) for part in parts]
            if isinstance(pane, Pane):
                steps.append(partial(pane.set_look, look))
        steps.append(partial(self._draw, look))
        if recoloured:
            self._sheet = stylesheet(look.colours)
        steps.append(partial(self._dress_dialogs, look))
        self._turns.do(_WORK, steps)

    def dress_pane(self, pane: QWidget) -> None:
        """Dress a pane that is made later than the window, perhaps while the look changes; it is not shown yet."""
        if self._look is None:
            return
        parts = pane.parts() if isinstance(pane, Parted) else (pane,)
        steps: list[Callable[[], object]] = [partial(self._hang_sheet, part, self._look) for part in parts]
        if isinstance(pane, Pane) and self._turns.is_doing(_WORK):
            steps.append(partial(pane.set_look, self._look))
        self._turns.do(f"pane {pane.objectName()}", steps, unseen=True)

    def dress_dialog(self, dialog: QWidget) -> None:
        """Dress a window of its own that belongs to this one, before it is shown."""
        if dialog.styleSheet() != self._sheet:
            dialog.setStyleSheet(self._sheet)

    def _hang_sheet(self, part: QWidget, look: Look) -> None:
        if part not in self._kinds:
            self._kinds[part] = kinds_in(part)
        part.setStyleSheet(sheet_of(look.colours, self._kinds[part]))

    def _dress_application(self, look: Look) -> None:
        """Tell the application, for whatever has no pane round it."""
        if QApplication.font() != look.font():
            QApplication.setFont(look.font())
        if QApplication.palette() != (wanted := palette(look.colours)):
            QApplication.setPalette(wanted)

    def _dress_dialogs(self, look: Look) -> None:
        """Dress the windows that belong to this one, and what a dialog has opened, each in a turn of its own."""
        children = self._window.children()
        windows = [child for child in children if isinstance(child, QWidget) and child.isWindow()]
        windows += [inner for outer in windows for inner in outer.findChildren(QDialog)]
        self._turns.do("dialogs", [partial(self._dress_again, window, look) for window in windows])

    def _dress_again(self, dialog: QWidget, look: Look) -> None:
        if shiboken6.isValid(dialog):  # it may have been closed meanwhile
            # What is put back is dressed then, each piece in a turn of its own.
            pieces = dialog.put_aside() if isinstance(dialog, PutAside) else ()
            self._turns.do(f"pieces of {dialog.objectName()}", pieces, unseen=True)
            dialog.setStyleSheet(self._sheet)  # the same one too: what it dresses keeps the letters of before
            if isinstance(dialog, Pane):
                dialog.set_look(look)
