"""A row has a menu, by the mouse and by the menu key; an empty list has none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desk.action_spec import Act
from desk.results.result_list import ResultList
from desk.results.rows import row_of_hit
from desk.style.look import Look
from index.hits import Hit


@pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|raise)")
def test_a_row_has_a_menu(qtbot: QtBot, look: Look, make_hit: Callable[..., Hit]) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    actions = {act: QAction(act.value, view) for act in Act}
    greyed: list[QMenu] = []
    view.offer(actions, greyed.append)

    def ask(reason: QContextMenuEvent.Reason) -> QMenu | None:
        """Ask for the menu; returns what opened."""
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, QPoint(30, 30), QPoint(30, 30)))
        opened = QApplication.activePopupWidget()
        return opened if isinstance(opened, QMenu) else None

    # GIVEN an empty list
    assert ask(QContextMenuEvent.Reason.Keyboard) is None
    # WHEN the second of two rows is asked
    view.set_rows(tuple(row_of_hit(make_hit(code), "en") for code in ("A.1", "A.2")))
    view.select_position(1)
    menu = ask(QContextMenuEvent.Reason.Keyboard)
    # THEN its menu stands below it, each line with a letter, greyed as the window's menu is
    assert menu is not None
    assert greyed == [menu]
    row = view.visualRect(view.currentIndex())
    assert menu.pos() == view.viewport().mapToGlobal(row.bottomLeft())
    lines = [line for line in menu.actions() if not line.isSeparator()]
    assert actions[Act.COPY_TICKET] in lines
    assert all("&" in line.text() for line in lines)
    menu.close()
    # AND the same one opens where the mouse is
    assert ask(QContextMenuEvent.Reason.Mouse) is menu
    assert menu.pos() == QPoint(30, 30)
    assert len(greyed) == 1
    menu.close()
