"""The errors of a payload as a Qt model, and how one of them stands."""

from enum import IntEnum, StrEnum
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from typing_extensions import override

from desk.language.marking import QT_TRANSLATE_NOOP
from desk.results.row_model import RowModel
from desk.style.theme import Colours, Pair
from index.reports import Confidence, MatchedError

translate = QCoreApplication.translate


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
    FOREIGN = QT_TRANSLATE_NOOP("Standing", "another product's")
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
            return _standing_of_namesake(self.matched)
        return Standing.CHOOSE if self.matched.confidence is Confidence.CHOOSE else Standing.FOUND

    def title(self) -> str:
        """Return its code, or words where it has none."""
        return self.matched.error.code or translate("Standing", "no code")

    def times(self) -> str:
        """Say how often it stands in the text, "" for once."""
        more = len(self.matched.error.more_spans)
        return f"×{more + 1}" if more else ""


def _standing_of_namesake(matched: MatchedError) -> Standing:
    if not matched.possible:
        return Standing.UNKNOWN
    return Standing.FOREIGN if matched.foreign else Standing.CHOOSE


def standing_pair(standing: Standing, colours: Colours) -> Pair:
    """Return the colours of a standing's badge."""
    return {
        Standing.FOUND: colours.good,
        Standing.CONFIRMED: colours.good,
        Standing.CHOOSE: colours.warning,
        Standing.UNKNOWN: colours.error,
        Standing.FOREIGN: colours.error,
        Standing.MENTIONED: colours.none,
    }[standing]


class ErrorModel(RowModel[ErrorItem]):
    """Errors in the order of the payload."""

    def confirm(self, number: int) -> None:
        """Mark an error's row as chosen by the user."""
        self.replace(number, msgspec.structs.replace(self.items()[number], confirmed=True))

    @override
    def value(self, item: ErrorItem, position: int, role: int) -> Any:
        if role == Role.ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = translate("Standing", item.standing())
            title = f"{item.title()} {item.times()}".strip()
            return f"{position + 1}, {title}, {said}, {item.matched.error.message or ''}"
        return None
