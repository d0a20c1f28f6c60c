"""Work on a whole window, parted over turns of the event loop: keys and mouse are looked at in between.

Nothing of the window is painted before the last step is done, so that nobody sees it half in one state and half in
another; then it is painted once.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

Step = Callable[[], object]


class Turns(QObject):
    """Does steps one by one, each in a turn of its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps: list[tuple[str, Step]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._resting = False
        self._curtain = QWidget(window)
        self._curtain.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._curtain.hide()

    def do(self, work: str, steps: Iterable[Step], *, unseen: bool = False) -> None:
        """Do these after what is waiting, or at once where the window is not shown; `work` begun before is given up.

        `unseen`: what they change is not shown yet, and the window may be painted meanwhile.
        """
        self._steps = [(name, step) for name, step in self._steps if name != work]
        self._steps += [(work, step) for step in steps]
        if not self._window.isVisible():
            self.finish()
        elif self._steps:
            if not unseen:
                self._hold()
            self._timer.start()

    def settle(self) -> None:
        """Let what was just changed find its place in one turn, and be painted in another."""
        self.do("settle", [lambda: None])

    def is_doing(self, work: str) -> bool:
        """Tell whether some of this work is left to do."""
        return any(name == work for name, _ in self._steps)

    def finish(self) -> None:
        """Do at once what is left to do."""
        while self._steps:
            self._next()

    def _turn(self) -> None:
        """Leave every second turn to what a step brings with it: places to find, a page to lay out."""
        self._resting = not self._resting
        if not self._resting:
            self._next()

    def _next(self) -> None:
        if self._steps:
            self._steps.pop(0)[1]()
        elif self._timer.isActive():
            self._timer.stop()
            if not self._window.updatesEnabled():
                self._let_go()

    def _hold(self) -> None:
        self._window.setUpdatesEnabled(False)
        self._curtain.setGeometry(self._window.rect())
        self._curtain.show()

    def _let_go(self) -> None:
        """Let the window be painted, once: Qt paints it twice where both it and what is inside are to be painted.

        Not so where something went that lay over all of it.
        """
        self._window.setUpdatesEnabled(True)
        self._curtain.hide()
        # A window that was not painted yet has had its request, which came to nothing; Qt thinks it still under way.
        QCoreApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
