"""The field in which the user writes a note about a code."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from typing_extensions import override

from desk.style.look import Look

_HEIGHT = 120


class NoteEditor(QFrame):
    """Hidden until a note is written."""

    written = Signal(str)
    """The note as it is to be kept; empty takes it away."""
    given_up = Signal(str)
    """What was written is not to be kept."""
    closed = Signal()
    """Nothing is written any more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._entry_id = self._code = self._before = ""
        self._field = _Field(self)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._hint, self._save, self._cancel = QLabel(self), QPushButton(self), QPushButton(self)
        self._hint.setObjectName("muted")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._save.setProperty("primary", True)  # noqa: FBT003 - a property's value
        self._field.setFixedHeight(_HEIGHT)
        self._field.setTabChangesFocus(True)
        self._field.done.connect(self._write)
        self._save.clicked.connect(self._write)
        self._cancel.clicked.connect(self.close_editor)
        # All room that is left belongs to the page above; a line parts the two.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QFrame(self)
        line.setObjectName("headline")
        line.setFixedHeight(1)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        column.addWidget(line)
        column.addWidget(self._title)
        column.addWidget(self._field)
        column.addLayout(row)
        self.set_look(look)
        self.retranslate()
        self.hide()

    def open(self, entry_id: str, code: str, kept: str, draft: str = "") -> None:
        """Write on the note kept about an entry's code, or go on with a draft; one about another code is given up."""
        if self.is_about(entry_id) and self.is_changed():
            draft = draft or self._field.toPlainText()
        else:
            self._give_up()
            self._before = kept
        self._entry_id, self._code = entry_id, code
        self._field.setPlainText(draft or kept)
        self._name()
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)

    def fill(self, entry_id: str, text: str) -> None:
        """Take the note as it was kept, which was read meanwhile; what was typed before it came stands behind it."""
        if not self.is_about(entry_id) or text == self._before:
            return
        typed = self._field.toPlainText().removeprefix(self._before)
        self._before = text
        self._field.setPlainText(f"{text}\n{typed}" if text and typed else text or typed)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)

    def is_about(self, entry_id: str) -> bool:
        """Tell whether a note about this entry's code is being written."""
        return not self.isHidden() and self._entry_id == entry_id

    def is_changed(self) -> bool:
        """Tell whether closing would lose something."""
        return not self.isHidden() and self._field.toPlainText() != self._before

    def keep(self) -> None:
        """Keep what was written so far, and close."""
        if self.is_changed():
            self._write()

    def close_editor(self) -> None:
        """Give up what was written."""
        self._give_up()
        self._close()

    def set_look(self, look: Look) -> None:
        """Change fonts."""
        self._field.setFont(look.font())
        for widget in (self._hint, self._save, self._cancel):
            widget.setFont(look.font(0.92))
        self._title.setFont(look.font(bold=True))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._field.setAccessibleName(self.tr("My note"))
        self._field.setPlaceholderText(self.tr("What you want to remember about this code, in Markdown"))
        self._name()
        self._hint.setText(self.tr("Ctrl+Enter keeps it, Esc gives it up"))
        self._save.setText(self.tr("Keep note"))
        self._cancel.setText(self.tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _name(self) -> None:
        self._title.setText(self.tr("My note about {code}").format(code=self._code))

    def _give_up(self) -> None:
        if self.is_changed():
            self.given_up.emit(self._field.toPlainText())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _write(self) -> None:
        self.written.emit(self._field.toPlainText())
        self._close()


class _Field(QPlainTextEdit):
    done = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        super().keyPressEvent(event)
