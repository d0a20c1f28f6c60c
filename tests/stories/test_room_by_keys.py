"""Dividers are moved by keys, and a pasted text gets all the room while it is read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application, Request

OpenDesk = Callable[..., Application]
PASTED = '{"error_code":"Ecs.0219","error_msg":"one"}\n{"code":"AppNotExist"}\n'
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk that shows a pasted error, in an active window."""
    made = open_desk(Request(paste=PASTED))
    qtbot.waitUntil(lambda: made.window.detail.page() is not None)
    qtbot.waitUntil(lambda: made.window.focusWidget() is made.window.results)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


def _press(qtbot: QtBot, desk: Application, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(desk.window.focusWidget(), key, held)


def test_all_room_and_back(qtbot: QtBot, desk: Application) -> None:
    window = desk.window
    before, none = window.payload.height(), Qt.KeyboardModifier.NoModifier
    kept = window.place()
    _press(qtbot, desk, Qt.Key.Key_F11, none)
    # THEN most of the window is the text's, the keyboard is in it, and the entry can still be seen
    assert window.payload.height() > window.height() / 2 > before
    assert window.payload.isAncestorOf(window.focusWidget())
    assert window.results.height() >= 60
    # AND the next start is not as narrow
    assert window.place() == kept
    _press(qtbot, desk, Qt.Key.Key_F11, none)
    assert window.payload.height() == before
    assert window.focusWidget() is window.results
    # AND a question takes its room back, as closing does
    _press(qtbot, desk, Qt.Key.Key_F11, none)
    desk.wiring.search_for("quota")
    qtbot.waitUntil(lambda: len(window.results.rows()) > 1)
    assert window.payload.height() <= before
    desk.wiring.actions["next-error"].trigger()
    qtbot.waitUntil(desk.wiring.payload.is_active)
    _press(qtbot, desk, Qt.Key.Key_F11, none)
    desk.wiring.actions["close-payload"].trigger()
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(desk.wiring.payload.is_active)
    assert window.payload.height() == before


def test_each_divider_has_its_keys(qtbot: QtBot, desk: Application) -> None:
    window = desk.window
    list_, entry, text = window.results.width(), window.detail.height(), window.payload.view.width()
    _press(qtbot, desk, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert window.results.width() > list_
    _press(qtbot, desk, Qt.Key.Key_F7, SHIFT)
    assert window.results.width() == list_
    _press(qtbot, desk, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    assert window.detail.height() < entry
    _press(qtbot, desk, Qt.Key.Key_F9, SHIFT)
    assert window.detail.height() == entry
    # inside the pasted text it is that one's own divider
    window.payload.view.setFocus()
    _press(qtbot, desk, Qt.Key.Key_F7, SHIFT)
    assert window.payload.view.width() < text
    assert window.results.width() == list_


def test_where_nothing_can_be_moved_that_is_said(qtbot: QtBot, desk: Application) -> None:
    desk.wiring.actions["close-payload"].trigger()
    assert desk.window.is_at_start()
    _press(qtbot, desk, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    assert desk.window.status.news() == "There is no divider here that could be moved further."


def test_the_table_of_codes_has_keys(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(paste=PASTED * 5))
    pane = desk.window.payload
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    desk.wiring.actions["table"].trigger()
    qtbot.waitUntil(lambda: pane.shows_triage() and len(pane.triage.rows()) == 2)
    qtbot.waitUntil(lambda: not desk.wiring._logs.is_under_way())
    desk.wiring.actions["copy-table"].trigger()
    qtbot.waitUntil(lambda: "AppNotExist" in desk.clipboard.text())
    desk.wiring.actions["table"].trigger()
    assert not pane.shows_triage()
    desk.wiring.actions["copy-table"].trigger()
    assert desk.window.status.news() == "No table of codes is shown."
