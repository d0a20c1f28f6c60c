"""The entries of a document as a table to look through, all of them or only what would change."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum
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

_LONGEST = 300
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


class Shown(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


_HEADERS = {
    Column.STATE: QT_TRANSLATE_NOOP("Import", "State"),
    Column.CODE: QT_TRANSLATE_NOOP("Import", "Code"),
    Column.STATUS: QT_TRANSLATE_NOOP("Import", "HTTP status"),
    Column.MESSAGE: QT_TRANSLATE_NOOP("Import", "Message"),
    Column.DESCRIPTION: QT_TRANSLATE_NOOP("Import", "Description"),
    Column.SOLUTION: QT_TRANSLATE_NOOP("Import", "Solution"),
}
_STATES = {
    "new": QT_TRANSLATE_NOOP("Import", "+ new"),
    "changed": QT_TRANSLATE_NOOP("Import", "~ changed"),
    "gone": QT_TRANSLATE_NOOP("Import", "− gone"),
}


class EntriesModel(QAbstractTableModel):
    """Rows of one document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[PreviewRow] = ()
        self._shown: Sequence[PreviewRow] = ()
        self._wanted = Shown.ALL

    def set_rows(self, rows: Sequence[PreviewRow], wanted: Shown) -> None:
        """Show these rows, or those of them that are new, changed or gone."""
        self.beginResetModel()
        self._all, self._wanted = rows, wanted
        self._shown = rows if wanted is Shown.ALL else [row for row in rows if row.state == wanted]
        self.endResetModel()

    def counts(self) -> dict[Shown, int]:
        """Return how many rows each choice would show."""
        return {Shown.ALL: len(self._all)} | {
            one: sum(row.state == one for row in self._all) for one in (Shown.NEW, Shown.CHANGED, Shown.GONE)
        }

    @override
    def rowCount(self, parent: Place = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

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
        if not at.isValid():
            return None
        text = _text(self._shown[at.row()], Column(at.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_LONGEST].split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text
        return None

    def text(self, at: Place) -> str:
        """Return the whole text of a cell."""
        return _text(self._shown[at.row()], Column(at.column())) if at.isValid() else ""


def _text(row: PreviewRow, column: Column) -> str:
    if column is Column.STATE:
        return str(translate("Import", _STATES[row.state])) if row.state else ""
    texts = {
        Column.CODE: row.code,
        Column.STATUS: row.status,
        Column.MESSAGE: row.message,
        Column.DESCRIPTION: row.description,
        Column.SOLUTION: row.solution,
    }
    return texts[column]
