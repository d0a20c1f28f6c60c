"""A line that offers to import a dropped file which is an error-code page; it decides nothing by itself."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desk.language.counted import Counted
from desk.style.look import Look


class ImportOffer(QFrame):
    """Hidden unless there is something to offer."""

    taken = Signal(object)
    """The user wants to import these files, a tuple of paths."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._take, self._leave = QPushButton(self), QPushButton(self)
        self._files: tuple[Path, ...] = ()
        self._entries = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._take)
        row.addWidget(self._leave)
        self._take.clicked.connect(lambda: self.taken.emit(self.pop()))
        self._leave.clicked.connect(self.pop)
        self.set_look(look)
        self.retranslate()
        self.hide()

    def offer(self, files: tuple[Path, ...], entries: int) -> None:
        """Offer to import files that hold so many entries."""
        self._files, self._entries = files, entries
        self.retranslate()
        self.show()

    def pop(self) -> tuple[Path, ...]:
        """Take the offer away and return its files; none where there is none."""
        files, self._files = self._files, ()
        self.hide()
        return files

    def text(self) -> str:
        """Return what is offered."""
        return self._label.text()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for widget in (self._label, self._take, self._leave):
            widget.setFont(look.font(0.92))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        said = self.tr("{name} looks like an error-code page with {entries}.")
        name = self._files[0].name if self._files else ""
        self._label.setText(said.format(name=name, entries=Counted().entries(self._entries)))
        self._take.setText(self.tr("Import… (Ctrl+I)"))
        self._leave.setText(self.tr("No"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
