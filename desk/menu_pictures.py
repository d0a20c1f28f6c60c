"""Draws the pictures of the menu: there are many, and they are seldom looked at.

They are drawn one by one, each in a turn of the event loop, from the first idle moment on; those that are still
missing when the menu is opened are drawn then.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from desk.action_spec import Act, ActionSpec
from desk.actions import ACTIONS
from desk.style.icons import icon
from desk.style.look import Look


class MenuPictures(QObject):
    """The pictures of all actions in one look."""

    def __init__(self, actions: Mapping[Act, QAction], look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions, self._look = actions, look
        self._left: list[ActionSpec] = list(ACTIONS)
        self._begun = False
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._draw_next)

    def begin(self) -> None:
        """Draw from now on."""
        self._begun = True
        self._turn.start()

    def set_look(self, look: Look) -> None:
        """Draw them all again in other colours."""
        self._look, self._left = look, list(ACTIONS)
        if self._begun:
            self._turn.start()

    def finish(self) -> None:
        """Draw at once what is left to draw."""
        while self._left:
            self._draw_next()

    def _draw_next(self) -> None:
        if self._left:
            spec = self._left.pop()
            self._actions[spec.id].setIcon(icon(spec.icon, self._look))
        else:
            self._turn.stop()
