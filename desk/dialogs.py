"""What the dialogs of the desk share: their look, the letters of what can be pressed, and the keys that work everywhere.

A dialog has the keyboard for itself; of the window's keys those go on working in it that are about the program, not
about the question, the entry or the paste behind it (`ActionSpec.everywhere`): quit, the keys, size, colours, language,
dividers. All other keys are free for the dialog's own use: Ctrl+Z, Del, Ctrl+S.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class Dialogs(QObject):
    """Takes in each dialog of a window, and those that a dialog opens."""

    def __init__(self, window: QWidget, dress: Callable[[QWidget], object]) -> None:
        super().__init__(window)
        self._window, self._dress = window, dress
        self._everywhere: Sequence[QAction] = ()

    def set_everywhere(self, actions: Sequence[QAction]) -> None:
        """Let these work in every dialog."""
        self._everywhere = actions

    def open(self, dialog: QDialog) -> None:
        """Dress a dialog, take it in and show it, each in a turn of its own."""
        steps = iter((lambda: self._dress(dialog), lambda: self._take_keys(dialog), dialog.show))

        def go_on() -> None:
            step = next(steps, None)
            if step is not None:
                step()
                QTimer.singleShot(0, dialog, go_on)

        QTimer.singleShot(0, dialog, go_on)

    def take(self, dialog: QWidget) -> None:
        """Dress a window of its own that belongs to this one, before it is shown."""
        self._dress(dialog)
        self._take_keys(dialog)

    def current(self) -> QWidget:
        """Return the dialog that has the keyboard, else the window."""
        active = QApplication.activeWindow()
        return active if isinstance(active, QDialog) else self._window

    def focus_moved(self, focused: QWidget | None) -> None:
        """Take in a dialog that another dialog opened: by the keyboard, as it is keys that it needs."""
        if focused is not None and isinstance(focused.window(), QDialog):
            self._take_keys(focused.window())

    def _take_keys(self, dialog: QWidget) -> None:
        if not isinstance(dialog, QDialog):
            return
        from desk.style.letters import Letters, has_own  # noqa: PLC0415 - the start opens no dialog

        if self._everywhere and self._everywhere[0] not in dialog.actions():
            dialog.addActions(self._everywhere)
        if not has_own(dialog) and dialog.findChild(Letters) is None:
            Letters(dialog)
