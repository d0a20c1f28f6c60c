"""Words that are wider than their line: wrapped where they can be, never drawn beyond it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.question.hint_bar import HintBar
from desk.style.flow_layout import FlowLayout
from desk.style.look import Look


def test_what_is_wider_than_the_line_takes_all_of_it(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, gap=4)
    wide = QPushButton("a button with many more words than there is room for in this line")
    flow.addWidget(wide)
    flow.setGeometry(QRect(0, 0, 120, 100))
    assert wide.width() == 120


def test_the_hint_wraps_where_it_has_no_room(qtbot: QtBot, look: Look) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.show()
    bar = HintBar(look, pane)
    bar.show_hint(weak=True, suggestions=())
    (label,) = bar.findChildren(QLabel)
    bar.setGeometry(0, 0, 900, 60)
    assert not label.wordWrap()
    bar.setGeometry(0, 0, 200, 60)
    assert label.wordWrap()
    qtbot.waitUntil(lambda: label.heightForWidth(label.width()) <= label.height())
    assert label.geometry().right() < 200
