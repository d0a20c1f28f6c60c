"""The payload thread: reads pasted texts, small ones itself, large ones in a child process that can be cancelled."""

import subprocess
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QThread, Signal, Slot

from desk.explain_child import command
from index.errors import DeskError, Stopped
from index.folders import Folders
from index.reports import Explanation
from index.table import EntryTable

LARGE = 200_000
"""Characters from which a paste goes to the child process."""
LARGEST = 50_000_000
"""Characters beyond which a paste is refused."""


class Paste(msgspec.Struct, frozen=True, kw_only=True):
    """A text to read."""

    number: int
    """Newest wins."""
    text: str
    """As pasted, cleaned one for one."""
    sure: bool
    """It is meant as a payload; else a text without errors is a query."""
    preferred: tuple[str, ...] = ()
    """Services whose rows come first."""


class PayloadWorker(QObject):
    """Lives on the payload thread; has an entry table of its own."""

    explained = Signal(int, object)
    no_error = Signal(int, str)
    failed = Signal(int, str)

    def __init__(self, folders: Folders, newest: Callable[[], int]) -> None:
        super().__init__()
        self._folders, self._newest = folders, newest
        self._table: EntryTable | None = None
        self._child: subprocess.Popen[bytes] | None = None

    @Slot(object)
    def read(self, paste: object) -> None:
        """Read a `Paste`, unless a newer one is waiting."""
        if not isinstance(paste, Paste) or paste.number != self._newest():
            return
        try:
            if len(paste.text) > LARGE:
                found = self._in_child(paste)
            elif (small := self._here(paste)) is None:
                self.no_error.emit(paste.number, paste.text)
                return
            else:
                found = small
        except Stopped:
            return
        except DeskError as error:
            self.failed.emit(paste.number, str(error))
            return
        self.explained.emit(paste.number, found)

    @Slot()
    def reopen(self) -> None:
        """Look at newer catalogues with the next paste."""
        if self._table is not None:
            self._table.close()
            self._table = None

    def cancel_child(self) -> None:
        """End the child, from any thread."""
        child = self._child
        if child is not None:
            child.kill()

    def _here(self, paste: Paste) -> Explanation | None:
        from index import matching  # noqa: PLC0415 - heavy, and not needed before the first paste
        from index.store import open_table  # noqa: PLC0415 - the same

        if self._table is None:
            self._table = open_table(self._folders)
        if not paste.sure and not matching.holds_error(paste.text, self._table):
            return None
        return matching.explain(
            paste.text,
            self._table,
            preferred=paste.preferred,
            should_stop=lambda: paste.number != self._newest(),
        )

    def _in_child(self, paste: Paste) -> Explanation:
        pipe = subprocess.PIPE
        with subprocess.Popen(command(self._folders), stdin=pipe, stdout=pipe, stderr=pipe) as child:  # noqa: S603 - our own module
            self._child = child
            try:
                answer, said = child.communicate(paste.text.encode("utf-8", errors="replace"))
            finally:
                self._child = None
        if paste.number != self._newest():
            raise Stopped("a newer text was pasted")
        if child.returncode != 0:
            lines = said.decode(errors="replace").strip().splitlines()
            raise DeskError(f"the text could not be read: {lines[-1] if lines else 'the reader ended early'}")
        found = msgspec.msgpack.decode(answer, type=Explanation)
        return msgspec.structs.replace(found, text=paste.text)


class PayloadThread(QObject):
    """The window's side: hand texts in, what was read comes as signals."""

    explained = Signal(object)
    """`Explanation` of the newest text."""
    no_error = Signal(str)
    """The newest text holds no error: it is a query."""
    failed = Signal(str)
    """One line that says what could not be done."""

    _read = Signal(object)
    _reopen = Signal()

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._reading = False
        self._thread = QThread(self)
        self._thread.setObjectName("payload")
        self._worker = PayloadWorker(folders, lambda: self._number)
        self._worker.moveToThread(self._thread)
        self._read.connect(self._worker.read)
        self._reopen.connect(self._worker.reopen)
        self._worker.explained.connect(self._take)
        self._worker.no_error.connect(self._take_query)
        self._worker.failed.connect(self._take_fault)
        self._thread.finished.connect(self._worker.reopen)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def read(self, text: str, *, sure: bool, preferred: tuple[str, ...] = ()) -> None:
        """Read a text; what was handed in before is given up."""
        self.cancel()
        self._reading = True
        self._read.emit(Paste(number=self._number, text=text, sure=sure, preferred=preferred))

    def is_reading(self) -> bool:
        """Tell whether the newest text is still being read."""
        return self._reading

    def cancel(self) -> None:
        """Give up what is being read."""
        self._number += 1
        self._reading = False
        self._worker.cancel_child()

    def reopen(self) -> None:
        """Look at newer catalogues with the next paste."""
        self._reopen.emit()

    def stop(self) -> None:
        """End the thread; call before the application goes."""
        self.cancel()
        self._thread.quit()
        self._thread.wait()

    @Slot(int, object)
    def _take(self, number: int, found: object) -> None:
        if number == self._number:
            self._reading = False
            self.explained.emit(found)

    @Slot(int, str)
    def _take_query(self, number: int, text: str) -> None:
        if number == self._number:
            self._reading = False
            self.no_error.emit(text)

    @Slot(int, str)
    def _take_fault(self, number: int, line: str) -> None:
        if number == self._number:
            self._reading = False
            self.failed.emit(line)
