"""A filter that names a service nobody has: the list says so and offers those there are."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.app import Application

OpenDesk = Callable[..., Application]


def test_the_list_says_which_filter_is_unknown_and_a_known_one_is_a_click_away(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    # WHEN a service is asked for that no catalogue is about
    qtbot.keyClicks(desk.window.field, "quota service:foo")
    qtbot.waitUntil(lambda: bool(desk.window.results.notice_texts()))
    # THEN the list says that, not that the words are wrong
    title, hint = desk.window.results.notice_texts()
    assert "foo" in title
    assert "spelling" not in hint
    # WHEN one of the known ones is chosen
    desk.window.results.suggestion_chosen.emit("quota service:ECS")
    # THEN the question is asked of it
    qtbot.waitUntil(lambda: bool(desk.window.results.rows()))
    assert {row.entry.service for row in desk.window.results.rows()} == {"ECS"}
