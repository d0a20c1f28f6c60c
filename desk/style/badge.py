"""The status badge: a word and a colour, painted in the list and in the detail pane."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.language.marking import QT_TRANSLATE_NOOP
from desk.style.look import Look
from desk.style.theme import Pair, status_pair

translate = QCoreApplication.translate

_SIDE, _ABOVE, _OUTLINE = 7.0, 2.0, 1.0
_SCALE = 0.9
_CLASSES = {
    1: QT_TRANSLATE_NOOP("Badge", "information"),
    2: QT_TRANSLATE_NOOP("Badge", "success"),
    3: QT_TRANSLATE_NOOP("Badge", "redirection"),
    4: QT_TRANSLATE_NOOP("Badge", "client"),
    5: QT_TRANSLATE_NOOP("Badge", "server"),
}


def status_words(status: int | None, status_text: str = "") -> str:
    """Return the words of a badge: `404 client`, `500 server`, `no status`."""
    if status is None:
        return status_text[:12] or translate("Badge", "no status")
    word = _CLASSES.get(status // 100)
    return f"{status} {translate('Badge', word)}" if word else str(status)


class BadgePainter:
    """Paints badges in one font; each is measured and drawn once and then taken from where it is kept."""

    def __init__(self, font: QFont) -> None:
        self._font, self._metrics, self._name = font, QFontMetricsF(font), font.key()
        self._sizes: dict[str, tuple[float, float]] = {}

    def size(self, words: str) -> tuple[float, float]:
        """Return width and height of a badge."""
        if words not in self._sizes:
            width = self._metrics.horizontalAdvance(words) + 2 * _SIDE
            self._sizes[words] = width, self._metrics.height() + 2 * _ABOVE
        return self._sizes[words]

    def paint(self, painter: QPainter, place: QRectF, words: str, pair: Pair) -> None:
        """Paint a badge that fills `place`."""
        sharp = painter.device().devicePixelRatioF()
        size = QSizeF(place.size() * sharp).toSize()
        key = f"badge {words} {pair.text} {pair.ground} {self._name} {size.width()} {size.height()} {sharp}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = QPixmap(size)
            picture.setDevicePixelRatio(sharp)
            picture.fill(Qt.GlobalColor.transparent)
            inside = QPainter(picture)
            _draw_badge(inside, QRectF(QPointF(), place.size()), words, pair, self._font)
            inside.end()
            QPixmapCache.insert(key, picture)
        spot = QPointF(round(place.left() * sharp) / sharp, round(place.top() * sharp) / sharp)
        painter.drawPixmap(spot, picture)


def _draw_badge(painter: QPainter, place: QRectF, words: str, pair: Pair, font: QFont) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(pair.text), _OUTLINE) if pair.lined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    shape = place.adjusted(_OUTLINE, _OUTLINE, -_OUTLINE, -_OUTLINE) if pair.lined else place
    radius = shape.height() / 2
    painter.drawRoundedRect(shape, radius, radius)
    painter.setPen(QColor(pair.text))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class StatusBadge(QWidget):
    """A badge that stands by itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._badges = look, BadgePainter(look.font(_SCALE, bold=True))
        self._status: int | None = None
        self._text = self._words = ""
        self.set_status(None)

    def set_status(self, status: int | None, status_text: str = "") -> None:
        """Show this status."""
        self._status, self._text = status, status_text
        self._words = status_words(status, status_text)
        self.setAccessibleName(translate("Badge", "HTTP status {words}").format(words=self._words))
        self.setFixedSize(self.sizeHint())
        self.update()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look, self._badges = look, BadgePainter(look.font(_SCALE, bold=True))
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width, height = self._badges.size(self._words)
        return QSize(round(width) + 1, round(height) + 1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_status(self._status, self._text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pair = status_pair(self._status, self._look.colours)
        self._badges.paint(painter, QRectF(self.rect()), self._words, pair)
        painter.end()
