"""A line that offers to import a dropped file which is an error-code page; it decides nothing by itself."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.language.counted import Counted
from desk.style.look import Look
from desk.style.offer_bar import OfferBar


class ImportOffer(OfferBar):
    """Hidden unless there is something to offer."""

    taken = Signal(object)
    """The user wants to import these files, a tuple of paths."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._files: tuple[Path, ...] = ()
        self._entries = 0
        self.take.clicked.connect(lambda: self.taken.emit(self.pop()))
        self.leave.clicked.connect(self.pop)
        self.retranslate()

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

    @override
    def retranslate(self) -> None:
        said = self.tr("{name} looks like an error-code page with {entries}.")
        name = self._files[0].name if self._files else ""
        self.label.setText(said.format(name=name, entries=Counted().entries(self._entries)))
        self.take.setText(self.tr("Import… (Ctrl+I)"))
        self.leave.setText(self.tr("No"))
