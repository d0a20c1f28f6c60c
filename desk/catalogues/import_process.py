"""The process that reads error-code pages for the import, and what it says, in small helpings for the window."""

from collections.abc import Callable
from time import perf_counter

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desk.language.refusals import refusal_said
from index.folders import Folders
from index.importing.preview_values import (
    Answer,
    Command,
    Compared,
    DocumentRead,
    InstallDone,
    Refused,
    RowsRead,
    Step,
)

_STOP_MS = 2000
_TURN_S = 0.006
_LAST_LINE = 400

_decode = msgspec.json.Decoder(Answer).decode


class ImportProcess(QObject):
    """One import. Ending it at any time leaves nothing half done."""

    progressed = Signal(object)
    """A `Step`."""
    document_read = Signal(object)
    """A `DocumentRead`."""
    rows_read = Signal(object)
    """A `RowsRead`."""
    compared = Signal(object)
    """A `Compared`: everything asked for was done."""
    installed = Signal(object)
    """An `InstallDone`."""
    refused = Signal(str)
    """One line that says what could not be done."""
    gone = Signal()
    """It was stopped, and the process is no more."""

    def __init__(
        self, folders: Folders, command: Callable[[Folders], list[str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders, self._command = folders, command
        self._stopping = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._turn.start)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fault)

    def ask(self, command: Command) -> None:
        """Ask for something; the process is started where it is not running."""
        if not self.is_running():
            program, *arguments = self._command(self._folders)
            self._stopping = False
            self._process.start(program, arguments)
        self._process.write(msgspec.json.encode(command) + b"\n")

    def is_running(self) -> bool:
        """Tell whether the process is there."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def stop(self) -> None:
        """End the process and forget what it said; one that holds much takes a while to go, and `gone` says when."""
        self._stopping = True
        self._turn.stop()
        if self.is_running():
            self._process.kill()
        else:
            self.gone.emit()

    def wait_gone(self) -> None:
        """Wait until a process that was stopped is gone."""
        if self.is_running():
            self._process.waitForFinished(_STOP_MS)

    def _take(self) -> None:
        """Hand over what was said, for a few milliseconds at a time."""
        until = perf_counter() + _TURN_S
        while perf_counter() < until:
            if self._stopping or not self._process.canReadLine():
                return
            self._hand_over(bytes(self._process.readLine().data()))
        self._turn.start()

    def _hand_over(self, line: bytes) -> None:
        try:
            answer = _decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return  # a line for people
        match answer:
            case Step():
                self.progressed.emit(answer)
            case DocumentRead():
                self.document_read.emit(answer)
            case RowsRead():
                self.rows_read.emit(answer)
            case Compared():
                self.compared.emit(answer)
            case InstallDone():
                self.installed.emit(answer)
            case Refused():
                self.refused.emit(refusal_said(answer.said))

    def _end(self, _status: int, _how: QProcess.ExitStatus) -> None:
        if self._stopping:
            self.gone.emit()
            return
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        last = said.splitlines()[-1][-_LAST_LINE:] if said else ""
        self.refused.emit(last or self.tr("The import ended unexpectedly."))

    def _fault(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._stopping:
            self.refused.emit(self.tr("The import could not begin: the program did not start."))
