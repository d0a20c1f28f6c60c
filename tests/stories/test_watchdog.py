"""How long the window's thread works before it looks at keys and mouse again."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application
from index.folders import Folders

OpenDesk = Callable[..., Application]
Step = Callable[[], object]

PASTED = """\
Hello, since this morning:
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
{"request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c","error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
{"code":"AppNotExist"}
"""


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


def test_the_watchdog_bites(watchdog) -> None:
    def work() -> None:
        end = time.thread_time() + 0.03
        while time.thread_time() < end:
            pass

    assert 30 <= watchdog.longest([work]) < 60


@pytest.mark.parametrize("text", ["ecs219", "配额不足", "quota"])
def test_typing(desk: Application, watchdog, text: str) -> None:
    watchdog.holds(_typed(desk, text))
    assert desk.window.results.rows()


def test_stepping_down_the_list(desk: Application, watchdog, qtbot: QtBot) -> None:
    desk.wiring.search_for("server")
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) > 10)
    results = desk.window.results
    watchdog.holds([lambda n=n: results.select_position(n) for n in range(1, 6)])


def test_pasting(desk: Application, watchdog) -> None:
    watchdog.wait_for(lambda: desk.payloads.is_reading() or not desk.window.updatesEnabled())
    watchdog.holds(
        [lambda: desk.wiring.take_text(PASTED), *_done(desk, "next-error", "copy-ticket", "close-payload")],
    )


def test_closing_a_pasted_text_and_bringing_it_back(desk: Application, watchdog, qtbot: QtBot) -> None:
    desk.wiring.take_text(PASTED)
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None, timeout=10_000)
    for _ in range(2):
        watchdog.holds([*_done(desk, "close-payload", "undo"), desk.window.payload.view.selectAll])
    assert desk.wiring.payload.found().text == PASTED


def test_the_keys(desk: Application, watchdog, close_dialogs) -> None:
    watchdog.holds([*_done(desk, "keys"), close_dialogs])


def test_typing_while_an_index_is_built(open_desk: OpenDesk, make_watchdog, tmp_path: Path) -> None:
    # GIVEN a user who never started the desk
    desk = open_desk(at=Folders.under(tmp_path / "new"))
    watchdog = make_watchdog()
    assert desk.builder.is_running()
    # WHEN codes are typed while the index is being built THEN the window keeps up
    watchdog.holds(_typed(desk, "ecs2"), while_=desk.builder.is_running)


@pytest.mark.parametrize("shown", ["", "quota", PASTED])
def test_what_changes_the_whole_window(
    desk: Application, watchdog, close_dialogs, qtbot: QtBot, shown: str
) -> None:
    if shown:
        desk.wiring.take_text(shown)
        qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    watchdog.wait_for(lambda: not desk.window.updatesEnabled())
    for act in ("theme", "language", "settings", "larger"):
        watchdog.holds([*_done(desk, act), close_dialogs])
