"""Lines of the lists: cut where they end, the same each time they are painted, and no old one in a new look."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from desk.results.row_paint import LinePainter, _elided
from desk.style.look import Look
from desk.style.theme import LIGHT


def _drawn(line: LinePainter, text: str, width: float = 200, **more: object) -> tuple[QImage, float]:
    image = QImage(320, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    used = line.draw(painter, QRectF(0, 0, width, 30), text, LIGHT.text, **more)
    painter.end()
    return image, used


def test_a_line_is_the_same_each_time(look: Look) -> None:
    line = LinePainter(look.font())
    marked = {"spans": ((0, 3),), "mark": LIGHT.mark}
    for more in ({}, marked):
        first, again = (
            _drawn(line, "The desk 😀 was not found.", **more),
            _drawn(line, "The desk 😀 was not found.", **more),
        )
        assert first == again == _drawn(LinePainter(look.font()), "The desk 😀 was not found.", **more)
    assert _drawn(line, "The desk")[0] != _drawn(line, "The desk", **marked)[0]
    assert _drawn(line, "The desk", 20)[0] != _drawn(line, "The desk")[0]


@pytest.mark.parametrize("letter", ["i", "W", "错", "😀", "e\u0301\u0302\u0303\u0304\u0305"])
def test_a_long_line_is_cut_where_qt_would_cut_it(look: Look, letter: str) -> None:
    for count in (1, 40, 70, 400):
        text, font = letter * count, look.font()
        whole = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, 200)
        assert _elided(text, font, 200) == whole


def test_lines_do_not_pile_up(look: Look) -> None:
    line = LinePainter(look.font())
    for number in range(1000):
        _drawn(line, f"row {number}")
        line.width(f"row {number}")
    assert len(line._kept) < 500
    assert len(line._widths) < 500
