"""A watchdog over the window's thread: how long it works before it looks at keys and mouse again.

What is measured is the thread's own computing time between two returns to the event loop, not the time on the clock:
that would measure what else the machine does. A shared processor makes even that longer at times, so the best of a few
tries counts; work that always takes too long is ours.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.app import Application
from index.folders import Folders

OpenDesk = Callable[..., Application]
Step = Callable[[], object]

BUDGET_MS = 16.0
_TRIES = 6
_QUIET_S, _BUSY_S = 0.1, 0.0005
PASTED = """\
Hello, since this morning:
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
{"request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c","error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
{"code":"AppNotExist"}
"""


def _bound(budget: float) -> float:
    """Return what a turn may take here: where more programs run than there are processors, their halves are shared."""
    return budget * (1.25 if os.getloadavg()[0] < (os.cpu_count() or 1) else 2.0)


class Watchdog(QObject):
    """Notes the longest turn of the event loop."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._longest = 0.0
        self._last, self._busy = time.thread_time(), time.perf_counter()
        dispatcher = QAbstractEventDispatcher.instance()
        # One of the two ends a turn, whichever dispatcher runs; blocking in between takes no computing time.
        dispatcher.awake.connect(self._mark)
        dispatcher.aboutToBlock.connect(self._mark)

    def longest(self, steps: Sequence[Step]) -> float:
        """Do the steps, each in a turn of its own and all that follows from it; returns the longest turn, in ms."""
        self.rest()
        self._longest = 0.0
        for step in steps:
            QTimer.singleShot(0, step)
            self._busy = time.perf_counter()
            self.rest()
        return self._longest * 1000

    def rest(self) -> None:
        """Let the window work until it has nothing to do."""
        self._qtbot.waitUntil(lambda: time.perf_counter() - self._busy > _QUIET_S, timeout=20_000)

    def _mark(self) -> None:
        now = time.thread_time()
        took, self._last = now - self._last, now
        self._longest = max(self._longest, took)
        if took > _BUSY_S:
            self._busy = time.perf_counter()


def _holds(watchdog: Watchdog, steps: Sequence[Step], budget: float = BUDGET_MS) -> None:
    """Try a few times, and fail where every time some turn was too long."""
    tries: list[float] = []
    while len(tries) < _TRIES and min(tries, default=1e9) > _bound(budget):
        tries.append(round(watchdog.longest(steps), 1))
    assert min(tries) <= _bound(budget), f"longest turns: {tries} ms"


def _typed(desk: Application, text: str) -> list[Step]:
    """Empty the field and type a text, key by key."""

    def press(letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                desk.window.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            )

    return [desk.window.field.clear, *[lambda letter=letter: press(letter) for letter in text]]


def _done(desk: Application, *acts: str) -> list[Step]:
    return [desk.wiring.actions[act].trigger for act in acts]


def _close_dialogs() -> None:
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog) and top.isVisible():
            top.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Application:
    """A desk at its start page."""
    return open_desk()


@pytest.fixture
def watchdog(qtbot: QtBot, desk: Application) -> Iterator[Watchdog]:
    """The watchdog, once the window has come to rest."""
    made = Watchdog(qtbot)
    made.rest()
    yield made
    made.deleteLater()


def test_the_watchdog_bites(watchdog: Watchdog) -> None:
    def work() -> None:
        end = time.thread_time() + 0.03
        while time.thread_time() < end:
            pass

    assert 30 <= watchdog.longest([work]) < 60


@pytest.mark.parametrize("text", ["ecs219", "配额不足", "quota"])
def test_typing(desk: Application, watchdog: Watchdog, text: str) -> None:
    _holds(watchdog, _typed(desk, text))
    assert desk.window.results.rows()


def test_stepping_down_the_list(desk: Application, watchdog: Watchdog, qtbot: QtBot) -> None:
    desk.wiring.search_for("server")
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) > 10)
    results = desk.window.results
    _holds(watchdog, [lambda n=n: results.select_position(n) for n in range(1, 6)])


def test_pasting(desk: Application, watchdog: Watchdog) -> None:
    _holds(
        watchdog,
        [lambda: desk.wiring.take_text(PASTED), *_done(desk, "next-error", "copy-ticket", "close-payload")],
    )


def test_the_keys(desk: Application, watchdog: Watchdog) -> None:
    _holds(watchdog, [*_done(desk, "keys"), _close_dialogs])


def test_typing_while_an_index_is_built(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    # GIVEN a user who never started the desk
    desk = open_desk(at=Folders.under(tmp_path / "new"))
    watchdog = Watchdog(qtbot)
    assert desk.builder.is_running()
    # WHEN codes are typed while the index is being built THEN the window keeps up
    tries: list[float] = []
    while desk.builder.is_running() and min(tries, default=1e9) > _bound(BUDGET_MS):
        tries.append(round(watchdog.longest(_typed(desk, "ecs2")), 1))
    watchdog.deleteLater()
    assert min(tries) <= _bound(BUDGET_MS), tries


# Qt restyles a pane, and tells every widget of a new language, in one go. What that takes today is held here.
@pytest.mark.parametrize("act, budget", [("theme", 32.0), ("language", 32.0), ("settings", 32.0)])
def test_what_changes_the_whole_window(
    desk: Application, watchdog: Watchdog, qtbot: QtBot, act: str, budget: float
) -> None:
    desk.wiring.search_for("quota")
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) > 3)
    _holds(watchdog, [*_done(desk, act), _close_dialogs], budget)
