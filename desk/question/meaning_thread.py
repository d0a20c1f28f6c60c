"""The meaning thread: it loads the sentence model and reads questions, so that neither makes a key wait.

The model reads a question in 20 to 80 ms and lets other threads run meanwhile. The search thread then answers with what
was read here. Nothing is loaded before the first question that needs it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from index.errors import DeskError
from index.folders import Folders
from index.query import Query

if TYPE_CHECKING:
    from index.meaning.vectors import Meaning, OpenMeaning


class MeaningWorker(QObject):
    """Lives on the meaning thread."""

    wanted = Signal()
    read = Signal(int, object)

    def __init__(
        self, folders: Folders, is_wanted: Callable[[Folders], bool], is_newest: Callable[[int], bool]
    ) -> None:
        super().__init__()
        self._folders, self._is_wanted, self._is_newest = folders, is_wanted, is_newest
        self._opener: Callable[[], Meaning | None] | None = None
        self._meaning: Meaning | None = None

    @Slot(object)
    def use(self, opener: object) -> None:
        """Take what opens the vectors from now on."""
        self._meaning = None
        self._opener = opener if callable(opener) else None

    @Slot()
    def look(self) -> None:
        """Tell where vectors are yet to be made."""
        try:
            if self._opener is not None and self._is_wanted(self._folders):
                self._opener = None
                self.wanted.emit()
        except DeskError:
            self._opener = None  # the search says what is wrong with the cache

    @Slot(int, object)
    def think(self, number: int, query: object) -> None:
        """Read the question of this number, if it is still the newest."""
        if not isinstance(query, Query) or not self._is_newest(number):
            return
        if self._meaning is None and self._opener is not None:
            opener, self._opener = self._opener, None  # what is not there is looked for once
            self._meaning = opener()
        if self._meaning is not None:
            self._meaning.read(query.words)
            self.read.emit(number, self._meaning)


class MeaningThread(QObject):
    """The window's side."""

    wanted = Signal()
    """There are no vectors yet, and making them would help."""
    read = Signal(int, object)
    """The question of this number was read: the `Meaning` to answer it with."""

    _use = Signal(object)
    _look = Signal()
    _think = Signal(int, object)

    def __init__(
        self,
        folders: Folders,
        is_wanted: Callable[[Folders], bool],
        is_newest: Callable[[int], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("meaning")
        self._worker = MeaningWorker(folders, is_wanted, is_newest)
        self._worker.moveToThread(self._thread)
        self._use.connect(self._worker.use)
        self._look.connect(self._worker.look)
        self._think.connect(self._worker.think)
        self._worker.wanted.connect(self.wanted)
        self._worker.read.connect(self.read)

    def use(self, opener: "OpenMeaning | None") -> None:
        """Read with the vectors that this opens, from now on."""
        if not self._thread.isRunning():
            self._thread.start()
        self._use.emit(opener)

    def look(self) -> None:
        """Look whether vectors are yet to be made."""
        self._look.emit()

    def think(self, number: int, query: Query) -> None:
        """Read a question; nothing comes of it where there are no vectors, or once a newer one was asked."""
        self._think.emit(number, query)

    def stop(self) -> None:
        """End the thread; call before the application goes."""
        self._thread.quit()
        self._thread.wait()
