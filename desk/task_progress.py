"""A task of the background in the status bar: what is being done, how far it is, and a button that ends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.style.look import Look

_BAR_WIDTH = 80


class TaskProgress(Retranslated, QWidget):
    """Hidden while nothing is being done."""

    cancelled = Signal()
    """The button was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._bar, self._button = QLabel(self), QProgressBar(self), QPushButton(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setFlat(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # room is for words
        self._button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        for part in (self._label, self._bar, self._button):
            row.addWidget(part)
        self.set_look(look)
        self.retranslate()
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the task is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self.show()

    def end(self) -> None:
        """Take it away: the task has ended."""
        self.hide()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for part in (self._label, self._button):
            part.setFont(look.font(0.9))

    @override
    def retranslate(self) -> None:
        self._label.setText(self.tr("Learning what the entries mean…"))
        self.setToolTip(self.tr("Searching works already. Afterwards, questions in other words find more."))
        self._bar.setAccessibleName(self.tr("Learning what the entries mean…"))
        self._button.setText(self.tr("Stop"))
        self._button.setAccessibleName(self.tr("Stop learning what the entries mean"))
