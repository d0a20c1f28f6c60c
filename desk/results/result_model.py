"""The rows of the result list as a Qt model."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from desk.results.row_folding import turned
from desk.results.row_model import RowModel
from desk.results.rows import Row, also_text, part_text, reason_text
from desk.style.badge import status_words


class Role(IntEnum):
    """Roles of our own."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole `Row`."""


class ResultModel(RowModel[Row]):
    """Rows, best first."""

    def position_of(self, entry_id: str) -> int:
        """Return where an entry stands, -1 where it does not."""
        return next((n for n, row in enumerate(self.items()) if row.stands_for(entry_id)), -1)

    def turn(self, position: int, entry_id: str) -> None:
        """Bring an entry that is folded into a row to its front."""
        self.replace(position, turned(self.items()[position], entry_id))

    @override
    def value(self, item: Row, position: int, role: int) -> Any:
        if role == Role.ROW:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.entry.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(item)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return item.text
        return None


def _spoken(row: Row) -> str:
    status = status_words(row.entry.status, row.entry.status_text)
    text = f"{part_text(row)} {row.text}".strip()
    said = (row.entry.code, also_text(row), status, row.entry.service, text, reason_text(row))
    return ", ".join(part for part in said if part)
