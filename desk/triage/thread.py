"""The triage thread: runs the child that reads a long log, feeds it a pasted text, and tells how far it is."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QThread, Signal, Slot
from typing_extensions import override

from desk.language.refusals import refusal_said
from desk.triage.child import Line, command
from index.folders import Folders
from index.payload.log_file import Fault
from index.payload.triage_table import Triage, TriageRow

if TYPE_CHECKING:
    import subprocess

_PIECE = 256 * 1024
_ENOUGH = b"."
"""Tells the child that what it counted is enough."""
_decode = msgspec.json.Decoder(Line).decode


class LongLog(msgspec.Struct, frozen=True, kw_only=True):
    """A log to read."""

    number: int = 0
    """Newest wins."""
    path: Path | None = None
    """The file that the user named."""
    text: str = ""
    """Else the pasted text; it goes through a pipe and nowhere else."""


class LogFault(msgspec.Struct, frozen=True, kw_only=True):
    """Why a log was not read."""

    fault: Fault | None
    """The kind; None where the reader itself failed."""
    name: str
    """The file."""
    said: str
    """The reader's own words."""


class TriageWorker(QObject):
    """Lives on the triage thread."""

    progressed = Signal(int, int, int)
    made = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, folders: Folders, newest: Callable[[], int]) -> None:
        super().__init__()
        self._folders, self._newest = folders, newest
        self._child: subprocess.Popen[bytes] | None = None
        self._feeder: _Feeder | None = None

    @Slot(object)
    def read(self, log: object) -> None:
        """Read a `LongLog`, unless a newer one is waiting."""
        if not isinstance(log, LongLog) or log.number != self._newest():
            return
        import subprocess  # noqa: PLC0415 - slow to load, not at the start

        pipe, size = subprocess.PIPE, len(log.text)
        with subprocess.Popen(  # noqa: S603 - our own module
            command(self._folders, log.path, size), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as child:
            self._child = child
            self._feeder = feeder = _Feeder(child, log)
            feeder.start()
            try:
                self._listen(log.number, child, feeder)
            finally:
                self._child = self._feeder = None
                child.kill()
                feeder.end()
                feeder.wait()

    def cancel_child(self) -> None:
        """End the child, from any thread."""
        child = self._child
        if child is not None:
            child.kill()

    def end_feeding(self) -> None:
        """Let the child read no further, and tell what it counted, from any thread."""
        feeder = self._feeder
        if feeder is not None:
            feeder.end()

    def _listen(self, number: int, child: "subprocess.Popen[bytes]", feeder: "_Feeder") -> None:
        rows: list[TriageRow] = []
        for raw in child.stdout or ():
            if number != self._newest():
                return
            line = _decode(raw)
            if line.row is not None:
                rows.append(line.row)
            elif line.table is not None:
                stopped = line.table.stopped or feeder.is_cut
                self.made.emit(number, msgspec.structs.replace(line.table, rows=tuple(rows), stopped=stopped))
                return
            elif line.fault is not None:
                said = refusal_said(line.said) if line.said is not None else ""
                self.failed.emit(number, LogFault(fault=line.fault, name=line.name, said=said))
                return
            else:
                self.progressed.emit(number, line.done, line.total)
        self.failed.emit(number, LogFault(fault=None, name="", said=""))


class _Feeder(QThread):
    """Writes a text to a child in pieces, so that no encoding holds up the window; a child that has ended takes none.

    A child that reads a file gets a byte at the `end`: that tells it to stop.
    """

    def __init__(self, child: "subprocess.Popen[bytes]", log: LongLog) -> None:
        super().__init__()
        self._pipe, self._log = child.stdin, log
        self._ended = Event()
        self.is_cut = False
        """Not all of the text was written."""

    def end(self) -> None:
        """Write no more, and close the pipe."""
        self._ended.set()

    @override
    def run(self) -> None:
        if self._pipe is None:
            return
        text = self._log.text
        with suppress(OSError):  # it has ended
            for at in range(0, len(text), _PIECE):
                if self._ended.is_set():
                    self.is_cut = True
                    break
                self._pipe.write(text[at : at + _PIECE].encode("utf-8", errors="replace"))
        if self._log.path is not None:
            self._ended.wait()
            with suppress(OSError):
                self._pipe.write(_ENOUGH)
        with suppress(OSError):  # what was left in the buffer finds no reader
            self._pipe.close()


class TriageThread(QObject):
    """The window's side: hand a log in; the thread is started with the first."""

    progressed = Signal(int, int)
    """Bytes read and in all."""
    made = Signal(object)
    """`Triage` of the newest log."""
    failed = Signal(object)
    """`LogFault`: why there is none."""

    _read = Signal(object)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._reading = self._begun = self._finishing = False
        self._thread = QThread(self)
        self._thread.setObjectName("triage")
        self._worker = TriageWorker(folders, lambda: self._number)
        self._worker.moveToThread(self._thread)
        self._read.connect(self._worker.read)
        self._worker.progressed.connect(self._step)
        self._worker.made.connect(self._take)
        self._worker.failed.connect(self._fail)

    def read(self, *, path: Path | None = None, text: str = "") -> None:
        """Read a log; what was handed in before is given up."""
        self.cancel()
        self._thread.start()
        self._reading, self._begun, self._finishing = True, False, False
        self._read.emit(LongLog(number=self._number, path=path, text=text))

    def is_reading(self) -> bool:
        """Tell whether the newest log is still being read."""
        return self._reading

    def finish(self) -> bool:
        """Read no further and make the table of what was counted; False where that is nothing, or it was asked before."""
        if not self._reading or not self._begun or self._finishing:
            return False
        self._finishing = True
        self._worker.end_feeding()
        return True

    def cancel(self) -> None:
        """Give up what is being read."""
        self._number += 1
        self._reading = False
        self._worker.cancel_child()

    def stop(self) -> None:
        """End the thread; call before the application goes."""
        self.cancel()
        self._thread.quit()
        self._thread.wait()

    @Slot(int, int, int)
    def _step(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self._begun = self._begun or done > 0
            self.progressed.emit(done, total)

    @Slot(int, object)
    def _take(self, number: int, found: object) -> None:
        if number == self._number and isinstance(found, Triage):
            self._reading = False
            self.made.emit(found)

    @Slot(int, object)
    def _fail(self, number: int, fault: object) -> None:
        if number == self._number:
            self._reading = False
            self.failed.emit(fault)
