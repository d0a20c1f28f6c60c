"""What is selected in the entry or in the pasted text is copied as it is seen, without secrets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextBrowser
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from desk.detail.page import UnknownPage
from index.advice import advice_for

OpenDesk = Callable[..., Application]
CONTROL = Qt.KeyboardModifier.ControlModifier
SECRET = "EXAMPLETOKENEXAMPLETOKENEXAMPLE"
TEXT = (
    "first line 🙂\r\n"
    f'{{"error_code":"Ecs.0219","error_msg":"token {SECRET} is bad"}}\r\n'
    f"Authorization: Bearer {SECRET}\r\n" + "x" * 900 + "\r\nlast line"
)


@pytest.fixture
def pasted(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk with a text that was read."""
    desk = open_desk()
    desk.wiring.take_text(TEXT)
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None, timeout=10_000)
    return desk


def _copied(qtbot: QtBot, desk: Application) -> str:
    QApplication.clipboard().setText("")
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() != "")
    return QApplication.clipboard().text()


def test_the_entry_is_copied_in_lines(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN an entry with steps WHEN all of it is copied
    desk = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    page = desk.window.detail.findChild(QTextBrowser)
    page.setFocus()
    page.selectAll()
    text = _copied(qtbot, desk)
    # THEN there are lines and nothing that only Qt knows
    assert not set(text) & set("\ufdd0\ufdd1\u2028\u2029\u200b\ufffc\xa0")
    assert "\nMessage" in f"\n{text}"
    assert "\n\n\n" not in text
    assert desk.window.status.news() == "Copied the selection"


def test_all_of_a_pasted_text_is_copied_without_its_secrets(qtbot: QtBot, pasted: Application) -> None:
    view = pasted.window.payload.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    text = _copied(qtbot, pasted)
    # THEN the lines are those of the customer, and secrets are hidden
    assert SECRET not in text
    assert text.splitlines()[0] == "first line 🙂"
    assert text.splitlines()[-2:] == ["x" * 900, "last line"]
    assert pasted.window.status.news() == "Copied the selection, 1 secret hidden"


def test_half_a_secret_is_no_way_to_it(qtbot: QtBot, pasted: Application) -> None:
    for page in (pasted.window.payload.view, pasted.window.detail.findChild(QTextBrowser)):
        cursor = page.document().find(SECRET)
        middle = cursor.selectionStart() + 10
        cursor.setPosition(middle)
        cursor.setPosition(middle + 8, QTextCursor.MoveMode.KeepAnchor)
        page.setFocus()
        page.setTextCursor(cursor)
        assert _copied(qtbot, pasted) == "<token>"


def test_nothing_selected_copies_code_and_message(qtbot: QtBot, pasted: Application) -> None:
    view = pasted.window.payload.view
    view.setFocus()
    view.moveCursor(QTextCursor.MoveOperation.End)
    assert _copied(qtbot, pasted).startswith("Ecs.0219 ")


@pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|raise)")
def test_the_menu_copies_as_the_key_does(qtbot: QtBot, pasted: Application) -> None:
    for page in (pasted.window.payload.view, pasted.window.detail.findChild(QTextBrowser)):
        page.selectAll()
        QApplication.clipboard().setText("")
        before = set(page.findChildren(QMenu))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
        page.contextMenuEvent(event)
        (menu,) = set(page.findChildren(QMenu)) - before
        next(action for action in menu.actions() if action.objectName() == "edit-copy").trigger()
        menu.close()
        qtbot.waitUntil(lambda: "<token>" in QApplication.clipboard().text())
        assert SECRET not in QApplication.clipboard().text()


def test_what_may_be_dragged_out_holds_no_secret_either(qtbot: QtBot, pasted: Application) -> None:
    for page in (pasted.window.payload.view, pasted.window.detail.findChild(QTextBrowser)):
        page.selectAll()
        assert SECRET not in page.createMimeDataFromSelection().text()
        qtbot.waitUntil(lambda page=page: "<token>" in page.createMimeDataFromSelection().text())
        assert SECRET not in page.createMimeDataFromSelection().text()
        # AND nothing that was allowed before goes out for another selection
        page.setTextCursor(page.document().find(SECRET))
        assert page.createMimeDataFromSelection().text() in ("", "<token>")


def test_nothing_goes_out_of_a_text_that_is_still_being_read(desk: Application) -> None:
    pane = desk.window.payload
    pane.show_reading(TEXT)
    pane.view.selectAll()
    assert pane.view.createMimeDataFromSelection().text() == ""


def test_the_head_gives_no_message_of_a_customer_away(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN an error without a code, whose message stands in the head WHEN somebody would select it
    desk = open_desk()
    unknown = UnknownPage(code=f"token {SECRET} is bad", message=None, advice=advice_for(None, "en"))
    desk.window.detail.show_unknown(unknown)
    labels = desk.window.detail.findChildren(QLabel)
    # THEN a label cannot hide half a secret, so nothing of it is selected
    (head,) = (label for label in labels if SECRET in label.text())
    assert head.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    # AND the code of an entry can be
    desk.wiring.search_for("Ecs.0219")
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    assert head.text() == "Ecs.0219"
    assert head.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
