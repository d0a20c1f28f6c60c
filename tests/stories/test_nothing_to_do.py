"""What would do nothing is grey in the menu, and its key says why."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.app import Application
from desk.main_menu import MainMenu

OpenDesk = Callable[..., Application]
PASTE = '{"error_code":"WKS.77777777","error_msg":"it broke"}'
_OF_ENTRIES = {
    "find",
    "copy-ticket",
    "copy-plain",
    "copy-menu",
    "hidden",
    "copy-row",
    "note",
    "pin",
    "remove-own",
}
_OF_PASTES = {"copy-ids", "next-error", "previous-error", "close-payload", "enlarge-payload"}
_OF_TABLES = {"table", "copy-table"}


def _grey(desk: Application) -> set[str]:
    """Open the menu and return what is grey in it."""
    menu = desk.window.menu_button.menu()
    assert isinstance(menu, MainMenu)
    menu.aboutToShow.emit()
    lines = [line for part in (menu, *menu.parts.values()) for line in part.actions()]
    grey = {line.objectName() for line in lines if line.text() and not line.isEnabled()}
    menu.aboutToHide.emit()
    return grey


def test_the_menu_greys_what_would_do_nothing(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN the start page
    desk = open_desk()
    assert _grey(desk) == {*_OF_ENTRIES, *_OF_PASTES, *_OF_TABLES, "copy-code", "undo", "back", "forward"}
    # THEN nothing stays switched off behind the closed menu: its keys go on working
    assert all(action.isEnabled() for action in desk.wiring.actions.values())
    # AND an entry brings back what it is needed for
    desk.wiring.search_for("Ecs.0219")
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    assert _grey(desk) == {*_OF_PASTES, *_OF_TABLES, "undo", "back", "forward"}
    # AND a pasted error what that is needed for
    desk.wiring.take_text(PASTE, sure=True)
    qtbot.waitUntil(lambda: desk.wiring.payload.current() is not None)
    assert "next-error" not in _grey(desk)
    assert "copy-code" not in _grey(desk)
    assert "copy-ticket" not in _grey(desk)
    # AND what was closed can be undone
    desk.wiring.actions["close-payload"].trigger()
    qtbot.waitUntil(lambda: "undo" not in _grey(desk))


_SAID = {
    "copy-menu": "Nothing to copy yet",
    "copy-row": "No entry is selected",
    "copy-code": "No entry is selected",
    "note": "No entry is selected",
    "pin": "No entry is selected",
    "next-error": "No pasted text with errors",
    "close-payload": "No pasted text is open",
    "find": "No entry is shown",
    "back": "no earlier question",
    "forward": "no later question",
    "undo": "nothing to bring back",
}


def test_each_key_says_why_there_is_nothing_to_do(desk: Application) -> None:
    for act, said in _SAID.items():
        desk.wiring.actions[act].trigger()
        assert said in desk.window.status.news()
    assert not desk.wiring._tickets.menu.isVisible()
