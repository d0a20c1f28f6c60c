"""Pages of the settings that are not seen are put aside while the look changes, and come back as they were."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.settings.choices import Settings
from desk.settings.dialog import SettingsDialog
from desk.style.dress import PutAside
from index.folders import Folders


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> SettingsDialog:
    """A dialog with all of its pages, of which the first is seen."""
    made = SettingsDialog(Settings(), lambda _settings: None, Folders.under(tmp_path), None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made._pages) == 4)
    return made


def _places(dialog: SettingsDialog) -> list[bool]:
    """Tell of each page whether it is in its place."""
    return [dialog._areas[n].widget() is dialog._pages[n] for n in range(4)]


def test_those_not_seen_come_back_one_by_one(dialog: SettingsDialog) -> None:
    assert isinstance(dialog, PutAside)
    pieces = dialog.put_aside()
    assert _places(dialog) == [True, False, False, False]
    for back in pieces:
        back()
    assert _places(dialog) == [True] * 4
    for back in pieces:  # once more is nothing
        back()
    assert _places(dialog) == [True] * 4


def test_one_that_is_looked_at_comes_back_at_once(dialog: SettingsDialog) -> None:
    dialog.put_aside()
    dialog.tabs.setCurrentIndex(2)
    assert _places(dialog) == [True, False, True, False]
    assert dialog._pages[2].isVisible()
    # WHEN the look changes again meanwhile THEN what is seen stays, and what is aside still comes back
    for back in dialog.put_aside():
        back()
    assert _places(dialog) == [True] * 4


def test_a_dialog_that_closes_meanwhile_takes_them_along(dialog: SettingsDialog) -> None:
    pieces = dialog.put_aside()
    dialog.close()
    assert _places(dialog) == [True] * 4
    for back in pieces:
        back()
