"""Paints the cells of the table of codes.

Qt's own painting asks the model for seven roles of each cell and looks each cell up in the style sheet: a table then
takes longer than a turn of the event loop may. Here a cell is its text on the ground of its row.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desk.style.fill import fill
from desk.style.look import Look
from desk.triage.model import NUMBERS, At, Column, TriageModel

_ASIDE, _OUTLINE = 8, 2
_MOST_KEPT = 2_000
"""Texts whose width is kept: several tables."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """One line of text; the cell of the cursor is framed."""

    def __init__(self, model: TriageModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Change colours and font."""
        self._font = look.font(0.95)
        self._metrics = QFontMetrics(self._font)
        self._widths: dict[str, int] = {}
        c = look.colours
        self._text, self._selected = QColor(c.text), QColor(c.selected)
        self._frame = QPen(QColor(c.accent), _OUTLINE)

    def width(self, text: str) -> int:
        """Return how wide a cell with this text has to be, in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_KEPT:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width + 2 * _ASIDE

    @override
    def sizeHint(self, option: QStyleOptionViewItem, at: At) -> QSize:
        return QSize(self.width(self._model.text_at(at)), self._metrics.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: At) -> None:
        place, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            fill(painter, place, self._selected)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._frame)
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        text = self._model.text_at(at)
        if text:
            painter.setFont(self._font)
            painter.setPen(self._text)
            self._draw(painter, place.adjusted(_ASIDE, 0, -_ASIDE, 0), text, number=at.column() in NUMBERS)

    def _draw(self, painter: QPainter, place: QRect, text: str, *, number: bool) -> None:
        if self.width(text) > place.width() + 2 * _ASIDE:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _RIGHT if number else _LEFT, text)


def fitting_widths(model: TriageModel, cells: CellDelegate, most: int) -> dict[Column, int]:
    """Return how wide the cells of each column want to be, in pixels and up to a bound: the longest texts are measured."""
    return {
        column: min(max(map(cells.width, model.longest_texts(column)), default=0), most) for column in Column
    }
