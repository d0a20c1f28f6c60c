"""The menu of a row, by the right mouse button or the menu key: what the window's actions do with an entry."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desk.action_spec import Act
from desk.language.menu_letters import give_letters

_PARTS = (
    (Act.COPY_TICKET, Act.COPY_PLAIN, Act.COPY_MENU),
    (Act.COPY_ROW, Act.COPY_CODE),
    (Act.NOTE, Act.PIN, Act.OWN_ENTRY),
)


class RowMenu(QMenu):
    """The same actions as in the window's menu, with their keys: who looks here learns them."""

    def __init__(self, actions: Mapping[Act, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rowMenu")
        for number, part in enumerate(_PARTS):
            if number:
                self.addSeparator()
            for act in part:
                self.addAction(actions[act])
        give_letters(self)
