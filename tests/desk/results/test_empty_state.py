"""The words of an empty list find room in a low and narrow one."""

import pytest
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from desk.results.empty_state import EmptyState, Notice
from desk.style.look import Look

LINE = "Hello, we see a strange page since this morning & cannot go on with our work"


@pytest.fixture
def area(qtbot: QtBot, look: Look) -> QListView:
    """A list that says something."""
    made = QListView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    state = EmptyState(look, made)
    notice = Notice(title="No error code was read here", hint="Paste more, or search:", suggestions=(LINE,))
    made.show()
    state.show_notice(notice)
    return made


@pytest.mark.parametrize("size", [(500, 300), (340, 110), (260, 90)])
def test_what_can_be_pressed_is_whole(qtbot: QtBot, area: QListView, size: tuple[int, int]) -> None:
    area.resize(*size)
    button = area.findChild(QPushButton)
    qtbot.waitUntil(lambda: button.width() <= size[0])
    qtbot.waitUntil(lambda: button.height() >= button.sizeHint().height())
    assert button.width() >= button.sizeHint().width()
    assert area.viewport().rect().contains(button.geometry())
    assert button.text().startswith("Hello, we")
    # AND it searches for the whole line
    assert button.accessibleName() == LINE


def test_all_is_said_again_where_there_is_room(qtbot: QtBot, area: QListView) -> None:
    state = area.findChild(EmptyState)
    words = area.findChild(QPushButton).parentWidget()
    area.resize(300, 90)
    qtbot.waitUntil(lambda: not words._hint.isVisible())
    area.resize(900, 300)
    qtbot.waitUntil(words._hint.isVisible)
    assert area.findChild(QPushButton).text() == LINE.replace("&", "&&")
    assert state.texts() == ("No error code was read here", "Paste more, or search:")
