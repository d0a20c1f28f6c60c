"""The very first start: nothing is built yet, and still the desk answers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from desk.question.start_page import EXAMPLES
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


def test_down_leads_from_the_field_to_what_was_asked_last(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN a desk that was asked something, back at its start page
    desk = open_desk()
    desk.wiring.search_for("quota")
    desk.wiring.query.remember()
    desk.wiring.actions["clear"].trigger()
    qtbot.waitUntil(lambda: desk.window.start._recent.words() == ("quota",))
    # WHEN Down and Enter are pressed in the field
    qtbot.keyClick(desk.window.field, Qt.Key.Key_Down)
    asked = desk.window.focusWidget()
    assert asked.text() == "quota"
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    # THEN it is asked again
    assert desk.window.field.text() == "quota"


def test_tab_goes_through_the_start_page_in_its_order(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    start = desk.window.start
    start.set_recent(("one", "two"))
    start.set_pins(("Ecs.0219",))
    start._recent.buttons()[0].setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(desk.window.focusWidget().text())
    assert seen == ["two", "Ecs.0219", *("Try it" for _ in EXAMPLES)]


def test_the_next_start_keeps_the_room_of_the_chips(
    open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    desk = open_desk()
    QApplication.processEvents()
    height = desk.window.filters.height()
    close_desk(desk)
    assert open_desk().preferences.session().chips_height == height > 0
