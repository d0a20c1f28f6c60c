"""F1: all keys, made from the table of actions; over a dialog, that dialog's."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.action_making import KeyLines, dialog_lines, overlay_lines
from desk.style.letters import Letters, letters_of
from desk.style.look import Look

_APART, _BETWEEN, _LINE_GAP = 40, 16, 6
_EDGE = 24
_MOST_COLUMNS = 3
_OF_SCREEN = 0.95
_BAR = 20
"""Pixels of a scroll bar, which must not hide anything where one is needed."""
_LEAST_LETTERS = 14
"""Room that the words beside the keys need, in letters; longer words are wrapped."""

_Move = QAbstractSlider.SliderAction
_STEPS = {
    Qt.Key.Key_Up: _Move.SliderSingleStepSub,
    Qt.Key.Key_Down: _Move.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Move.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Move.SliderPageStepAdd,
    Qt.Key.Key_Home: _Move.SliderToMinimum,
    Qt.Key.Key_End: _Move.SliderToMaximum,
}

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

Lines = list[tuple[str, str]]


class KeysOverlay(QDialog):
    """Headings with their keys, in as many columns as the screen has room for; Esc or F1 closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keysOverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self._over = look, parent if isinstance(parent, QDialog) else None
        self._area = _Area(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 16, 16)
        column.addWidget(self._area)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language, in as much room as that needs."""
        about = self._over.windowTitle() if self._over is not None else ""
        self.setWindowTitle(self.tr("Keys: {window}").format(window=about) if about else self.tr("All keys"))
        self._close.setText(self.tr("Close"))
        room = self.screen().availableSize() * _OF_SCREEN
        blocks = [_Block(heading, lines, self._look) for heading, lines in self._lines().items()]
        self._area.setWidget(_in_columns(blocks, room.width() - 2 * _BAR))
        self._take_room()

    def _lines(self) -> KeyLines:
        if self._over is None:
            return overlay_lines()
        over, parted = self._over, self._over.findChild(QSplitter) is not None
        letters = over.findChild(Letters)
        if letters is not None:
            letters.give()  # its texts may be others by now
        return dialog_lines(over.objectName(), over.windowTitle(), letters_of(over), parted=parted)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._take_room()  # the button is as high as its style sheet has it only now
        super().showEvent(event)

    def _take_room(self) -> None:
        self._close.ensurePolished()
        room = self.screen().availableSize() * _OF_SCREEN
        for part in (self._area, self._close):
            part.updateGeometry()
        whole = self.sizeHint()
        if whole.height() > room.height():
            whole += QSize(_BAR, 0)
        self.resize(whole.boundedTo(room))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._over is not None:  # which may be told of the language later than this
                QTimer.singleShot(0, self, self.retranslate)

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


class _Area(QScrollArea):
    """Asks for all the room that its page takes: Qt's own hint ends at a few dozen letters."""

    @override
    def sizeHint(self) -> QSize:
        page = self.widget()
        return page.sizeHint() + QSize(2, 2) if page is not None else super().sizeHint()


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
    """Set the blocks in as many columns as a width in pixels holds, if need be with words wrapped."""
    for number in range(_MOST_COLUMNS, 0, -1):
        each = (room - _APART * (number - 1)) // number
        for limit in (room, each):
            for block in blocks:
                block.wrap(limit)
            columns = _even(blocks, number)
            widths = [max(block.sizeHint().width() for block in column) for column in columns]
            if sum(widths) + _APART * (number - 1) <= room:
                return columns
    return [list(blocks)]


def _even(blocks: Sequence["_Block"], number: int) -> list[list["_Block"]]:
    """Share the blocks out among columns of about the same height."""
    columns: list[list[_Block]] = [[] for _ in range(number)]
    for block in sorted(blocks, key=lambda one: -one.sizeHint().height()):
        min(columns, key=lambda column: sum(one.sizeHint().height() for one in column)).append(block)
    columns = [sorted(column, key=blocks.index) for column in columns if column]
    return sorted(columns, key=lambda column: blocks.index(column[0]))


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
        self._top = top.height() + _LINE_GAP
        self._aside = max(mono.horizontalAdvance(keys) for keys, _text in lines) + _BETWEEN
        self._wanted = max(plain.horizontalAdvance(text) for _keys, text in lines) + 2
        self._least = plain.horizontalAdvance("n") * _LEAST_LETTERS
        self._wide = top.horizontalAdvance(heading) + 2
        self._step = max(mono.height(), plain.height())
        self.wrap(self._aside + self._wanted)

    def wrap(self, most: int) -> None:
        """Wrap the words so that the block is at most so many pixels wide, where its keys leave room for that."""
        room = max(min(self._wanted, most - self._aside), self._least)
        plain = QFontMetrics(self._fonts[2])
        shape = QRect(0, 0, room, self._step * 9)
        sizes = (plain.boundingRect(shape, _WRAPPED, text) for _keys, text in self._lines)
        self._heights = [max(size.height(), self._step) + _LINE_GAP for size in sizes]
        self._size = QSize(max(self._aside + room, self._wide), self._top + sum(self._heights))
        self.updateGeometry()

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
        top, half = self._top, _LINE_GAP // 2
        for (keys, words), height in zip(self._lines, self._heights, strict=True):
            painter.setFont(mono)
            painter.setPen(muted)
            painter.drawText(0, top + half, self._aside, self._step, at, keys)
            painter.setFont(plain)
            painter.setPen(text)
            painter.drawText(self._aside, top + half, self.width() - self._aside, height, _WRAPPED, words)
            top += height
        painter.end()
