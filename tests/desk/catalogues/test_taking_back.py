"""A removal of catalogues is taken back once, wherever that is done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.catalogues.dialog import CataloguesDialog
from desk.catalogues.wiring import ImportWiring
from desk.memory.undo import Step, UndoStack
from desk.style.look import Look
from desk.style.quiet_table import choose_rows
from desk.window import MainWindow
from index import shelf
from index.folders import Folders
from index.importing.install import install
from index.importing.reader import read_document

PAGE = "| Error code | Message |\n|---|---|\n| {0}.0001 | It is empty. |\n| {0}.0002 | It is locked. |\n"


class _Library:
    """Does jobs at once."""

    def run(self, job: Callable, then: Callable, _refused: object = None) -> None:
        then(job(None))


@pytest.fixture
def removed(qtbot: QtBot, tmp_path: Path, look: Look) -> tuple[CataloguesDialog, UndoStack, Folders]:
    """Two imported catalogues, removed together after something else was done."""
    folders = Folders.under(tmp_path / "home")
    for service in ("Quokka", "Wombat"):
        path = tmp_path / f"{service}.md"
        path.write_text(PAGE.format(service))
        install([read_document(path, provider="Example Cloud", service=service)], folders)
    window, undo = MainWindow(look), UndoStack()
    qtbot.addWidget(window)
    wiring = ImportWiring(window, _Library(), folders, lambda: look)
    wiring.removed.connect(undo.push)
    wiring.brought_back.connect(undo.drop)
    undo.push(Step(said="Pin of X removed", back=list))
    wiring.open_catalogues()
    dialog = window.findChild(CataloguesDialog)
    qtbot.waitUntil(dialog.isVisible)
    ids = [one.header.id for one in dialog.catalogues()]
    choose_rows(dialog.form.table, [ids.index("example-cloud.quokka"), ids.index("example-cloud.wombat")])
    dialog.form.remove.click()
    assert _imported(folders) == set()
    return dialog, undo, folders


def _imported(folders: Folders) -> set[str]:
    return {path.stem for path in shelf.imported_folder(folders).glob("*.jsonl")}


def _undo(stack: UndoStack) -> str:
    said: list[str] = []
    stack.said.connect(said.append)
    stack.undo()
    return said[0] if said else ""


def test_one_undo_in_the_dialog_brings_all_of_it_back_and_leaves_nothing_to_the_window(removed) -> None:
    dialog, undo, folders = removed
    dialog.form.undo.click()
    assert _imported(folders) == {"example-cloud.quokka", "example-cloud.wombat"}
    assert dialog.form.news() == "Example Cloud · Quokka, Example Cloud · Wombat: back again"
    # the window's own key goes on with what was done before
    assert _undo(undo) == "Undone: Pin of X removed"


def test_one_undo_in_the_window_leaves_nothing_to_the_dialog(removed) -> None:
    dialog, undo, folders = removed
    assert _undo(undo) == ""  # the catalogue's own line says it
    assert _imported(folders) == {"example-cloud.quokka", "example-cloud.wombat"}
    assert dialog.form.undo.isHidden()
    assert _undo(undo) == "Undone: Pin of X removed"
