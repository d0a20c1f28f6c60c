"""Fills a rectangle with a colour.

`QPainter.fillRect` does the same, but takes a gradient too, so the binding makes an enum of all 169 preset ones the
first time it is called: 16 ms of the first answer. A rectangle that is drawn takes nothing of the kind.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRect | QRectF, colour: QColor) -> None:
    """Fill this place, without an outline; the painter keeps the brush, and has no pen any more."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(place)
