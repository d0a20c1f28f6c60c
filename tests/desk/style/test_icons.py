"""Every action that names a picture has one, and it follows the colours."""

import msgspec

from desk.actions import ACTIONS
from desk.style.icons import icon
from desk.style.look import Look
from desk.style.theme import DARK


def test_every_named_picture_is_there_and_is_drawn(look: Look) -> None:
    empty = [spec.icon for spec in ACTIONS if spec.icon and icon(spec.icon, look).isNull()]
    assert empty == []
    for spec in ACTIONS:
        if spec.icon:
            image = icon(spec.icon, look).pixmap(20, 20).toImage()
            drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(20) for y in range(20))
            assert drawn > 10, spec.icon


def test_pictures_follow_the_colours(look: Look) -> None:
    dark = msgspec.structs.replace(look, colours=DARK)
    light, night = (icon("menu", one).pixmap(20, 20).toImage() for one in (look, dark))
    assert light != night
    assert icon("no such", look).isNull()
    assert icon("", look).isNull()
