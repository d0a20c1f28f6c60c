"""Watches the clipboard, if the user wants it: off by default, visible while on, and only for known codes.

What a password manager marks as secret is never looked at; neither is what the desk put there itself.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard

from desk.question.search_thread import SearchThread
from index.reports import Confidence
from index.table import EntryTable
from index.text import clean

_LONGEST = 20_000
_SECRET_MARKS = (
    "x-kde-passwordManagerHint",
    "ExcludeClipboardContentFromMonitorProcessing",
    "application/x-nspasteboard-concealed-type",
    "org.nspasteboard.ConcealedType",
)


class ClipboardWatch(QObject):
    """Tells texts that hold an error which a catalogue has."""

    found = Signal(str)
    """The text."""

    def __init__(self, clipboard: QClipboard, thread: SearchThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard, self._thread = clipboard, thread
        self._on = False
        self._last = ""

    def switch(self, *, on: bool) -> None:
        """Begin or end to watch."""
        if on == self._on:
            return
        self._on = on
        if on:
            self._clipboard.dataChanged.connect(self._look)
        else:
            self._clipboard.dataChanged.disconnect(self._look)

    def _look(self) -> None:
        if self._clipboard.ownsClipboard():
            return
        data = self._clipboard.mimeData()
        if any(data.hasFormat(mark) for mark in _SECRET_MARKS):
            return
        text = clean(data.text()) if data.hasText() else ""
        if not text.strip() or len(text) > _LONGEST or text == self._last:
            return
        self._last = text
        self._thread.look_up(lambda table: _holds_known(text, table), lambda known: self._tell(text, known))

    def _tell(self, text: str, known: object) -> None:
        if known is True and self._on:
            self.found.emit(text)


def _holds_known(text: str, table: EntryTable) -> bool:
    """Tell whether a text reports an error that a catalogue has."""
    from index.matching import explain  # noqa: PLC0415 - heavy, and not needed before the first text

    errors = explain(text, table).errors
    return any(matched.known and matched.confidence is not Confidence.WEAK for matched in errors)
