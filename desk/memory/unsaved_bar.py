"""A line that says what is half written, with the way back to it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desk.style.look import Look
from index.library.values import Unsaved, Written

translate = QCoreApplication.translate


class UnsavedBar(QFrame):
    """Hidden unless something was left half written; shows the newest of it."""

    go_on_wanted = Signal(object)
    """Go on writing this `Unsaved`."""
    discard_wanted = Signal(object)
    """Give this `Unsaved` up."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._go_on, self._discard = QPushButton(self), QPushButton(self)
        self._left = tuple[Unsaved, ...]()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        for button in (self._go_on, self._discard):
            button.setAutoDefault(True)  # Enter chooses, not only the space bar
            row.addWidget(button)
        self._go_on.clicked.connect(lambda: self.go_on_wanted.emit(self._left[0]))
        self._discard.clicked.connect(lambda: self.discard_wanted.emit(self._left[0]))
        self.setFocusProxy(self._go_on)
        self.set_look(look)
        self.retranslate()
        self.hide()

    def show_left(self, left: object) -> None:
        """Show what is half written, the newest first; nothing hides the line."""
        if isinstance(left, tuple):
            self._left = left
            self.retranslate()
            self.setVisible(bool(left))

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for widget in (self._label, self._go_on, self._discard):
            widget.setFont(look.font(0.92))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._label.setText(self._said())
        self._go_on.setText(self.tr("Go on writing (Ctrl+Shift+E)"))
        self._discard.setText(self.tr("Discard"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _said(self) -> str:
        if not self._left:
            return ""
        said, more = left_said(self._left[0]), len(self._left) - 1
        return said + self.tr(" And {count} more.").format(count=more) if more else said


def left_said(one: Unsaved) -> str:
    """Return in one line what is half written."""
    if one.kind is Written.NOTE:
        said = translate("UnsavedBar", "A note about {code} was being written and is not kept yet.")
    elif one.ref.code:
        said = translate("UnsavedBar", "An own entry for {code} was being written and is not stored yet.")
    else:
        return translate("UnsavedBar", "An entry of yours was being written and is not stored yet.")
    return said.format(code=one.ref.code)
