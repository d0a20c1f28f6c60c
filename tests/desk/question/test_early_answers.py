"""Until the engine is open, what the table alone can answer is answered; the rest waits for the engine."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.question import search_worker
from desk.question.search_worker import Newest, SearchWorker
from index.entry import CatalogueEntry
from index.errors import StorageError
from index.folders import Folders
from index.hits import Answer, Hit, Reason
from index.query import Query, parse


class Table:
    def __len__(self) -> int:
        return 1

    def headers(self) -> tuple[object, ...]:
        return ()


class Early:
    """Knows one code."""

    def __init__(self, entry: CatalogueEntry) -> None:
        self.table = Table()
        self.entry = entry
        self.closed = False

    def search(self, query: Query, *, limit: int) -> Answer | None:
        assert limit > 0
        hit = Hit(entry=self.entry, reason=Reason.CODE)
        return Answer(query=str(query), total=1, hits=(hit,)) if query.text == self.entry.code else None

    def close(self) -> None:
        self.closed = True


class Engine(Early):
    """Knows everything, but nothing of colours."""

    def search(self, query: object, **_how: object) -> Answer:
        hit = Hit(entry=self.entry, reason=Reason.ALL_WORDS)
        return Answer(query=str(query), total=2, hits=() if str(query) == "colours" else (hit,))

    def meaning_opener(self, _folders: Folders) -> None:
        return None


@pytest.fixture
def early(make_entry: Callable[..., CatalogueEntry]) -> Early:
    return Early(make_entry())


def worker_of(early: Early, engine: Callable[[], Engine], newest: int, folder: Path) -> SearchWorker:
    number = Newest()
    number.number = newest
    return SearchWorker(
        Folders.under(folder), lambda _f: engine(), lambda _f: True, number, open_early=lambda _f: early
    )


def test_a_code_is_answered_before_the_engine_opens_and_words_by_the_engine(
    qtbot: QtBot, early: Early, tmp_path: Path
) -> None:
    worker = worker_of(early, lambda: Engine(early.entry), 2, tmp_path)
    answers: list[tuple[int, int]] = []
    worker.answered.connect(lambda number, answer: answers.append((number, answer.total)))
    worker.ask(1, parse(early.entry.code))
    worker.ask(2, parse(early.entry.code))
    assert answers == []
    with qtbot.waitSignal(worker.opened):
        worker.begin()
        assert answers == [(2, 1)]
        worker.ask(2, parse("quota exceeded"))
        assert answers == [(2, 1)]
    assert answers == [(2, 1), (2, 2)]
    assert early.closed
    worker.close()


def test_an_early_answer_is_shown_before_the_engine_is_loaded(
    qapp: QApplication, qtbot: QtBot, early: Early, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[Callable[[], object]] = []
    monkeypatch.setattr(search_worker.QTimer, "singleShot", lambda _ms, then: later.append(then))
    worker = worker_of(early, lambda: Engine(early.entry), 1, tmp_path)
    worker.ask(1, parse(early.entry.code))
    with qtbot.assertNotEmitted(worker.opened):
        worker.begin()
        qapp.processEvents()
    (then,) = later
    with qtbot.waitSignal(worker.opened):
        then()
    worker.close()


def test_that_nothing_is_found_is_not_told_before_it_is_known_what_there_is(
    qtbot: QtBot, early: Early, tmp_path: Path
) -> None:
    worker = worker_of(early, lambda: Engine(early.entry), 1, tmp_path)
    worker.ask(1, parse("colours"))
    with qtbot.waitSignal(worker.opened), qtbot.assertNotEmitted(worker.answered):
        worker.open()
    with qtbot.waitSignal(worker.answered):
        worker.ask(1, parse("colours"))
    worker.close()


def test_a_look_up_is_answered_before_the_engine_opens(qtbot: QtBot, early: Early, tmp_path: Path) -> None:
    worker = worker_of(early, lambda: Engine(early.entry), 0, tmp_path)
    found: list[object] = []
    worker.looked_up.connect(lambda _number, what: found.append(what))
    with qtbot.waitSignal(worker.opened):
        worker.begin()
        worker.look_up(1, len)
    assert found == [1]
    worker.close()


def test_what_cannot_be_opened_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(_folders: Folders) -> Early:
        raise StorageError("the disk is full")

    worker = SearchWorker(Folders.under(tmp_path), refuse, lambda _f: False, Newest(), open_early=refuse)
    lines: list[str] = []
    worker.failed.connect(lines.append)
    with qtbot.waitSignal(worker.failed):
        worker.begin()
    assert lines == ["the disk is full"]
    worker.close()
