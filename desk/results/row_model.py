"""What the list models share: a tuple of rows that is replaced as a whole, looked at, and never dropped on."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

At = QModelIndex | QPersistentModelIndex
Item = TypeVar("Item")
_ROOT = QModelIndex()


class RowModel(QAbstractListModel, Generic[Item]):
    """Rows in order; a model of its own says what each role of a row is in `value`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    def items(self) -> tuple[Item, ...]:
        """Return all rows."""
        return self._items

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def replace(self, position: int, item: Item) -> None:
        """Show another row at a position."""
        self._items = (*self._items[:position], item, *self._items[position + 1 :])
        at = self.index(position)
        self.dataChanged.emit(at, at)

    def value(self, item: Item, position: int, role: int) -> Any:
        """Return what a role of a row is, None where it has none."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: At = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, at: At, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not at.isValid() or at.row() >= len(self._items):
            return None
        return self.value(self._items[at.row()], at.row(), role)

    @override
    def canDropMimeData(self, data: object, action: object, row: int, column: int, parent: At) -> bool:
        """Take nothing: item data from outside is unpickled by the binding."""
        return False

    @override
    def flags(self, at: At) -> Qt.ItemFlag:
        if not at.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
