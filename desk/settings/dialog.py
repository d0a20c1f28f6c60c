"""The settings: each choice applies at once, so there is nothing to confirm."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.settings.choices import Settings
from desk.settings.data_page import DataPage
from desk.settings.pages import GeneralPage, SettingsPage, TicketPage, muted_label
from desk.settings.services_page import SearchPage
from desk.status_line import announce
from index.folders import Folders

_SIZE = (640, 680)


class SettingsDialog(QDialog):
    """Not modal; the desk can be watched while it changes."""

    def __init__(
        self,
        settings: Settings,
        change: Callable[[Settings], object],
        folders: Folders,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._change = settings, change
        self.general, self.tickets = GeneralPage(self), TicketPage(self)
        self.searching, self.data = SearchPage(self), DataPage(folders, self)
        self.pages: tuple[SettingsPage, ...] = (self.general, self.tickets, self.searching, self.data)
        self.tabs = QTabWidget(self)
        self._areas = [_scrolling(page) for page in (self.general, self.tickets, self.searching, self.data)]
        for area in self._areas:
            self.tabs.addTab(area, "")
        self._said = muted_label(self)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.data.told.connect(self.say)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.close)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(self.tabs, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._buttons)
        column.addLayout(foot)
        self.retranslate()
        self.show_settings(settings)
        for page in self.pages:
            page.changed.connect(self._take)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() * 9 // 10), min(_SIZE[1], room.height() * 9 // 10))

    def say(self, line: str) -> None:
        """Say what was done, or could not be."""
        self._said.setText(line)
        announce(self, line)

    def said(self) -> str:
        """Return what was said last."""
        return self._said.text()

    def show_settings(self, settings: object) -> None:
        """Show the choices as they are now."""
        if isinstance(settings, Settings):
            self._settings = settings
            for page in self.pages:
                page.show_settings(settings)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setWindowTitle(self.tr("Settings"))
        names = (self.tr("General"), self.tr("Tickets"), self.tr("Search"), self.tr("Data"))
        for number, text in enumerate(names):
            self.tabs.setTabText(number, text)
            self._areas[number].setAccessibleName(text)
        for page in self.pages:
            page.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _take(self) -> None:
        changed = self._settings
        for page in self.pages:
            changed = page.taken(changed)
        if changed != self._settings:
            self._settings = changed
            self._change(changed)


def _scrolling(page: QWidget) -> QScrollArea:
    """Let a page be scrolled where the dialog is smaller: large letters, small screens."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field, and the page follows
    area.setWidget(page)
    for ground in (page, area.viewport()):  # the frame of the tabs shows through, with its round corners
        ground.setAutoFillBackground(False)
    return area
