"""What was removed comes back with Ctrl+Z."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application, Request

OpenDesk = Callable[..., Application]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk with an entry shown."""
    made = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: made.window.detail.page() is not None)
    return made


def _news(desk: Application) -> str:
    return desk.window.status.news()


def _note(qtbot: QtBot, desk: Application, text: str) -> None:
    desk.wiring.actions["note"].trigger()
    field = desk.window.detail._note._field
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.window.detail.page().note == text)


def test_a_deleted_note_comes_back(qtbot: QtBot, desk: Application) -> None:
    # GIVEN a note that was deleted
    _note(qtbot, desk, "wombat rollout")
    _note(qtbot, desk, "")
    qtbot.waitUntil(lambda: _news(desk) == "Note about Ecs.0219 deleted · Ctrl+Z brings it back")
    # WHEN Ctrl+Z is pressed in the detail
    desk.window.detail.setFocus()
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Z, CONTROL)
    # THEN it is there again
    qtbot.waitUntil(lambda: desk.window.detail.page().note == "wombat rollout")


def test_a_note_written_meanwhile_is_not_overwritten(qtbot: QtBot, desk: Application) -> None:
    _note(qtbot, desk, "old")
    _note(qtbot, desk, "")
    _note(qtbot, desk, "new")
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(lambda: "Undone" in _news(desk) or "kept" in _news(desk))
    desk.library.run(lambda library: library.notes.all(), lambda notes: notes)
    qtbot.waitUntil(lambda: desk.window.detail.page().note == "new")


def test_a_pin_comes_back_from_the_search_field_while_nothing_was_typed(
    qtbot: QtBot, desk: Application
) -> None:
    field = desk.window.field
    where = desk.window.detail._head._where
    field.setFocus()
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: "pinned" in where.text())
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: "pinned" not in where.text())
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "pinned" in where.text())
    assert field.text() == "Ecs.0219"


def test_an_editor_keeps_its_own_undo(qtbot: QtBot, desk: Application) -> None:
    # GIVEN a removal, and words typed after it
    desk.wiring.actions["pin"].trigger()
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: "Ctrl+Z" in _news(desk))
    field = desk.window.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "quota")
    # WHEN Ctrl+Z is pressed there
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    # THEN the words go, and the pin stays away
    assert field.text() != "quota"
    assert "Undone" not in _news(desk)


def test_recent_searches_come_back_in_order(qtbot: QtBot, desk: Application) -> None:
    memory, recent = desk.wiring.memory.memory, desk.window.start._recent
    for query in ("first", "second"):
        memory.remember(query)
    memory.look_at_hand()
    qtbot.waitUntil(lambda: recent.words()[:2] == ("second", "first"))
    desk.wiring.actions["forget-searches"].trigger()
    qtbot.waitUntil(lambda: recent.words() == ())
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(lambda: recent.words()[:2] == ("second", "first"))


def test_an_own_entry_that_was_removed_comes_back(qtbot: QtBot, desk: Application) -> None:
    # GIVEN an own entry
    from index.library.drafts import Draft  # noqa: PLC0415 - only here

    draft = Draft(provider="Example Cloud", service="Desk", code="Desk.777", message="The desk is on fire.")
    stored = lambda _entry: desk.wiring.memory.catalogues_changed.emit()  # noqa: E731 - as the dialog does
    desk.library.run(lambda library: library.own.add(draft), stored)
    desk.wiring.search_for("Desk.777")
    there = lambda: [row.entry.code for row in desk.window.results.rows()][:1] == ["Desk.777"]  # noqa: E731 - asked thrice
    qtbot.waitUntil(there, timeout=20_000)
    # WHEN it is removed and that is taken back
    desk.wiring.actions["remove-own"].trigger()
    qtbot.waitUntil(lambda: not there(), timeout=20_000)
    desk.wiring.actions["undo"].trigger()
    # THEN it is found again
    qtbot.waitUntil(there, timeout=20_000)


def test_entries_of_a_vendor_cannot_be_removed(desk: Application) -> None:
    desk.wiring.actions["remove-own"].trigger()
    assert _news(desk) == "Only entries that you wrote can be removed."


def test_notes_and_pins_have_chips_and_a_typed_form(qtbot: QtBot, desk: Application) -> None:
    def chips() -> dict[str, str]:
        return {chip.value: chip.text() for chip in desk.window.filters.chips() if chip.kind == "kept"}

    assert chips() == {}
    # WHEN a code is pinned and another gets a note
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: chips() == {"pin": "Pinned  1"})
    desk.wiring.search_for("Ecs.0001")
    qtbot.waitUntil(lambda: desk.window.detail.page().entry.code == "Ecs.0001")
    _note(qtbot, desk, "quota is per region")
    qtbot.waitUntil(lambda: chips() == {"note": "My notes  1", "pin": "Pinned  0"})
    # THEN chip and typed form narrow to them, and are in step
    desk.wiring.search_for("has:note")
    qtbot.waitUntil(lambda: [row.entry.code for row in desk.window.results.rows()] == ["Ecs.0001"])
    assert desk.window.filters.active() == {("kept", "note")}
    desk.wiring.search_for("has:pin")
    qtbot.waitUntil(lambda: [row.entry.code for row in desk.window.results.rows()] == ["Ecs.0219"])
