"""Alt and a letter presses what has it, and does nothing else: least of all is the letter typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desk.style.letters import Letters

ALT = Qt.KeyboardModifier.AltModifier


def test_the_letter_of_a_greyed_button_is_not_typed(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line, area, button = QLineEdit(dialog), QPlainTextEdit(dialog), QPushButton("Install", dialog)
    Letters(dialog)
    assert button.text() == "&Install"
    button.setEnabled(False)
    dialog.show()
    for field in (line, area):
        for key in (Qt.Key.Key_I, Qt.Key.Key_X, Qt.Key.Key_1):
            qtbot.keyClick(field, key, ALT)
        qtbot.keyClick(field, Qt.Key.Key_A)
    assert (line.text(), area.toPlainText()) == ("a", "a")
    # AND in a field that came later
    late = QLineEdit(dialog)
    dialog.findChild(Letters).give()
    qtbot.keyClick(late, Qt.Key.Key_I, ALT)
    assert late.text() == ""
