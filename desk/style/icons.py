"""Pictures of actions: line drawings in resources/icons, painted in the colour of the letters."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QImage, QPixmap

import resources
from desk.style.look import Look

_SIZE, _SHARP = 20, 3
"""Pixels of a picture, and how many times as many are drawn for screens of high density."""


def icon(name: str, look: Look) -> QIcon:
    """Return a picture in the colours of a look; an empty one where there is no such picture."""
    return drawn(name, look.colours.text)


def drawn(name: str, colour: str) -> QIcon:
    """Return a picture in one colour, `#rrggbb`; an empty one where there is no such picture."""
    path = resources.folder("icons") / f"{name}.svg"
    if not name or not path.is_file():
        return QIcon()
    source = path.read_text(encoding="utf-8").replace("currentColor", colour)
    side = str(_SIZE * _SHARP)
    source = source.replace('width="24" height="24"', f'width="{side}" height="{side}"', 1)
    image = QImage.fromData(QByteArray(source.encode()))
    image.setDevicePixelRatio(_SHARP)
    return QIcon(QPixmap.fromImage(image))
