"""The codes of a log as a Qt model: a row a code, sorted by any column."""

import heapq
from collections.abc import Callable
from enum import IntEnum
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
from index.payload.triage_table import Triage, TriageRow

translate = QCoreApplication.translate
At = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHOWN_IDS = 10
_MEASURED, _LONGEST = 500, 3
"""Rows that are looked at for the longest texts of a column, and how many of these are named."""


class Column(IntEnum):
    """Columns, from the left."""

    CODE = 0
    COUNT = 1
    STATUS = 2
    CATALOGUE = 3
    FIRST = 4
    LAST = 5
    IDS = 6
    LINE = 7
    CAUSE = 8


_TITLES: dict[int, str] = {
    Column.CODE: QT_TRANSLATE_NOOP("Triage", "Code"),
    Column.COUNT: QT_TRANSLATE_NOOP("Triage", "Count"),
    Column.STATUS: QT_TRANSLATE_NOOP("Triage", "Status"),
    Column.CATALOGUE: QT_TRANSLATE_NOOP("Triage", "Catalogue"),
    Column.FIRST: QT_TRANSLATE_NOOP("Triage", "First"),
    Column.LAST: QT_TRANSLATE_NOOP("Triage", "Last"),
    Column.IDS: QT_TRANSLATE_NOOP("Triage", "Request ids"),
    Column.LINE: QT_TRANSLATE_NOOP("Triage", "Line"),
    Column.CAUSE: QT_TRANSLATE_NOOP("Triage", "First cause"),
}
_LARGEST_FIRST = {Column.COUNT, Column.IDS, Column.CAUSE}
NUMBERS = frozenset({Column.COUNT, Column.IDS, Column.LINE})
"""Columns of numbers: they stand at the right."""


def _catalogues(row: TriageRow) -> str:
    if row.known:
        return ", ".join(row.services)
    return translate("Triage", "common code") if row.namesakes else translate("Triage", "in no catalogue")


_KEYS: dict[Column, Callable[[TriageRow], Any]] = {
    Column.CODE: lambda row: row.code.casefold(),
    Column.COUNT: lambda row: row.count,
    Column.STATUS: lambda row: row.statuses,
    Column.CATALOGUE: lambda row: (not row.known, row.services),
    Column.FIRST: lambda row: (not row.first, row.first),
    Column.LAST: lambda row: (not row.last, row.last),
    Column.IDS: lambda row: row.id_count,
    Column.LINE: lambda row: row.line,
}
_TEXTS: dict[int, Callable[[TriageRow], str]] = {
    Column.CODE: lambda row: row.code,
    Column.COUNT: lambda row: f"{row.count:,}",
    Column.STATUS: lambda row: ", ".join(map(str, row.statuses)),
    Column.CATALOGUE: _catalogues,
    Column.FIRST: lambda row: row.first,
    Column.LAST: lambda row: row.last,
    Column.IDS: lambda row: f"{row.id_count:,}",
    Column.LINE: lambda row: f"{row.line:,}",
}
_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


class TriageModel(QAbstractTableModel):
    """Rows of a triage table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = Triage()
        self._rows: tuple[TriageRow, ...] = ()

    def set_found(self, found: Triage) -> None:
        """Show this table instead, as it comes: the most frequent code first."""
        self.beginResetModel()
        self._found, self._rows = found, found.rows
        self.endResetModel()

    def found(self) -> Triage:
        """Return the table, as it came."""
        return self._found

    def rows(self) -> tuple[TriageRow, ...]:
        """Return the rows as they are shown."""
        return self._rows

    def row_at(self, number: int) -> TriageRow | None:
        """Return a row by its position."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def text_at(self, at: At) -> str:
        """Return the text of a cell."""
        return self._text(self._rows[at.row()], at.column())

    def longest_texts(self, column: Column) -> list[str]:
        """Return the longest texts of a column: the largest of numbers, else those among the first rows."""
        if column in NUMBERS:
            largest = max(self._rows, key=_KEYS[column], default=None)
            return [] if largest is None else [self._text(largest, column)]
        return heapq.nlargest(_LONGEST, {self._text(row, column) for row in self._rows[:_MEASURED]}, key=len)

    @override
    def rowCount(self, parent: At = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: At = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    @override
    def data(self, at: At, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(at.row()) if role in _ANSWERED and at.isValid() else None
        if row is None:
            return None
        column = at.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.IDS:
            return "\n".join(row.request_ids[:_SHOWN_IDS])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{translate('Triage', _TITLES[column])}: {self._text(row, column) or '-'}"
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in _ANSWERED or orientation != Qt.Orientation.Horizontal or section not in _TITLES:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return translate("Triage", _TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are alike keep the order of their counts."""
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        key = _KEYS.get(Column(column), lambda row: row.code == self._found.first_cause)
        backwards = order == Qt.SortOrder.DescendingOrder
        self._rows = tuple(sorted(self._found.rows, key=key, reverse=backwards))
        places = {id(row): number for number, row in enumerate(self._rows)}
        for at in self.persistentIndexList():
            moved = places[id(before[at.row()])]
            self.changePersistentIndex(at, self.index(moved, at.column()))
        self.layoutChanged.emit()

    def _text(self, row: TriageRow, column: int) -> str:
        if column == Column.CAUSE:
            return translate("Triage", "likely") if row.code == self._found.first_cause else ""
        return _TEXTS[column](row)


def first_order(column: int) -> Qt.SortOrder:
    """Return how a column is sorted when it is chosen: counts from the largest, everything else from the smallest."""
    descending = column in _LARGEST_FIRST
    return Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
