"""The main window: the panes in their places. What they do together is in `desk.wiring`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QChildEvent, QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.action_spec import Act
from desk.actions import ACTIONS
from desk.catalogues.import_offer import ImportOffer
from desk.detail.pane import DetailPane
from desk.dialogs import Dialogs
from desk.dividers import Dividers
from desk.main_menu import MainMenu
from desk.own_keys import EnterButton
from desk.panes_round import frame_focus, go_round, tab_behind
from desk.payload.pane_place import PanePlace
from desk.question.filter_bar import FilterBar
from desk.question.hint_bar import HintBar
from desk.question.search_field import SearchField
from desk.question.start_page import StartPage
from desk.results.result_list import ResultList
from desk.session import Session, pack_bytes, unpack_bytes
from desk.status_line import StatusLine
from desk.style.card import Card
from desk.style.dress import Dresser
from desk.style.icons import icon
from desk.style.look import Look
from desk.style.turns import Turns

if TYPE_CHECKING:
    from desk.payload.pane import PayloadPane

_SIZE = (1280, 800)
_SMALLEST = (720, 480)
_MARGIN, _GAP = 16, 8


class MainWindow(QMainWindow):
    """Search field, chips, list and detail, pasted text, status bar."""

    closing = Signal()
    """The window is about to go; keep what is to be kept."""
    painted = Signal()
    """The window is on the screen for the first time."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setMinimumSize(*_SMALLEST)
        self._look, self._is_painted, self._lent_focus = look, False, False
        self._menu: MainMenu | None = None
        self.field, self.filters = SearchField(look, self), FilterBar(look, self)
        self.hint, self.offer = HintBar(look, self), ImportOffer(look, self)
        self.results, self.detail = ResultList(look, self), DetailPane(look, self)
        self.start = StartPage(look, self)
        self._pasted = PanePlace(self, lambda: self._look, self._put_payload)
        self.status = StatusLine(look, self)
        self.menu_button = EnterButton(self)
        self.menu_button.setIconSize(QSize(22, 22))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._stack = QStackedWidget(self)
        self.dividers = Dividers()
        self._list_card = Card(look, self)
        self._cards: dict[QWidget, Card] = {self.results: self._list_card, self.detail: self.detail}
        self._arrange()
        self.setStatusBar(self.status)
        tab_behind(self.detail, *self.status.tabs(), self.menu_button)
        self.show_start(start=True)
        self.resize(*_SIZE)
        self._panes: list[QWidget] = [
            self.menu_button,
            self._list_card,
            self.field,
            self.filters,
            self.hint,
            self.offer,
            self.results,
            self.detail,
            self.start,
            self.status,
        ]
        self.turns = Turns(self)
        self._dresser = Dresser(self, self.turns, self._panes, self._draw_icons)
        self.dialogs = Dialogs(self, self._dresser.dress_dialog)
        self.set_look(look)
        self.retranslate()

    @property
    def payload(self) -> "PayloadPane":
        """The pane of pasted texts, made when it is first asked for: most starts paste nothing at once."""
        return self._pasted.pane()

    def shows_payload(self) -> bool:
        """Tell whether a pasted text is shown."""
        pane = self._pasted.there()
        return pane is not None and pane.isVisible()

    def with_payload(self, wire: Callable[["PayloadPane"], object]) -> None:
        """Do this with the pane of pasted texts as soon as there is one."""
        self._pasted.when_made(wire)

    def prepare_payload(self) -> None:
        """Make the pane of pasted texts piece by piece, each in a turn of its own, and style it."""
        self.turns.do("payload pane", self._pasted.steps(), unseen=True)
        self.turns.do("payload style", [lambda: self.payload.prepare()], unseen=True)  # noqa: PLW0108 - made by then

    def _put_payload(self, pane: "PayloadPane") -> None:
        self.dividers.set_below(pane)
        pane.height_wanted.connect(self.dividers.fit)
        self._cards[pane] = pane
        self._panes.insert(self._panes.index(self.start), pane)
        self._dresser.dress_pane(pane)
        tab_behind(pane, *self.status.tabs(), self.menu_button)

    def add_line(self, line: QWidget) -> None:
        """Let a line stand between the filters and the panes from now on, whenever it has something to say."""
        self._column.insertWidget(self._column.count() - 1, line)
        self._panes.insert(self._panes.index(self.start), line)
        self._dresser.dress_pane(line)

    def set_actions(self, actions: Mapping[Act, QAction], chips: Mapping[str, Callable[[], object]]) -> None:
        """Take the actions into the window and its menu; `chips` are keys that toggle chips."""
        self._menu = MainMenu(actions, self._look, self.menu_button)
        self.menu_button.setMenu(self._menu)
        self.dialogs.set_everywhere([actions[spec.id] for spec in ACTIONS if spec.everywhere])
        for action in actions.values():
            self.addAction(action)
        for keys, toggle in chips.items():
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(lambda _checked=False, do=toggle: do())
            self.addAction(action)

    def prepare(self) -> None:
        """Draw in an idle moment what is not yet looked at."""
        if self._menu is not None:
            self._menu.prepare()

    def show_start(self, *, start: bool) -> None:
        """Show the start page, or list and detail; the keyboard does not stay in what is hidden, but goes to the field."""
        gone = self._stack.currentWidget()
        was_inside = gone is not None and gone.isAncestorOf(self.focusWidget())
        self._stack.setCurrentIndex(0 if start else 1)
        if was_inside and self._stack.currentWidget() is not gone:
            self.field.setFocus()

    def is_at_start(self) -> bool:
        """Tell whether the start page is shown."""
        return self._stack.currentIndex() == 0

    def enlarge_payload(self) -> None:
        """Give the pasted text all the room there is and the keyboard, or give both back."""
        is_inside = self.payload.isAncestorOf(self.focusWidget())
        if self.dividers.enlarge():
            self._lent_focus = not is_inside
            if not is_inside:
                self.payload.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._lent_focus and is_inside:
            self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_table(self) -> None:
        """Press the way from the pasted text to the table of its codes, or back."""
        self.payload.head.switch.click()

    def copy_table(self) -> None:
        """Press the button that copies the table of codes."""
        self.payload.head.table.click()

    def go_round(self, by: int) -> None:
        """Put the focus into the next or previous pane."""
        every = (self.field, self.start, self.results, self.detail, self._pasted.there())
        go_round([pane for pane in every if pane is not None], self.focusWidget(), by)

    def frame_focus(self, focused: QWidget | None) -> None:
        """Draw a frame round the pane that has the focus; a dialog that has it gets to know the window's keys."""
        frame_focus(self._cards, focused)
        self.dialogs.focus_moved(focused)

    def restore(self, session: Session) -> None:
        """Take the place and the splitters of last time, if a screen is still there."""
        geometry = unpack_bytes(session.geometry)
        if geometry and self.restoreGeometry(QByteArray(geometry)):
            screens = QGuiApplication.screens()
            if not any(screen.availableGeometry().intersects(self.frameGeometry()) for screen in screens):
                self.resize(*_SIZE)
                self.move(screens[0].availableGeometry().topLeft())
        self.filters.keep_room(session.chips_height)
        self.dividers.restore(session.columns, session.rows)

    def place(self) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
        """Return geometry and splitters to keep."""
        return pack_bytes(bytes(self.saveGeometry().data())), *self.dividers.sizes()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts of every pane, one after the other."""
        self._look = look
        self._dresser.dress(look)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setWindowTitle(self.tr("Error Desk"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        if self._menu is not None:
            self._menu.retranslate()

    def open_dialog(self, dialog: QDialog) -> None:
        """Take a dialog in and show it."""
        self.dialogs.open(dialog)

    @override
    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        if event.polished():  # asked first: Qt makes a Python object of each child that is asked for
            child = event.child()
            if isinstance(child, QWidget) and child.isWindow():
                self.dialogs.take(child)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:  # Qt would hand it to everything inside in one go
            panes = [
                pane for pane in self._panes if pane is not self._list_card
            ]  # what it holds is among them
            self.turns.do("texts", [self.retranslate, *(partial(_translate, pane) for pane in panes)])
            return True
        return super().event(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # the panes are painted after the window itself

    def _draw_icons(self, look: Look) -> None:
        self.menu_button.setIcon(icon("menu", look))
        self._look = look
        if self._menu is not None:
            self._menu.set_look(look)

    def _arrange(self) -> None:
        inside = QVBoxLayout(self._list_card)
        inside.setContentsMargins(2, 6, 2, 6)
        inside.setSpacing(0)
        inside.addWidget(self.hint)
        inside.addWidget(self.results, 1)
        self.dividers.set_columns(self._list_card, self.detail)
        self._list_card.setMinimumWidth(280)
        self.detail.setMinimumWidth(320)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.dividers.columns)
        self.dividers.rows.addWidget(self._stack)
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        top.addWidget(self.field, 1)
        top.addWidget(self.menu_button)
        middle = QWidget(self)
        column = self._column = QVBoxLayout(middle)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _GAP)
        column.setSpacing(_GAP + 4)
        column.addLayout(top)
        column.addWidget(self.filters)
        column.addWidget(self.offer)
        column.addWidget(self.dividers.rows, 1)
        self.setCentralWidget(middle)


def _translate(pane: QWidget) -> None:
    """Let a pane, and all inside it, say everything in the window's language."""
    QCoreApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
