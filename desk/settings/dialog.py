"""The settings: each choice applies at once, so there is nothing to confirm."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.settings.choices import Settings
from desk.settings.data_page import DataPage
from desk.settings.pages import GeneralPage, TicketPage, muted_label
from desk.settings.services_page import SearchPage
from desk.status_line import announce
from desk.style.dialog_buttons import DialogButtons, Standard
from desk.style.dialog_size import give_size
from index.entry import CatalogueHeader
from index.folders import Folders

_SIZE = (640, 680)
_Page = GeneralPage | TicketPage | SearchPage | DataPage


class SettingsDialog(Retranslated, QDialog):
    """Not modal; the desk can be watched while it changes.

    The first page is there at once. The others are made once it is shown, each in a turn of the event loop, or when
    somebody asks for one of them.
    """

    templates_wanted = Signal()
    """Show the ticket templates."""
    glossary_wanted = Signal()
    """Show the user's own glossary."""
    backup_wanted = Signal(object)
    """Write a copy of the library to this `Path`."""
    restore_wanted = Signal(object)
    """Take back the backup at this `Path`."""

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
        self._settings, self._change, self._folders = settings, change, folders
        self._known: tuple[CatalogueHeader, ...] = ()
        self.tabs = QTabWidget(self)
        self._makers = (self._make_general, self._make_tickets, self._make_searching, self._make_data)
        self._pages: dict[int, _Page] = {}
        self._aside: dict[int, QWidget] = {}
        self._areas = [_scroll_area() for _ in self._makers]
        for area in self._areas:
            self.tabs.addTab(area, "")
        self._said = muted_label(self)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = DialogButtons(Standard.Close, self)
        self._buttons.rejected.connect(self.close)
        self._close = self._buttons.button(Standard.Close)
        self._arrange()
        self.retranslate()
        self._page(0)
        self.tabs.currentChanged.connect(self._page)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._make_next)

    @property
    def general(self) -> GeneralPage:
        """The page of the window."""
        return cast("GeneralPage", self._page(0))

    @property
    def tickets(self) -> TicketPage:
        """The page of tickets."""
        return cast("TicketPage", self._page(1))

    @property
    def searching(self) -> SearchPage:
        """The page of the search."""
        return cast("SearchPage", self._page(2))

    @property
    def data(self) -> DataPage:
        """The page of the user's data."""
        return cast("DataPage", self._page(3))

    def set_known(self, headers: tuple[CatalogueHeader, ...]) -> None:
        """Offer the services of these catalogues."""
        self._known = headers
        if 2 in self._pages:  # noqa: PLR2004 - the page of the search
            self.searching.services.set_known(headers)

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
            for page in self._pages.values():
                page.show_settings(settings)

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        names = (self.tr("General"), self.tr("Tickets"), self.tr("Search"), self.tr("Data"))
        for number, text in enumerate(names):
            self.tabs.setTabText(number, text)
            self._areas[number].setAccessibleName(text)
        for page in self._pages.values():
            page.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn.start()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(self.tabs, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._buttons)
        column.addLayout(foot)
        give_size(self, *_SIZE)

    def _make_general(self) -> GeneralPage:
        return GeneralPage(self)

    def _make_tickets(self) -> TicketPage:
        page = TicketPage(self)
        page.templates.clicked.connect(self.templates_wanted)
        return page

    def _make_searching(self) -> SearchPage:
        page = SearchPage(self)
        page.glossary.clicked.connect(self.glossary_wanted)
        page.services.set_known(self._known)
        return page

    def _make_data(self) -> DataPage:
        page = DataPage(self._folders, self)
        page.told.connect(self.say)
        page.backup_wanted.connect(self.backup_wanted)
        page.restore_wanted.connect(self.restore_wanted)
        return page

    def _page(self, number: int) -> "_Page":
        """Return a page, and make it first where it is not there yet."""
        if number not in self._pages:
            page = self._pages[number] = self._makers[number]()
            page.retranslate()
            page.show_settings(self._settings)
            page.changed.connect(self._take)
            self._areas[number].setWidget(page)
            page.setAutoFillBackground(False)  # the frame of the tabs shows through, with its round corners
            self._put_button_last()
        self._put_back(number)
        return self._pages[number]

    def put_aside(self) -> list[Callable[[], object]]:
        """Take out the pages that are not seen; returns what puts them back."""
        for number in self._pages.keys() - self._aside.keys() - {self.tabs.currentIndex()}:
            self._aside[number] = self._areas[number].takeWidget()
        return [partial(self._put_back, number) for number in self._aside]

    @override
    def done(self, result: int) -> None:
        for number in list(self._aside):
            self._put_back(number)
        super().done(result)

    def _put_back(self, number: int) -> None:
        page = self._aside.pop(number, None)
        if page is not None:
            self._areas[number].setWidget(page)
            page.setAutoFillBackground(False)
            self._put_button_last()

    def _put_button_last(self) -> None:
        """Let Tab lead to the button after every page: what was made last would come last."""
        last = self.previousInFocusChain()
        while last is not None and not last.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = last.previousInFocusChain()
        if last is not None:
            QWidget.setTabOrder(last, self._close)

    def _make_next(self) -> None:
        missing = next((n for n in range(len(self._makers)) if n not in self._pages), None)
        if missing is None:
            self._turn.stop()
        else:
            self._page(missing)

    def _take(self) -> None:
        changed = self._settings
        for page in self._pages.values():
            changed = page.taken(changed)
        if changed != self._settings:
            self._settings = changed
            self._change(changed)


def _scroll_area() -> QScrollArea:
    """Let a page be scrolled where the dialog is smaller: large letters, small screens."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field, and the page follows
    area.viewport().setAutoFillBackground(False)
    return area
