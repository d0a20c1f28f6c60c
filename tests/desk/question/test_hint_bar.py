"""The line above a weak answer says what is the matter, and never ends there."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.question.hint_bar import HintBar
from desk.style.look import Look


def test_a_weak_answer_is_no_dead_end(qtbot: QtBot, look: Look) -> None:
    bar = HintBar(look)
    qtbot.addWidget(bar)
    bar.show_hint(weak=True, suggestions=())
    assert bar.text() == "Nothing fits well; these are the nearest. Ctrl+N writes an entry of your own."
    bar.show_hint(weak=True, suggestions=("quota",))
    assert bar.text().endswith("Did you mean:")
    assert [button.text() for button in bar.findChildren(QPushButton)][-1] == "quota"
    bar.show_hint(weak=False, suggestions=())
    assert bar.isHidden()
