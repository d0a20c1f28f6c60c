"""The pasted text with its errors, values, ids and secrets lit up: each kind with a colour and a line of its own."""

import math
from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.own_keys import digit_of, is_override
from desk.own_menu import open_menu
from desk.payload.marks import Kind, Lit, mark_shape
from desk.payload.shown_text import ShownText
from desk.style.look import Look
from index.hits import Span

_MARGIN, _SLACK = 12, 16
"""Round the text, and what words that go to the next line leave free, in pixels."""
_SHORT = 4000
"""Letters that a window is hardly high enough for."""
_LONGEST_MARK = 4000
"""Positions that a mark may reach down from above what can be seen."""


class PayloadView(Retranslated, QPlainTextEdit):
    """Read-only text; files and texts can be dropped on it."""

    text_dropped = Signal(str)
    """Text was dropped."""
    files_dropped = Signal(object)
    """Paths of dropped files, as strings."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""
    copy_wanted = Signal(object)
    """Copy this stretch of what is shown: a `Span` of Qt's positions."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payloadText")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._text, self._is_read = "", False
        self._shown = ShownText("")
        self._look, self._lit = look, tuple[Lit, ...]()
        self._places: list[Span] = []
        self._shapes: dict[Kind, QTextCharFormat] = {}
        self._lit_now = (-1, -1)
        self.verticalScrollBar().valueChanged.connect(self._light_visible)
        self.verticalScrollBar().rangeChanged.connect(self._light_visible)
        self.set_look(look)
        self.retranslate()

    def show_text(self, text: str, lit: tuple[Lit, ...], *, read: bool = True) -> None:
        """Show a pasted text; before it is `read`, its secrets are not known and nothing of it goes out."""
        self._is_read = read
        if text != self._text:
            self._text = text
            self._shown = ShownText(text)
            self.setPlainText(self._shown.text)
        placed = ((one, self._shown.span(one.span)) for one in lit)
        shown = [(one, place) for one, place in placed if place is not None]
        self._lit, self._places = tuple(one for one, _ in shown), [place for _, place in shown]
        self._light()

    def height_for(self, width: int) -> int:
        """Return how high all of the text would be in this width, in pixels, or as much of it as no window has room for."""
        text, metrics, around = self._shown.text[:_SHORT], self.fontMetrics(), 2 * _MARGIN
        lines = sum(
            max(math.ceil(metrics.horizontalAdvance(line) / max(width - around - _SLACK, 1)), 1)
            for line in text.split("\n")
        )
        return lines * metrics.lineSpacing() + around + _SLACK

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
        self._shapes = {kind: mark_shape(kind, look.colours) for kind in Kind}
        self._light()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pasted text"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit := digit_of(event):
            self.digit_pressed.emit(digit)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the window reads the clipboard
            return
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            self.copy_wanted.emit(self._selected())
            return
        super().keyPressEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what may be dragged out, and what any program on X11 can read after a stroke of the mouse."""
        data = QMimeData()
        data.setText(self.without_secrets(self._selected())[0] if self._is_read else "")
        return data

    def without_secrets(self, stretch: Span) -> tuple[str, int]:
        """Return a stretch of what is shown, and how many secrets it would have held; half a secret is hidden whole."""
        parts: list[str] = []
        hidden: set[str] = set()
        at, end = stretch
        for lit, place in zip(self._lit, self._places, strict=True):
            if lit.placeholder and place[1] > at and place[0] < end:
                parts += [self._between(at, place[0]), lit.placeholder]
                hidden.add(lit.placeholder)
                at = min(place[1], end)
        return "".join([*parts, self._between(at, end)]), len(hidden)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the menu copy as the key does."""
        menu = self.createStandardContextMenu(event.pos())
        open_menu(menu, event.globalPos(), "edit-copy", lambda: self.copy_wanted.emit(self._selected()))

    @override
    def event(self, event: QEvent) -> bool:
        if is_override(event) and event.matches(QKeySequence.StandardKey.Copy):
            # What is selected is copied; with nothing selected the key belongs to the window.
            event.setAccepted(self.textCursor().hasSelection())
            return event.isAccepted()
        return super().event(event)

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._light_visible()

    def _selected(self) -> Span:
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def _between(self, start: int, end: int) -> str:
        """Return what is shown between two of Qt's positions, as it was pasted but for its ends of lines."""
        return self._shown.part((start, end)) if start < end else ""

    def _cursor(self, place: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _light(self) -> None:
        self._lit_now = (-1, -1)
        self._light_visible()

    def _light_visible(self) -> None:
        """Light up what can be seen now: all marks of a long text at once would stop the window."""
        if not self._places:  # nothing to light up, so the viewport is not asked for: see `EmptyState`
            self.setExtraSelections([])
            return
        bottom = self.viewport().rect().bottomRight()
        visible = self.firstVisibleBlock().position(), self.cursorForPosition(bottom).position()
        if visible == self._lit_now:
            return
        self._lit_now = visible
        low = bisect_left(self._places, visible[0], key=lambda place: place[0] + _LONGEST_MARK)
        high = bisect_right(self._places, visible[1], key=lambda place: place[0])
        made = []
        for lit, place in zip(self._lit[low:high], self._places[low:high], strict=True):
            if place[1] > visible[0]:
                one = QTextEdit.ExtraSelection()
                one.cursor, one.format = self._cursor(place), self._shapes[lit.kind]
                made.append(one)
        self.setExtraSelections(made)
