"""No dialog shows the pictures that the system puts on its standard buttons."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desk.about_dialog import AboutDialog
from desk.fault_dialog import FaultDialog
from desk.memory.own_entry_dialog import OwnEntryDialog
from desk.settings.choices import Settings
from desk.settings.dialog import SettingsDialog
from desk.style.look import Look
from desk.tickets.hidden_dialog import HiddenDialog
from index.folders import Folders

_PICTURES = "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 1; }"
"""As most desktops have it."""


@pytest.fixture
def pictures(qapp: QApplication) -> Iterator[None]:
    """Let the system put pictures on buttons."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(before + _PICTURES)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    assert not box.buttons()[0].icon().isNull()
    yield
    qapp.setStyleSheet(before)


Make = Callable[[Look, Path], QDialog]
_DIALOGS: dict[str, Make] = {
    "own entry": lambda look, _path: OwnEntryDialog((), "en", lambda *_: None, look, None),
    "hidden": lambda look, _path: HiddenDialog(lambda *_: None, look, None),
    "about": lambda _look, path: AboutDialog(Folders.under(path), None),
    "fault": lambda _look, _path: FaultDialog("a report", None),
    "settings": lambda _look, path: SettingsDialog(Settings(), lambda _: None, Folders.under(path), None),
}


@pytest.mark.parametrize("name", _DIALOGS)
@pytest.mark.usefixtures("pictures")
def test_buttons_are_words_alone(qtbot: QtBot, look: Look, tmp_path: Path, name: str) -> None:
    dialog = _DIALOGS[name](look, tmp_path)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert box.buttons()
    assert [button.text() for button in box.buttons() if not button.icon().isNull()] == []
