"""With real keys: back from a pasted text and forward to it again, room for it, and dialogs without a mouse."""

import pytest

pytestmark = pytest.mark.x11

PASTED = """\
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}
"""


_ALIKE = 4
"""So many looks that see the same are taken for rest."""


def _middle(screen) -> str:
    """Return what the window shows in its middle, away from any cursor."""
    crop = ("-window", "root", "-crop", "450x60+640+380", "-depth", "8", "txt:-")
    return screen.run("import", *crop)


def _at_rest(desk) -> str:
    """Return the same once nothing moves there any more."""
    seen: list[str] = []

    def rests() -> bool:
        seen.append(_middle(desk.screen))
        return len(seen) > _ALIKE and len(set(seen[-_ALIKE:])) == 1

    desk.wait_for(rests)
    return seen[-1]


def test_a_pasted_text_is_left_and_comes_back_at_the_same_error(desk) -> None:
    # GIVEN a question, then a text at its second error
    desk.ask("Ecs.0219")
    desk.shows("Ecs.0219")
    desk.paste(PASTED)
    desk.shows("Ecs.1000")
    desk.keys("F8")
    desk.shows("SVCSTG.SWR.4001048")
    # WHEN the user goes back THEN the question is there, and forward the text at its second error
    desk.keys("alt+Left")
    desk.shows("Ecs.0219")
    assert desk.field() == "Ecs.0219"
    desk.keys("alt+Right")
    desk.shows("SVCSTG.SWR.4001048")
    # AND so it goes from the field, with a question between
    desk.ask("Ecs.0114")
    desk.shows("Ecs.0114")
    desk.keys("alt+Left")
    desk.shows("SVCSTG.SWR.4001048")
    desk.keys("alt+Left")
    desk.shows("Ecs.0219")


def test_a_pasted_text_gets_all_the_room_and_gives_it_back(desk) -> None:
    desk.paste(PASTED)
    desk.shows("Ecs.1000")
    screen, before = desk.screen, _at_rest(desk)
    # WHEN F11 is pressed THEN the text reaches up to where the entry was
    desk.keys("F11")
    desk.wait_for(lambda: _middle(screen) != before)
    _at_rest(desk)
    desk.keys("F11")
    desk.wait_for(lambda: _middle(screen) == before)
    # AND F9 moves the divider by a step, Shift+F9 back; a short text begins low
    desk.keys(*["F9"] * 6)
    desk.wait_for(lambda: _middle(screen) != before)
    desk.keys(*["shift+F9"] * 6)
    desk.wait_for(lambda: _middle(screen) == before)


def test_a_dialog_is_used_by_its_letters(desk) -> None:
    screen = desk.screen
    # WHEN the settings are opened by their letter in the menu
    desk.keys("F10", "e")
    desk.wait_for(lambda: screen.title().startswith("Settings"))
    # THEN a page of them is chosen, and the dialog closed, by letters
    desk.keys("alt+t", "alt+c")
    desk.wait_for(lambda: screen.title() == "Error Desk")
