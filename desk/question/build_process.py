"""Builds the full-text index in a child process, so that typing stays smooth, and tells how far it is."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desk.language.refusals import refusal_said
from index.errors import Said
from index.folders import Folders

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_STOP_MS = 2000
_LAST_LINES = 400


class _Step(msgspec.Struct):
    done: int
    total: int


class BuildProcess(QObject):
    """One build at a time."""

    progressed = Signal(int, int)
    """Done and total."""
    built = Signal()
    """The index is whole."""
    failed = Signal(str)
    """One line that says why it is not."""

    def __init__(
        self, folders: Folders, command: Callable[[Folders], list[str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders, self._command = folders, command
        self._process: QProcess | None = None
        self._stopping = False
        self._refusal: Said | None = None

    def start(self) -> None:
        """Start building, unless it is running already."""
        if not self.is_running():
            if self._process is None:
                self._process = self._made()
            program, *arguments = self._command(self._folders)
            self._stopping, self._refusal = False, None
            self._process.start(program, arguments)

    def is_running(self) -> bool:
        """Tell whether a build is running."""
        process = self._process
        return process is not None and process.state() != process.ProcessState.NotRunning

    def stop(self) -> None:
        """End a running build; the index that was there before stays."""
        self._stopping = True
        process = self._process
        if process is not None and self.is_running():
            process.terminate()
            if not process.waitForFinished(_STOP_MS):
                process.kill()
                process.waitForFinished(_STOP_MS)

    def _made(self) -> "QProcess":
        from PySide6.QtCore import QProcess  # noqa: PLC0415 - slow to load, and at most starts nothing is built

        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fault)
        return process

    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            line = process.readLine().data()
            with suppress(msgspec.MsgspecError, UnicodeDecodeError):  # a line for people
                step = msgspec.json.decode(line, type=_Step)
                self.progressed.emit(step.done, step.total)
            with suppress(msgspec.MsgspecError, UnicodeDecodeError):
                self._refusal = msgspec.json.decode(line, type=Said)

    def _end(self, status: int, how: "QProcess.ExitStatus") -> None:
        process = self._process
        if self._stopping or process is None:
            return
        self._read()
        if status == 0 and how == process.ExitStatus.NormalExit:
            self.built.emit()
            return
        if self._refusal is not None:
            self.failed.emit(refusal_said(self._refusal))
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        last = said.splitlines()[-1][-_LAST_LINES:] if said else ""
        self.failed.emit(last or self.tr("The search index could not be built."))

    def _fault(self, error: "QProcess.ProcessError") -> None:
        if error == type(error).FailedToStart and not self._stopping:
            self.failed.emit(self.tr("The search index could not be built: the program did not start."))
