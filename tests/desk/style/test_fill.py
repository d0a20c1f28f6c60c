"""A place is filled to its last pixel, and nothing beside it, whatever pen the painter had."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desk.style.fill import fill


@pytest.mark.parametrize("kind", [QRect, QRectF])
@pytest.mark.parametrize("smooth", [False, True])
def test_a_place_is_filled_and_nothing_else(kind, smooth, qapp):
    image = QImage(12, 9, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.setPen(QPen(QColor("red"), 3))
    fill(painter, kind(2, 3, 5, 4), QColor("#123456"))
    painter.end()
    filled = {(x, y) for x in range(12) for y in range(9) if image.pixelColor(x, y) == QColor("#123456")}
    assert filled == {(x, y) for x in range(2, 7) for y in range(3, 7)}
    others = {image.pixelColor(x, y).name() for x in range(12) for y in range(9) if (x, y) not in filled}
    assert others == {"#ffffff"}
