"""What was done last: one line for a while, and on a press the lines before it, newest first, with their times."""

from collections import deque

from PySide6.QtCore import QEvent, QSize, Qt, QTime, QTimer
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desk.own_keys import EnterButton
from desk.style.icons import icon
from desk.style.look import Look
from desk.style.tips import plain_tip

_SHORTEST_MS, _LETTER_MS = 8000, 70
"""How long a line stays, and how much longer for each letter beyond what is read at a glance."""
_GLANCE = 60
_KEPT = 12
_LONGEST = 110
"""Letters of a line in the menu; the tool tip has all of it."""
_LEAST, _PADDING, _SLACK = 80, 10, 4


class News(EnterButton):
    """Hidden before there is anything to tell; between two lines only its picture is left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("news")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # it gives way
        self._look = look
        self._line = ""
        self._told: deque[tuple[str, str]] = deque(maxlen=_KEPT)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rest)
        self.hide()

    def line(self) -> str:
        """Return what is said now, in full."""
        return self._line

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the last lines, newest first, each with its time."""
        return tuple(self._told)

    def tell(self, line: str) -> None:
        """Say a line; it takes the place of the one before."""
        if not line:
            self.rest()
            return
        if self._told and self._told[0][1] == line:
            self._told.popleft()
        self._told.appendleft((QTime.currentTime().toString("HH:mm:ss"), line))
        self._show(line)
        if not self.underMouse():
            self._timer.start(_SHORTEST_MS + _LETTER_MS * max(len(line) - _GLANCE, 0))

    def say_again(self, line: str) -> None:
        """Say the present line in another language."""
        if self._line and self._told:
            self._told[0] = self._told[0][0], line
            self._show(line)

    def rest(self) -> None:
        """Say no more; what was said can still be read."""
        self._timer.stop()
        self._show("")

    def set_look(self, look: Look) -> None:
        """Change colours and font."""
        self._look = look
        self.setFont(look.font(0.9))
        self._fit()
        self.setIcon(icon("history", look))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._show(self._line)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._line:
            return hint
        return QSize(self.fontMetrics().horizontalAdvance(self._line) + 2 * _PADDING + _SLACK, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST), hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()  # it stays while it is read
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self._line:
            self._timer.start(_SHORTEST_MS)
        super().leaveEvent(event)

    def _show(self, line: str) -> None:
        self._line = line
        self.setVisible(bool(self._told))
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextOnly if line else style.ToolButtonIconOnly)
        self._fit()
        last = self.tr("The last messages")
        self.setAccessibleName(line or last)
        self.setToolTip(plain_tip(f"{line}\n{last}".strip()) if self._told else "")
        if self._told and self.menu() is None:
            menu = QMenu(self)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self._fill)
            self.setMenu(menu)
        self.updateGeometry()

    def _fit(self) -> None:
        """Show as much of the line as there is room for."""
        room = self.width() - 2 * _PADDING
        shown = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for time, line in self._told:
            short = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
            action = menu.addAction(f"{time}   {short}".replace("&", "&&"))
            action.setToolTip(plain_tip(line) if short != line else "")
