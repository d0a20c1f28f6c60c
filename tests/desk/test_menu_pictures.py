"""The pictures of the menu are drawn in idle moments, at the latest when it opens."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desk.action_making import make_actions
from desk.action_spec import Act
from desk.actions import ACTIONS
from desk.menu_pictures import MenuPictures
from desk.style.look import Look, make_look
from desk.style.theme import DARK

PICTURED = sum(bool(spec.icon) for spec in ACTIONS)


@pytest.fixture
def actions(qapp: object):
    parent = QObject()
    yield make_actions(parent, {act: lambda: None for act in Act})
    parent.deleteLater()


def _drawn(actions: dict[Act, QAction]) -> int:
    return sum(not action.icon().isNull() for action in actions.values())


def test_nothing_is_drawn_before_it_is_wanted_and_all_of_it_when_the_menu_opens(
    actions: dict[Act, QAction], look: Look
) -> None:
    pictures = MenuPictures(actions, look)
    assert _drawn(actions) == 0
    pictures.finish()
    assert _drawn(actions) == PICTURED


def test_one_is_drawn_a_turn_and_all_again_in_other_colours(
    qtbot: QtBot, qapp: object, actions: dict[Act, QAction], look: Look
) -> None:
    pictures = MenuPictures(actions, look)
    pictures.begin()
    seen: set[int] = set()
    while _drawn(actions) < PICTURED:
        qapp.processEvents()
        seen.add(_drawn(actions))
    assert len(seen) > PICTURED // 2
    light = actions[Act.QUIT].icon().pixmap(20, 20).toImage()
    pictures.set_look(make_look(DARK, language="en"))
    qtbot.waitUntil(lambda: actions[Act.QUIT].icon().pixmap(20, 20).toImage() != light)
    pictures.finish()
