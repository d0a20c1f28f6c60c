"""The field in which a template is written: line numbers at its left, lines with faults marked."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from desk.style.fill import fill
from desk.style.look import Look

_GAP = 8
_MARK = "●"


class TemplateEditor(QPlainTextEdit):
    """Plain text; a line with a fault has a ground of its own and a dot beside its number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faults: frozenset[int] = frozenset()
        self._numbers = _Numbers(self)
        self.setFont(look.mono_font(0.95))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self._make_room()

    def set_look(self, look: Look) -> None:
        """Change colours and font."""
        self._look = look
        self.setFont(look.mono_font(0.95))
        self.mark(self._faults)
        self._make_room()

    def mark(self, lines: Iterable[int]) -> None:
        """Mark these lines, from 1, and no others."""
        self._faults = frozenset(lines)
        shape = QTextCharFormat()
        shape.setBackground(QColor(self._look.colours.error.ground))
        shape.setForeground(QColor(self._look.colours.error.text))
        shape.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - a property's value
        marked: list[QTextEdit.ExtraSelection] = []
        for line in self._faults:
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = QTextCursor(block), shape
                marked.append(selection)
        self.setExtraSelections(marked)
        self._numbers.update()

    def marked(self) -> frozenset[int]:
        """Return the marked lines."""
        return self._faults

    def go_to(self, line: int) -> None:
        """Put the cursor into a line, from 1."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
            self.setFocus()

    def numbers_width(self) -> int:
        """Return how much room the numbers need, in pixels."""
        digits = str(max(self.blockCount(), 10))
        return self.fontMetrics().horizontalAdvance(_MARK + digits) + 2 * _GAP

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Paint the numbers of the lines in this area."""
        colours = self._look.colours
        fill(painter, area, QColor(colours.raised))
        painter.setFont(self.font())
        block, width = self.firstVisibleBlock(), self.numbers_width() - _GAP
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            height = self.blockBoundingRect(block).height()
            line = block.blockNumber() + 1
            faulty = line in self._faults
            painter.setPen(QColor(colours.error.text if faulty else colours.muted))
            text = f"{_MARK}{line}" if faulty else str(line)
            painter.drawText(QRect(0, int(top), width, int(height)), Qt.AlignmentFlag.AlignRight, text)
            block, top = block.next(), top + height

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top(), self.numbers_width(), inside.height())

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _scroll_numbers(self, area: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


class _Numbers(QWidget):
    def __init__(self, editor: TemplateEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._editor.numbers_width(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(QPainter(self), event.rect())
