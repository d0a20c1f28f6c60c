"""A line above the results: that nothing fits well, and what was perhaps meant."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.style.flow_layout import FlowLayout
from desk.style.look import Look

_MOST = 3


class HintBar(Retranslated, QFrame):
    """Hidden unless there is something to say."""

    chosen = Signal(str)
    """A suggestion to search for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons: list[QPushButton] = []
        self._weak, self._suggestions = False, tuple[str, ...]()
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(14, 8, 12, 8)
        self._flow.addWidget(self._label)
        self.set_look(look)
        self.hide()

    def show_hint(self, *, weak: bool, suggestions: tuple[str, ...]) -> None:
        """Say that the answer is weak, and offer suggestions; with neither the line goes."""
        self._weak, self._suggestions = weak, suggestions[:_MOST]
        while self._flow.count() > 1:
            self._flow.takeAt(1)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        for words in self._suggestions:
            button = QPushButton(words[:40].replace("&", "&&"), self)
            button.setFont(self._look.font(0.9))
            button.setAutoDefault(True)  # Enter chooses, not only the space bar
            button.clicked.connect(partial(self.chosen.emit, words))
            self._flow.addWidget(button)
            self._buttons.append(button)
        self.retranslate()
        self.setVisible(weak or bool(suggestions))

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        for widget in (self._label, *self._buttons):
            widget.setFont(look.font(0.92))

    @override
    def retranslate(self) -> None:
        parts = [self.tr("Nothing fits well; these are the nearest.")] if self._weak else []
        if self._suggestions:
            parts.append(self.tr("Did you mean:"))
        elif self._weak:
            parts.append(self.tr("Ctrl+N writes an entry of your own."))
        self._label.setText(" ".join(parts))
        self._wrap()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """Wrap the words only where they have no room: Qt would make a block of them."""
        margins = self._flow.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = self._label.fontMetrics().horizontalAdvance(self._label.text())
        self._label.setWordWrap(needed > room)
