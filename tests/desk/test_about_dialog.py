"""What the program tells about itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.about_dialog import AboutDialog, diagnosis
from index.folders import Folders


def test_the_diagnosis_comes_line_by_line_and_is_copied_whole(qtbot: QtBot, tmp_path: Path) -> None:
    # GIVEN the dialog: nothing was looked for when it was made
    folders = Folders.under(tmp_path)
    dialog = AboutDialog(folders, None)
    qtbot.addWidget(dialog)
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy diagnosis")
    assert dialog.text() == ""
    assert not copy.isEnabled()
    # WHEN all is told THEN it can be copied, and says nothing about whose machine it is
    qtbot.waitUntil(copy.isEnabled)
    copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(diagnosis(folders))
    assert dialog.text().endswith("Search index: not built")
    assert str(tmp_path) not in dialog.text()


def test_another_language_reaches_the_open_dialog(
    qtbot: QtBot, tmp_path: Path, speak_louder: Callable[[], object]
) -> None:
    dialog = AboutDialog(Folders.under(tmp_path), None)
    qtbot.addWidget(dialog)
    speak_louder()
    qtbot.waitUntil(lambda: dialog.windowTitle() == "ABOUT ERROR DESK")
    assert any(one.text() == "COPY DIAGNOSIS" for one in dialog.findChildren(QPushButton))
