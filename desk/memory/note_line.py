"""One calm line below the note that is being written: that it holds a secret, or that it goes on from before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desk.style.look import Look
from index.library.values import Unsaved


class NoteLine(QFrame):
    """Hidden unless there is something to say."""

    mask_wanted = Signal(str)
    """Put this text, in which the secrets are masked, in the place of what is written."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._button = QLabel(self), QPushButton(self)
        self._label.setObjectName("muted")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._masked = ""
        self._left: Unsaved | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._button.setAutoDefault(True)
        self._button.clicked.connect(self.take_offer)
        self.set_look(look)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say nothing."""
        self._masked, self._left = "", None
        self._show()

    def show_gone_on(self, left: Unsaved) -> None:
        """Say that what was half written is there again."""
        self._left = left
        self._show()

    def show_secrets(self, masked: str) -> None:
        """Offer to mask what is written; "" takes the offer back."""
        if masked != self._masked:
            self._masked = masked
            self._show()

    def take_offer(self) -> None:
        """Have it masked, where that is offered."""
        masked, self._masked = self._masked, ""
        if masked:
            self._left = None
            self._show()
            self.mask_wanted.emit(masked)

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for widget in (self._label, self._button):
            widget.setFont(look.font(0.92))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._button.setText(self.tr("Mask it (Ctrl+M)"))
        self._label.setText(self._said())

    def _show(self) -> None:
        self.retranslate()
        self._button.setVisible(bool(self._masked))
        self.setVisible(bool(self._masked) or self._left is not None)

    def _said(self) -> str:
        if self._masked:
            return self.tr("This holds what looks like a password or a key; it is stored as you wrote it.")
        if self._left is None:
            return ""
        if self._left.masked:
            return self.tr(
                "This goes on where it was left. What stands in < > was masked before it went to the disk."
            )
        return self.tr("This goes on where it was left.")
