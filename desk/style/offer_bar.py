"""A line above the panes with something to choose: words, and two buttons behind them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.style.look import Look


class OfferBar(Retranslated, QFrame):
    """Hidden until there is something to offer. Whoever derives from it says what, in `retranslate`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self.label, self.take, self.leave = QLabel(self), QPushButton(self), QPushButton(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        for button in (self.take, self.leave):
            button.setAutoDefault(True)  # Enter chooses, not only the space bar
            row.addWidget(button)
        self.setFocusProxy(self.take)
        self.set_look(look)
        self.hide()

    def text(self) -> str:
        """Return what is said."""
        return self.label.text()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for widget in (self.label, self.take, self.leave):
            widget.setFont(look.font(0.92))

    @override
    def retranslate(self) -> None:
        raise NotImplementedError
