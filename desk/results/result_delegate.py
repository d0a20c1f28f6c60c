"""Paints a row of the result list: code, badge and service above; the found text with its marks, and why, below.

It paints the positions that the search returned and looks for nothing itself.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from desk.results.result_model import Role
from desk.results.row_paint import BETWEEN, GAP, PAD, LinePainter, paint_row_ground
from desk.results.row_tips import LONGEST_TIP, TippedDelegate
from desk.results.rows import Row, also_text, reason_text
from desk.style.badge import BadgePainter, status_words
from desk.style.look import Look
from desk.style.theme import status_pair

At = QModelIndex | QPersistentModelIndex

_SMALL = 0.88


class ResultDelegate(TippedDelegate):
    """Paints `Row`s, all of the same height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._take_fonts()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self._take_fonts()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, at: At) -> QSize:
        return QSize(200, round(2 * PAD + self._upper + BETWEEN + self._lower))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: At) -> None:
        row = at.data(Role.ROW)
        if not isinstance(row, Row):
            return
        place, state = QRectF(option.rect), option.state
        painter.save()
        paint_row_ground(painter, place, state, self._look.colours)
        inner = place.adjusted(PAD + 4, PAD, -PAD, -PAD)
        self._paint_upper(painter, QRectF(inner.left(), inner.top(), inner.width(), self._upper), row)
        top = inner.top() + self._upper + BETWEEN
        self._paint_lower(painter, QRectF(inner.left(), top, inner.width(), self._lower), row)
        painter.restore()

    @override
    def tip_at(self, at: At, width: int) -> str:
        row = at.data(Role.ROW)
        if not isinstance(row, Row):
            return ""
        inner = width - 2 * PAD - 4
        entry = row.entry
        badge, _ = self._badges.size(status_words(entry.status, entry.status_text))
        upper = self._codes.width(entry.code) + badge + self._small.width(entry.service) + 2 * GAP
        if upper <= inner and self._texts.width(row.text) <= self._text_room(row, inner):
            return ""
        return f"{entry.code} · {entry.provider} · {entry.service}\n{row.text[:LONGEST_TIP]}"

    def _take_fonts(self) -> None:
        self._codes = LinePainter(self._look.mono_font(bold=True))
        self._texts = LinePainter(self._look.font())
        self._small = LinePainter(self._look.font(_SMALL))
        self._badges = BadgePainter(self._look.font(0.82, bold=True))
        self._upper = max(self._codes.height(), self._badges.size("0")[1])
        self._lower = self._texts.height()

    def _paint_upper(self, painter: QPainter, place: QRectF, row: Row) -> None:
        colours = self._look.colours
        entry = row.entry
        service_width = self._small.width(entry.service)
        service_width = min(service_width, place.width() / 3)
        words = status_words(entry.status, entry.status_text)
        badge_width, badge_height = self._badges.size(words)
        left = place.left()
        if row.digit is not None:
            left += self._paint_digit(painter, QRectF(place), row) + GAP
        room = place.right() - left - service_width - badge_width - 2 * GAP
        wanted = self._codes.width(entry.code)
        if wanted > room:  # the code tells more than the service, which stands in the detail too
            room, service_width = room + service_width + GAP, 0.0
        code_place = QRectF(left, place.top(), max(room, 40), place.height())
        used = self._codes.draw(painter, code_place, entry.code, colours.text, row.code_spans, colours.mark)
        top = place.top() + (place.height() - badge_height) / 2
        badge = QRectF(left + used + GAP, top, badge_width, badge_height)
        self._badges.paint(painter, badge, words, status_pair(entry.status, colours))
        also = also_text(row)
        if also:
            free = QRectF(badge.right() + GAP, place.top(), room - used, place.height())
            self._small.draw(painter, free, also, colours.muted)
        if not service_width:
            return
        right = QRectF(place.right() - service_width, place.top(), service_width, place.height())
        self._small.draw(painter, right, entry.service, colours.muted)

    def _paint_digit(self, painter: QPainter, place: QRectF, row: Row) -> float:
        pair = self._look.colours.good if row.chosen else self._look.colours.info
        words = f"✓ {row.digit}" if row.chosen else f"{row.digit}"
        width, height = self._badges.size(words)
        spot = QRectF(place.left(), place.top() + (place.height() - height) / 2, width, height)
        self._badges.paint(painter, spot, words, pair)
        return width

    def _paint_lower(self, painter: QPainter, place: QRectF, row: Row) -> None:
        colours = self._look.colours
        reason = reason_text(row)
        room = self._text_room(row, place.width())
        width = place.width() - room - 2 * GAP
        right = QRectF(place.right() - width, place.top(), width, place.height())
        self._small.draw(painter, right, reason, colours.muted)
        text_place = QRectF(place.left(), place.top(), room, place.height())
        self._texts.draw(painter, text_place, row.text, colours.text, row.text_spans, colours.mark)

    def _text_room(self, row: Row, width: float) -> float:
        """Return how wide the found text can be beside the reason."""
        return width - min(self._small.width(reason_text(row)) + 1, width / 2) - 2 * GAP
