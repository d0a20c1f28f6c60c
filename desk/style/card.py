"""A card: a pane with a rounded frame of its own, thicker while the focus is inside.

It paints its frame itself: a style sheet on a pane makes Qt look at every widget inside each time something changes.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from desk.style.look import Look

_ROUND = 10.0


class Card(QFrame):
    """Holds the parts of a pane."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - a property's value; what lies inside has no frame of its own
        self._focused = False
        self._take_colours(look)

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._take_colours(look)

    def set_focused(self, *, focused: bool) -> None:
        """Show whether the focus is inside."""
        if focused != self._focused:
            self._focused = focused
            self.update()

    def _take_colours(self, look: Look) -> None:
        """Paint in these colours; the room inside is the same with the focus and without."""
        self._colours = look.colours
        room = 4 if look.colours.strong else 2
        self.setContentsMargins(room, room, room, room)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        c = self._colours
        width = (2 if self._focused else 1) * (2 if c.strong else 1)
        half = width / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.accent if self._focused else c.line), width))
        painter.setBrush(QColor(c.surface))
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(place, _ROUND - half, _ROUND - half)
        painter.end()
