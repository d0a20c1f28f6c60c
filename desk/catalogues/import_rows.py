"""The entries of a document as a table to look through."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desk.language.marking import QT_TRANSLATE_NOOP
from index.importing.preview_values import PreviewRow

translate = QCoreApplication.translate

_LONGEST = 200
"""Characters of a cell that are shown: no column is wider."""
_SHOWN, _READ_OUT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
Place = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """What stands in each column."""

    STATE = 0
    CODE = 1
    STATUS = 2
    MESSAGE = 3
    DESCRIPTION = 4
    SOLUTION = 5


_HEADERS = {
    Column.STATE: QT_TRANSLATE_NOOP("Import", "State"),
    Column.CODE: QT_TRANSLATE_NOOP("Import", "Code"),
    Column.STATUS: QT_TRANSLATE_NOOP("Import", "HTTP status"),
    Column.MESSAGE: QT_TRANSLATE_NOOP("Import", "Message"),
    Column.DESCRIPTION: QT_TRANSLATE_NOOP("Import", "Description"),
    Column.SOLUTION: QT_TRANSLATE_NOOP("Import", "Solution"),
}
_FIELDS = {int(column): column.name.lower() for column in Column}
_STATES = {
    "new": QT_TRANSLATE_NOOP("Import", "+ new"),
    "changed": QT_TRANSLATE_NOOP("Import", "~ changed"),
    "gone": QT_TRANSLATE_NOOP("Import", "− gone"),
}


class EntriesModel(QAbstractTableModel):
    """Rows of one document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[PreviewRow] = ()
        self._count = 0

    def set_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show these rows; those added to them later are shown with the next call."""
        self.beginResetModel()
        self._shown, self._count = rows, len(rows)
        self.endResetModel()

    def row_of(self, code: str, near: int) -> int:
        """Return the row of a code: this one, if it stands there, else the first one; 0 where it stands nowhere."""
        if near < self._count and self._shown[near].code == code:
            return near
        return next((n for n, row in enumerate(islice(self._shown, self._count)) if row.code == code), 0)

    @override
    def rowCount(self, parent: Place = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Place = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.header_name(Column(section))
        return None

    def header_name(self, column: Column) -> str:
        """Return what a column is called."""
        return str(translate("Import", _HEADERS[column]))

    @override
    def data(self, at: Place, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Qt asks for seven roles of each cell that it paints.
        if role == _SHOWN and at.isValid():
            return " ".join(_text(self._shown[at.row()], at.column())[:_LONGEST].split())
        return self.text(at) if role == _READ_OUT else None

    def text(self, at: Place) -> str:
        """Return the whole text of a cell."""
        return _text(self._shown[at.row()], at.column()) if at.isValid() else ""

    def longest(self, column: Column, rows: int) -> Place:
        """Return the cell of a column with most to read, among so many rows from the first."""
        measured = range(min(rows, self._count))
        row = max(measured, key=lambda n: len(_text(self._shown[n], column)), default=-1)
        return self.index(row, column)


def _text(row: PreviewRow, column: int) -> str:
    if column == Column.STATE:
        return str(translate("Import", _STATES[row.state])) if row.state else ""
    text: str = getattr(row, _FIELDS[column])
    return text
