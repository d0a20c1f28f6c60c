"""The user's own glossary: checked while it is written, kept as a whole, never given up without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.settings.glossary_dialog import EXAMPLE, GlossaryDialog
from desk.settings.glossary_faults import WORDS
from desk.style.look import Look, make_look
from desk.style.theme import DARK
from index.errors import DeskError, StorageError
from index.folders import Folders
from index.glossary_own import Wrong, own_faults, own_lines
from index.library.desk_library import DeskLibrary

OpenDialog = Callable[..., GlossaryDialog]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders with one kept line."""
    made = Folders.under(tmp_path)
    with DeskLibrary.open(made) as library:
        library.glossary.replace(["# ours", "kiste = virtual machine"])
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot, folders: Folders, look: Look) -> OpenDialog:
    """Open the dialog over a library that answers at once; `fault` is raised by every job."""

    def open_(fault: DeskError | None = None, parent: QWidget | None = None) -> GlossaryDialog:
        def run(
            job: Callable[[DeskLibrary], object],
            then: Callable[[object], object],
            refused: Callable[[str], object],
        ) -> None:
            try:
                if fault is not None:
                    raise fault
                with DeskLibrary.open(folders) as library:
                    found = job(library)
            except DeskError as error:
                refused(str(error))
            else:
                then(found)

        dialog = GlossaryDialog(run, look, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def _faults(dialog: GlossaryDialog) -> list[str]:
    return [dialog.faults.item(row).text() for row in range(dialog.faults.count())]


def test_what_is_written_is_checked_and_kept(qtbot: QtBot, open_dialog: OpenDialog, folders: Folders) -> None:
    dialog = open_dialog()
    assert dialog.lines() == ["# ours", "kiste = virtual machine"]
    # WHEN a faulty line is written
    dialog.editor.moveCursor(dialog.editor.textCursor().MoveOperation.End)
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.editor, "bastion")
    qtbot.waitUntil(lambda: bool(_faults(dialog)))
    # THEN it is named by its number and cannot be saved
    assert _faults(dialog)[0].startswith("Line 3: 'bastion' stands alone")
    assert dialog.editor.marked() == {3}
    assert not dialog.save.isEnabled()
    # WHEN it is mended and saved by its key
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.editor, " = jump box")
    qtbot.waitUntil(dialog.save.isEnabled)
    assert not dialog.faults.isVisible()
    with qtbot.waitSignal(dialog.kept):
        qtbot.keySequence(dialog.editor, QKeySequence(QKeySequence.StandardKey.Save))
    # THEN the search gets it
    assert own_lines(folders) == ("kiste = virtual machine", "bastion = jump box")
    assert not dialog.isVisible()


def test_escape_asks_once_before_lines_are_given_up(
    qtbot: QtBot, open_dialog: OpenDialog, folders: Folders
) -> None:
    dialog = open_dialog()
    qtbot.keyClicks(dialog.editor, "x = ")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.said().startswith("Not saved")
    qtbot.keyClicks(dialog.editor, "z")  # whoever goes on writing is asked anew
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert own_lines(folders) == ("kiste = virtual machine",)


@pytest.mark.qt_log_ignore("This plugin does not support")  # Qt's offscreen screen has no order of windows
def test_the_window_asks_too_before_it_takes_unsaved_lines_away(
    qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = open_dialog(parent=window)
    dialog.editor.appendPlainText("x = y")
    assert not window.close()
    assert dialog.said().startswith("Not saved")
    assert window.close()


def test_escape_without_changes_closes(qtbot: QtBot, open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_library_that_cannot_be_read_is_said_and_nothing_can_be_written(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(StorageError("the disk does not answer"))
    assert dialog.said() == "the disk does not answer"
    assert dialog.editor.isReadOnly()
    assert not dialog.save.isEnabled()


def test_a_damaged_line_is_pointed_out(open_dialog: OpenDialog, folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        library._store.db.execute("UPDATE glossary_lines SET changed = 7 WHERE place = 1")
        library.glossary.write_file()
    assert open_dialog().said().endswith("line 2")


def test_another_look_reaches_the_marked_lines(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.editor.mark([1])
    dialog.set_look(make_look(DARK, language="en", size=14))
    (marked,) = dialog.editor.extraSelections()
    assert marked.format.background().color().name() == DARK.error.ground
    assert dialog.editor.font().pointSizeF() == pytest.approx(14 * 0.95)


def test_every_fault_has_its_words() -> None:
    assert {str(wrong): text for wrong, text in WORDS.items()} == {str(wrong): str(wrong) for wrong in Wrong}


def test_the_example_is_a_good_line() -> None:
    assert own_faults([EXAMPLE]) == []


def test_what_keeps_stands_before_what_gives_up(open_dialog: OpenDialog) -> None:
    """As in every dialog: the keyboard comes to it first."""
    dialog = open_dialog()
    assert dialog.save.property("primary")
    assert dialog.save.x() < dialog.leave.x()
