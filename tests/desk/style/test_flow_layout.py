"""Chips and suggestions flow: over several lines where there is no room, each in the middle of its line."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.style.flow_layout import FlowLayout


def _flowed(qtbot: QtBot, width: int, *sizes: tuple[int, int]) -> list[tuple[int, int]]:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, gap=10)
    boxes = [QWidget(page) for _ in sizes]
    for box, size in zip(boxes, sizes, strict=True):
        box.setFixedSize(*size)
        flow.addWidget(box)
    page.resize(width, flow.heightForWidth(width))
    page.show()
    return [(box.x(), box.y()) for box in boxes]


def test_what_has_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    assert _flowed(qtbot, 130, (60, 20), (60, 20), (60, 20)) == [(0, 0), (70, 0), (0, 30)]


def test_low_items_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    assert _flowed(qtbot, 130, (60, 10), (60, 30), (60, 10)) == [(0, 10), (70, 0), (0, 40)]
