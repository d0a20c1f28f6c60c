"""The ground of a row tells which one is chosen and which one the mouse is over, as the platform's own lists do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QHoverEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.results.result_list import ResultList
from desk.results.rows import row_of_hit
from desk.style.look import Look
from index.hits import Hit


@pytest.fixture
def rows(qtbot: QtBot, look: Look, make_hit: Callable[..., Hit]) -> ResultList:
    view = ResultList(look)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.set_rows(tuple(row_of_hit(make_hit(code), "en") for code in ("A.1", "A.2", "A.3")))
    with qtbot.waitExposed(view):
        view.show()
    return view


def _over(view: ResultList, kind: QEvent.Type, at: QPoint) -> None:
    place = QPointF(at)
    QApplication.sendEvent(view.viewport(), QHoverEvent(kind, place, place, place))


def _grounds(view: ResultList) -> list[QColor]:
    picture = view.viewport().grab().toImage()
    places = [view.visualRect(view.model().index(row, 0)) for row in range(3)]
    return [picture.pixelColor(place.right() - 8, place.top() + 6) for place in places]


def test_the_chosen_row_and_the_one_under_the_mouse_stand_out(rows: ResultList, look: Look) -> None:
    chosen, raised = QColor(look.colours.selected), QColor(look.colours.raised)
    _, plain, _ = _grounds(rows)
    assert _grounds(rows) == [chosen, plain, plain]
    assert len({chosen.name(), raised.name(), plain.name()}) == 3
    second, third = (rows.visualRect(rows.model().index(row, 0)).center() for row in (1, 2))
    _over(rows, QEvent.Type.HoverEnter, second)
    assert _grounds(rows) == [chosen, raised, plain]
    _over(rows, QEvent.Type.HoverMove, third)
    assert _grounds(rows) == [chosen, plain, raised]
    rows.select_position(2)
    assert _grounds(rows) == [plain, plain, chosen]
    rows.select_position(1)
    _over(rows, QEvent.Type.HoverLeave, QPoint(-1, -1))
    assert _grounds(rows) == [plain, chosen, plain]
