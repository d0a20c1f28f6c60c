"""The field for a note takes the room it needs and leaves the rest to the page."""

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.memory.note_editor import NoteEditor
from desk.style.look import Look


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
