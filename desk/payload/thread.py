"""The payload thread: reads pasted texts one after the other; the newest wins."""

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from desk.payload.worker import Paste, PayloadWorker
from desk.triage.thread import TriageThread
from index.folders import Folders

_IDLE_MS = 3000
"""Nothing was pasted for so long after the start: there is time to start the child that reads."""


class PayloadThread(QObject):
    """The window's side: hand texts in, what was read comes as signals."""

    explained = Signal(object)
    """`Explanation` of the newest text."""
    explained_again = Signal(object)
    """`Explanation` of a text that was read before, with the catalogues of now."""
    no_error = Signal(str)
    """The newest text holds no error: it is a query."""
    failed = Signal(str)
    """One line that says what could not be done."""
    idle = Signal()
    """There is time to prepare for the first paste."""

    _read = Signal(object)
    _reopen = Signal()
    _warm = Signal()

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number, self._again = 0, -1
        self._reading = False
        self.triage = TriageThread(folders, self)
        """Reads long logs."""
        self._thread = QThread(self)
        self._thread.setObjectName("payload")
        self._worker = PayloadWorker(folders, lambda: self._number)
        self._worker.moveToThread(self._thread)
        self._read.connect(self._worker.read)
        self._reopen.connect(self._worker.reopen)
        self._warm.connect(self._worker.warm)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._warm)
        self._worker.pane_loaded.connect(self.idle)
        self._worker.explained.connect(self._take)
        self._worker.no_error.connect(self._take_query)
        self._worker.failed.connect(self._take_fault)
        self._thread.finished.connect(self._worker.reopen)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()
        self._idle.start()

    def read(self, text: str, *, sure: bool, preferred: tuple[str, ...] = ()) -> None:
        """Read a text; what was handed in before is given up."""
        self.cancel()
        self._reading = True
        self._read.emit(Paste(number=self._number, text=text, sure=sure, preferred=preferred))

    def read_again(self, text: str, *, preferred: tuple[str, ...]) -> None:
        """Read a text that was read before; nobody waits for it, and any other one goes first."""
        self._number += 1
        self._again = self._number
        self._read.emit(Paste(number=self._number, text=text, sure=True, preferred=preferred))

    def is_reading(self) -> bool:
        """Tell whether the newest text is still being read."""
        return self._reading

    def cancel(self) -> None:
        """Give up what is being read."""
        self._number += 1
        self._reading = False
        self._worker.cancel_child()
        self.triage.cancel()

    def reopen(self) -> None:
        """Look at newer catalogues with the next paste."""
        self._reopen.emit()

    def stop(self) -> None:
        """End the thread; call before the application goes."""
        self.cancel()
        self._idle.stop()
        self.triage.stop()
        self._thread.quit()
        self._thread.wait()

    @Slot(int, object)
    def _take(self, number: int, found: object) -> None:
        if number == self._number:
            self._reading = False
            (self.explained_again if number == self._again else self.explained).emit(found)

    @Slot(int, str)
    def _take_query(self, number: int, text: str) -> None:
        if number == self._number:
            self._reading = False
            self.no_error.emit(text)

    @Slot(int, str)
    def _take_fault(self, number: int, line: str) -> None:
        if number == self._number:
            self._reading = False
            if number != self._again:  # what was read before is still shown
                self.failed.emit(line)
