"""What works on the payload thread: reads small texts itself, longer ones in a warm child that can be cancelled."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from desk.language.refusals import refusal_said
from desk.loading import for_good
from desk.payload.explain_child import Question, Reading, command, receive, send
from index.child import bury
from index.errors import DeskError, Stopped
from index.folders import Folders
from index.reports import Explanation
from index.table import EntryTable
from index.text import clean

if TYPE_CHECKING:
    import subprocess

SMALL = 4_000
"""Characters up to which a text is read in this process: its search holds up the window for a millisecond or two."""
_PIECE = 64 * 1024
_PANE = "desk.payload.pane"
_LOADED_BEFORE = (
    "index.payload.fields",
    "index.payload.beside",
    "index.payload.reader",
    "index.redaction.fields",
    "index.redact",
    "index.messages",
    "index.matching",
)
"""What reading is made of, smaller pieces first."""


class Paste(msgspec.Struct, frozen=True, kw_only=True):
    """A text to read."""

    number: int
    """Newest wins."""
    text: str
    """As pasted."""
    sure: bool
    """It is meant as a payload; else a text without errors is a query."""
    preferred: tuple[str, ...] = ()
    """Services whose rows come first."""


class PayloadWorker(QObject):
    """Lives on the payload thread; has an entry table and a child of its own."""

    explained = Signal(int, object)
    no_error = Signal(int, str)
    failed = Signal(int, str)
    pane_loaded = Signal()
    """The pane of pasted texts can be made without loading anything."""

    def __init__(self, folders: Folders, newest: Callable[[], int]) -> None:
        super().__init__()
        self._folders, self._newest = folders, newest
        self._table: EntryTable | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._busy: subprocess.Popen[bytes] | None = None

    @Slot(object)
    def read(self, paste: object) -> None:
        """Read a `Paste`, unless a newer one is waiting."""
        if not isinstance(paste, Paste) or paste.number != self._newest():
            return
        text = _cleaned(paste.text)
        question = Question(text=text, sure=paste.sure, preferred=paste.preferred)
        try:
            found = self._here(paste.number, question) if len(text) <= SMALL else self._in_child(question)
        except DeskError as error:
            if paste.number == self._newest() and not isinstance(error, Stopped):
                self.failed.emit(paste.number, refusal_said(error))
            return
        if found is None:
            self.no_error.emit(paste.number, text)
        else:
            self.explained.emit(paste.number, found)

    @Slot()
    def warm(self) -> None:
        """Start the child and load what the first paste waits for, piece by piece: the end of the desk waits for one."""
        number = self._newest()
        with for_good():
            import_module(_PANE)
        self.pane_loaded.emit()
        self._start_child()
        for name in _LOADED_BEFORE:
            if number != self._newest():  # something is pasted, or the desk is closed
                return
            with for_good():
                import_module(name)
        with suppress(DeskError):  # said when something is pasted
            self._open_table()

    @Slot()
    def reopen(self) -> None:
        """Look at newer catalogues with the next paste."""
        if self._table is not None:
            self._table.close()
            self._table = None
        self._end_child()

    def cancel_child(self) -> None:
        """End the child if it is reading, from any thread."""
        busy = self._busy
        if busy is not None:
            busy.kill()

    def _open_table(self) -> EntryTable:
        from index import matching  # noqa: F401, PLC0415 - heavy, and not needed before the first paste
        from index.store import open_table  # noqa: PLC0415 - the same

        if self._table is None:
            self._table = open_table(self._folders)
        return self._table

    def _here(self, number: int, asked: Question) -> Explanation | None:
        table = self._open_table()
        from index import matching  # noqa: PLC0415 - heavy, and not needed before the first paste
        from index.payload.parts import parts_of  # noqa: PLC0415 - the same

        if not asked.sure and not matching.holds_error(asked.text, table):
            return None
        found = matching.explain(
            asked.text, table, preferred=asked.preferred, should_stop=lambda: number != self._newest()
        )
        return msgspec.structs.replace(found, parts=parts_of(asked.text))

    def _in_child(self, asked: Question) -> Explanation | None:
        """Ask the child. Raises DeskError if it ended before it answered: it was cancelled, or could not read."""
        child = self._start_child()
        self._busy = child
        answer = None
        try:
            if child.stdin is not None and child.stdout is not None:
                with suppress(OSError):  # it has ended; what it said is still there
                    send(child.stdin, asked)
                answer = receive(child.stdout)
        finally:
            self._busy = None
        if answer is None:
            self._end_child()
            raise DeskError("the text could not be read: the reader ended early")
        reading = msgspec.msgpack.decode(answer, type=Reading)
        if reading.fault is not None:
            self._end_child()
            raise DeskError(reading.fault)
        return msgspec.structs.replace(reading.found, text=asked.text) if reading.found is not None else None

    def _start_child(self) -> "subprocess.Popen[bytes]":
        if self._child is None or self._child.poll() is not None:
            import subprocess  # noqa: PLC0415 - slow to load, not at the start

            self._end_child()
            pipe = subprocess.PIPE
            self._child = subprocess.Popen(  # noqa: S603 - our own module
                command(self._folders), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
            )
        return self._child

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            bury(child)


def _cleaned(text: str) -> str:
    """Clean a text in pieces: one long search would keep the window waiting for the GIL."""
    if len(text) <= _PIECE:
        return clean(text)
    return "".join(clean(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))
