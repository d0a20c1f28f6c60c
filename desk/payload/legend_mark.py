"""One entry of the legend: words in the very colours and with the very line that mark the text."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

_ASIDE, _ABOVE, _BELOW = 6, 2, 4
_ROUND = 4.0


class LegendMark(QWidget):
    """Shows a kind of mark and how many of them there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._shape = "", QTextCharFormat()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return its words."""
        return self._text

    def set_text(self, text: str) -> None:
        """Change its words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_shape(self, shape: QTextCharFormat, font: QFont) -> None:
        """Change how it is marked, and its font."""
        self._shape = shape
        self.setFont(font)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self._text) + 2 * _ASIDE
        return QSize(round(width) + 1, round(metrics.height()) + _ABOVE + _BELOW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shape, span = QTextCharFormat(self._shape), QTextLayout.FormatRange()
        ground = shape.background()
        shape.clearBackground()
        span.start, span.length, span.format = 0, len(self._text), shape
        layout = QTextLayout(self._text, self.font())
        layout.setFormats([span])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width())
        layout.endLayout()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), _ROUND, _ROUND)
        layout.draw(painter, QPointF(_ASIDE, _ABOVE))
        painter.end()
