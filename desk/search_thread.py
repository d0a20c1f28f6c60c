"""The search thread: it alone owns the search engine, answers the newest question and skips those overtaken.

A question gets a number when it is asked. The worker skips a question that is no longer the newest, a running search
is told to stop, and an answer that comes late all the same is dropped before anybody sees it.
"""

from collections import Counter
from collections.abc import Callable
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from index.entry import CatalogueEntry, CatalogueHeader
from index.errors import DeskError, Stopped
from index.folders import Folders
from index.hits import Answer, Facets
from index.query import Query
from index.table import EntryTable

LIMIT = 300
"""Rows of one answer; the counts are over all hits."""
_IDLE_MS = 700
"""Nothing was asked for so long: there is time to load what rare questions need."""


class Engine(Protocol):
    """What the thread needs of `index.search.engine.SearchEngine`."""

    @property
    def table(self) -> EntryTable:
        """Its entry table."""

    def search(
        self, query: str | Query, *, limit: int = ..., should_stop: Callable[[], bool] = ...
    ) -> Answer:
        """Answer a query."""

    def warm(self) -> None:
        """Load what rare questions need."""

    def close(self) -> None:
        """Close its files."""


OpenEngine = Callable[[Folders], Engine]


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What is known as soon as the engine is open."""

    headers: tuple[CatalogueHeader, ...]
    """The catalogues."""
    entries: int
    """Entries in all of them."""
    indexed: bool
    """Words can be searched; without it only codes and messages."""
    facets: Facets
    """What there is to filter by."""


class _Newest:
    """The number of the newest question, written by the window, read by the worker."""

    def __init__(self) -> None:
        self.number = 0


class SearchWorker(QObject):
    """Lives on the search thread."""

    opened = Signal(object)
    answered = Signal(int, object)
    looked_up = Signal(int, object)
    failed = Signal(str)

    def __init__(
        self, folders: Folders, open_engine: OpenEngine, is_built: Callable[[Folders], bool], newest: _Newest
    ) -> None:
        super().__init__()
        self._folders, self._open_engine, self._is_built, self._newest = (
            folders,
            open_engine,
            is_built,
            newest,
        )
        self._engine: Engine | None = None

    @Slot()
    def open(self) -> None:
        """Open the engine, or open it again over newer files."""
        self.close()
        try:
            self._engine = self._open_engine(self._folders)
            table = self._engine.table
            self.opened.emit(
                Opened(
                    headers=table.headers(),
                    entries=len(table),
                    indexed=self._is_built(self._folders),
                    facets=_all_values(self._engine),
                )
            )
        except DeskError as error:
            self.failed.emit(str(error))

    @Slot(int, object)
    def ask(self, number: int, query: object) -> None:
        """Answer a `Query`, unless a newer one is waiting."""

        def overtaken() -> bool:
            return number != self._newest.number

        if overtaken() or self._engine is None or not isinstance(query, Query):
            return
        try:
            self.answered.emit(number, self._engine.search(query, limit=LIMIT, should_stop=overtaken))
        except Stopped:
            return
        except DeskError as error:
            self.failed.emit(str(error))

    @Slot(int, object)
    def look_up(self, number: int, look: object) -> None:
        """Give the open table to a function and send what it returns; for small look-ups only."""
        if self._engine is not None and callable(look):
            self.looked_up.emit(number, look(self._engine.table))

    @Slot()
    def warm(self) -> None:
        """Load in an idle moment what the first mistyped or Chinese question would wait for."""
        if self._engine is None:
            return
        try:
            self._engine.warm()
        except DeskError as error:
            self.failed.emit(str(error))

    @Slot()
    def close(self) -> None:
        """Close the engine."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None


class SearchThread(QObject):
    """The window's side: ask here, answers come as signals."""

    opened = Signal(object)
    """`Opened`: the engine is ready."""
    answered = Signal(object)
    """`Answer` to the newest question."""
    failed = Signal(str)
    """One line that says what could not be done."""

    _open = Signal()
    _ask = Signal(int, object)
    _look = Signal(int, object)
    _warm = Signal()

    def __init__(
        self,
        folders: Folders,
        open_engine: OpenEngine,
        is_built: Callable[[Folders], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._newest = _Newest()
        self._waiting: dict[int, Callable[[object], None]] = {}
        self._looks = 0
        self._thread = QThread(self)
        self._thread.setObjectName("search")
        self._worker = SearchWorker(folders, open_engine, is_built, self._newest)
        self._worker.moveToThread(self._thread)
        self._open.connect(self._worker.open)
        self._ask.connect(self._worker.ask)
        self._look.connect(self._worker.look_up)
        self._warm.connect(self._worker.warm)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._warm)
        self._worker.opened.connect(self._wait_idle)
        self._worker.opened.connect(self.opened)
        self._worker.failed.connect(self.failed)
        self._worker.answered.connect(self._take)
        self._worker.looked_up.connect(self._take_look)
        self._thread.finished.connect(self._worker.close)

    def start(self) -> None:
        """Start the thread and open the engine."""
        self._thread.start()
        self._open.emit()

    def reopen(self) -> None:
        """Open the engine again, after an index was built."""
        self._open.emit()

    def ask(self, query: Query) -> None:
        """Ask; the answer to an older question will not come any more."""
        if self._idle.isActive():
            self._idle.start()
        self._newest.number += 1
        self._ask.emit(self._newest.number, query)

    def forget(self) -> None:
        """Want no answer to what was asked so far."""
        self._newest.number += 1

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
        self._thread.quit()
        self._thread.wait()

    @Slot()
    def _wait_idle(self) -> None:
        self._idle.start()

    @Slot(int, object)
    def _take(self, number: int, answer: object) -> None:
        if number == self._newest.number:
            self.answered.emit(answer)

    @Slot(int, object)
    def _take_look(self, number: int, found: object) -> None:
        then = self._waiting.pop(number, None)
        if then is not None:
            then(found)


def _all_values(engine: Engine) -> Facets:
    """Return what there is to filter by: entries with a solution and those without are all there are."""
    parts = [engine.search(query, limit=1).facets for query in ("has:solution", "-has:solution")]
    groups = {
        name: dict(sorted(sum((Counter(getattr(part, name)) for part in parts), Counter()).items()))
        for name in ("provider", "service", "status", "language")
    }
    if not groups["service"]:
        headers = engine.table.headers()
        for name in ("provider", "service"):
            for header in headers:
                counts = groups[name]
                counts[getattr(header, name)] = counts.get(getattr(header, name), 0) + header.entries
    return Facets(**groups, solution=parts[0].solution)


def entry_by_id(entry_id: str) -> Callable[[EntryTable], CatalogueEntry | None]:
    """Return a look-up of one entry."""
    return lambda table: table.by_id(entry_id)
