"""Takes files and texts that are dropped anywhere on the window, also while nothing is pasted."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class FileDrop(QObject):
    """Watches one window; panes that take drops themselves come first."""

    files_dropped = Signal(object)
    """Paths of dropped files, a tuple of strings."""
    text_dropped = Signal(str)
    """Text was dropped."""

    def __init__(self, window: QWidget, field: QWidget) -> None:
        super().__init__(window)
        self._field = field
        window.setAcceptDrops(True)
        for widget in (window, field):  # the field takes texts itself, but no files
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return self._take(event, files_only=watched is self._field)
        return False

    def _take(self, event: QDropEvent, *, files_only: bool) -> bool:
        files = local_files(event.mimeData())
        text = "" if files_only else event.mimeData().text()
        if not files and not text:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent):
            if files:
                self.files_dropped.emit(files)
            else:
                self.text_dropped.emit(text)
        return True


def local_files(data: QMimeData) -> tuple[str, ...]:
    """Return the paths of dropped files on this machine."""
    return tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())
