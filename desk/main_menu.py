"""The window's menu: the table of actions in parts by subject, and what is about the whole program below them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desk.action_spec import Act, Group
from desk.actions import ACTIONS
from desk.language.menu_letters import give_letters
from desk.menu_pictures import MenuPictures
from desk.style.look import Look

_BELOW = (Act.SETTINGS, Act.KEYS, Act.ABOUT, Act.QUIT)


class MainMenu(QMenu):
    """A menu for each heading of the table, short enough for a small screen, with a letter for each line."""

    def __init__(self, actions: Mapping[Act, QAction], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts: dict[Group, QMenu] = {group: QMenu(self) for group in Group}
        for spec in ACTIONS:
            if spec.in_menu and spec.id not in _BELOW:
                self.parts[spec.group].addAction(actions[spec.id])
        for part in self.parts.values():
            self.addMenu(part)
        self.addSeparator()
        for act in _BELOW:
            self.addAction(actions[act])
        for menu in (self, *self.parts.values()):
            give_letters(menu)
        self._pictures = MenuPictures(actions, look, self)
        self.aboutToShow.connect(self._pictures.finish)
        self.retranslate()

    def prepare(self) -> None:
        """Draw the pictures in idle moments."""
        self._pictures.begin()

    def set_look(self, look: Look) -> None:
        """Change colours."""
        self._pictures.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for group, part in self.parts.items():
            part.setTitle(QCoreApplication.translate("Actions", group))
