"""How long the window's thread works where a dialog opens, or the table of a long log."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application
from index.folders import Folders

Step = Callable[[], object]

_AT_ONCE_S, _TRIES = 0.3, 6
CODES = (
    "Ecs.1000",
    "Ecs.0219",
    "SVCSTG.SWR.4001048",
    "AppNotExist",
    "InternalError",
    "Ecs.0114",
    "NOPE.1234",
)
PASTED = """\
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of many lines and a table of a few codes."""
    path = tmp_path / "gateway.log"
    path.write_text(
        "".join(
            f"2026-01-02T03:{n // 60 % 60:02}:{n % 60:02}Z ERROR error_code={CODES[n % 7]} request_id={n:032x}\n"
            for n in range(4_000)
        )
    )
    return path


def _visible(name: str) -> bool:
    return any(top.objectName() == name and top.isVisible() for top in QApplication.topLevelWidgets())


def test_the_table_of_a_log(desk: Application, watchdog, log: Path) -> None:
    # GIVEN a user who is looking at the answer to a question
    pane, logs = desk.window.payload, desk.wiring._logs
    watchdog.wait_for(logs.is_under_way)
    seen: list[int] = []
    # WHEN a log is opened, its codes are gone through and sorted, and it is put away THEN no turn is too long
    watchdog.holds(
        [
            lambda: desk.wiring.search_for("quota"),
            lambda: logs.take_files((str(log),)),
            lambda: seen.append(len(pane.triage.rows())),
            *[lambda n=n: pane.triage.select_position(n) for n in (1, 2, 3)],
            lambda: pane.triage.sort_by(0),
            desk.wiring.actions["close-payload"].trigger,
        ]
    )
    assert set(seen) == {len(CODES)}
    assert not pane.isVisible()


def test_from_a_paste_to_the_table_of_its_codes_and_back(desk: Application, watchdog, log: Path) -> None:
    pane = desk.window.payload
    watchdog.wait_for(lambda: desk.payloads.is_reading() or desk.wiring._logs.is_under_way())
    text = "".join(log.read_text().splitlines(keepends=True)[:50])
    desk.wiring.take_text(text, sure=True)
    watchdog.holds([pane.triage_wanted.emit, lambda: pane.step(1), pane.text_wanted.emit])
    assert not pane.shows_triage()


def test_opening_dialogs(
    desk: Application, watchdog, dialogs: dict[str, str], close_dialogs: Step, qtbot: QtBot
) -> None:
    desk.wiring.take_text(PASTED, sure=True)
    qtbot.waitUntil(lambda: desk.window.results.current_row() is not None)
    for act, name in dialogs.items():
        opened: list[bool] = []

        def look_and_close(name: str = name, opened: list[bool] = opened) -> None:
            opened.append(_visible(name))
            close_dialogs()

        watchdog.holds([desk.wiring.actions[act].trigger, look_and_close])
        assert all(opened), name


def test_another_look_while_the_settings_are_open(
    desk: Application, watchdog, close_dialogs: Step, qtbot: QtBot
) -> None:
    desk.wiring.actions["settings"].trigger()
    qtbot.waitUntil(lambda: _visible("settingsDialog"))
    watchdog.holds([desk.wiring.actions[act].trigger for act in ("theme", "larger", "smaller", "theme")])
    close_dialogs()


def test_no_dialog_has_to_be_loaded_once_there_was_an_idle_moment(
    folders: Folders, dialogs: dict[str, str]
) -> None:
    # GIVEN a desk in a process of its own, as it is after a few seconds
    # WHEN every dialog is opened THEN the window's thread imports nothing: that alone would take longer than a turn
    script = Path(__file__).with_name("first_openings.py")
    pairs = [word for pair in dialogs.items() for word in pair]
    done = subprocess.run(
        [sys.executable, str(script), str(folders.cache.parent), *pairs],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # Qt's offscreen screen has no keyboard
def test_the_menu_of_tickets(desk: Application, watchdog, qtbot: QtBot) -> None:
    desk.wiring.take_text(PASTED, sure=True)
    qtbot.waitUntil(lambda: desk.window.results.current_row() is not None)
    menu = desk.wiring._tickets.menu
    watchdog.holds([lambda: menu.popup(desk.window.pos()), menu.close])


def test_quitting(open_desk: Callable[[], Application], close_desk, make_watchdog) -> None:
    # GIVEN a desk at rest WHEN it is closed THEN the window's thread neither works long nor waits long for others
    desks: list[Application] = []
    waited: list[float] = []

    def quit_() -> None:
        begin = time.perf_counter()
        close_desk(desks[-1])
        waited.append(time.perf_counter() - begin)

    make_watchdog().holds([quit_], before=lambda: desks.append(open_desk()))
    while min(waited) >= _AT_ONCE_S and len(waited) < _TRIES:  # the clock counts what other programs do, too
        desks.append(open_desk())
        quit_()
    assert min(waited) < _AT_ONCE_S, waited
