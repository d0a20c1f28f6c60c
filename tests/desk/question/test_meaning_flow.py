"""What a question means: asked once typing rests, answered only if still wanted; vectors are made in idle moments."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desk.question.meaning_flow import MeaningFlow, can_help
from desk.question.meaning_thread import MeaningThread, MeaningWorker
from desk.question.search_worker import Opened
from desk.style.look import Look
from desk.task_progress import TaskProgress
from index.errors import StorageError
from index.folders import Folders
from index.hits import Answer, Facets, Hit, Reason
from index.query import Query, parse


class FakeSearch(QObject):
    """The search thread's signals, and what it was asked."""

    opened = Signal(object)
    asked = Signal(object)
    answered = Signal(object)
    answered_by_meaning = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.newest = 0
        self.asked_again: list[tuple[int, str, object]] = []

    def number(self) -> int:
        """The number of the newest question."""
        return self.newest

    def is_newest(self, number: int) -> bool:
        """Tell."""
        return number == self.newest

    def ask_by_meaning(self, number: int, query: Query, meaning: object) -> None:
        """Note it."""
        self.asked_again.append((number, query.text, meaning))

    def type(self, text: str, *, weak: bool = True) -> None:
        """Ask and answer."""
        self.newest += 1
        self.asked.emit(parse(text))
        self.answered.emit(Answer(query=text, weak=weak))


class FakeBuild(QObject):
    """A child process that does nothing."""

    progressed = Signal(int, int)
    built = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.running = False
        self.started = 0

    def start(self) -> None:
        """Note it."""
        self.started += 1
        self.running = True

    def is_running(self) -> bool:
        """Tell."""
        return self.running

    def stop(self) -> None:
        """Stop."""
        self.running = False


