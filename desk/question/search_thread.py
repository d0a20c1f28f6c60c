"""The window's side of the search: the newest question is answered, and those overtaken are skipped.

A question gets a number when it is asked. The worker skips a question that is no longer the newest, a running search
is told to stop, and an answer that comes late all the same is dropped before anybody sees it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from desk.question.search_worker import Newest, OpenEarly, OpenEngine, SearchWorker
from desk.question.warming import Warming
from index import child
from index.analysis.cutting import CHILD, CUTTING, ChildCutter
from index.entry import CatalogueEntry
from index.folders import Folders
from index.query import Query
from index.table import EntryTable

if TYPE_CHECKING:
    from index.meaning.vectors import Meaning

_IDLE_MS = 700
"""Nothing was asked for so long: there is time to load what rare questions need."""


class SearchThread(QObject):
    """The window's side: ask here, answers come as signals."""

    opened = Signal(object)
    """`Opened`: the engine is ready."""
    answered = Signal(object)
    """`Answer` to the newest question."""
    answered_by_meaning = Signal(object)
    """`Answer` to the newest question, asked again."""
    asked = Signal(object)
    """This `Query` is asked now; None where nothing is wanted any more."""
    recounted = Signal(object)
    """`Facets`: what there is to filter by, after the user's notes or pins changed."""
    failed = Signal(str)
    """One line that says what could not be done."""

    _begin = Signal()
    _open = Signal()
    _ask = Signal(int, object)
    _ask_again = Signal(int, object, object)
    _look = Signal(int, object)
    _keep = Signal(object)
    _warm = Signal(int)

    def __init__(
        self,
        folders: Folders,
        open_engine: OpenEngine,
        is_built: Callable[[Folders], bool],
        parent: QObject | None = None,
        *,
        open_early: OpenEarly | None = None,
    ) -> None:
        super().__init__(parent)
        self._newest = Newest()
        self._waiting: dict[int, Callable[[object], None]] = {}
        self._looks = 0
        self._thread = QThread(self)
        self._thread.setObjectName("search")
        self._worker = SearchWorker(folders, open_engine, is_built, self._newest, open_early)
        self._worker.moveToThread(self._thread)
        self._begin.connect(self._worker.begin)
        self._open.connect(self._worker.open)
        self._ask.connect(self._worker.ask)
        self._ask_again.connect(self._worker.ask_by_meaning)
        self._look.connect(self._worker.look_up)
        self._keep.connect(self._worker.keep)
        self._worker.recounted.connect(self.recounted)
        self._warming = Warming(self._worker)
        self._warming.moveToThread(self._thread)
        self._warm.connect(self._warming.warm)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(lambda: self._warm.emit(self._newest.number))
        self._worker.opened.connect(self._wait_idle)
        self._worker.opened.connect(self.opened)
        self._worker.cold.connect(self._wait_idle)
        self._worker.failed.connect(self.failed)
        self._worker.answered.connect(self._take)
        self._worker.answered_by_meaning.connect(self._take_again)
        self._worker.looked_up.connect(self._take_look)
        self._thread.finished.connect(self._worker.close)
        self._cutter = ChildCutter(child.module_command(CHILD))
        self._begin.emit()  # before whatever is asked until the thread runs

    def start(self) -> None:
        """Start the thread and open the engine; Chinese is cut in a child, since its dictionary would hold up the window."""
        CUTTING.use_child(self._cutter)
        self._thread.start()

    def reopen(self) -> None:
        """Open the engine again, after an index was built."""
        self._open.emit()

    def use_kept(self, kept: object) -> None:
        """Narrow to these `KeptCodes` where asked to."""
        self._keep.emit(kept)

    def ask(self, query: Query) -> None:
        """Ask; the answer to an older question will not come any more."""
        if self._idle.isActive():
            self._idle.start()
        self._newest.number += 1
        self.asked.emit(query)
        self._ask.emit(self._newest.number, query)

    def ask_by_meaning(self, number: int, query: Query, meaning: "Meaning") -> None:
        """Ask the newest question, which has this number, once more with what it means."""
        self._ask_again.emit(number, query, meaning)

    def number(self) -> int:
        """Return the number of the newest question."""
        return self._newest.number

    def is_newest(self, number: int) -> bool:
        """Tell whether no newer question was asked; for other threads too."""
        return number == self._newest.number

    def forget(self) -> None:
        """Want no answer to what was asked so far."""
        self._newest.number += 1
        self.asked.emit(None)

    def look_up(self, look: Callable[[EntryTable], object], then: Callable[[object], None]) -> None:
        """Run a small look-up beside the table and hand its result to `then` in the window's thread."""
        self._looks += 1
        self._waiting[self._looks] = then
        self._look.emit(self._looks, look)

    def stop(self) -> None:
        """End the thread; call before the application goes."""
        self._newest.number += 1
        self._waiting.clear()
        self._idle.stop()
        self._cutter.end()
        self._thread.quit()
        self._thread.wait()
        CUTTING.use_child(None)

    @Slot()
    def _wait_idle(self) -> None:
        self._idle.start()

    @Slot(int, object)
    def _take(self, number: int, answer: object) -> None:
        if number == self._newest.number:
            self.answered.emit(answer)

    @Slot(int, object)
    def _take_again(self, number: int, answer: object) -> None:
        if number == self._newest.number:
            self.answered_by_meaning.emit(answer)

    @Slot(int, object)
    def _take_look(self, number: int, found: object) -> None:
        then = self._waiting.pop(number, None)
        if then is not None:
            then(found)


def entry_by_id(entry_id: str) -> Callable[[EntryTable], CatalogueEntry | None]:
    """Return a look-up of one entry."""
    return lambda table: table.by_id(entry_id)
