"""The list of a payload's errors: number, code, how it stands, and the customer's message."""

import msgspec
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from desk.payload.error_model import ErrorItem, ErrorModel, Role, standing_pair
from desk.results.empty_state import Notice
from desk.results.row_list import RowList, standing_of
from desk.results.row_model import At
from desk.results.row_paint import BETWEEN, GAP, PAD, LinePainter, paint_row_ground
from desk.results.row_tips import TippedDelegate
from desk.style.badge import BadgePainter
from desk.style.look import Look
from index.reports import MatchedError

translate = QCoreApplication.translate

_LONGEST = 400
"""Letters of a message that are shown."""


class ErrorDelegate(TippedDelegate):
    """Paints `ErrorItem`s."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self._codes, self._texts = LinePainter(look.mono_font(0.95, bold=True)), LinePainter(look.font(0.92))
        self._badges = BadgePainter(look.font(0.8, bold=True))
        self._upper = max(self._codes.height(), self._badges.size("0")[1])
        self._lower = self._texts.height()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, at: At) -> QSize:
        return QSize(200, round(PAD * 1.5 + self._upper + BETWEEN + self._lower))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: At) -> None:
        item = at.data(Role.ITEM)
        if not isinstance(item, ErrorItem):
            return
        colours = self._look.colours
        place = QRectF(option.rect)
        painter.save()
        paint_row_ground(painter, place, standing_of(at, option.widget), colours)
        inner = place.adjusted(PAD + 4, PAD * 0.75, -PAD, -PAD * 0.75)
        words = translate("Standing", item.standing())
        width, height = self._badges.size(words)
        spot = QRectF(inner.right() - width, inner.top() + (self._upper - height) / 2, width, height)
        self._badges.paint(painter, spot, words, standing_pair(item.standing(), colours))
        title = _title(item, at.row())
        upper = QRectF(inner.left(), inner.top(), inner.width() - width - GAP, self._upper)
        self._codes.draw(painter, upper, title, colours.text)
        message = _message(item)
        top = inner.top() + self._upper + BETWEEN
        lower = QRectF(inner.left(), top, inner.width(), self._lower)
        self._texts.draw(painter, lower, message, colours.muted)
        painter.restore()

    @override
    def tip_at(self, at: At, width: int) -> str:
        item = at.data(Role.ITEM)
        if not isinstance(item, ErrorItem):
            return ""
        inner, title, message = width - 2 * PAD - 4, _title(item, at.row()), _message(item)
        badge, _ = self._badges.size(translate("Standing", item.standing()))
        if self._codes.width(title) + GAP + badge <= inner and self._texts.width(message) <= inner:
            return ""
        return f"{title}\n{message}".strip()


def _title(item: ErrorItem, position: int) -> str:
    status = item.matched.error.status
    told = (str(position + 1), item.title(), "" if status is None else str(status), item.times())
    return "  ".join(part for part in told if part)


def _message(item: ErrorItem) -> str:
    return (item.matched.error.message or "")[:_LONGEST].replace("\n", " ")


class ErrorList(RowList):
    """Shows errors; one is current."""

    error_selected = Signal(int)
    """Position of the current error, -1 where there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._errors, self._delegate = ErrorModel(), ErrorDelegate(look)
        super().__init__(self._errors, self._delegate, look, parent)
        self.setObjectName("errorList")
        self.retranslate()

    def set_items(self, items: tuple[ErrorItem, ...], notice: Notice | None = None) -> None:
        """Show these errors, the first one current; `notice` is for none."""
        self._errors.set_items(items)
        self._empty.show_notice(None if items else notice)
        self.select_position(0)

    def renew(self, errors: tuple[MatchedError, ...]) -> None:
        """Show how the same errors stand now."""
        for number, (item, matched) in enumerate(zip(self.items(), errors, strict=True)):
            if matched != item.matched:
                self._errors.replace(number, msgspec.structs.replace(item, matched=matched))

    def items(self) -> tuple[ErrorItem, ...]:
        """Return all errors."""
        return self._errors.items()

    def confirm(self, number: int) -> None:
        """Mark an error as confirmed."""
        self._errors.confirm(number)

    def position(self) -> int:
        """Return the position of the current error, -1 where there is none."""
        return self.currentIndex().row()

    def step(self, by: int) -> None:
        """Go to the next or previous error, round the end."""
        total = len(self.items())
        if total:
            self.select_position((self.position() + by) % total)

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._dress(self._delegate, look)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Errors in the pasted text"))
        super().retranslate()

    @override
    def currentChanged(self, current: At, previous: At) -> None:
        super().currentChanged(current, previous)
        self.error_selected.emit(current.row())
