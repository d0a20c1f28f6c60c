"""What the delegates of both lists have in common: the ground of a row, and one line of text with marks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle

from desk.positions import Utf16Map
from desk.theme import Colours, Pair
from index.hits import Span

PAD, GAP, BETWEEN = 12.0, 8.0, 6.0
"""Around a row, between its parts, between its two lines, in pixels."""


def paint_row_ground(painter: QPainter, place: QRectF, state: QStyle.StateFlag, colours: Colours) -> None:
    """Paint what lies behind a row; the selected one has a bar at its left as well as another colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    card = place.adjusted(4, 1, -4, -1)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(colours.selected))
        painter.drawRoundedRect(card, 8, 8)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(card.left(), card.top() + 8, 4, card.height() - 16), 2, 2)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(card, 8, 8)
    else:
        painter.setPen(QColor(colours.line))
        y = place.bottom() - 0.5
        painter.drawLine(QPointF(place.left() + PAD + 4, y), QPointF(place.right() - PAD, y))


def draw_line(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    colour: str,
    spans: tuple[Span, ...] = (),
    mark: Pair | None = None,
) -> float:
    """Draw one line, cut with an ellipsis where it is too long; returns the width used, in pixels."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    layout = QTextLayout(shown, font)
    if spans and mark:
        length = Utf16Map(shown).to_qt(len(shown) - (shown != text))
        layout.setFormats(_formats(text, spans, length, mark))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(place.width(), 1) + 4)
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2))
    return line.naturalTextWidth()


def _formats(text: str, spans: tuple[Span, ...], length: int, pair: Pair) -> list[QTextLayout.FormatRange]:
    shape = QTextCharFormat()
    shape.setBackground(QColor(pair.ground))
    shape.setForeground(QColor(pair.text))
    made = []
    for start, end in Utf16Map(text).spans(spans):
        if start < length:
            piece = QTextLayout.FormatRange()
            piece.start = start
            piece.length = min(end, length) - start
            piece.format = shape
            made.append(piece)
    return made
