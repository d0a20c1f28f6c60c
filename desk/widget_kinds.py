"""Has the binding make its kinds of widgets in idle moments, a few in a turn of the event loop.

It makes a kind when that is first asked for. Given a widget whose kind it does not know, as the viewport of a scroll
area is, it makes all kinds there are, and the window stands still for longer than a turn may take. No other thread does
this: two threads that ask for one kind at the same time would both make it.
"""

import time

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

from desk.loading import for_good

_TURN_S, _PAUSE_MS = 0.004, 10


class WidgetKinds(QObject):
    """Goes through all of them once."""

    made = Signal()
    """All are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = iter(dir(QtWidgets))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.go_on)

    def go_on(self) -> None:
        """Make the next few, and the others in the turns that follow."""
        end = time.perf_counter() + _TURN_S
        with for_good():
            for name in self._left:
                getattr(QtWidgets, name)
                if time.perf_counter() > end:
                    self._pause.start()
                    return
        self.made.emit()
