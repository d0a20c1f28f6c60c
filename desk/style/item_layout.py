"""What layouts of our own share: the items they hold, and that their height follows from their width."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class ItemLayout(QLayout):
    """Holds items in order; where they go is for the layouts made of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, position: int) -> QLayoutItem | None:
        return self._items[position] if 0 <= position < len(self._items) else None

    @override
    def takeAt(self, position: int) -> QLayoutItem | None:
        return self._items.pop(position) if 0 <= position < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()
