"""A support engineer types a code, or words in English or Chinese."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application, Request, build
from index.folders import Folders

OpenDesk = Callable[..., Application]


def _codes(desk: Application) -> list[str]:
    return [row.entry.code for row in desk.window.results.rows()]


def test_a_code_is_found_while_it_is_typed(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN an open desk
    desk = open_desk()
    # WHEN the engineer types a code without its zeros and separators
    qtbot.keyClicks(desk.window.field, "ecs 219")
    # THEN the entry is first, and the detail shows it
    qtbot.waitUntil(lambda: _codes(desk)[:1] == ["Ecs.0219"])
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    assert desk.window.detail.page().entry.code == "Ecs.0219"


def test_chinese_words_find_english_texts(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="配额不足"))
    qtbot.waitUntil(lambda: "Ecs.0013" in _codes(desk))


def test_down_enters_the_list_and_enter_the_detail(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN several results
    desk = open_desk(Request(query="quota"))
    qtbot.waitUntil(lambda: len(_codes(desk)) > 2)
    # WHEN Down is pressed in the field, then Enter
    qtbot.keyClick(desk.window.field, Qt.Key.Key_Down)
    assert desk.window.results.currentIndex().row() == 1
    qtbot.keyClick(desk.window.results, Qt.Key.Key_Return)
    # THEN the focus is in the entry's text
    qtbot.waitUntil(lambda: desk.window.detail.isAncestorOf(desk.window.focusWidget()))


def test_a_question_given_at_the_start_shows_no_other_page_first(
    folders: Folders, close_desk: Callable[[Application], None]
) -> None:
    desk = build(Request(query="quota"), folders)
    at_start = desk.window.is_at_start()
    close_desk(desk)
    assert not at_start


def test_nothing_found_says_what_to_do(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="zzzzqqqq wwwwxxxx"))
    qtbot.waitUntil(lambda: desk.window.results.notice_texts() is not None)
    title, hint = desk.window.results.notice_texts()
    assert title == "Nothing found"
    assert "fewer words" in hint
    # AND chips that would leave nothing are out of the way, until there is something to narrow
    assert not desk.window.filters.isVisible()
    desk.wiring.search_for("quota")
    qtbot.waitUntil(desk.window.filters.isVisible)


def test_a_filter_that_leaves_nothing_can_be_taken_off(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219 service:swr"))
    qtbot.waitUntil(lambda: desk.window.results.notice_texts() is not None)
    assert desk.window.filters.isVisible()
    next(chip for chip in desk.window.filters.chips() if chip.value == "SWR").click()
    qtbot.waitUntil(lambda: _codes(desk)[:1] == ["Ecs.0219"])


def test_escape_clears_the_text_and_then_the_filters(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN a text and a chip
    desk = open_desk(Request(query="quota"))
    chip = next(chip for chip in desk.window.filters.chips() if chip.value == "ECS")
    qtbot.waitUntil(lambda: len(_codes(desk)) > 2)
    chip.click()
    qtbot.waitUntil(lambda: {row.entry.service for row in desk.window.results.rows()} == {"ECS"})
    # WHEN Escape is pressed twice
    qtbot.keyClick(desk.window.field, Qt.Key.Key_Escape)
    assert desk.window.field.text() == ""
    assert desk.window.filters.active() == {("service", "ECS")}
    qtbot.keyClick(desk.window.field, Qt.Key.Key_Escape)
    # THEN nothing is asked any more
    assert desk.window.filters.active() == frozenset()
    assert desk.window.is_at_start()


def test_a_typed_filter_lights_its_chip_and_the_chip_takes_it_away(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="quota service:ecs"))
    qtbot.waitUntil(lambda: ("service", "ECS") in desk.window.filters.active())
    next(chip for chip in desk.window.filters.chips() if chip.value == "ECS").click()
    assert desk.window.field.text() == "quota"
