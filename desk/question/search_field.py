"""The search field: tells each key, hands pastes on whole, and keeps quiet while an input method composes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.own_keys import ENTER, digit_of, is_alt_letter, is_copy_of_nothing, is_ours, is_override
from desk.own_menu import open_menu
from desk.style.look import Look

_LONGEST = 20_000


class SearchField(Retranslated, QLineEdit):
    """One line for a code, a message or words."""

    edited = Signal(str)
    """The text after each change by the user or a program; not while composing."""
    paste_wanted = Signal()
    """Paste was asked for; whoever listens reads the clipboard."""
    text_dropped = Signal(str)
    """Text was dropped here, or pasted with the middle button."""
    list_wanted = Signal(int)
    """Down (1), Page Down (10): on to the list."""
    entered = Signal()
    """Enter: the first result is meant."""

    digit_pressed = Signal(int)
    """A digit, while a pasted text is being read: it is meant for the rows that are coming."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self._composing = False
        self._taken = 0
        self._is_newest: Callable[[], bool] = bool
        self._is_reading: Callable[[], bool] = bool
        self.textChanged.connect(self._tell)
        self.set_look(look)
        self.retranslate()

    @property
    def composing(self) -> bool:
        """An input method shows letters that are not yet part of the text."""
        return self._composing

    def set_look(self, look: Look) -> None:
        """Change the font."""
        self.setFont(look.font(1.15))

    @override
    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Type a code, a message or words, or paste an error"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(self.tr("Results follow each key; a pasted error is read as a whole"))

    def watch_undo(self, is_newest: Callable[[], bool]) -> None:
        """Leave Ctrl+Z to the window while this says that something was removed since the last key here."""
        self._is_newest = is_newest

    def watch_reading(self, is_reading: Callable[[], bool]) -> None:
        """Ask this whether a pasted text is being read."""
        self._is_reading = is_reading

    def times_taken(self) -> int:
        """Return how often the user came back here: what was wanted before that is not wanted any more."""
        return self._taken

    def take_focus(self) -> None:
        """Go here with the old text selected."""
        self._taken += 1
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def type_on(self, text: str) -> None:
        """Go here with what was typed elsewhere in the window: it stands behind the old text."""
        self._taken += 1
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.end(False)  # noqa: FBT003 - Qt's own
        typed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(self, typed)

    @override
    def event(self, event: QEvent) -> bool:
        if is_override(event) and (
            is_ours(event)
            or is_copy_of_nothing(event, selected=self.hasSelectedText())
            or (event.matches(QKeySequence.StandardKey.Undo) and self._leaves_undo())
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 10}.get(Qt.Key(event.key()))
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.list_wanted.emit(step)
        elif event.key() in ENTER and not event.modifiers():
            self.entered.emit()
        elif (digit := digit_of(event)) and self._is_reading():
            self.digit_pressed.emit(digit)
        elif is_alt_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        open_menu(menu, event.globalPos(), "edit-paste", self.paste_wanted.emit)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # What is selected elsewhere is pasted with the middle button on X11: a paste like any other.
        if event.button() == Qt.MouseButton.MiddleButton:
            text = QGuiApplication.clipboard().text(QClipboard.Mode.Selection)
            if text:
                self.text_dropped.emit(text)
            return
        super().mouseReleaseEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _text_of(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        text = _text_of(event.mimeData())
        if text:
            event.acceptProposedAction()
            self.text_dropped.emit(text)

    def _leaves_undo(self) -> bool:
        return self._is_newest() or not self.isUndoAvailable()

    def _tell(self, text: str) -> None:
        if not self._composing:
            self.edited.emit(text)


def _text_of(data: QMimeData) -> str:
    return data.text() if data.hasText() and not data.hasUrls() else ""
