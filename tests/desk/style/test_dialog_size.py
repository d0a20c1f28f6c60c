"""Dialogs grow with the letters, as far as the screen goes."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.style.dialog_size import give_size
from desk.style.look import USUAL


def test_a_dialog_grows_with_the_letters_and_never_beyond_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    sizes = []
    for points in (USUAL - 2, USUAL, 2 * USUAL, 40 * USUAL):
        font = dialog.font()
        font.setPointSizeF(points)
        dialog.setFont(font)
        give_size(dialog, 500, 300)
        sizes.append((dialog.width(), dialog.height()))
    assert sizes[:3] == [(500, 300), (500, 300), (1000, 600)]
    room = dialog.screen().availableSize()
    assert sizes[3][0] < room.width()
    assert sizes[3][1] < room.height()
