"""Fingers are quicker than answers: every key acts on what was asked or pasted last, never on what was there before.

Keys are sent one after the other here without a turn of the event loop between them, so that no answer can come in between.
"""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request

OpenDesk = Callable[..., Application]
CONTROL = Qt.KeyboardModifier.ControlModifier
TWO_ROWS = 'It failed:\n{"code":"AppNotExist","message":"The application does not exist."}\n'
SWR = '{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context"}'


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk that shows the answer to another question, with the keyboard in the field."""
    made = open_desk(Request(query="The volume"))
    qtbot.waitUntil(lambda: len(made.window.results.rows()) > 5)
    QApplication.clipboard().setText("before")
    made.window.field.take_focus()
    return made


def _act(desk: Application, *names: str) -> None:
    for name in names:
        desk.wiring.actions[name].trigger()


def _type(qtbot: QtBot, desk: Application, text: str, *keys: Qt.Key) -> None:
    for letter in text:
        qtbot.keyClick(desk.window.field, letter)
    for key in keys:
        qtbot.keyClick(desk.window.focusWidget(), key)


def _copied(qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: QApplication.clipboard().text() != "before")
    return QApplication.clipboard().text()


def _code(desk: Application) -> str:
    row = desk.window.results.current_row()
    return row.entry.code if row else ""


def test_a_code_enter_and_the_chord_end_in_its_ticket(qtbot: QtBot, desk: Application) -> None:
    _type(qtbot, desk, "Ecs.0219", Qt.Key.Key_Return)
    _act(desk, "copy-ticket")
    assert "Ecs.0219" in _copied(qtbot)
    assert desk.window.detail.isAncestorOf(desk.window.focusWidget())


def test_coming_back_to_the_field_gives_enter_up(qtbot: QtBot, desk: Application) -> None:
    _type(qtbot, desk, "Ecs.0219", Qt.Key.Key_Return)
    _act(desk, "field", "copy-ticket")
    assert "Ecs.0219" in _copied(qtbot)
    assert desk.window.focusWidget() is desk.window.field


def test_down_goes_into_the_list_that_is_coming(qtbot: QtBot, desk: Application) -> None:
    _type(qtbot, desk, "quota", Qt.Key.Key_Down, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: desk.window.focusWidget() is desk.window.results)
    assert desk.window.results.currentIndex().row() == 2
    assert desk.window.field.text() == "quota"
    assert any("quota" in row.text.casefold() for row in desk.window.results.rows())


def test_down_from_the_start_page_is_about_the_answer(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.field.take_focus()
    _type(qtbot, desk, "quota", Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: desk.window.results.currentIndex().row() == 1)
    assert desk.window.focusWidget() is desk.window.results


def test_a_letter_after_the_key_takes_the_key_back(qtbot: QtBot, desk: Application) -> None:
    _type(qtbot, desk, "quota", Qt.Key.Key_Down)
    _type(qtbot, desk, "s")
    qtbot.waitUntil(lambda: any("quota" in row.text.casefold() for row in desk.window.results.rows()))
    assert desk.window.focusWidget() is desk.window.field


def test_who_has_gone_elsewhere_is_left_there(qtbot: QtBot, desk: Application) -> None:
    _type(qtbot, desk, "quota", Qt.Key.Key_Return)
    desk.window.menu_button.setFocus()
    qtbot.waitUntil(lambda: any("quota" in row.text.casefold() for row in desk.window.results.rows()))
    assert desk.window.focusWidget() is desk.window.menu_button


def test_nothing_is_wanted_of_an_emptied_field(qtbot: QtBot, desk: Application) -> None:
    _type(qtbot, desk, "Ecs.0219")
    _act(desk, "copy-ticket", "clear")
    _type(qtbot, desk, "Ecs.0001")
    qtbot.waitUntil(lambda: _code(desk) == "Ecs.0001")
    _act(desk, "copy-code")
    assert _copied(qtbot) == "Ecs.0001"


def test_a_copy_and_a_note_are_about_the_coming_answer(qtbot: QtBot, desk: Application) -> None:
    for act, code in (("copy-code", "Ecs.0219"), ("copy-row", "Ecs.0001"), ("copy-plain", "Ecs.0013")):
        QApplication.clipboard().setText("before")
        desk.window.field.take_focus()
        _type(qtbot, desk, code)
        _act(desk, act)
        assert code in _copied(qtbot)
    desk.window.field.take_focus()
    _type(qtbot, desk, "Ecs.0219")
    _act(desk, "note")
    note = desk.window.detail.note()
    qtbot.waitUntil(note.isVisible)
    assert note.is_about(desk.window.results.current_row().entry.id)
    assert _code(desk) == "Ecs.0219"


def test_a_paste_and_the_chord_end_in_its_ticket(qtbot: QtBot, desk: Application) -> None:
    for text, code in ((SWR, "SWR.4001048"), (TWO_ROWS, "AppNotExist"), ("ecs 219", "Ecs.0219")):
        QApplication.clipboard().setText("before")
        desk.wiring.take_text(text)
        _act(desk, "copy-ticket")
        assert code in _copied(qtbot)


def test_a_long_log_and_the_chord_end_in_the_ticket_of_its_first_code(
    qtbot: QtBot, desk: Application
) -> None:
    line = f"2026-01-01T00:00:00Z INFO all is well\n2026-01-01T00:00:01Z ERROR {SWR}\n"
    desk.wiring.take_text(line * (1_100_000 // len(line)))
    _act(desk, "copy-ticket")
    qtbot.waitUntil(lambda: QApplication.clipboard().text() != "before", timeout=30_000)
    assert "SVCSTG.SWR.4001048" in QApplication.clipboard().text()


def test_a_digit_and_enter_after_the_paste_are_about_it(qtbot: QtBot, desk: Application) -> None:
    desk.wiring.take_text(TWO_ROWS)
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return):
        qtbot.keyClick(desk.window.focusWidget(), key)
    # the digit confirms its row, and Enter leads into its text
    qtbot.waitUntil(lambda: desk.wiring.payload.chosen_entry() is not None)
    assert desk.wiring.payload.chosen_entry() == desk.window.results.rows()[1].entry.id
    assert desk.window.detail.isAncestorOf(desk.window.focusWidget())
    assert desk.window.field.text() == ""


def test_a_digit_after_a_short_paste_is_a_letter(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.field.take_focus()
    desk.wiring.take_text("quota")
    qtbot.keyClick(desk.window.field, Qt.Key.Key_2)
    assert desk.window.field.text() == "2"


def test_a_kept_note_leaves_the_row_where_it_was(qtbot: QtBot, desk: Application) -> None:
    # GIVEN a note about the fourth row
    desk.window.results.select_position(3)
    entry = desk.window.results.current_row().entry
    for text in ("first", "second"):
        # WHEN it is written, and written again
        _act(desk, "note")
        editor = desk.window.detail.note()
        editor._field.setPlainText(text)
        with qtbot.waitSignal(desk.search.answered):
            qtbot.keyClick(editor._field, Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda wanted=text: (page := desk.window.detail.page()) and page.note == wanted)
        # THEN that row is still the current one
        assert desk.window.results.current_row().entry.id == entry.id


def test_the_note_goes_along_though_its_page_is_not_shown_yet(qtbot: QtBot, desk: Application) -> None:
    # GIVEN a note about an entry that is not shown, and tickets that carry notes
    desk.wiring.search_for("Ecs.0219")
    qtbot.waitUntil(lambda: _code(desk) == "Ecs.0219")
    desk.wiring.memory.memory.write_note(desk.window.results.current_row().entry, "ask the wombats first")
    desk.wiring.search_for("quota")
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) > 5)
    desk.preferences.change(msgspec.structs.replace(desk.preferences.settings(), ticket_note=True))
    # WHEN its code is typed and the chord follows at once
    desk.window.field.take_focus()
    _type(qtbot, desk, "Ecs.0219")
    _act(desk, "copy-ticket")
    # THEN the ticket carries the note
    assert "wombats" in _copied(qtbot)