class FakeMeaning:
    """Notes what it read."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def read(self, question: str) -> None:
        """Note it."""
        self.questions.append(question)


class Bench:
    """A flow with all that it talks to."""

    def __init__(self, folders: Folders) -> None:
        self.search, self.build, self.meaning = FakeSearch(), FakeBuild(), FakeMeaning()
        self.there = True
        self.opened = 0
        self.thread = MeaningThread(folders, lambda _folders: not self.there, self.search.is_newest)
        self.flow = MeaningFlow(self.search, self.thread, self.build)
        self.flow._rest.setInterval(0)
        self.flow._look.setInterval(0)
        self.flow._idle.setInterval(0)

    def open(self) -> FakeMeaning:
        """Open the vectors."""
        self.opened += 1
        return self.meaning

    def start(self, *, indexed: bool = True) -> None:
        """Say that the engine is open."""
        opened = Opened(
            headers=(),
            entries=1,
            indexed=indexed,
            facets=Facets(),
            open_meaning=self.open if indexed else None,
        )
        self.search.opened.emit(opened)


@pytest.fixture
def bench(qapp: QObject, tmp_path: Path) -> Iterator[Bench]:
    """A bench whose vectors are there."""
    made = Bench(Folders.under(tmp_path))
    yield made
    made.flow.stop()


def test_a_question_that_words_answer_badly_is_asked_again(qtbot: QtBot, bench: Bench) -> None:
    bench.start()
    bench.search.type("machine acts up")
    qtbot.waitUntil(lambda: bool(bench.search.asked_again))
    assert bench.meaning.questions == ["machine acts up"]
    assert bench.search.asked_again == [(1, "machine acts up", bench.meaning)]
    with qtbot.waitSignal(bench.flow.answered):
        bench.search.answered_by_meaning.emit(Answer(query="machine acts up"))


def test_while_typing_goes_on_nothing_is_read(qtbot: QtBot, bench: Bench) -> None:
    bench.start()
    bench.flow._rest.setInterval(60_000)
    for text in ("m", "ma", "mac"):
        bench.search.type(text)
        assert bench.flow._rest.isActive()
    bench.flow._rest.setInterval(0)
    bench.search.type("mach")
    qtbot.waitUntil(lambda: bool(bench.search.asked_again))
    assert bench.meaning.questions == ["mach"]
    assert bench.opened == 1


def test_a_good_answer_or_no_question_needs_no_model(bench: Bench) -> None:
    bench.start()
    assert can_help(Answer(query="x", weak=True))
    assert can_help(Answer(query="x"))
    for text in ("Ecs.0219", "quota"):
        bench.search.newest += 1
        bench.search.asked.emit(parse(text))
    bench.search.asked.emit(None)
    bench.search.answered.emit(Answer(query="late", weak=True))
    assert not bench.flow._rest.isActive()


@pytest.mark.parametrize("reason, helped", [(Reason.SOME_WORDS, True), (Reason.SIMILAR, True), (Reason.ALL_WORDS, False), (Reason.CODE, False)])  # fmt: skip
def test_what_the_model_can_help(make_hit: Callable[..., Hit], reason: Reason, *, helped: bool) -> None:
    assert can_help(Answer(query="x", hits=(make_hit(reason=reason),))) is helped


def test_a_question_overtaken_while_it_waited_is_not_read(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    worker = MeaningWorker(Folders.under(tmp_path), lambda _folders: False, bench.search.is_newest)
    worker.use(bench.open)
    bench.search.newest = 2
    with qtbot.assertNotEmitted(worker.read):
        worker.think(1, parse("old"))
    with qtbot.waitSignal(worker.read):
        worker.think(2, parse("new"))
    assert bench.meaning.questions == ["new"]


def test_vectors_that_are_not_there_are_looked_for_once(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    worker = MeaningWorker(Folders.under(tmp_path), lambda _folders: False, bench.search.is_newest)
    tries: list[int] = []
    worker.use(lambda: tries.append(1))
    with qtbot.assertNotEmitted(worker.read):
        worker.think(0, parse("a"))
        worker.think(0, parse("b"))
    assert tries == [1]


def test_a_cache_that_cannot_be_used_is_done_without(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    def refuse(_folders: Folders) -> bool:
        raise StorageError("no room")

    worker = MeaningWorker(Folders.under(tmp_path), refuse, bench.search.is_newest)
    with qtbot.assertNotEmitted(worker.wanted), qtbot.assertNotEmitted(worker.read):
        worker.use(bench.open)
        worker.look()
        worker.think(0, parse("x"))


def test_vectors_are_made_in_an_idle_moment_and_used_at_once(qtbot: QtBot, bench: Bench) -> None:
    # GIVEN a question that was answered badly, before there were vectors
    bench.there = False
    bench.start()
    qtbot.waitUntil(lambda: bench.build.started == 1)
    bench.search.type("machine acts up")
    assert bench.search.asked_again == []
    # WHEN they are made
    steps: list[tuple[int, int]] = []
    bench.flow.progressed.connect(lambda done, total: steps.append((done, total)))
    bench.build.progressed.emit(20, 690)
    bench.there, bench.build.running = True, False
    with qtbot.waitSignal(bench.flow.ended):
        bench.build.built.emit()
    # THEN the question is asked again by itself
    qtbot.waitUntil(lambda: bool(bench.search.asked_again))
    assert steps == [(20, 690)]


def test_without_an_index_or_the_extra_nothing_is_made(qtbot: QtBot, bench: Bench) -> None:
    bench.there = False
    bench.start(indexed=False)
    with qtbot.assertNotEmitted(bench.thread.wanted):
        bench.search.type("machine acts up")
        bench.thread.stop()
    assert bench.build.started == 0


def test_other_catalogues_stop_a_running_build_and_a_cancelled_one_stays_so(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.there = False
    bench.start()
    qtbot.waitUntil(lambda: bench.build.running)
    with qtbot.waitSignal(bench.flow.ended):
        bench.start()
    qtbot.waitUntil(lambda: bench.build.started == 2)
    with qtbot.waitSignal(bench.flow.ended):
        bench.flow.cancel()
    assert not bench.build.running
    with qtbot.waitSignal(bench.thread.wanted):
        bench.start()
    assert not bench.flow._idle.isActive()


def test_a_build_that_fails_is_told(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.flow.failed) as failed, qtbot.waitSignal(bench.flow.ended):
        bench.build.failed.emit("the disk is full")
    assert failed.args == ["the disk is full"]


def test_the_status_bar_shows_how_far_it_is_and_can_stop_it(qtbot: QtBot, look: Look) -> None:
    task = TaskProgress(look)
    qtbot.addWidget(task)
    assert task.isHidden()
    task.show_progress(20, 690)
    assert (task._bar.value(), task._bar.maximum()) == (20, 690)
    assert not task.isHidden()
    with qtbot.waitSignal(task.cancelled):
        task._button.click()
    task.end()
    assert task.isHidden()
