"""Paints a row of the result list: code, badge, why it is here and service above; the found text with its marks below.

The text is what rows are told apart by, so that it has the lower line for itself; where the upper one has no room for
why, both share the lower one, and the text comes first.

It paints the positions that the search returned and looks for nothing itself.
"""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from desk.results.result_model import Role
from desk.results.row_list import standing_of
from desk.results.row_paint import BETWEEN, GAP, PAD, LinePainter, paint_row_ground
from desk.results.row_tips import LONGEST_TIP, TippedDelegate
from desk.results.rows import Row, also_text, part_text, reason_text
from desk.style.badge import BadgePainter, status_words
from desk.style.look import Look
from desk.style.theme import status_pair

At = QModelIndex | QPersistentModelIndex

_SMALL = 0.88
_BEFORE = 6
"""Letters that are shown at least before what was found."""
_LEAST_REASON = 6
"""Letters of a reason below which it says nothing."""


class _Words(NamedTuple):
    """What is said around the found text of a row, for one width."""

    right: str
    """At the right of the upper line."""
    part: str
    """Before the found text, "" for nothing."""
    room: float
    """Pixels for the found text and what stands before it."""
    reason: str
    """Why the row is here."""
    below: float
    """Pixels for the reason beside the text, 0 where it is not there."""
    is_told: bool
    """The reason can be read in full."""


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
        place = QRectF(option.rect)
        painter.save()
        paint_row_ground(painter, place, standing_of(at, option.widget), self._look.colours)
        inner = place.adjusted(PAD + 4, PAD, -PAD, -PAD)
        said = self._words(row, inner.width())
        upper = QRectF(inner.left(), inner.top(), inner.width(), self._upper)
        self._paint_upper(painter, upper, row, said.right)
        top = inner.top() + self._upper + BETWEEN
        self._paint_lower(painter, QRectF(inner.left(), top, inner.width(), self._lower), row, said)
        painter.restore()

    @override
    def tip_at(self, at: At, width: int) -> str:
        row = at.data(Role.ROW)
        if not isinstance(row, Row):
            return ""
        inner = width - 2 * PAD - 4
        entry, said = row.entry, self._words(row, inner)
        upper = self._upper_width(row) + GAP + self._small.width(entry.service)
        text = f"{said.part} {row.text}".strip()
        if upper <= inner and self._texts.width(text) <= said.room and said.is_told:
            return ""
        lines = [f"{entry.code} · {entry.provider} · {entry.service}", text[:LONGEST_TIP]]
        return "\n".join(lines if said.is_told else [*lines, said.reason])

    def _take_fonts(self) -> None:
        self._codes = LinePainter(self._look.mono_font(bold=True))
        self._texts = LinePainter(self._look.font())
        self._small = LinePainter(self._look.font(_SMALL))
        self._badges = BadgePainter(self._look.font(0.82, bold=True))
        self._upper = max(self._codes.height(), self._badges.size("0")[1])
        self._lower = self._texts.height()

    def _paint_upper(self, painter: QPainter, place: QRectF, row: Row, told: str) -> None:
        colours = self._look.colours
        entry = row.entry
        service_width = self._small.width(told)
        service_width = min(service_width, place.width() / 3) if told == entry.service else service_width
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
        self._small.draw(painter, right, told, colours.muted)

    def _paint_digit(self, painter: QPainter, place: QRectF, row: Row) -> float:
        pair = self._look.colours.good if row.chosen else self._look.colours.info
        words = _digit_words(row)
        width, height = self._badges.size(words)
        spot = QRectF(place.left(), place.top() + (place.height() - height) / 2, width, height)
        self._badges.paint(painter, spot, words, pair)
        return width

    def _paint_lower(self, painter: QPainter, place: QRectF, row: Row, said: _Words) -> None:
        colours, room = self._look.colours, said.room
        if said.below:
            right = QRectF(place.right() - said.below, place.top(), said.below, place.height())
            self._small.draw(painter, right, said.reason, colours.muted)
        if said.part:
            before = QRectF(place.left(), place.top(), room, place.height())
            used = self._texts.draw(painter, before, said.part, colours.muted) + self._texts.width(" ")
            place, room = place.adjusted(used, 0, 0, 0), room - used
        text, spans = row.text_from(self._begin(row, room))
        text_place = QRectF(place.left(), place.top(), room, place.height())
        self._texts.draw(painter, text_place, text, colours.text, spans, colours.mark)

    def _begin(self, row: Row, room: float) -> int:
        """Return where the text begins to be shown: where it is cut, what tells rows apart or what was found comes first."""
        if self._texts.width(row.text) <= room:
            return 0
        if row.apart or not row.text_spans:
            return row.apart
        start, end = row.text_spans[0]
        if self._texts.width(row.text[:end] + "…") <= room:
            return 0
        return row.text.rfind(" ", 0, max(start - _BEFORE, 0)) + 1 or max(start - _BEFORE, 0)

    def _upper_width(self, row: Row) -> float:
        """Return how wide everything is that stands at the left of the upper line."""
        badge, _ = self._badges.size(status_words(row.entry.status, row.entry.status_text))
        width = self._codes.width(row.entry.code) + GAP + badge
        if row.digit is not None:
            width += self._badges.size(_digit_words(row))[0] + GAP
        also = also_text(row)
        return width + GAP + self._small.width(also) if also else width

    def _words(self, row: Row, width: float) -> _Words:
        """Find a place for the reason: in the upper line, beside the text, or in the tool tip alone."""
        reason, part = reason_text(row), part_text(row)
        right = f"{reason} · {row.entry.service}" if reason else row.entry.service
        if self._upper_width(row) + 2 * GAP + self._small.width(right) <= width:
            return _Words(right, part, width, reason, 0, is_told=True)
        text = self._texts.width(f"{part} {row.text}".strip())
        wanted = self._small.width(reason) + 1 if reason else 0
        free = max(width - 2 * GAP - text, width / 3)
        below = min(wanted, free)
        if below < wanted and free < self._small.width("n" * _LEAST_REASON):
            below = 0
        room = width - below - 2 * GAP if below else width
        return _Words(row.entry.service, part, room, reason, below, is_told=below == wanted)


def _digit_words(row: Row) -> str:
    return f"✓ {row.digit}" if row.chosen else f"{row.digit}"
