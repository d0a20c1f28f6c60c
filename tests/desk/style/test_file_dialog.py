"""The dialog that asks for a file: where it begins, and that it shows our pictures in every look."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialogButtonBox, QListView, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from desk.style import file_dialog
from desk.style.file_dialog import FileDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that asks for files."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_begins_in_the_documents_and_then_where_the_last_file_was(
    tmp_path: Path, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, logs = tmp_path / "Documents", tmp_path / "logs"
    for folder in (documents, logs):
        folder.mkdir()
    (logs / "gateway.log").write_text("x")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(documents))
    first = FileDialog(window, "Open a log")
    assert Path(first.directory().absolutePath()) == documents
    first.filesSelected.emit([str(logs / "gateway.log")])
    # WHEN another dialog of the same window asks, from a dialog inside
    inner = QWidget(window)
    assert Path(FileDialog(inner, "Restore a backup").directory().absolutePath()) == logs
    # AND without that folder it is the documents again
    (logs / "gateway.log").unlink()
    logs.rmdir()
    assert file_dialog.first_folder(window) == documents


def test_without_documents_it_begins_at_home(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: "")
    assert file_dialog.first_folder(window) == Path.home()


def test_folders_and_files_have_our_pictures(qtbot: QtBot, tmp_path: Path, window: QWidget) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.log").write_text("x")
    window.setProperty("lastFolder", str(tmp_path))
    dialog = FileDialog(window, "Open a log")
    dialog.show()
    tree = dialog.findChild(QTreeView, "treeView")
    assert isinstance(tree, QTreeView)
    model = tree.model()
    qtbot.waitUntil(lambda: model.rowCount(tree.rootIndex()) == 2)
    qtbot.waitUntil(lambda: not dialog.grab().isNull())
    # AND what the arrows show is ours, in the colour of the letters
    (button,) = dialog.findChildren(QToolButton, "toParentButton")
    image = button.icon().pixmap(20, 20).toImage()
    solid = [colour for x in range(20) for y in range(20) if (colour := image.pixelColor(x, y)).alpha() > 250]
    letters = dialog.palette().text().color()
    assert solid
    assert all(abs(one.red() - letters.red()) + abs(one.blue() - letters.blue()) < 8 for one in solid)
    assert isinstance(tree.itemDelegate(), file_dialog._FilePictures)
    assert isinstance(dialog.findChild(QListView, "sidebar").itemDelegate(), file_dialog._FilePictures)
    assert all(one.icon().isNull() for box in dialog.findChildren(QDialogButtonBox) for one in box.buttons())
    dialog.close()
