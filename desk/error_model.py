"""The errors of a payload as a Qt model, and how one of them stands."""

from enum import IntEnum, StrEnum
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desk.marking import QT_TRANSLATE_NOOP
from desk.theme import Colours, Pair
from index.reports import Confidence, MatchedError

translate = QCoreApplication.translate
At = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """Roles of our own."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    """The whole `ErrorItem`."""


class Standing(StrEnum):
    """How an error stands, in a word."""

    FOUND = QT_TRANSLATE_NOOP("Standing", "found")
    CONFIRMED = QT_TRANSLATE_NOOP("Standing", "confirmed")
    CHOOSE = QT_TRANSLATE_NOOP("Standing", "choose a row")
    UNKNOWN = QT_TRANSLATE_NOOP("Standing", "in no catalogue")
    MENTIONED = QT_TRANSLATE_NOOP("Standing", "only mentioned")


class ErrorItem(msgspec.Struct, frozen=True, kw_only=True):
    """One error as listed."""

    matched: MatchedError
    """The error."""
    confirmed: bool = False
    """The user chose its row."""

    def standing(self) -> Standing:
        """Tell how it stands."""
        if self.confirmed:
            return Standing.CONFIRMED
        if self.matched.confidence is Confidence.WEAK:
            return Standing.MENTIONED
        if not self.matched.known:
            return Standing.UNKNOWN
        return Standing.CHOOSE if self.matched.confidence is Confidence.CHOOSE else Standing.FOUND

    def title(self) -> str:
        """Return its code, or words where it has none."""
        return self.matched.error.code or translate("Standing", "no code")


def standing_pair(standing: Standing, colours: Colours) -> Pair:
    """Return the colours of a standing's badge."""
    return {
        Standing.FOUND: colours.good,
        Standing.CONFIRMED: colours.good,
        Standing.CHOOSE: colours.warning,
        Standing.UNKNOWN: colours.error,
        Standing.MENTIONED: colours.none,
    }[standing]


class ErrorModel(QAbstractListModel):
    """Errors in the order of the payload."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ErrorItem, ...] = ()

    def set_items(self, items: tuple[ErrorItem, ...]) -> None:
        """Show these errors instead."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def confirm(self, number: int) -> None:
        """Mark an error's row as chosen by the user."""
        items = list(self._items)
        items[number] = msgspec.structs.replace(items[number], confirmed=True)
        self._items = tuple(items)
        self.dataChanged.emit(self.index(number), self.index(number))

    def items(self) -> tuple[ErrorItem, ...]:
        """Return all errors."""
        return self._items

    @override
    def rowCount(self, parent: At = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, at: At, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not at.isValid() or at.row() >= len(self._items):
            return None
        item = self._items[at.row()]
        if role == Role.ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = translate("Standing", item.standing())
            return f"{at.row() + 1}, {item.title()}, {said}, {item.matched.error.message or ''}"
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
