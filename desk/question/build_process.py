"""Builds the full-text index in a child process, so that typing stays smooth, and tells how far it is."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QProcess, Signal

from index.folders import Folders

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
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fault)
        self._stopping = False

    def start(self) -> None:
        """Start building, unless it is running already."""
        if self._process.state() == QProcess.ProcessState.NotRunning:
            program, *arguments = self._command(self._folders)
            self._stopping = False
            self._process.start(program, arguments)

    def is_running(self) -> bool:
        """Tell whether a build is running."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def stop(self) -> None:
        """End a running build; the index that was there before stays."""
        self._stopping = True
        if self.is_running():
            self._process.terminate()
            if not self._process.waitForFinished(_STOP_MS):
                self._process.kill()
                self._process.waitForFinished(_STOP_MS)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = self._process.readLine().data()
            try:
                step = msgspec.json.decode(line, type=_Step)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue  # a line for people
            self.progressed.emit(step.done, step.total)

    def _end(self, status: int, how: QProcess.ExitStatus) -> None:
        if self._stopping:
            return
        if status == 0 and how == QProcess.ExitStatus.NormalExit:
            self.built.emit()
            return
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        last = said.splitlines()[-1][-_LAST_LINES:] if said else ""
        self.failed.emit(last or self.tr("The search index could not be built."))

    def _fault(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._stopping:
            self.failed.emit(self.tr("The search index could not be built: the program did not start."))
