"""What is being written outlives a kill, without its secrets; it comes back where it is wanted."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.action_spec import Act
from desk.app import Application
from desk.memory.own_entry_dialog import OwnEntryDialog
from desk.memory.unsaved_bar import UnsavedBar
from desk.request import Request
from index.folders import Folders

OpenDesk = Callable[..., Application]
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = "ask for the wombat, password: Quagga7Canary then restart 配额"
SOLUTION = "feed the wombat\nwith token=Quagga7Canary8f2k4m"
_LIMIT_S = 60


def _write_and_kill(root: Path) -> None:
    """Write in a process of its own until both texts are in the library, and kill it."""
    script, pipe = Path(__file__).with_name("half_written.py"), subprocess.PIPE
    with subprocess.Popen([sys.executable, script, root], stdin=pipe, stdout=pipe, text=True) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        desk.stdin.write(f"{NOTE}\f{SOLUTION}")
        desk.stdin.close()
        said = desk.stdout.readline()
        desk.kill()
        desk.wait(_LIMIT_S)
    assert said == "done\n"


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()


def _bar(qtbot: QtBot, desk: Application) -> UnsavedBar:
    qtbot.waitUntil(lambda: desk.window.findChild(UnsavedBar) is not None)
    return desk.window.findChild(UnsavedBar)


def _form(qtbot: QtBot, desk: Application) -> OwnEntryDialog:
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is not None)
    form = desk.window.findChild(OwnEntryDialog)
    qtbot.waitUntil(form.isVisible)
    return form


def _left(desk: Application) -> list[str]:
    return [one.kind.value for one in desk.wiring.memory.unsaved.what_is_left()]


def _shown(qtbot: QtBot, desk: Application, code: str) -> None:
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    qtbot.waitUntil(lambda: desk.window.detail.page().entry.code == code)


def test_a_kill_takes_nothing_of_what_is_being_written(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders, tmp_path: Path
) -> None:
    # GIVEN a note and an own entry that are being written, with secrets in both, for an error that was pasted
    # WHEN the desk is killed
    _write_and_kill(tmp_path / "user")
    # THEN no secret is on the disk, nor the beginning of one, nor what was pasted
    disk = _on_disk(tmp_path)
    assert b"feed the wombat" in disk, "this looks where the program writes"
    for secret in (b"quag", b"vulture", b"77777777"):
        assert secret not in disk
    # AND the next desk says so in one line
    desk = open_desk(at=folders)
    bar = _bar(qtbot, desk)
    assert bar.isVisible()
    assert bar.text() == "An entry of yours was being written and is not stored yet. And 1 more."
    # AND the own entry is gone on with by its key, without what was pasted
    desk.wiring.actions[Act.UNSAVED].trigger()
    dialog = _form(qtbot, desk)
    assert dialog.form.fields() == (
        *("Huawei Cloud", "Workspace", "", "", "", ""),
        "feed the wombat\nwith token=<token>",
    )
    dialog.close()
    # AND the note as well
    qtbot.waitUntil(lambda: bar.text() == "A note about Ecs.0219 was being written and is not kept yet.")
    desk.wiring.actions[Act.UNSAVED].trigger()
    editor = desk.window.detail.note()
    qtbot.waitUntil(editor.isVisible)
    assert editor.text() == "ask for the wombat, password: <password> then restart 配额"
    assert "masked" in editor._line.text()
    _shown(qtbot, desk, "Ecs.0219")
    assert not bar.isVisible()
    # AND once it is kept nothing is half written any more
    qtbot.keyClick(editor._field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "then restart" in desk.window.detail.page().note)
    unsaved: list[object] = []
    desk.library.run(lambda library: library.unsaved.all(), unsaved.append)
    qtbot.waitUntil(lambda: unsaved == [()])


def test_closing_the_window_gives_nothing_up(
    qtbot: QtBot, open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    # GIVEN an own entry that is being written
    desk = open_desk(Request(query="Desk.777"))
    desk.wiring.actions[Act.OWN_ENTRY].trigger()
    dialog = _form(qtbot, desk)
    dialog.form.solution.setPlainText("ask the wombat")
    # WHEN the window is closed, and with it what Qt finds open
    desk.window.close()
    QApplication.closeAllWindows()
    close_desk(desk)
    # THEN it waits for the next start
    bar = _bar(qtbot, open_desk())
    assert bar.text() == "An own entry for Desk.777 was being written and is not stored yet."


def test_an_own_entry_is_changed_in_one_form(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN an own entry that is being changed
    desk = open_desk(Request(query="half a question"))
    desk.wiring.memory._own._open(("Example Cloud", "Desk", "Desk.777"))
    dialog = _form(qtbot, desk)
    qtbot.waitUntil(dialog._save.isEnabled)
    dialog._save.click()
    _shown(qtbot, desk, "Desk.777")
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is None)
    desk.wiring.actions[Act.OWN_ENTRY].trigger()
    dialog = _form(qtbot, desk)
    dialog.form.solution.setPlainText("ask the wombat")
    # WHEN somebody sets out to change it once more
    desk.wiring.actions[Act.OWN_ENTRY].trigger()
    # THEN they are at the same form
    assert desk.window.findChildren(OwnEntryDialog) == [dialog]
    assert dialog.form.solution.toPlainText() == "ask the wombat"
    dialog.close()


def _begin_note(qtbot: QtBot, desk: Application, code: str, text: str) -> None:
    desk.wiring.search_for(code)
    _shown(qtbot, desk, code)
    desk.wiring.actions[Act.NOTE].trigger()
    qtbot.keyClicks(desk.window.detail.note()._field, text)


def test_a_note_left_for_another_one_waits_in_a_line(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    _begin_note(qtbot, desk, "Ecs.0219", "half a thought")
    # WHEN another note is begun
    _begin_note(qtbot, desk, "Ecs.0001", "another")
    # THEN the first waits
    bar = _bar(qtbot, desk)
    assert bar.text() == "A note about Ecs.0219 was being written and is not kept yet."
    # AND is there when its code is noted on again, while the second waits
    desk.wiring.search_for("Ecs.0219")
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions[Act.NOTE].trigger()
    assert desk.window.detail.note().text() == "half a thought"
    assert bar.text() == "A note about Ecs.0001 was being written and is not kept yet."
    # AND what is discarded comes back
    bar.leave.click()
    assert not bar.isVisible()
    desk.wiring.actions[Act.UNDO].trigger()
    assert bar.isVisible()


def test_what_is_given_up_is_not_kept(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    _begin_note(qtbot, desk, "Ecs.0219", "not this")
    desk.wiring.memory.unsaved.keep_now()
    desk.wiring.actions[Act.CLEAR].trigger()
    unsaved: list[object] = []
    desk.library.run(lambda library: library.unsaved.all(), unsaved.append)
    qtbot.waitUntil(lambda: unsaved == [()])
    assert _left(desk) == []


def test_a_note_that_cannot_be_kept_stays_in_the_editor(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders
) -> None:
    # GIVEN a library that was taken away
    desk = open_desk()
    _begin_note(qtbot, desk, "Ecs.0219", "half a thought")
    said: list[str] = []
    desk.wiring.memory.unsaved.failed.connect(said.append)
    for path in folders.data.glob("library.sqlite*"):
        path.rename(path.with_name(f"away-{path.name}"))
    # WHEN it is written on
    for letter in "of mine":
        qtbot.keyClicks(desk.window.detail.note()._field, letter)
        desk.wiring.memory.unsaved.keep_now()
    qtbot.waitUntil(lambda: bool(said))
    # THEN that is said once
    qtbot.keyClick(desk.window.detail.note()._field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "moved or replaced" in desk.window.status.news())
    assert len(said) == 1
    # AND the note that could not be kept is still there
    qtbot.waitUntil(lambda: desk.window.detail.note().isVisible())
    assert desk.window.detail.note().text() == "half a thoughtof mine"


def test_an_own_entry_that_cannot_be_stored_comes_back_with_every_field(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders
) -> None:
    # GIVEN an own entry that is written, and a library that was taken away
    desk = open_desk()
    whole = ("Example Cloud", "Desk", "Desk.777", "404", "gone", "It is gone", "Look for it\nAsk")
    desk.wiring.memory._own._open(whole)
    dialog = _form(qtbot, desk)
    qtbot.waitUntil(dialog._save.isEnabled)
    for path in folders.data.glob("library.sqlite*"):
        path.rename(path.with_name(f"away-{path.name}"))
    # WHEN it is stored
    dialog._save.click()
    qtbot.waitUntil(lambda: "moved or replaced" in desk.window.status.news())
    # THEN it stands there again
    qtbot.waitUntil(lambda: len(desk.window.findChildren(OwnEntryDialog)) == 1)
    again = _form(qtbot, desk)
    assert again.form.fields() == whole
    again.close()


def test_a_password_in_a_note_is_said_and_masked_by_a_key(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders
) -> None:
    # GIVEN a note that was kept with a password in it
    desk = open_desk()
    _begin_note(qtbot, desk, "Ecs.0219", "log in with password=EXAMPLEPASSWORD1 first")
    editor = desk.window.detail.note()
    qtbot.keyClick(editor._field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "EXAMPLEPASSWORD1" in desk.window.detail.page().note)
    # WHEN it is written on again
    desk.wiring.actions[Act.NOTE].trigger()
    # THEN that is said, and one key masks it
    qtbot.waitUntil(lambda: "looks like a password" in editor._line.text())
    assert editor._line.isVisible()
    editor._line.take_offer()
    assert editor.text() == "log in with password=<password> first"
    assert not editor._line.isVisible()
    # AND the field's own undo brings it back
    editor._field.undo()
    assert "EXAMPLEPASSWORD1" in editor.text()
    # AND where it is kept masked, no note of before holds it either
    editor._field.redo()
    qtbot.keyClick(editor._field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "<password>" in desk.window.detail.page().note)
    assert b"examplepassword1" not in _on_disk(folders.data)
