"""The field in which the user writes a note about a code."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.memory.note_line import NoteLine
from desk.own_keys import ENTER, is_alt_letter
from desk.style.elided_label import ElidedLabel
from desk.style.look import Look
from index.library.values import Unsaved

_LEAST, _HEIGHT = 56, 120
_REST_MS = 300


class NoteEditor(Retranslated, QFrame):
    """Hidden until a note is written."""

    typed = Signal()
    """What is written has changed."""
    rested = Signal(str)
    """What is written now, after a short rest: is a secret in it?"""
    written = Signal(str)
    """The note as it is to be kept; empty takes it away."""
    given_up = Signal(str)
    """What was written is not to be kept."""
    left = Signal(str)
    """A note about another code is begun; what was written about this one is neither kept nor given up."""
    closed = Signal()
    """Nothing is written any more, and what had the keyboard before is gone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._entry_id = self._code = self._before = ""
        self._was_masked = self._is_setting = False
        self._came_from: QWidget | None = None
        self._field, self._line = _Field(self), NoteLine(look, self)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._hint, self._save, self._cancel = ElidedLabel(self), QPushButton(self), QPushButton(self)
        self._hint.setObjectName("muted")
        self._save.setProperty("primary", True)  # noqa: FBT003 - a property's value
        for button in (self._save, self._cancel):
            button.setAutoDefault(True)  # Enter presses it, not only the space bar
        self._field.setMinimumHeight(_LEAST)
        self._field.setMaximumHeight(_HEIGHT)
        self._field.setTabChangesFocus(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.rested.emit(self.text()))
        self._connect()
        # All room that is left belongs to the page above; a line parts the two. In a low window both give way.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._arrange()
        self.set_look(look)
        self.retranslate()
        self.hide()

    def open(self, entry_id: str, code: str, kept: str, draft: str = "") -> None:
        """Write on the note kept about an entry's code, or go on with a draft; one about another code is left."""
        if self.is_about(entry_id) and self.is_changed():
            draft = draft or self.text()
        else:
            if self.is_changed():
                self.left.emit(self.text())
            self._before = kept
            self._was_masked = False
        self._entry_id, self._code = entry_id, code
        self._line.show_nothing()
        self._name()
        came_from: QWidget | None = self.window().focusWidget()
        if came_from is not None and not self.isAncestorOf(came_from):
            self._came_from = came_from
        self.show()
        self._dress_placeholder()
        self._set_text(draft or kept)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, entry_id: str, text: str) -> None:
        """Take the note as it was kept, which was read meanwhile; what was typed before it came stands behind it."""
        if not self.is_about(entry_id) or text == self._before:
            return
        typed = self.text().removeprefix(self._before)
        self._before = text
        self._set_text(f"{text}\n{typed}" if text and typed else text or typed)

    def go_on(self, left: Unsaved) -> None:
        """Take what was half written in the place of the note as it was kept."""
        self._set_text(left.texts[0])
        self._line.show_gone_on(left)

    def show_secrets(self, text: str, masked: str) -> None:
        """Say that a text, if it is still the present one, holds secrets; `masked` is the same without them."""
        if not self.isHidden() and text == self.text():
            self._line.show_secrets(masked if masked != text else "")

    def text(self) -> str:
        """Return what is written."""
        return self._field.toPlainText()

    def place(self) -> int:
        """Return where in it the cursor stands, in characters."""
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(self._field.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        return len(cursor.selectedText())

    def is_about(self, entry_id: str) -> bool:
        """Tell whether a note about this entry's code is being written."""
        return not self.isHidden() and self._entry_id == entry_id

    def is_changed(self) -> bool:
        """Tell whether closing would lose something."""
        return not self.isHidden() and self.text() != self._before

    def was_masked(self) -> bool:
        """Tell whether the user had its secrets masked."""
        return self._was_masked

    def keep(self) -> None:
        """Keep what was written so far, and close."""
        if self.is_changed():
            self._write()

    def close_editor(self) -> None:
        """Give up what was written."""
        if self.is_changed():
            self.given_up.emit(self.text())
        self._close()

    def set_look(self, look: Look) -> None:
        """Change fonts."""
        self._field.setFont(look.font())
        if self.isVisible():
            self._dress_placeholder()
        self._line.set_look(look)
        for widget in (self._hint, self._save, self._cancel):
            widget.setFont(look.font(0.92))
        self._title.setFont(look.font(bold=True))

    def _dress_placeholder(self) -> None:
        """Give the placeholder the field's font; Qt paints it in that of the viewport.

        Not at the start: the first widget that is asked for has the binding load all classes of widgets, for 30 ms.
        """
        self._field.viewport().setFont(self._field.font())

    @override
    def retranslate(self) -> None:
        self._field.setAccessibleName(self.tr("My note"))
        self._field.setPlaceholderText(self.tr("What you want to remember about this code, in Markdown"))
        self._name()
        self._line.retranslate()
        self._hint.setText(self.tr("Ctrl+Enter keeps it, Esc gives it up"))
        self._save.setText(self.tr("Keep note"))
        self._cancel.setText(self.tr("Cancel"))

    def _connect(self) -> None:
        self._field.done.connect(self._write)
        self._field.textChanged.connect(self._typed)
        self._save.clicked.connect(self._write)
        self._cancel.clicked.connect(self.close_editor)
        self._line.mask_wanted.connect(self._mask)
        mask = QShortcut(QKeySequence("Ctrl+M"), self)
        mask.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        mask.activated.connect(self._line.take_offer)

    def _arrange(self) -> None:
        line = QFrame(self)
        line.setObjectName("headline")
        line.setFixedHeight(1)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        for widget in (line, self._title, self._field, self._line):
            column.addWidget(widget)
        column.addLayout(row)

    def _typed(self) -> None:
        if not self.isHidden() and not self._is_setting:
            self._rest.start()
            self.typed.emit()

    def _mask(self, masked: str) -> None:
        """Put the masked text in the place of what is written; the field's own Ctrl+Z takes it back."""
        cursor = QTextCursor(self._field.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(masked)
        self._was_masked = True
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.setFocus()

    def _set_text(self, text: str) -> None:
        self._is_setting = True
        self._field.setPlainText(text)
        self._is_setting = False
        self._rest.start()
        self._field.moveCursor(QTextCursor.MoveOperation.End)

    def _name(self) -> None:
        self._title.setText(self.tr("My note about {code}").format(code=self._code))

    def _close(self) -> None:
        self._rest.stop()
        before, self._came_from = self._came_from, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()  # whoever goes through a list goes on there
        else:
            self.closed.emit()

    def _write(self) -> None:
        self.written.emit(self.text())
        self._close()


class _Field(QPlainTextEdit):
    done = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif is_alt_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
