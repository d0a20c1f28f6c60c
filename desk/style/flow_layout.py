"""A layout that puts widgets side by side and begins a new line where the width ends."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from desk.style.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Widgets in lines, like words in a paragraph."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._spaced: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def space_before(self, widget: QWidget) -> None:
        """Leave more room before this widget: a new group begins."""
        self._spaced.add(widget)

    @override
    def takeAt(self, position: int) -> QLayoutItem | None:
        item = super().takeAt(position)
        if item is not None:
            self._spaced.discard(item.widget())
        return item

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._arrange(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    @override
    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._arrange(place.marginsRemoved(self.contentsMargins()), move=True)

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def fitting(self, widths: list[int], room: int, lines: int) -> int:
        """Return how many widgets of these widths find room in so many lines; one does always."""
        placed = enumerate(self._lines_of(((width, False) for width in widths), room))
        return next((max(number, 1) for number, line in placed if line > lines), len(widths))

    def lines(self, widths: list[tuple[int, bool]], room: int) -> int:
        """Return how many lines widgets of these widths take; True stands with one that begins a group."""
        return max(self._lines_of(widths, room), default=1)

    def _lines_of(self, widths: Iterable[tuple[int, bool]], room: int) -> Iterator[int]:
        """Tell for each of these widgets in which line it stands, from 1."""
        x, line = 0, 1
        for width, spaced in widths:
            if x and spaced:
                x += 2 * self._gap
            if x and x + width > room:
                x, line = 0, line + 1
            yield line
            x += width + self._gap

    def _arrange(self, place: QRect, *, move: bool) -> int:
        """Set the items line by line, each in the middle of its line; returns the height of all lines, in pixels."""
        x, y, height = place.x(), place.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = _within(item, place.width())
            if line and item.widget() in self._spaced:
                x += 2 * self._gap
            if line and x + hint.width() > place.right() + 1:
                _settle(line, height, move=move)
                x, y, height, line = place.x(), y + height + self._gap, 0, []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + self._gap
            height = max(height, hint.height())
        _settle(line, height, move=move)
        return y + height - place.y()


def _within(item: QLayoutItem, width: int) -> QSize:
    """Return the size that an item wants; one that is wider than a line takes all of it, and more lines if it can."""
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())


def _settle(line: list[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
    if move:
        for item, place in line:
            item.setGeometry(place.translated(0, (height - place.height()) // 2))
