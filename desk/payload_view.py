"""The pasted text with its errors, values, ids and secrets lit up: each kind with a colour and a line of its own."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from desk.look import Look
from desk.marking import QT_TRANSLATE_NOOP
from desk.shown_text import ShownText
from desk.theme import Colours, Pair
from index.hits import Span

translate = QCoreApplication.translate

_MOST_MARKS = 400


class Kind(StrEnum):
    """What a lit stretch is."""

    ERROR = QT_TRANSLATE_NOOP("PayloadView", "Error")
    VALUE = QT_TRANSLATE_NOOP("PayloadView", "Value")
    ID = QT_TRANSLATE_NOOP("PayloadView", "Request id")
    SECRET = QT_TRANSLATE_NOOP("PayloadView", "Secret")


class Lit(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch to light up."""

    kind: Kind
    """What it is."""
    span: Span
    """Where it is, in the text as pasted."""


_LINES = {
    Kind.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Kind.VALUE: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Kind.ID: QTextCharFormat.UnderlineStyle.DotLine,
    Kind.SECRET: QTextCharFormat.UnderlineStyle.DashUnderline,
}


def kind_pair(kind: Kind, colours: Colours) -> Pair:
    """Return the colours of a kind."""
    pairs = {Kind.ERROR: colours.error, Kind.VALUE: colours.value, Kind.ID: colours.info}
    return pairs.get(kind, colours.secret)


class PayloadView(QPlainTextEdit):
    """Read-only text; files and texts can be dropped on it."""

    text_dropped = Signal(str)
    """Text was dropped."""
    files_dropped = Signal(object)
    """Paths of dropped files, as strings."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payloadText")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(12)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._text = ""
        self._shown = ShownText("")
        self._lit: tuple[Lit, ...] = ()
        self.set_look(look)
        self.retranslate()

    def show_text(self, text: str, lit: tuple[Lit, ...]) -> None:
        """Show a pasted text."""
        if text != self._text:
            self._text = text
            self._shown = ShownText(text)
            self.setPlainText(self._shown.text)
        self._lit = lit[:_MOST_MARKS]
        self._light()

    def is_cut(self) -> bool:
        """Tell whether only the beginning is shown."""
        return self._shown.cut

    def go_to(self, span: Span) -> None:
        """Bring a stretch into view and select it."""
        place = self._shown.span(span)
        if place is not None:
            cursor = self._cursor(place)
            self.setTextCursor(cursor)
            self.centerCursor()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self.setFont(look.mono_font(0.92))
        self._light()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Pasted text"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.digit_pressed.emit(event.key() - Qt.Key.Key_0)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the window reads the clipboard
            return
        super().keyPressEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.files_dropped.emit(tuple(files))
        elif event.mimeData().hasText():
            self.text_dropped.emit(event.mimeData().text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _cursor(self, place: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _light(self) -> None:
        made = []
        for lit in self._lit:
            place = self._shown.span(lit.span)
            if place is None:
                continue
            one = QTextEdit.ExtraSelection()
            one.cursor = self._cursor(place)
            one.format = _shape(lit.kind, self._look.colours)
            made.append(one)
        self.setExtraSelections(made)


def _shape(kind: Kind, colours: Colours) -> QTextCharFormat:
    pair = kind_pair(kind, colours)
    shape = QTextCharFormat()
    shape.setBackground(QColor(pair.ground))
    shape.setForeground(QColor(pair.text))
    shape.setUnderlineStyle(_LINES[kind])
    shape.setUnderlineColor(QColor(pair.text))
    return shape
