"""The field for a note takes the room it needs and leaves the rest to the page."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.memory.note_editor import NoteEditor
from desk.style.look import Look
from index.library.values import CodeRef, Unsaved, Written


def test_no_empty_bands_stand_in_the_editor(qtbot: QtBot, look: Look) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    page, editor = QTextBrowser(), NoteEditor(look)
    column = QVBoxLayout(around)
    column.addWidget(page)  # as the pane of the entry does
    column.addWidget(editor)
    around.resize(600, 900)
    around.show()
    editor.open("x:y:1", "Desk.0001", "")
    qtbot.waitUntil(lambda: editor.isVisible() and editor.height() > 50)
    assert editor.height() == editor.sizeHint().height()
    assert editor._field.y() - (editor._title.y() + editor._title.height()) <= 8
    assert page.height() > editor.height()


@pytest.fixture
def editor(qtbot: QtBot, look: Look) -> NoteEditor:
    """An editor that is shown."""
    made = NoteEditor(look)
    qtbot.addWidget(made)
    made.open("x:y:1", "Desk.0001", "kept before")
    return made


def _left(masked: int) -> Unsaved:
    ref = CodeRef(provider="P", service="S", code="Desk.0001")
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return Unsaved(key=ref.key, kind=Written.NOTE, ref=ref, texts=("half",), masked=masked, changed=moment)


def test_only_what_the_user_types_counts_as_typed(qtbot: QtBot, editor: NoteEditor) -> None:
    typed: list[int] = []
    editor.typed.connect(lambda: typed.append(editor.place()))
    editor.fill("x:y:1", "as kept")
    editor.go_on(_left(0))
    assert typed == []
    editor._field.insertPlainText("😀x")
    assert typed == [len("half😀x")]


def test_it_says_what_it_goes_on_with_and_that_it_was_masked(editor: NoteEditor) -> None:
    editor.go_on(_left(0))
    assert editor._line.text() == "This goes on where it was left."
    assert not editor._line._button.isVisible()
    editor.go_on(_left(2))
    assert "masked" in editor._line.text()
    editor.open("x:y:2", "Desk.0002", "")
    assert not editor._line.isVisible()


def test_masking_is_offered_for_the_present_text_only(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_secrets("another text", "masked")
    assert not editor._line.isVisible()
    editor.show_secrets("kept before", "kept <password>")
    assert editor._line._button.isVisible()
    # WHEN the key is pressed in the field
    editor.activateWindow()
    qtbot.waitUntil(editor._field.hasFocus)
    qtbot.keyClick(editor._field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "kept <password>"
    assert editor.was_masked()
    assert not editor._line.isVisible()


def test_the_offer_goes_when_the_secret_is_gone(editor: NoteEditor) -> None:
    editor.show_secrets("kept before", "kept <password>")
    editor.show_secrets("kept before", "kept before")
    assert not editor._line.isVisible()


def test_tab_and_enter_keep_a_note(qtbot: QtBot, editor: NoteEditor) -> None:
    """What keeps it comes before what gives it up, as in every dialog."""
    with qtbot.waitSignal(editor.written) as written:
        qtbot.keyClick(editor._field, Qt.Key.Key_Tab)
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
    assert written.args == ["kept before"]


def test_the_keyboard_goes_back_to_where_it_came_from(qtbot: QtBot, look: Look) -> None:
    """Whoever goes through a list, and writes a note on the way, goes on in the list."""
    around = QWidget()
    qtbot.addWidget(around)
    page, other, editor = QTextBrowser(around), QTextBrowser(around), NoteEditor(look, around)
    editor.closed.connect(page.setFocus)
    around.show()
    other.setFocus()
    editor.open("x:y:1", "Desk.0001", "")
    assert around.focusWidget() is editor._field
    editor.open("x:y:1", "Desk.0001", "")  # the key pressed twice
    editor.close_editor()
    assert around.focusWidget() is other
    # AND to the page where that is no longer to be seen
    editor.open("x:y:1", "Desk.0001", "")
    other.hide()
    editor.close_editor()
    assert around.focusWidget() is page
