"""A short pasted text takes little room, so that the entry's solution can be seen; a long one takes what it was given."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application

Paste = Callable[[str], int]
SHORT = '{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}'
WIDE = SHORT.replace("timeout", "timeout " * 150)
LONG = "\n".join(f"line {number} of a log" for number in range(60)) + "\n" + SHORT
MANY = "\n".join(f'{{"code":"Ecs.{number:04}","message":"m{number}"}}' for number in range(1, 8))


@pytest.fixture
def paste(desk: Application, qtbot: QtBot) -> Paste:
    """Paste a text; returns how high its pane is when it has been read."""

    def take(text: str) -> int:
        desk.wiring.take_text(text, sure=True)
        found = desk.wiring.payload.found
        qtbot.waitUntil(
            lambda: found() is not None and found().text == text and not desk.payloads.is_reading()
        )
        qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
        return desk.window.payload.height()

    return take


def test_a_short_text_leaves_its_room_to_the_entry(desk: Application, paste: Paste) -> None:
    long = paste(LONG)
    entry = desk.window.detail.height()
    short = paste(SHORT)
    assert short < long - 80
    assert desk.window.detail.height() >= entry + long - short
    pane = desk.window.payload
    assert not pane.view.verticalScrollBar().isVisible()
    assert paste(WIDE) == long, "one line that goes on over many"
    assert paste(MANY) == long, "many errors"
    assert not pane.errors.verticalScrollBar().isVisible() or pane.errors.height_of_rows() > long
    assert paste(SHORT) == short


def test_a_height_that_somebody_chose_is_kept_for_long_texts(
    desk: Application, paste: Paste, qtbot: QtBot
) -> None:
    window = desk.window
    short = paste(SHORT)
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F9)
    chosen = window.payload.height()
    assert chosen > short + 100
    kept = window.place()
    assert paste(SHORT) == short
    assert window.place() == kept, "what a short text needs is nobody's wish"
    assert paste(LONG) == chosen
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    lower = window.payload.height()
    assert lower < chosen
    assert paste(LONG + "\n") == lower


def test_enlarged_it_goes_back_to_what_it_needs_then(desk: Application, paste: Paste) -> None:
    long = paste(LONG)
    desk.wiring.actions["enlarge-payload"].trigger()
    assert paste(SHORT) > long
    desk.wiring.actions["enlarge-payload"].trigger()
    assert desk.window.payload.height() < long - 80


def test_the_table_of_codes_has_its_rows(desk: Application, paste: Paste, qtbot: QtBot) -> None:
    pane = desk.window.payload
    short = paste(SHORT)
    pane.triage_wanted.emit()
    qtbot.waitUntil(lambda: pane.shows_triage() and bool(pane.triage.rows()))
    assert pane.height() > short + 80
    pane.text_wanted.emit()
    assert pane.height() == short
