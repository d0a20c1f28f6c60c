"""Find in the page: a small bar that marks what was found and goes from one to the next."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.own_keys import ENTER, EnterButton, is_alt_letter, is_override
from desk.style.look import Look


class FindBar(Retranslated, QFrame):
    """Field, count and two arrows; knows nothing of the page."""

    wanted = Signal(str)
    """Mark this text."""
    stepped = Signal(int)
    """To the next (1) or previous (-1) place."""
    closed = Signal()
    """Escape."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._field, self._count = _Field(self), QLabel(self)
        self._count.setObjectName("muted")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._back, self._on = EnterButton(self), EnterButton(self)
        self._back.setArrowType(Qt.ArrowType.UpArrow)
        self._on.setArrowType(Qt.ArrowType.DownArrow)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._on.clicked.connect(lambda: self.stepped.emit(1))
        self._field.textChanged.connect(self.wanted)
        self._field.stepped.connect(self.stepped)
        for keys, by in (("F3", 1), ("Shift+F3", -1)):  # wherever the keyboard is, while the bar is there
            step = QShortcut(QKeySequence(keys), self)
            step.activated.connect(partial(self.stepped.emit, by))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for widget in (self._field, self._count, self._back, self._on):
            row.addWidget(widget, 1 if widget is self._field else 0)
        self.set_look(look)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the bar with its text selected."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self.wanted.emit(self._field.text())

    def show_count(self, at: int, total: int) -> None:
        """Show `2 of 5`."""
        self._count.setText(
            self.tr("{at} of {total}").format(at=at, total=total) if self._field.text() else ""
        )

    def set_look(self, look: Look) -> None:
        """Change the font."""
        self._field.setFont(look.font())
        self._count.setFont(look.font(0.9))

    @override
    def retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("Find in this entry"))
        self._field.setAccessibleName(self.tr("Find in this entry"))
        self._back.setAccessibleName(self.tr("Previous place"))
        self._on.setAccessibleName(self.tr("Next place"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
            return
        super().keyPressEvent(event)


class _Field(QLineEdit):
    """Enter goes on, and with Shift back: here that copies nothing."""

    stepped = Signal(int)

    @override
    def event(self, event: QEvent) -> bool:
        if is_override(event) and event.key() in ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif is_alt_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
