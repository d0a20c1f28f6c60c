"""A whole desk for each story, with the real search, the real reading and the real tickets, and a watchdog over it."""

import math
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.app import Application, Request, build
from index.folders import Folders

OpenDesk = Callable[..., Application]
OpenDialog = Callable[[Application, str], QDialog]
Step = Callable[[], object]

_BUDGET_MS = 16.0
_TRIES = 6
_LOOP_MS = 3.9
"""What the same work takes on the machine for which the budgets are set, undisturbed."""
_QUIET_S, _BUSY_S = 0.1, 0.0005
_DIALOGS = {
    "settings": "settingsDialog",
    "keys": "keysOverlay",
    "import": "importDialog",
    "catalogues": "cataloguesDialog",
    "templates": "templatesDialog",
    "glossary": "glossaryDialog",
    "hidden": "hiddenDialog",
    "own-entry": "ownEntryDialog",
    "about": "aboutDialog",
}


@pytest.fixture(scope="session")
def built_cache(bundled_cache: Path) -> Path:
    """The same index for the desks on a screen."""
    return bundled_cache


@pytest.fixture(autouse=True)
def no_learning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no idle desk begin to make sentence vectors: for nothing, and on the processor that the tests have."""
    monkeypatch.setattr("desk.question.meaning_flow._IDLE_MS", 3_600_000)


@pytest.fixture
def folders(tmp_path: Path, bundled_cache: Path) -> Folders:
    """Folders of a new user whose index is ready."""
    made = Folders.under(tmp_path / "user")
    shutil.copytree(bundled_cache, made.cache)
    return made


@pytest.fixture
def open_desk(qtbot: QtBot, folders: Folders) -> Iterator[OpenDesk]:
    """Open a desk and wait until it answers; it is closed after the test."""
    opened: list[Application] = []

    def open_(request: Request | None = None, *, at: Folders | None = None) -> Application:
        desk = build(request or Request(), at or folders)
        opened.append(desk)
        qtbot.waitUntil(lambda: bool(desk.window.filters.chips()), timeout=10_000)
        return desk

    yield open_
    for desk in opened:
        _close(desk)


@pytest.fixture
def close_desk() -> Callable[[Application], None]:
    """Close a desk as its user would."""
    return _close


class Watchdog(QObject):
    """Watches over the window's thread: how long it works before it looks at keys and mouse again.

    What is measured is the thread's own computing time between two returns to the event loop, not the time on the
    clock: that would measure what else the machine does. A shared processor makes even that longer at times, so the
    best of a few tries counts; work that always takes too long is ours.
    """

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._longest = 0.0
        self._is_under_way: Callable[[], bool] = lambda: False
        self._last, self._busy = time.thread_time(), time.perf_counter()
        dispatcher = QAbstractEventDispatcher.instance()
        # One of the two ends a turn, whichever dispatcher runs; blocking in between takes no computing time.
        dispatcher.awake.connect(self._mark)
        dispatcher.aboutToBlock.connect(self._mark)

    def wait_for(self, is_under_way: Callable[[], bool]) -> None:
        """Do not take the window to be at rest while this holds: what is being read in another process, for example."""
        self._is_under_way = is_under_way

    def holds(
        self,
        steps: Sequence[Step],
        budget: float = _BUDGET_MS,
        *,
        while_: Callable[[], bool] = lambda: True,
        before: Step = lambda: None,
    ) -> None:
        """Try a few times, as long as `while_` holds, and fail where some step had a turn too long every time.

        What is done `before` each try is not measured.
        """
        best, tries = [math.inf] * len(steps), 0
        while tries < _TRIES and while_() and max(best) > _bound(budget):
            before()
            best = [min(pair) for pair in zip(best, self._each(steps), strict=True)]
            tries += 1
        assert max(best) <= _bound(budget), f"longest turns, step by step: {best} ms"

    def longest(self, steps: Sequence[Step]) -> float:
        """Do the steps, each in a turn of its own and all that follows from it; returns the longest turn, in ms."""
        return max(self._each(steps))

    def _each(self, steps: Sequence[Step]) -> list[float]:
        """Return the longest turn of each step, and of what follows from it, in ms."""
        self.rest()
        found: list[float] = []
        for step in steps:
            self._longest = 0.0
            QTimer.singleShot(0, step)
            self._busy = time.perf_counter()
            self.rest()
            found.append(round(self._longest * 1000, 1))
        return found

    def rest(self) -> None:
        """Let the window work until it has nothing to do."""
        self._qtbot.waitUntil(self._is_at_rest, timeout=20_000)

    def _is_at_rest(self) -> bool:
        return time.perf_counter() - self._busy > _QUIET_S and not self._is_under_way()

    def _mark(self) -> None:
        now = time.thread_time()
        took, self._last = now - self._last, now
        self._longest = max(self._longest, took)
        if took > _BUSY_S:
            self._busy = time.perf_counter()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Application:
    """A desk at its start page."""
    return open_desk()


@pytest.fixture
def slowness() -> Callable[[], float]:
    """Tells how much longer the same work takes now than undisturbed."""
    return _slowness


@pytest.fixture
def make_watchdog(qtbot: QtBot) -> Iterator[Callable[[], Watchdog]]:
    """Make watchdogs for a test that opens its own desk."""
    made: list[Watchdog] = []

    def make() -> Watchdog:
        made.append(Watchdog(qtbot))
        return made[-1]

    yield make
    for one in made:
        one.deleteLater()


@pytest.fixture
def watchdog(desk: Application, make_watchdog: Callable[[], Watchdog]) -> Watchdog:
    """The watchdog over a desk that has come to rest at its start page."""
    made = make_watchdog()
    made.rest()
    return made


@pytest.fixture
def dialogs() -> dict[str, str]:
    """Every act that opens a dialog, and the name of its dialog."""
    return _DIALOGS


@pytest.fixture
def open_dialog(qtbot: QtBot) -> OpenDialog:
    """Open a dialog, the only one, and wait until it has the keyboard and all its pages are made."""

    def open_(desk: Application, act: str) -> QDialog:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the one before goes
        assert not _shown_dialogs()
        desk.wiring.actions[act].trigger()
        qtbot.waitUntil(lambda: bool(_shown_dialogs()))
        dialog = _shown_dialogs()[0]
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.focusWidget() is not None)
        qtbot.waitUntil(lambda: not hasattr(dialog, "_pages") or len(dialog._pages) == dialog.tabs.count())
        QCoreApplication.processEvents()
        return dialog

    return open_


@pytest.fixture
def shown_dialogs() -> Callable[[], list[QDialog]]:
    """Tell which dialogs can be seen."""
    return _shown_dialogs


@pytest.fixture
def close_dialogs() -> Callable[[], None]:
    """Close every dialog that is open."""
    return _close_dialogs


def _bound(budget: float) -> float:
    """Return what a turn may take here and now, in ms.

    Where more programs run than there are processors, their halves are shared. A virtual processor whose other half
    somebody else uses takes half as long again for the same work: the budget is for the speed without that.
    """
    shared = 2.0 if os.getloadavg()[0] >= (os.cpu_count() or 1) else 1.25
    return budget * max(shared, 1.25 * _slowness())


def _slowness() -> float:
    """Return how much longer the same work takes now than undisturbed, at best of three: from 1 to 2."""
    taken: list[float] = []
    for _ in range(3):
        began = time.thread_time()
        words: dict[str, int] = {}
        for number in range(20_000):
            words[str(number % 997)] = number
        taken.append((time.thread_time() - began) * 1000)
    return min(max(min(taken) / _LOOP_MS, 1.0), 2.0)


def _shown_dialogs() -> list[QDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, QDialog) and one.isVisible()]


def _close_dialogs() -> None:
    for dialog in _shown_dialogs():
        dialog.close()


def _close(desk: Application) -> None:
    """Close once; closing again is harmless."""
    if not shiboken6.isValid(desk) or desk.property("closed"):
        return
    desk.setProperty("closed", True)  # noqa: FBT003 - a property's value
    desk.window.close()
    desk.stop()
    desk.window.deleteLater()
    desk.deleteLater()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
