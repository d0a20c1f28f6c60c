"""The library thread: it alone has the user's library open, so that a slow disk never stops the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from desk.language.refusals import refusal_said
from index.errors import DeskError
from index.folders import Folders

if TYPE_CHECKING:
    from index.library.desk_library import DeskLibrary

Job = Callable[["DeskLibrary"], object]


class LibraryWorker(QObject):
    """Lives on the library thread."""

    done = Signal(int, object)
    failed = Signal(int, str)
    noticed = Signal(str)
    settled = Signal()

    def __init__(self, folders: Folders) -> None:
        super().__init__()
        self._folders = folders
        self._library: DeskLibrary | None = None

    @Slot(int, object)
    def run(self, number: int, job: object) -> None:
        """Do a `Job` and send what it returns."""
        if not callable(job):
            return
        from index.library.desk_library import DeskLibrary  # noqa: PLC0415 - loaded here, not at the start

        try:
            if self._library is None:
                self._library = DeskLibrary.open(self._folders)
                if self._library.notice:
                    self.noticed.emit(refusal_said(self._library.notice))
                if self._library.settled:
                    self.settled.emit()
            self.done.emit(number, job(self._library))
        except DeskError as error:
            self.failed.emit(number, refusal_said(error))

    @Slot()
    def end(self) -> None:
        """Close the library and end its thread."""
        if self._library is not None:
            self._library.close()
            self._library = None
        self.thread().quit()


class LibraryThread(QObject):
    """The window's side."""

    failed = Signal(str)
    """One line that says what could not be read or kept."""
    settled = Signal()
    """Files that the search reads were put right when the library was opened, as after a kill."""

    _run = Signal(int, object)
    _end = Signal()

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[int, tuple[Callable[[object], object], Callable[[str], object]]] = {}
        self._number = 0
        self._told = ""
        self._thread = QThread(self)
        self._thread.setObjectName("library")
        self._worker = LibraryWorker(folders)
        self._worker.moveToThread(self._thread)
        self._run.connect(self._worker.run)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._fail)
        self._worker.noticed.connect(self.failed)
        self._worker.settled.connect(self.settled)
        self._end.connect(self._worker.end)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def run(
        self,
        job: Job,
        then: Callable[[object], object] = lambda _found: None,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Do a job there and hand its result to `then` here; a refusal goes to `refused`, else to `failed`."""
        self._number += 1
        self._waiting[self._number] = (then, refused or self.failed.emit)
        self._run.emit(self._number, job)

    def run_unasked(self, job: Job, then: Callable[[object], object] = lambda _found: None) -> None:
        """Do a job that nobody waits for; why it cannot be done is told once, until something can be done again."""
        self.run(job, then, self._tell_once)

    def stop(self) -> None:
        """End the thread after what was asked before is kept: `QThread.quit` alone would overtake it."""
        if self._waiting:
            self._thread.start()  # it may be too early for it to have been
        self._waiting.clear()
        self._end.emit()
        self._thread.wait()

    @Slot(int, object)
    def _done(self, number: int, found: object) -> None:
        self._told = ""
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting[0](found)

    @Slot(int, str)
    def _fail(self, number: int, line: str) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting[1](line)

    def _tell_once(self, line: str) -> None:
        if line != self._told:
            self._told = line
            self.failed.emit(line)
