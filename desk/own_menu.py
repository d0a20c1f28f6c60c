"""Qt's own menu of a text field, with one of its lines doing what the desk's key does."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu


def open_menu(
    menu: QMenu, at: QPoint, line: Literal["edit-copy", "edit-paste"], do: Callable[[], object]
) -> None:
    """Open the menu at a place of the screen; `line` is what Qt calls the line that does this instead."""
    for action in menu.actions():
        if action.objectName() == line:
            action.triggered.disconnect()
            action.triggered.connect(lambda _checked=False: do())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
