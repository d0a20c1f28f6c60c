"""Every key of the table works wherever the focus is: no pane takes one for itself unless it does the same with it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.action_making import sequences
from desk.action_spec import Act
from desk.actions import ACTIONS, CHIP_KEYS
from desk.app import Application, Request

OpenDesk = Callable[..., Application]
PASTED = 'It failed:\n{"code":"AppNotExist","request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c"}'


def _takes(widget: QWidget, keys: QKeySequence) -> bool:
    """Tell whether a widget wants these keys for itself."""
    both = keys[0]
    text = "/" if both.key() == Qt.Key.Key_Slash else ""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, both.key(), both.keyboardModifiers(), text)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def _taken_by(widget: QWidget) -> set[tuple[str, str]]:
    keys = [(spec.id, keys) for spec in ACTIONS for keys in sequences(spec)]
    keys += [("chip", QKeySequence(keys)) for keys in CHIP_KEYS]
    return {(act, keys.toString()) for act, keys in keys if _takes(widget, keys)}


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk whose panes all show something."""
    made = open_desk(Request(paste=PASTED))
    qtbot.waitUntil(lambda: made.window.detail.page() is not None)
    return made


def test_the_search_field_leaves_the_keys_of_the_desk_alone(desk: Application) -> None:
    # but for pasting, which it hands on by itself, and a slash, which is a letter there
    assert {act for act, _keys in _taken_by(desk.window.field)} <= {Act.PASTE, Act.FIELD}
    assert _taken_by(desk.window.field) & {(Act.FIELD, "Ctrl+K"), (Act.FIELD, "Ctrl+L")} == set()


def test_copy_takes_what_is_selected_and_else_the_row(qtbot: QtBot, desk: Application) -> None:
    # GIVEN nothing selected in the field and in the entry THEN the key belongs to the window
    copy = QKeySequence(QKeySequence.StandardKey.Copy)
    window = desk.window
    window.field.setText("quota")
    browser = window.detail._browser
    assert not _takes(window.field, copy)
    assert not _takes(browser, copy)
    # WHEN something is selected THEN it is that which is copied
    for widget in (window.field, browser):
        widget.selectAll()
        assert _takes(widget, copy)
    browser.setFocus()
    qtbot.keyClick(browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Message" in QApplication.clipboard().text())


def test_no_other_pane_takes_a_key(desk: Application) -> None:
    window = desk.window
    window.detail._browser.moveCursor(window.detail._browser.textCursor().MoveOperation.Start)
    panes = {
        "list": window.results,
        "entry": window.detail._browser,
        "pasted text": window.payload.view,
        "errors": window.payload.errors,
        "chip": window.filters.chips()[0],
        "menu": window.menu_button,
    }
    copies = {
        (Act.COPY_ROW, keys.toString()) for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Copy)
    }
    taken = {name: _taken_by(pane) for name, pane in panes.items()}
    taken["pasted text"] -= copies  # it copies the error that is selected in it
    assert {name: keys for name, keys in taken.items() if keys} == {}


def test_the_keyboard_goes_to_the_field_where_its_pane_is_hidden(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN the keyboard in the list, or in the entry
    desk = open_desk()
    window = desk.window
    for pane in (window.results, window.detail):
        desk.wiring.search_for("Ecs.0219")
        qtbot.waitUntil(lambda: not window.is_at_start() and bool(window.results.rows()))
        qtbot.waitUntil(lambda: window.detail.page() is not None)
        pane.setFocus()
        # WHEN Escape leads back to the start page
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        qtbot.waitUntil(window.is_at_start)
        # THEN the next letters are a question
        assert window.focusWidget() is window.field


def test_escape_closes_what_is_open_where_the_keyboard_is(qtbot: QtBot, desk: Application) -> None:
    # GIVEN a word looked for in the entry
    window = desk.window
    desk.wiring.search_for("quota")
    qtbot.waitUntil(lambda: len(window.results.rows()) > 1)
    qtbot.waitUntil(lambda: window.detail.page() is not None)
    desk.wiring.actions["find"].trigger()
    bar = window.focusWidget().parentWidget()
    qtbot.keyClicks(window.focusWidget(), "a")
    # WHEN Enter is pressed with Shift THEN it goes back there, and copies nothing
    steps: list[int] = []
    bar.stepped.connect(steps.append)
    assert _takes(window.focusWidget(), QKeySequence("Shift+Return"))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert steps == [1, -1]
    # AND Escape in the field empties that, in the entry it closes the bar
    window.field.take_focus()
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)
    assert window.field.text() == ""
    desk.wiring.search_for("quota")
    qtbot.waitUntil(lambda: len(window.results.rows()) > 1)
    desk.wiring.actions["find"].trigger()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.field.text() == "quota"


def test_down_and_enter_lead_to_what_is_suggested(qtbot: QtBot, desk: Application) -> None:
    window = desk.window
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        # GIVEN a question to which nothing fits
        window.field.take_focus()
        desk.wiring.search_for("service:nosuch")
        qtbot.waitUntil(lambda: window.results.notice_texts() is not None and not window.results.rows())
        # WHEN the user goes on from the field THEN the keyboard is on the first suggestion, and Enter asks that
        qtbot.keyClick(window.field, key)
        qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QPushButton))
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(window.results.rows()))
