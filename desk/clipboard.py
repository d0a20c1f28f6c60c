"""What the desk puts on the clipboard, and what it reads from it."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

from index.text import clean

LARGEST = 50_000_000
"""Characters beyond which a paste is refused."""
_CLEANED = 100_000
MARKDOWN = "text/markdown"


class DeskClipboard(QObject):
    """Reads and writes one clipboard."""

    focused = Signal()
    """A window of ours has the focus now, and can read."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._plain: str | None = None
        self._then: Callable[[], object] | None = None
        # A turn later: what the other program offers comes with the focus.
        self.focused.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.focusWindowChanged.connect(self._focus_changed)

    def when_readable(self, then: Callable[[], object]) -> bool:
        """Call `then` now, or as soon as a window of ours has the focus: without it Wayland lets nobody read.

        Tells whether it was called at once. What was waiting before is not called any more.
        """
        self._then = then
        if not _needs_focus() or QGuiApplication.focusWindow() is not None:
            self._go_on()
        return self._then is None

    def _focus_changed(self, window: QWindow | None) -> None:
        if window is not None and self._then is not None:
            self.focused.emit()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def text(self) -> str:
        """Return what is there as text, cleaned one for one but for a text of megabytes: that would take too long here."""
        text = self._clipboard.text()
        return clean(text) if len(text) <= _CLEANED else text

    def put(self, text: str, html: str = "", markdown: str = "") -> None:
        """Put a text there, and with `html` and `markdown` other forms of it beside."""
        self._plain = text
        if not html and not markdown:
            self._clipboard.setText(text)
            return
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        if markdown:
            data.setData(MARKDOWN, markdown.encode())
        self._clipboard.setMimeData(data)

    def let_go(self) -> None:
        """Before the program ends: leave plain text there if what is there is ours.

        Mime data made in Python that is still on the clipboard when the application goes crashes the binding.
        """
        # Not every platform knows its owner; the same text again does no harm.
        ours = self._clipboard.ownsClipboard() or self._clipboard.text() == self._plain
        if self._plain is not None and ours:
            self._clipboard.setText(self._plain)
        if self._clipboard.ownsSelection():  # it goes with the program anyway
            self._clipboard.clear(QClipboard.Mode.Selection)


def _needs_focus() -> bool:
    """Tell whether this desktop shows a clipboard only to the window that has the focus."""
    return QGuiApplication.platformName().startswith("wayland")
