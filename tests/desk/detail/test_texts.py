"""Both languages of an entry: side by side where there is room, else one below the other, or one alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.detail.facts import code_family
from desk.detail.languages import Shown
from desk.detail.page import Page, page_html
from desk.detail.pane import DetailPane
from desk.detail.texts import tags_of
from desk.style.look import Look
from index.entry import CatalogueEntry

MakeEntry = Callable[..., CatalogueEntry]


@pytest.fixture
def entry(make_entry: MakeEntry) -> CatalogueEntry:
    """An entry in two languages."""
    return make_entry(
        description={"en": "No such desk.", "zh-Hans": "没有这张桌子。"},
        solution={"en": "Check the number.", "zh-Hans": "检查编号。"},
        steps={},
    )


def _columns(html: str) -> int:
    return html.count('width="50%"')


def test_two_languages_stand_side_by_side_where_there_is_room(entry: CatalogueEntry, look: Look) -> None:
    assert _columns(page_html(Page(entry=entry, language="en"), look)) == 2
    narrow = page_html(Page(entry=entry, language="en", wide=False), look)
    assert _columns(narrow) == 0
    assert narrow.index("No such desk") < narrow.index("没有这张桌子")
    assert tags_of(entry, "zh-Hans") == ("zh-Hans", "en")


@pytest.mark.parametrize(
    "shown, there, gone",
    [(Shown.ENGLISH, "No such desk", "没有这张桌子"), (Shown.CHINESE, "检查编号", "Check the number")],
)
def test_one_language_can_be_chosen(
    entry: CatalogueEntry, look: Look, shown: Shown, there: str, gone: str
) -> None:
    html = page_html(Page(entry=entry, language="en", shown=shown), look)
    assert there in html
    assert gone not in html


def test_a_message_that_is_the_customers_word_for_word_is_shown_once(
    make_entry: MakeEntry, look: Look
) -> None:
    entry = make_entry(message="Insufficient EIP quota.")
    same = page_html(Page(entry=entry, language="en", message="Insufficient  EIP quota"), look)
    assert same.count("EIP quota") == 1
    assert "Message, word for word as the customer got it" in same
    other = page_html(Page(entry=entry, language="en", message="Insufficient EIP quota: 5"), look)
    assert other.count("EIP quota") == 2
    assert "The customer&#x27;s message" in other
    # AND where nothing was pasted nobody got it
    assert "customer" not in page_html(Page(entry=entry, language="en"), look)


def test_an_entry_in_one_language_is_shown_in_it_whatever_was_chosen(
    make_entry: MakeEntry, look: Look
) -> None:
    html = page_html(Page(entry=make_entry(), language="en", shown=Shown.CHINESE), look)
    assert "No such desk." in html


def test_the_switch_is_there_for_two_languages_only(
    qtbot: QtBot, entry: CatalogueEntry, make_entry: MakeEntry, look: Look
) -> None:
    pane = DetailPane(look)
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    pane.show_page(Page(entry=entry, language="en"))
    switch = pane._head._languages
    assert switch.isVisible()
    chosen: list[Shown] = []
    pane.shown_wanted.connect(chosen.append)
    qtbot.mouseClick(switch._buttons[Shown.CHINESE], Qt.MouseButton.LeftButton)
    assert chosen == [Shown.CHINESE]
    pane.set_shown(Shown.CHINESE)
    assert "No such desk." not in pane.plain_text()
    pane.show_page(Page(entry=make_entry("Desk.0002"), language="en"))
    assert not switch.isVisible()


def test_a_narrow_pane_puts_languages_below_each_other(
    qtbot: QtBot, entry: CatalogueEntry, look: Look
) -> None:
    pane = DetailPane(look)
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    pane.show_page(Page(entry=entry, language="en"))
    assert pane.page().wide
    pane.resize(400, 600)
    qtbot.waitUntil(lambda: not pane.page().wide)


def test_values_are_marked_in_description_and_steps(make_entry: MakeEntry, look: Look) -> None:
    entry = make_entry(
        message="The quota {0} is used up.",
        description={"en": "The quota {0} is used up."},
        solution={"en": "Raise {0}. Try again."},
        steps={"en": ("Raise {0}.", "Try again.")},
    )
    html = page_html(Page(entry=entry, language="en", values=("disks",)), look)
    mark = f'color:{look.colours.value.text};">disks</span>'
    assert html.count(mark) == 3


@pytest.mark.parametrize(
    "code, family",
    [("Ecs.0219", "Ecs.02"), ("WKS.00051103", "WKS.000511"), ("AppNotExist", ""), ("A.B", "A."), ("404", "")],
)
def test_codes_of_one_family_begin_alike(code: str, family: str) -> None:
    assert code_family(code) == family
