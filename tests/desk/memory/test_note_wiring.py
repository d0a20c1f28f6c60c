"""What is typed in the editor of notes is kept for the code that it is about."""

from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.memory.note_editor import NoteEditor
from desk.memory.note_wiring import NoteWiring
from index.entry import CatalogueEntry


class _Window(QWidget):
    closing = Signal()


class _Memory(QObject):
    unwritten = Signal(object, str)

    def read_note(self, _entry, then):
        """Find that there is none."""
        then("")


def _entry(code):
    return CatalogueEntry(id=f"p.s/{code}", catalogue="p.s", provider="P", service="S", code=code)


def test_what_is_written_about_one_code_is_never_kept_for_another(qtbot, look):
    window = _Window()
    qtbot.addWidget(window)
    editor = NoteEditor(look, window)
    window.detail = SimpleNamespace(note=lambda: editor, page=lambda: None)
    taking = {}
    unsaved = SimpleNamespace(typed=taking.__setitem__, take_up=lambda _key: None)
    notes = NoteWiring(window, None, _Memory(window), unsaved, None)
    # GIVEN a note that was typed on and is as it was before
    notes.open(_entry("Ecs.1"))
    editor._field.insertPlainText("x")
    editor._field.undo()
    # WHEN one about another code is begun before the typing has come to rest
    notes.open(_entry("Ecs.2"))
    editor._field.insertPlainText("another")
    # THEN only that one is half written
    assert {take().ref.code: take().texts for take in taking.values()} == {
        "Ecs.1": ("",),
        "Ecs.2": ("another",),
    }
