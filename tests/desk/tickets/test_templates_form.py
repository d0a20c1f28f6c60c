"""The form of the templates keeps room for its words in either language."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.style.look import Look
from desk.tickets.templates_form import TemplatesForm


def test_the_language_is_as_wide_as_its_words_are_now(qtbot: QtBot, look: Look) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    form = TemplatesForm(look, dialog)
    before = form.language.sizeHint().width()
    form.language.setItemText(0, "any language whatever it may be")  # as another language has it
    form.language.addItem("")
    assert form.language.sizeHint().width() > before
