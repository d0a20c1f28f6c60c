"""A text view that shows what it is given and fetches nothing: no pictures, no style sheets, no followed links."""

import re
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from desk.own_keys import is_copy_of_nothing, is_ours, is_override
from desk.own_menu import open_menu

_IMAGE = QTextDocument.ResourceType.ImageResource.value
_PLAIN = str.maketrans(
    {
        "\u2028": "\n",
        "\u2029": "\n",
        "\ufdd0": "\n",
        "\ufdd1": "\n",
        "\xa0": " ",
        "\u200b": None,
        "\ufffc": None,
    }
)
"""What Qt's documents hold for ends of lines, paragraphs and cells, and what is there only to break long words."""
_NUMBER = re.compile(r"^(\d{1,3}\.)\n+", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


class Selected(msgspec.Struct, frozen=True, kw_only=True):
    """A selection with what stands around it, as plain text."""

    text: str
    """The whole page."""
    start: int
    """Where the selection begins."""
    end: int
    """Where it ends."""

    def part(self) -> str:
        """Return what is selected, as one would type it."""
        return tidy(self.text[self.start : self.end])


def tidy(part: str) -> str:
    """Return a part of a page as one would type it: a step behind its number, no gap wider than a line."""
    return _GAPS.sub("\n\n", _NUMBER.sub(r"\1 ", part)).strip("\n")


class SafeBrowser(QTextBrowser):
    """Shows a page that we made; a click on a link is only told."""

    link_clicked = Signal(str)
    """The address of a clicked link."""
    copy_wanted = Signal(object)
    """Copy this: `Selected`."""
    marked = Signal(object)
    """The mouse chose this, for the middle button or a drag: `Selected`; nothing goes out before `hand_out`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handed: tuple[Selected, str] | None = None
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
        """Give what may go out of the selection, as plain text: Qt's HTML is bloated and carries our colours.

        On X11 Qt asks for it after each stroke of the mouse, and every program can read it then.
        """
        selected = self.selected()
        if self._handed is None or self._handed[0] != selected:
            self.marked.emit(selected)
        data = QMimeData()
        data.setText(self._handed[1] if self._handed is not None and self._handed[0] == selected else "")
        return data

    def hand_out(self, selected: Selected, text: str) -> None:
        """Let other programs have this text for what was selected, unless something else was selected since."""
        self._handed = selected, text
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsSelection() and selected == self.selected():
            clipboard.setText(text, QClipboard.Mode.Selection)

    def selected(self) -> Selected:
        """Return what is selected."""
        cursor = self.textCursor()
        units = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        cuts = (0, 2 * cursor.selectionStart(), 2 * cursor.selectionEnd(), len(units))
        before, inside, after = (
            units[cuts[n] : cuts[n + 1]].decode("utf-16-le", "replace").translate(_PLAIN) for n in range(3)
        )
        return Selected(text=before + inside + after, start=len(before), end=len(before) + len(inside))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            self.copy_wanted.emit(self.selected())
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the menu copy as the key does."""
        menu = self.createStandardContextMenu(event.pos())
        open_menu(menu, event.globalPos(), "edit-copy", lambda: self.copy_wanted.emit(self.selected()))

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
