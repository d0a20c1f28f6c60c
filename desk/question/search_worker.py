"""What runs on the search thread: it alone owns the search engine and skips questions that were overtaken."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desk.language.refusals import refusal_said
from index import store
from index.entry import CatalogueHeader
from index.errors import DeskError, Stopped
from index.folders import Folders
from index.hits import Answer, Facets
from index.query import Query
from index.table import EntryTable

if TYPE_CHECKING:
    from index.library.values import KeptCodes
    from index.meaning.vectors import Meaning, OpenMeaning

SHOWN_MS = 80
"""So long a window takes to show its first answer, and longer if it had to share the interpreter with what loads the engine."""
LIMIT = 150
"""Rows of one answer, more than anybody goes through at one key; the counts are over all hits."""


class Engine(Protocol):
    """What the thread needs of `index.search.engine.SearchEngine`."""

    @property
    def table(self) -> EntryTable:
        """Its entry table."""

    def search(
        self,
        query: str | Query,
        *,
        limit: int = ...,
        should_stop: Callable[[], bool] = ...,
        by_meaning: bool = ...,
    ) -> Answer:
        """Answer a query."""

    def warm(self, should_stop: Callable[[], bool] = ...) -> bool:
        """Load what rare questions need; False where it was stopped."""

    def meaning_opener(self, folders: Folders) -> "OpenMeaning | None":
        """Return what opens the vectors of its entries."""

    def use_kept(self, kept: "KeptCodes") -> None:
        """Narrow to these codes where asked to."""

    def use_meaning(self, meaning: "Meaning | None") -> None:
        """Answer with these vectors where asked to."""

    def close(self) -> None:
        """Close its files."""


OpenEngine = Callable[[Folders], Engine]


class Early(Protocol):
    """What the thread needs of `index.search.early.EarlyEngine`: answers until the engine is open."""

    @property
    def table(self) -> EntryTable:
        """Its entry table."""

    def search(self, query: Query, *, limit: int) -> Answer | None:
        """Answer a query; None where only the engine can."""

    def close(self) -> None:
        """Close its files."""


OpenEarly = Callable[[Folders], Early]


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
    open_meaning: Callable[[], "Meaning | None"] | None = None
    """Opens the vectors of the entries, in any thread."""


class Newest:
    """The number of the newest question, written by the window, read by the worker."""

    def __init__(self) -> None:
        self.number = 0


class SearchWorker(QObject):
    """Lives on the search thread."""

    opened = Signal(object)
    answered = Signal(int, object)
    answered_by_meaning = Signal(int, object)
    looked_up = Signal(int, object)
    failed = Signal(str)
    cold = Signal()
    half_open = Signal()
    recounted = Signal(object)

    def __init__(
        self,
        folders: Folders,
        open_engine: OpenEngine,
        is_built: Callable[[Folders], bool],
        newest: Newest,
        open_early: OpenEarly | None = None,
    ) -> None:
        super().__init__()
        self._folders, self._newest = folders, newest
        self._open_engine, self._is_built, self._open_early = open_engine, is_built, open_early
        self._engine: Engine | None = None
        self._early: Early | None = None
        self._kept: KeptCodes | None = None
        self._waiting: tuple[int, Query] | None = None
        self._shows_early = False
        self.half_open.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def begin(self) -> None:
        """Answer what can be answered without the engine, then open it: that takes a third of a second."""
        if self._open_early is not None:
            with suppress(DeskError):  # the engine meets the same, and says so
                self._early = self._open_early(self._folders)
        if self._waiting is not None:
            self.ask(*self._waiting)
        self.half_open.emit()  # behind the questions that have come meanwhile

    @Slot()
    def _go_on(self) -> None:
        """Open the engine now; where a question was answered without it, once the window has had time to show that."""
        if self._shows_early:
            QTimer.singleShot(SHOWN_MS, self.open)
        else:
            self.open()

    @Slot()
    def open(self) -> None:
        """Open the engine, or open it again over newer files."""
        if self._engine is not None:
            self.close()
        try:
            self._engine = self._open_engine(self._folders)
            if self._kept is not None:
                self._engine.use_kept(self._kept)
            self._answer_waiting()
            table = self._engine.table
            self.opened.emit(
                Opened(
                    headers=table.headers(),
                    entries=len(table),
                    indexed=self._is_built(self._folders),
                    facets=_all_values(self._engine),
                    open_meaning=self._engine.meaning_opener(self._folders),
                )
            )
        except DeskError as error:
            self.failed.emit(refusal_said(error))
        else:
            self._close_early()

    def _answer_waiting(self) -> None:
        """Answer what is waiting before anything is counted; that nothing is found is told once all is known."""
        if self._waiting is not None:
            number, query = self._waiting
            self._waiting = None
            answer = self._answer(number, query)
            if answer is not None and answer.hits:
                self.answered.emit(number, answer)

    @Slot(int, object)
    def ask(self, number: int, query: object) -> None:
        """Answer a `Query`, unless a newer one is waiting."""
        answer = self._answer(number, query)
        if answer is not None:
            self.answered.emit(number, answer)

    @Slot(int, object, object)
    def ask_by_meaning(self, number: int, query: object, meaning: "Meaning") -> None:
        """Answer a `Query` again, with the `Meaning` that has read it."""
        if self._engine is not None:
            self._engine.use_meaning(meaning)
            answer = self._answer(number, query, by_meaning=True)
            if answer is not None:
                self.answered_by_meaning.emit(number, answer)

    def _answer(self, number: int, query: object, *, by_meaning: bool = False) -> Answer | None:
        if self._overtaken(number) or not isinstance(query, Query):
            return None
        if self._engine is None:
            answer = self._early.search(query, limit=LIMIT) if self._early is not None else None
            self._waiting = (number, query) if answer is None else None
            self._shows_early = answer is not None
            return answer
        try:
            return self._engine.search(
                query, limit=LIMIT, should_stop=lambda: self._overtaken(number), by_meaning=by_meaning
            )
        except Stopped:
            return None
        except DeskError as error:
            self.failed.emit(refusal_said(error))
            return None

    def _overtaken(self, number: int) -> bool:
        return number != self._newest.number

    @Slot(object)
    def keep(self, kept: "KeptCodes") -> None:
        """Narrow to these `KeptCodes` where asked to, and count anew what there is to filter by."""
        self._kept = kept
        if self._engine is not None:
            self._engine.use_kept(kept)
            self.recounted.emit(_all_values(self._engine))

    @Slot(int, object)
    def look_up(self, number: int, look: object) -> None:
        """Give the open table to a function and send what it returns; for small look-ups only."""
        source = self._engine or self._early
        if source is not None and callable(look):
            self.looked_up.emit(number, look(source.table))

    @Slot(int)
    def warm(self, number: int) -> None:
        """Load in an idle moment what the first mistyped or Chinese question would wait for; a question stops it."""
        if self._engine is None or self._overtaken(number):
            return
        try:
            if not self._engine.warm(lambda: self._overtaken(number)):
                self.cold.emit()
            elif self._is_built(self._folders):
                store.remove_others(self._folders, store.generation_folder(self._folders))
        except DeskError as error:
            self.failed.emit(refusal_said(error))

    @Slot()
    def close(self) -> None:
        """Close the engine."""
        self._close_early()
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def _close_early(self) -> None:
        if self._early is not None:
            self._early.close()
            self._early = None


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
    kept = dict(sum((Counter(part.kept) for part in parts), Counter[str]()))
    return Facets(**groups, solution=parts[0].solution, kept=kept)
