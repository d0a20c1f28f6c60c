"""What is kept in the settings: own words found by the search, services that come first, a backup taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from index import build
from index.entry import CatalogueEntry
from index.folders import Folders
from index.glossary_own import own_file, own_lines
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft

OpenDesk = Callable[..., Application]
_LONG_MS = 30_000


def _dialog(qtbot: QtBot, name: str) -> QDialog:
    found: list[QWidget] = []

    def is_there() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there)
    assert len(found) == 1
    assert isinstance(found[0], QDialog)
    return found[0]


def _rows(desk: Application) -> list[CatalogueEntry]:
    return [row.entry for row in desk.window.results.rows()]


@pytest.mark.qt_log_ignore("This plugin does not support")  # Qt's offscreen screen has no order of windows
def test_words_of_the_team_are_found_as_soon_as_they_are_kept(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders
) -> None:
    # GIVEN a word that the search does not know
    desk = open_desk(Request(query="blechdose"))
    qtbot.waitUntil(lambda: desk.window.results.notice_texts() is not None)
    # WHEN it is written into the glossary, which opens once however often its key is pressed
    desk.wiring.actions["glossary"].trigger()
    desk.wiring.actions["glossary"].trigger()
    dialog = _dialog(qtbot, "glossaryDialog")
    qtbot.waitUntil(lambda: not dialog.editor.isReadOnly())
    qtbot.keyClicks(dialog.editor, "blechdose = locked")
    qtbot.waitUntil(dialog.save.isEnabled)
    dialog.save.click()
    # THEN the search takes it in by itself, and the question is answered anew
    qtbot.waitUntil(lambda: "Ecs.0605" in [entry.code for entry in _rows(desk)], timeout=_LONG_MS)
    assert build.is_built(folders)


def test_what_a_kill_left_behind_is_put_right_at_the_start(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders
) -> None:
    # GIVEN a glossary that was kept, but whose lines did not reach the search any more
    with DeskLibrary.open(folders) as library:
        library.glossary.add("blechdose = locked")
    own_file(folders).unlink()
    assert build.is_built(folders)
    # THEN the next start brings them there, and builds the index anew
    desk = open_desk()
    qtbot.waitUntil(desk.builder.is_running)
    assert own_lines(folders) == ("blechdose = locked",)
    assert not build.is_built(folders)


def test_services_that_are_preferred_come_first_at_once(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders
) -> None:
    # GIVEN two services with the same code
    with DeskLibrary.open(folders) as library:
        for service in ("Anvil", "Bellows"):
            library.own.add(Draft(provider="Test Cloud", service=service, code="Forge.0001"))
    desk = open_desk(Request(query="Forge.0001"))
    qtbot.waitUntil(lambda: len(_rows(desk)) == 2)
    desk.wiring.actions["settings"].trigger()
    dialog = _dialog(qtbot, "settingsDialog")
    services = dialog.searching.services
    qtbot.waitUntil(lambda: services.count() == 7)
    # WHEN each is marked in turn
    for service in ("Bellows", "Anvil"):
        row = next(n for n in range(7) if services.item(n).text().startswith(service))
        services.setCurrentRow(row)
        services.item(row).setCheckState(Qt.CheckState.Checked)
        qtbot.waitUntil(lambda: services.may_move(-1) or services.currentRow() == 0)
        services.move_current(-1)
        # THEN its row stands first
        qtbot.waitUntil(lambda wanted=service: _rows(desk)[0].service == wanted)
    dialog.close()


@pytest.mark.parametrize("fault", [False, True])
def test_a_backup_is_taken_back(
    qtbot: QtBot,
    open_desk: OpenDesk,
    tmp_path: Path,
    fault: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    desk = open_desk(Request(query="Ecs.0605"))
    qtbot.waitUntil(lambda: bool(_rows(desk)))
    desk.wiring.actions["settings"].trigger()
    dialog = _dialog(qtbot, "settingsDialog")
    copy = tmp_path / "copy.sqlite"
    dialog.data.backup_wanted.emit(copy)
    qtbot.waitUntil(lambda: str(copy) in dialog.said())
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: "Pinned" in desk.window.status.news())
    if fault:
        copy.write_bytes(b"no library")
        dialog.data.restore_wanted.emit(copy)
        qtbot.waitUntil(lambda: "is no backup" in dialog.said())
    else:
        dialog.data.restore_wanted.emit(copy)
        qtbot.waitUntil(lambda: "before-restore" in dialog.said())
    with DeskLibrary.open(desk.preferences.folders()) as library:
        assert len(library.pins.all()) == int(fault)
    dialog.close()


def test_settings_follow_what_keys_change_meanwhile(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.wiring.actions["settings"].trigger()
    dialog = _dialog(qtbot, "settingsDialog")
    desk.wiring.actions["theme"].trigger()
    assert dialog.general.theme.currentData() == "dark"
    dialog.general.watch.click()
    assert desk.preferences.settings().theme == "dark"
    desk.wiring.actions["language"].trigger()
    qtbot.waitUntil(lambda: dialog.tabs.tabText(0).startswith("常规"))  # its letter stands behind it
    assert dialog.general.language.currentData() == "zh-Hans"
    dialog.close()
