"""The start page at any size: nothing is crushed, and what has the keyboard is in view."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desk.question.start_page import StartPage
from desk.style.look import make_look
from desk.style.theme import LIGHT

WORDS = tuple(f"a rather long search of the morning {n}" for n in range(6))


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    """A shown page in large letters, with much to offer."""
    made = StartPage(make_look(LIGHT, language="en", size=20))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.set_recent(WORDS)
    made.set_pins(tuple(f"Desk.{n:04}" for n in range(20)))
    made.show()
    qtbot.waitExposed(made)
    return made


def _place(page: StartPage, widget: object) -> QRect:
    viewport = page.findChild(QScrollArea).viewport()
    return QRect(widget.mapTo(viewport, QPoint()), widget.size())


def test_cards_keep_their_size_on_a_low_page(qtbot: QtBot, page: StartPage) -> None:
    for height in (700, 300, 90):
        page.resize(820, height)
        qtbot.waitUntil(lambda height=height: page.height() == height)
        for card in page._cards:
            assert card.height() >= card.heightForWidth(card.width())
            assert card._example.height() >= card._example.heightForWidth(card._example.width())
        assert page._privacy.height() >= page._privacy.heightForWidth(page._privacy.width())


def test_what_gets_the_keyboard_comes_into_view(qtbot: QtBot, page: StartPage) -> None:
    page.resize(820, 320)
    qtbot.waitUntil(lambda: page.findChild(QScrollArea).verticalScrollBar().maximum() > 0)
    room = page.findChild(QScrollArea).viewport().rect()
    for focused, whole in (
        (page._pinned.buttons()[-1], page._pinned.buttons()[-1]),
        (page._cards[0].button, page._cards[0]),
        (page._cards[2].button, page._cards[2]),
        (page._recent.buttons()[0], page._recent.buttons()[0]),
    ):
        focused.setFocus()
        assert room.intersects(_place(page, whole))
        assert room.contains(_place(page, focused))


def test_ones_own_comes_before_the_examples(page: StartPage) -> None:
    """Once something was asked or pinned, that is what is wanted."""
    own = [one for one in (*page._recent.buttons(), *page._pinned.buttons()) if one.isVisible()]
    places = [(_place(page, one).y(), _place(page, one).x()) for one in own]
    assert places == sorted(places)
    assert places[-1][0] < _place(page, page._cards[0]).y()


def test_recent_searches_take_two_lines_at_most(qtbot: QtBot, page: StartPage) -> None:
    for width in (900, 560):
        page.resize(width, 700)
        qtbot.waitUntil(lambda width=width: page.width() == width)
        shown = [button for button in page._recent.buttons() if button.isVisible()]
        assert 1 <= len(shown) < len(WORDS)
        assert len({button.y() for button in shown}) <= 2
    # AND all there are where there is room
    page.set_recent(("one", "two"))
    assert all(button.isVisible() for button in page._recent.buttons())
