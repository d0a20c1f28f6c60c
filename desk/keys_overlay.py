"""F1: all keys, made from the table of actions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.action_making import overlay_lines
from desk.style.look import Look

_APART, _BETWEEN, _LINE_GAP = 40, 16, 8
_EDGE = 24
_MOST_COLUMNS = 3
_OF_SCREEN = 0.9

_Move = QAbstractSlider.SliderAction
_STEPS = {
    Qt.Key.Key_Up: _Move.SliderSingleStepSub,
    Qt.Key.Key_Down: _Move.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Move.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Move.SliderPageStepAdd,
    Qt.Key.Key_Home: _Move.SliderToMinimum,
    Qt.Key.Key_End: _Move.SliderToMaximum,
}

Lines = list[tuple[str, str]]


class KeysOverlay(QDialog):
    """Headings with their keys, in as many columns as the screen has room for; Esc or F1 closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keysOverlay")
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableSize() * _OF_SCREEN
        blocks = [_Block(heading, lines, look) for heading, lines in overlay_lines().items()]
        page = _in_columns(blocks, room.width())
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 16, 16)
        column.addWidget(self._area)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        # Qt's own hint for a scroll area ends at a few dozen letters.
        whole = page.sizeHint() + QSize(24, 32 + close.sizeHint().height())
        self.resize(whole.boundedTo(room))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Where letters are large or the screen is small there is more than fits.
        bar = self._area.verticalScrollBar()
        if event.key() in _STEPS:
            bar.triggerAction(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F1:
            self.close()
        else:
            super().keyPressEvent(event)


def _in_columns(blocks: Sequence["_Block"], room: int) -> QWidget:
    """Set the blocks in columns of about the same height that fit into a width in pixels."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(_EDGE, _EDGE - 4, _EDGE, _EDGE)
    row.setSpacing(_APART)
    for column in _columns(blocks, room - 2 * _EDGE - 24):
        place = QVBoxLayout()
        place.setSpacing(_EDGE)
        for block in column:
            place.addWidget(block)
        place.addStretch(1)
        row.addLayout(place)
    return page


def _columns(blocks: Sequence["_Block"], room: int) -> list[list["_Block"]]:
    for number in range(_MOST_COLUMNS, 1, -1):
        columns: list[list[_Block]] = [[] for _ in range(number)]
        for block in sorted(blocks, key=lambda one: -one.sizeHint().height()):
            min(columns, key=lambda column: sum(one.sizeHint().height() for one in column)).append(block)
        columns = [sorted(column, key=blocks.index) for column in columns]
        columns.sort(key=lambda column: blocks.index(column[0]))
        widths = [max(block.sizeHint().width() for block in column) for column in columns]
        if sum(widths) + _APART * (number - 1) <= room:
            return columns
    return [list(blocks)]


class _Block(QLabel):
    """One heading with its lines, painted at once: a label for each key would hold the window up."""

    def __init__(self, heading: str, lines: Lines, look: Look) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        # What a screen reader reads; what is painted stands in columns.
        self.setText("\n".join([heading, *(f"{keys}: {text}" for keys, text in lines)]))
        self._heading, self._lines, self._look = heading, lines, look
        self._fonts = (look.font(1.05, bold=True), look.mono_font(0.9), look.font())
        top, mono, plain = (QFontMetrics(font) for font in self._fonts)
        self._step = max(mono.height(), plain.height()) + _LINE_GAP
        self._top = top.height() + _LINE_GAP
        self._aside = max(mono.horizontalAdvance(keys) for keys, _text in lines) + _BETWEEN
        width = self._aside + max(plain.horizontalAdvance(text) for _keys, text in lines)
        self._size = QSize(
            max(width, top.horizontalAdvance(heading)) + 2, self._top + self._step * len(lines)
        )

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bold, mono, plain = self._fonts
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        text, muted = QColor(self._look.colours.text), QColor(self._look.colours.muted)
        painter.setPen(text)
        painter.setFont(bold)
        painter.drawText(0, 0, self.width(), self._top, at, self._heading)
        for number, (keys, words) in enumerate(self._lines):
            top = self._top + number * self._step
            painter.setFont(mono)
            painter.setPen(muted)
            painter.drawText(0, top, self._aside, self._step, at, keys)
            painter.setFont(plain)
            painter.setPen(text)
            painter.drawText(self._aside, top, self.width() - self._aside, self._step, at, words)
        painter.end()
