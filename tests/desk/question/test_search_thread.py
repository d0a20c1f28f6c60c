"""The search thread: newest question wins twice, and it ends in order."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.question.search_thread import SearchThread
from desk.question.search_worker import Newest, Opened, SearchWorker
from index import store
from index.analysis.cutting import CUTTING
from index.entry import CatalogueEntry, CatalogueHeader, CatalogueId
from index.errors import Stopped, StorageError
from index.folders import Folders
from index.hits import Answer, Facets
from index.query import Query, parse


class FakeTable:
    """A table of one entry."""

    def __init__(self, entry: CatalogueEntry) -> None:
        self.entry = entry

    def __len__(self) -> int:
        return 1

    def headers(self) -> tuple[CatalogueHeader, ...]:
        """One catalogue."""
        return (CatalogueHeader(id=CatalogueId("a.b"), provider="A", service="B", entries=1),)

    def by_id(self, _entry: str) -> CatalogueEntry:
        """The entry."""
        return self.entry


class FakeEngine:
    """Notes what it was asked."""

    def __init__(self, entry: CatalogueEntry) -> None:
        self.table = FakeTable(entry)
        self.asked: list[str] = []
        self.closed = 0
        self.warmed = 0
        self.before_warm: Callable[[], object] = lambda: None
        self.meaning: object = None
        self.fault: Exception | None = None

    def search(
        self,
        query: str | Query,
        *,
        limit: int = 0,
        should_stop: Callable[[], bool] = lambda: False,
        by_meaning: bool = False,
    ) -> Answer:
        """Answer with the query itself."""
        if isinstance(query, str):
            return Answer(query=query, facets=Facets(service={"B": 1} if query == "has:solution" else {}))
        if self.fault:
            raise self.fault
        self.asked.append(query.text)
        assert limit > 0
        assert not should_stop()
        return Answer(query=query.text, weak=by_meaning)

    def warm(self, should_stop: Callable[[], bool] = lambda: False) -> bool:
        """Note it, unless it is stopped."""
        self.before_warm()
        if should_stop():
            return False
        self.warmed += 1
        return True

    def meaning_opener(self, _folders: Folders) -> Callable[[], object]:
        """Open nothing."""
        return lambda: None

    def use_meaning(self, meaning: object) -> None:
        """Note it."""
        self.meaning = meaning

    def close(self) -> None:
        """Note it."""
        self.closed += 1


@pytest.fixture
def engine(make_entry: Callable[..., CatalogueEntry]) -> FakeEngine:
    """An engine."""
    return FakeEngine(make_entry())


@pytest.fixture
def thread(qtbot: QtBot, engine: FakeEngine, tmp_path: object) -> Iterator[SearchThread]:
    """A running thread that owns the engine."""
    made = SearchThread(Folders.under(tmp_path), lambda _folders: engine, lambda _folders: True)
    with qtbot.waitSignal(made.opened) as opened:
        made.start()
    assert isinstance(opened.args[0], Opened)
    assert opened.args[0].facets.service == {"B": 1}
    yield made
    made.stop()
    assert engine.closed == 1


def test_a_question_is_answered(qtbot: QtBot, thread: SearchThread) -> None:
    with qtbot.waitSignal(thread.answered) as answered:
        thread.ask(parse("quota"))
    assert answered.args[0].query == "quota"


def test_only_the_newest_question_is_answered(qtbot: QtBot, thread: SearchThread) -> None:
    told: list[str] = []
    thread.answered.connect(lambda answer: told.append(answer.query))
    for text in ("q", "qu", "quo", "quot", "quota"):
        thread.ask(parse(text))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["quota"]


def test_a_late_answer_is_dropped(thread: SearchThread) -> None:
    told: list[object] = []
    thread.answered.connect(told.append)
    thread._newest.number = 7
    thread._take(6, Answer(query="late"))
    assert told == []
    thread.forget()
    thread._take(7, Answer(query="unwanted"))
    assert told == []


def test_a_look_up_comes_back_to_who_asked(qtbot: QtBot, thread: SearchThread, engine: FakeEngine) -> None:
    found: list[object] = []
    thread.look_up(lambda table: table.by_id("x"), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [engine.table.entry]


def test_the_worker_skips_what_is_overtaken(qtbot: QtBot, engine: FakeEngine, tmp_path: object) -> None:
    # The worker's slots called directly: code in a QThread is not seen by coverage.
    newest = Newest()
    worker = SearchWorker(Folders.under(tmp_path), lambda _folders: engine, lambda _folders: False, newest)
    worker.ask(0, parse("before it is open"))
    worker.open()
    newest.number = 2
    worker.ask(1, parse("overtaken"))
    with qtbot.waitSignal(worker.answered):
        worker.ask(2, parse("newest"))
    assert engine.asked == ["before it is open", "newest"]
    engine.fault = Stopped("overtaken while running")
    with qtbot.assertNotEmitted(worker.answered), qtbot.assertNotEmitted(worker.failed):
        worker.ask(2, parse("x"))
    engine.fault = StorageError("the disk is gone")
    with qtbot.waitSignal(worker.failed) as failed:
        worker.ask(2, parse("x"))
    assert failed.args == ["the disk is gone"]
    worker.close()
    worker.close()
    assert engine.closed == 1


def test_an_engine_that_cannot_be_opened_is_a_line(qtbot: QtBot, tmp_path: object) -> None:
    def refuse(_folders: Folders) -> FakeEngine:
        raise StorageError("cannot use the folder")

    worker = SearchWorker(Folders.under(tmp_path), refuse, lambda _folders: False, Newest())
    with qtbot.waitSignal(worker.failed) as failed:
        worker.open()
    assert failed.args == ["cannot use the folder"]


def test_stopping_twice_and_before_the_start_is_harmless(qapp: QObject, tmp_path: object) -> None:
    made = SearchThread(Folders.under(tmp_path), lambda _folders: None, lambda _folders: True)
    made.stop()
    made.stop()


def test_an_idle_moment_warms_the_engine_once(qtbot: QtBot, thread: SearchThread, engine: FakeEngine) -> None:
    thread.ask(parse("quota"))
    assert thread._idle.isActive()
    thread._idle.setInterval(0)
    qtbot.waitUntil(lambda: engine.warmed > 0)
    thread.ask(parse("quota again"))
    assert not thread._idle.isActive()
    assert engine.warmed == 1


def test_indexes_of_catalogues_that_are_gone_are_removed_in_an_idle_moment(
    qtbot: QtBot, engine: FakeEngine, tmp_path: Path
) -> None:
    # GIVEN the index in use and one of catalogues that were active before
    folders = Folders.under(tmp_path)
    now, before = store.generation_folder(folders), folders.cache / store.GENERATIONS / "before"
    for folder in (now, before):
        folder.mkdir(parents=True)
    worker = SearchWorker(folders, lambda _folders: engine, lambda _folders: True, Newest())
    worker.open()
    # WHEN the engine was warmed
    worker.warm(0)
    # THEN only the one in use is there
    assert now.is_dir()
    assert not before.exists()
    worker.close()


def test_a_question_stops_the_warming_and_it_begins_again_later(
    qtbot: QtBot, thread: SearchThread, engine: FakeEngine
) -> None:
    # GIVEN a question that comes while the engine is being warmed
    def interrupt() -> None:
        engine.before_warm = lambda: began.append("again")
        began.append("first")
        thread._newest.number += 1

    began: list[str] = []
    engine.before_warm = interrupt
    thread._idle.setInterval(0)
    thread._idle.start()
    # THEN it stops at once, and is done in the next idle moment
    qtbot.waitUntil(lambda: engine.warmed == 1)
    assert began == ["first", "again"]


def test_a_question_may_be_asked_again_with_its_meaning(
    qtbot: QtBot, thread: SearchThread, engine: FakeEngine
) -> None:
    meaning = object()
    with qtbot.waitSignal(thread.answered):
        thread.ask(parse("quota"))
    with qtbot.waitSignal(thread.answered_by_meaning) as answered:
        thread.ask_by_meaning(thread.number(), parse("quota"), meaning)
    assert (answered.args[0].query, answered.args[0].weak) == ("quota", True)
    assert engine.meaning is meaning


def test_a_better_answer_to_an_older_question_is_dropped(thread: SearchThread) -> None:
    told: list[object] = []
    thread.answered_by_meaning.connect(told.append)
    thread._newest.number = 7
    thread._take_again(6, Answer(query="late"))
    assert told == []
    assert not thread.is_newest(6)


def test_a_fault_while_warming_is_told(make_entry: Callable[..., CatalogueEntry], tmp_path: Path) -> None:
    class Faulty(FakeEngine):
        def warm(self, should_stop: Callable[[], bool] = lambda: False) -> bool:
            raise StorageError(f"no dictionary{should_stop() or ''}")

    told: list[str] = []
    engine = Faulty(make_entry())
    worker = SearchWorker(Folders.under(tmp_path), lambda _folders: engine, lambda _folders: True, Newest())
    worker.failed.connect(told.append)
    worker.warm(0)
    worker.open()
    worker.warm(0)
    assert told == ["no dictionary"]
    worker.close()


def test_chinese_is_cut_in_a_child_as_long_as_the_thread_runs(engine: FakeEngine, tmp_path: Path) -> None:
    # Its dictionary, loaded here, would hold up the window for a fifth of a second.
    made = SearchThread(Folders.under(tmp_path), lambda _folders: engine, lambda _folders: True)
    made.start()
    assert CUTTING.cut("云服务器配额不足", guess=True) == ("云", "服务器", "配额", "不足")
    child = made._cutter._child
    assert child is not None
    assert child.poll() is None
    made.stop()
    assert child.poll() is not None
    assert CUTTING._child is None
