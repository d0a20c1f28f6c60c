"""The very first start: nothing is built yet, and still the desk answers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from desk.start_page import EXAMPLES
from index.folders import Folders

OpenDesk = Callable[..., Application]


def _codes(desk: Application) -> list[str]:
    return [row.entry.code for row in desk.window.results.rows()]


def test_codes_are_answered_before_the_index_is_there_and_words_after(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    # GIVEN a user who never started the desk
    new = Folders.under(tmp_path / "new")
    desk = open_desk(Request(query="Ecs.0219"), at=new)
    # THEN a code is answered
    qtbot.waitUntil(lambda: _codes(desk) == ["Ecs.0219"], timeout=20_000)
    # AND words are, once the index is there, without asking again
    desk.wiring.search_for("quota")
    qtbot.waitUntil(lambda: len(_codes(desk)) > 5, timeout=60_000)


def test_the_examples_work(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.window.is_at_start()
    for card, (kind, _words, _text) in zip(desk.window.start._cards, EXAMPLES, strict=True):
        qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(desk.window.results.rows()))
        assert (kind == "paste") == desk.window.payload.isVisible()
        desk.wiring.actions["clear"].trigger()


def test_the_promise_of_privacy_is_there(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert "nothing leaves this computer" in desk.window.start._privacy.text()


def test_ctrl_c_in_the_entry_copies_code_and_message(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    desk.window.detail.setFocus()
    qtbot.waitUntil(lambda: desk.window.detail.isAncestorOf(desk.window.focusWidget()))
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("Ecs.0219 ")
