"""A row of the detail pane's head: words at the left, what belongs to them at the right or, where there is no room, below."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desk.style.item_layout import ItemLayout


class HeadRow(ItemLayout):
    """The first widget takes what room there is; the others keep their size and go on in a new line."""

    def __init__(self, *, gap: int, beside: float = 0.0) -> None:
        """Let the words wrap beside the others while these take no more than `beside` of the width, else above them."""
        super().__init__()
        self._gap, self._beside = gap, beside

    def room(self, width: int) -> int:
        """Return how wide the words can be in so much room."""
        _, others = self._parts()
        length = self._length(others)
        return width - length - self._gap if others and length <= self._beside * width else width

    def height_without(self, width: int, left_out: Collection[QWidget]) -> int:
        """Return how high it would be in so much room if just these were hidden."""
        widgets = [widget for widget in self._widgets() if widget not in left_out]
        words = next(iter(self._widgets()))
        others = [widget for widget in widgets if widget is not words]
        return self._arrange(QRect(0, 0, width, 0), words if words in widgets else None, others, move=False)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), *self._parts(), move=False)

    @override
    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._arrange(place, *self._parts(), move=True)

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _widgets(self) -> list[QWidget]:
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def _parts(self) -> tuple[QWidget | None, list[QWidget]]:
        """Return the words and the others, as far as they are shown."""
        words, *others = self._widgets()
        return None if words.isHidden() else words, [one for one in others if not one.isHidden()]

    def _length(self, widgets: list[QWidget]) -> int:
        return sum(one.sizeHint().width() for one in widgets) + self._gap * max(len(widgets) - 1, 0)

    def _arrange(self, place: QRect, words: QWidget | None, others: list[QWidget], *, move: bool) -> int:
        """Set these in their places; returns the height, in pixels."""
        if words is None:
            return self._lines(place, others, move=move) - place.y()
        length, width = self._length(others), place.width()
        fits = _one_line(words) + self._gap + length <= width
        if not others or fits or length <= self._beside * width:
            return self._side_by_side(place, words, others, move=move)
        height = _height(words, width)
        if move:
            words.setGeometry(QRect(place.topLeft(), QSize(width, height)))
        below = QPoint(place.x(), place.y() + height + self._gap)
        return self._lines(QRect(below, QSize(width, 0)), others, move=move) - place.y()

    def _side_by_side(self, place: QRect, words: QWidget, others: list[QWidget], *, move: bool) -> int:
        length = self._length(others)
        room = place.width() - (length + self._gap if others else 0)
        tallest = max((one.sizeHint().height() for one in others), default=0)
        height = max(_height(words, room), tallest)
        if move:
            words.setGeometry(QRect(place.topLeft(), QSize(room, height)))
            x = place.right() + 1 - length
            for one in others:
                size = one.sizeHint()
                one.setGeometry(QRect(QPoint(x, place.y() + (height - size.height()) // 2), size))
                x += size.width() + self._gap
        return height

    def _lines(self, place: QRect, widgets: list[QWidget], *, move: bool) -> int:
        """Set widgets in as many lines as they need; returns where the last ends."""
        x, y, tallest = place.x(), place.y(), 0
        for one in widgets:
            size = one.sizeHint()
            size.setWidth(min(size.width(), place.width()))
            if x > place.x() and x + size.width() > place.right() + 1:
                x, y, tallest = place.x(), y + tallest + self._gap, 0
            if move:
                one.setGeometry(QRect(QPoint(x, y), size))
            x, tallest = x + size.width() + self._gap, max(tallest, size.height())
        return y + tallest


def _one_line(words: QWidget) -> int:
    """Return how wide a label is whose words are not wrapped; what Qt would like best is a block of them."""
    if not isinstance(words, QLabel):
        return words.sizeHint().width()
    return words.fontMetrics().horizontalAdvance(words.text())


def _height(words: QWidget, width: int) -> int:
    return words.heightForWidth(width) if words.hasHeightForWidth() else words.sizeHint().height()
