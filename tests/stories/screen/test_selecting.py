"""With a real mouse: what is selected can be read by every program at once, so it holds no secret either."""

import pytest

pytestmark = pytest.mark.x11

SECRET = "EXAMPLETOKENEXAMPLETOKENEXAMPLE"
MAIL = f"""\
Dear team, since this morning:
{{"error":{{"code":"Ecs.1000","message":"Failed to call the Nova API because token={SECRET} expired."}}}}
Authorization: Bearer {SECRET}
Kind regards
"""


def _selected(desk, start: tuple[float, float], end: tuple[float, float], wanted: str) -> list[str]:
    """Draw the mouse over a part of the window, in shares of its size; returns all that could be read until `wanted` came."""
    screen = desk.screen
    lines = screen.run("xdotool", "getwindowgeometry", "--shell", screen.focused()).splitlines()
    size = {name: int(value) for name, value in (line.split("=", 1) for line in lines)}
    read: list[str] = []

    def draw() -> None:
        screen.put("nothing was selected", selection="primary")
        at = [(round(x * size["WIDTH"]), round(y * size["HEIGHT"])) for x, y in (start, end)]
        path = [*at[:1], tuple(sum(both) // 2 for both in zip(*at, strict=True)), *at[1:]]
        moves = [["mousemove", "--window", screen.focused(), str(x), str(y)] for x, y in path]
        screen.run("xdotool", *moves[0], "mousedown", "1", *moves[1], *moves[2], "mouseup", "1")

    def holds() -> bool:
        read.append(screen.run("xclip", "-selection", "primary", "-o"))
        return wanted in read[-1]

    screen.until(holds, draw)
    return read


def test_what_the_mouse_selects_goes_out_without_secrets(new_desk) -> None:
    # GIVEN a mail whose secret stands in the entry and in the pasted text
    desk = new_desk()
    desk.paste(MAIL)
    desk.shows("Ecs.1000")
    # WHEN the mouse is drawn over the customer's message in the entry
    from_entry = _selected(desk, (0.42, 0.24), (0.96, 0.5), "<token>")
    # AND over the pasted text
    from_text = _selected(desk, (0.02, 0.8), (0.4, 0.92), "Kind regards")
    # THEN the middle button of another program gets the words, and at no time the secret
    assert "Failed to call the Nova API" in from_entry[-1]
    assert "Bearer <token>" in from_text[-1]
    assert not any(SECRET in one for one in from_entry + from_text)
    # AND what is still selected is no fault at the end
    desk.quit()
