"""What the delegates of both lists have in common: the ground of a row, and one line of text with marks."""

from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from desk.payload.positions import Utf16Map
from desk.style.fill import fill
from desk.style.theme import Colours, Pair
from index.hits import Span

PAD, GAP, BETWEEN = 12.0, 8.0, 6.0
"""Around a row, between its parts, between its two lines, in pixels."""
_BAR, _STRONG_BAR, _OUTLINE = 4, 8, 2.0
_MOST_KEPT = 200
"""Lines of a font that are kept: some screens full."""
_THINNEST = 3
"""Pixels; hardly a letter takes less."""


class Standing(NamedTuple):
    """How a row stands in its list. `QStyle` would tell too, but to load it takes as long as to paint a screen of rows."""

    selected: bool = False
    """It is the chosen one."""
    hovered: bool = False
    """The mouse is over it."""


def paint_row_ground(painter: QPainter, place: QRectF, standing: Standing, colours: Colours) -> None:
    """Paint what lies behind a row; the selected one has a bar at its left as well as another colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent), _OUTLINE) if colours.strong else Qt.PenStyle.NoPen)
    card = place.adjusted(4, 1, -4, -1)
    if standing.selected:
        painter.setBrush(QColor(colours.selected))
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        bar = _STRONG_BAR if colours.strong else _BAR
        painter.drawRoundedRect(QRectF(card.left(), card.top() + 8, bar, card.height() - 16), 2, 2)
    elif standing.hovered:
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(card, 8, 8)
    else:
        # A filled rectangle is thirty times as quick as a line with smoothed edges, and looks the same.
        width = place.width() - 2 * PAD - 4
        line = QRectF(place.left() + PAD + 4, place.bottom() - 1, width, 1)
        fill(painter, line, QColor(colours.line))


class LinePainter:
    """Draws lines of text in one font, and keeps them as they were laid out: most are painted often, and unchanged."""

    def __init__(self, font: QFont) -> None:
        self._font, self._metrics = font, QFontMetricsF(font)
        self._kept: dict[tuple[object, ...], _Line] = {}
        self._widths: dict[str, float] = {}

    def height(self) -> float:
        """Return the height of a line, in pixels."""
        return self._metrics.height()

    def width(self, text: str) -> float:
        """Return how much room a text takes, in pixels."""
        width = self._widths.get(text)
        if width is None:
            _make_room(self._widths)
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def draw(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        colour: str,
        spans: tuple[Span, ...] = (),
        mark: Pair | None = None,
    ) -> float:
        """Draw one line, cut with an ellipsis where it is too long; returns the width used, in pixels."""
        key = text, place.width(), spans, mark
        line = self._kept.get(key)
        if line is None:
            _make_room(self._kept)
            line = self._kept[key] = _laid_out(text, self._font, place.width(), spans, mark)
        painter.setPen(QColor(colour))
        line.layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height) / 2))
        return line.width


class _Line(NamedTuple):
    layout: QTextLayout
    height: float
    width: float


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()


def _laid_out(text: str, font: QFont, width: float, spans: tuple[Span, ...], mark: Pair | None) -> _Line:
    shown = _elided(text, font, width)
    layout = QTextLayout(shown, font)
    layout.setCacheEnabled(True)
    if spans and mark:
        length = Utf16Map(shown).to_qt(len(shown) - (shown != text))
        layout.setFormats(_formats(text, spans, length, mark))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1) + 4)
    layout.endLayout()
    return _Line(layout, line.height(), line.naturalTextWidth())


def _elided(text: str, font: QFont, width: float) -> str:
    """Cut a text with an ellipsis. Qt measures all of it, so a long one is first cut to what can only be too wide."""
    metrics, right = QFontMetricsF(font), Qt.TextElideMode.ElideRight
    begin = text[: max(round(width), 0) // _THINNEST]
    if len(begin) < len(text) and metrics.horizontalAdvance(begin) > width:
        return metrics.elidedText(begin, right, width)
    return metrics.elidedText(text, right, width)


def _formats(text: str, spans: tuple[Span, ...], length: int, pair: Pair) -> list[QTextLayout.FormatRange]:
    shape = QTextCharFormat()
    shape.setBackground(QColor(pair.ground))
    shape.setForeground(QColor(pair.text))
    shape.setFontUnderline(pair.lined)
    made = []
    for start, end in Utf16Map(text).spans(spans):
        if start < length:
            piece = QTextLayout.FormatRange()
            piece.start = start
            piece.length = min(end, length) - start
            piece.format = shape
            made.append(piece)
    return made
