"""A pasted text, or the table of a log, that was closed or replaced comes back with Ctrl+Z as it was left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application
from desk.payload.error_model import Standing

OpenDesk = Callable[..., Application]
FIRST = '{"error_code":"Ecs.0219","error_msg":"one"}\n{"code":"AppNotExist"}\n'
SECOND = '{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}\n' * 2
LOG = (
    "2026-11-20T10:00:00Z INFO all is well\n" * 8_000
    + "2026-11-20T10:00:01Z ERROR error_code=Ecs.0114\n" * 2
    + "2026-11-20T10:00:02Z ERROR error_code=Ecs.0219\n"
)


def _read(qtbot: QtBot, desk: Application, text: str) -> None:
    desk.wiring.take_text(text)
    found = desk.wiring.payload.found
    qtbot.waitUntil(lambda: found() is not None and found().text == text, timeout=10_000)


def _is_shown(desk: Application, text: str) -> bool:
    pane, found = desk.window.payload, desk.wiring.payload.found()
    return pane.isVisible() and pane.found() is found and found is not None and found.text == text


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk with a text whose second error was confirmed."""
    opened = open_desk()
    _read(qtbot, opened, FIRST)
    opened.wiring.actions["next-error"].trigger()
    qtbot.keyClick(opened.window.results, Qt.Key.Key_2)
    assert len(opened.wiring.payload.chosen()) == 1
    return opened


def test_a_closed_text_comes_back_with_what_was_confirmed(qtbot: QtBot, desk: Application) -> None:
    # GIVEN a text that was closed with Escape
    chosen = desk.wiring.payload.chosen()
    desk.wiring.actions["clear"].trigger()
    assert desk.window.is_at_start()
    assert desk.window.status.news() == "Pasted text closed · Ctrl+Z brings it back"
    # WHEN Ctrl+Z is pressed where the keyboard is then
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    # THEN all is as it was
    qtbot.waitUntil(lambda: _is_shown(desk, FIRST))
    qtbot.waitUntil(lambda: desk.wiring.payload.position() == 1)
    assert desk.wiring.payload.chosen() == chosen
    assert desk.window.payload.errors.items()[1].standing() == Standing.CONFIRMED
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    assert desk.window.detail.page().entry.id == chosen[1]


def test_a_replaced_text_comes_back_and_the_other_one_after_it(qtbot: QtBot, desk: Application) -> None:
    _read(qtbot, desk, SECOND)
    for text in (FIRST, SECOND, FIRST):
        desk.wiring.actions["undo"].trigger()
        qtbot.waitUntil(lambda text=text: _is_shown(desk, text))
    qtbot.waitUntil(lambda: len(desk.wiring.payload.chosen()) == 1)


def test_the_table_of_a_log_comes_back(qtbot: QtBot, desk: Application, tmp_path: Path) -> None:
    # GIVEN a log in the place of the text, its second code chosen
    path, pane = tmp_path / "gateway.log", desk.window.payload
    path.write_text(LOG)
    desk.wiring._logs.take_files((str(path),))
    qtbot.waitUntil(lambda: len(pane.triage.rows()) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not desk.wiring._logs.is_under_way())
    pane.step(1)
    code = pane.triage.current_row().code
    # WHEN another text is pasted, and that taken back
    _read(qtbot, desk, SECOND)
    desk.wiring.actions["undo"].trigger()
    # THEN the table is there again, at the same code
    qtbot.waitUntil(lambda: pane.shows_triage() and pane.triage.current_row() is not None)
    qtbot.waitUntil(lambda: pane.triage.current_row().code == code)
    assert pane.head.title.text() == "gateway.log"

    def shown() -> str:
        row = desk.window.results.current_row()
        return row.entry.code if row is not None else ""

    qtbot.waitUntil(
        lambda: shown() == code
    )  # on a slow machine the first code of the table may come before it
    # AND closed, and brought back again, it is the same
    desk.wiring.actions["close-payload"].trigger()
    assert not pane.isVisible()
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(lambda: pane.shows_triage() and pane.triage.current_row() is not None)
    # AND before it there was the text
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(lambda: _is_shown(desk, FIRST))
