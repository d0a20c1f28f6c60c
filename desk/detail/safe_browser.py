"""A text view that shows what it is given and fetches nothing: no pictures, no style sheets, no followed links."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from typing_extensions import override

from desk.own_keys import is_copy_of_nothing, is_ours, is_override

_IMAGE = QTextDocument.ResourceType.ImageResource.value


class SafeBrowser(QTextBrowser):
    """Shows a page that we made; a click on a link is only told."""

    link_clicked = Signal(str)
    """The address of a clicked link."""
    copied = Signal()
    """The selection was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._nothing.fill(0)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        # Without a caret neither a screen reader nor a hand without a mouse gets at the text.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._tell)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing, whatever the page names: a picture from a file could hang the window.

        Where nothing is returned for a picture, Qt opens the file by itself; so it gets an empty one.
        """
        return QImage(self._nothing) if kind == _IMAGE else ""

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection as plain text; Qt's HTML is bloated and carries our colours."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u200b", ""))
        return data

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            # Text handed over as text stays safe at exit; mime data made in Python does not.
            QApplication.clipboard().setText(self.createMimeDataFromSelection().text())
            self.copied.emit()
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if is_override(event):
            selected = self.textCursor().hasSelection()
            if is_ours(event) or is_copy_of_nothing(event, selected=selected):
                event.ignore()
                return False
            if event.matches(QKeySequence.StandardKey.Copy):
                event.accept()  # a text that only shows does not ask for this key by itself
                return True
        return super().event(event)

    def _tell(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString())
