"""The rows of the result list as a Qt model."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desk.badge import status_words
from desk.row_folding import turned
from desk.rows import Row, also_text, reason_text

At = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """Roles of our own."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole `Row`."""


class ResultModel(QAbstractListModel):
    """Rows, best first; replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return self._rows

    def position_of(self, entry_id: str) -> int:
        """Return where an entry stands, -1 where it does not."""
        return next((n for n, row in enumerate(self._rows) if row.stands_for(entry_id)), -1)

    def turn(self, position: int, entry_id: str) -> None:
        """Bring an entry that is folded into a row to its front."""
        row = turned(self._rows[position], entry_id)
        self._rows = (*self._rows[:position], row, *self._rows[position + 1 :])
        at = self.index(position)
        self.dataChanged.emit(at, at)

    @override
    def rowCount(self, parent: At = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, at: At, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not at.isValid() or at.row() >= len(self._rows):
            return None
        row = self._rows[at.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.text
        return None

    @override
    def canDropMimeData(self, data: object, action: object, row: int, column: int, parent: At) -> bool:
        """Take nothing: item data from outside is unpickled by the binding."""
        return False

    @override
    def flags(self, at: At) -> Qt.ItemFlag:
        if not at.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _spoken(row: Row) -> str:
    status = status_words(row.entry.status, row.entry.status_text)
    said = (row.entry.code, also_text(row), status, row.entry.service, row.text, reason_text(row))
    return ", ".join(part for part in said if part)
