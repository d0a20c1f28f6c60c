"""Rows that are chosen look alike in lists and tables, and keep clear of each other."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QTableWidget, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desk.style.look import make_look
from desk.style.quiet_table import make_quiet
from desk.style.style_sheet import stylesheet
from desk.style.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours

_THEMES = [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK]


def _colours_at(widget: QWidget, row: int) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, row).name() for x in range(picture.width())}


def _dressed(qtbot: QtBot, widget: QWidget, colours: Colours) -> None:
    widget.setFont(make_look(colours, language="en").font())
    widget.setStyleSheet(stylesheet(colours))
    widget.resize(400, 200)
    qtbot.addWidget(widget)
    widget.show()


@pytest.mark.parametrize("colours", _THEMES)
def test_a_chosen_row_has_the_same_ground_in_table_and_list(qtbot: QtBot, colours: Colours) -> None:
    table, rows = QTableWidget(2, 2), QListWidget()
    make_quiet(table)
    for row in range(2):
        rows.addItem("Password")
        for column in range(2):
            table.setItem(row, column, QTableWidgetItem("Password"))
    for widget in (table, rows):
        _dressed(qtbot, widget, colours)
        widget.setCurrentItem(widget.item(0, 0) if widget is table else widget.item(0))
    for widget in (table, rows):
        view = widget.viewport()
        place = widget.visualRect(widget.currentIndex())
        seen = _colours_at(view, place.center().y())
        assert QColor(colours.selected).name() in seen
        assert QColor(colours.accent).name() not in seen
        edges = _colours_at(view, place.top()) | _colours_at(view, place.bottom())
        assert (QColor(colours.accent).name() in edges) is colours.strong


def test_texts_of_neighbouring_cells_do_not_touch(qtbot: QtBot) -> None:
    table = QTableWidget(1, 2)
    make_quiet(table)
    for column, text in enumerate(("Password", "<password>")):
        table.setItem(0, column, QTableWidgetItem(text))
    _dressed(qtbot, table, LIGHT)
    table.setHorizontalHeaderLabels(["Kind", "Hidden as"])
    table.resizeColumnsToContents()
    words = table.fontMetrics().horizontalAdvance("Password")
    assert table.columnWidth(0) >= words + 16
