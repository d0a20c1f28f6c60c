"""The menu of tickets: where to, which kind of text, in which language. Whatever is chosen is copied at once."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from desk.language.menu_letters import give_letters
from desk.language.retranslated import Retranslated
from desk.tickets.names import LANGUAGE_NAMES, TARGET_NAMES, language_name, target_name, template_name


class TicketMenuState(msgspec.Struct, frozen=True, kw_only=True):
    """What the menu shows."""

    target: str
    """The target chosen last."""
    template: str
    """The template chosen last."""
    language: str
    """`window`, `en` or `zh-Hans`."""
    note: bool
    """Tickets carry the user's note."""
    templates: tuple[str, ...]
    """Names of all templates."""
    window_language: str
    """Language of the window."""


class TicketMenu(Retranslated, QMenu):
    """Targets at the top, the rest below; filled each time it opens."""

    opening = Signal()
    """It is about to open: call `fill`."""
    target_chosen = Signal(str)
    """A target."""
    template_chosen = Signal(str)
    """A template."""
    language_chosen = Signal(str)
    """`window`, `en` or `zh-Hans`."""
    note_chosen = Signal(bool)
    """Whether tickets are to carry the user's note."""

    def __init__(self, others: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ticketMenu")
        self._others = tuple(others)
        self.kinds, self.languages = QMenu(self), QMenu(self)
        self.kinds.setObjectName("ticketTemplates")
        self.languages.setObjectName("ticketLanguages")
        self.aboutToShow.connect(self.opening)
        for menu in (self, self.kinds, self.languages):
            give_letters(menu)
        self.retranslate()

    def fill(self, state: TicketMenuState) -> None:
        """Show these choices, the present ones marked."""
        self.clear()
        heading = self.addAction(self.tr("Copy the ticket for"))
        heading.setEnabled(False)
        targets = {name: target_name(name) for name in TARGET_NAMES}
        _choices(self, targets, state.target, self.target_chosen)
        self.addSeparator()
        kinds = {name: template_name(name, state.window_language) for name in state.templates}
        for menu, names, now, chosen in (
            (self.kinds, kinds, state.template, self.template_chosen),
            (
                self.languages,
                {tag: language_name(tag) for tag in LANGUAGE_NAMES},
                state.language,
                self.language_chosen,
            ),
        ):
            menu.clear()
            _choices(menu, names, now, chosen)
            self.addMenu(menu)
        note = self.addAction(self.tr("With my note"))
        note.setCheckable(True)
        note.setChecked(state.note)
        note.triggered.connect(self.note_chosen)
        self.addSeparator()
        self.addActions(self._others)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Copy the ticket for"))
        self.kinds.setTitle(self.tr("Kind of text"))
        self.languages.setTitle(self.tr("Language"))


def _choices(menu: QMenu, names: dict[str, str], now: str, chosen: SignalInstance) -> None:
    group = QActionGroup(menu)
    for name, text in names.items():
        action = menu.addAction((text[:1].upper() + text[1:]).replace("&", "&&"))
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(name == now)
        action.setActionGroup(group)
        action.triggered.connect(lambda _checked=False, name=name: chosen.emit(name))
