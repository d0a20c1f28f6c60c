"""Connects tickets with the window: the chord, the menu of targets, what is hidden, the templates."""

from collections.abc import Callable, Mapping
from functools import partial

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desk.action_spec import Act
from desk.language.refusals import refusal_said
from desk.payload.thread import PayloadThread
from desk.question.search_thread import SearchThread
from desk.settings.preferences import Preferences
from desk.tickets.copy_flow import STANDARD, CopyFlow
from desk.tickets.hidden_items import preview_of
from desk.tickets.menu import TicketMenu, TicketMenuState
from desk.tickets.source import Choice, TicketSource
from desk.window import MainWindow
from index.entry import CatalogueEntry
from index.errors import DeskError

NoteAbout = Callable[[CatalogueEntry, Callable[[str], object]], object]
"""Hands over the note about an entry's code; "" is none."""


class TicketWiring(QObject):
    """Beside `desk.wiring`, which gives it the actions."""

    def __init__(
        self,
        window: MainWindow,
        copy: CopyFlow,
        search: SearchThread,
        payloads: PayloadThread,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window, self._copy, self._search = window, copy, search
        self._preferences, self._templates = preferences, preferences.templates()
        copy.watch(read_note=self._read_note, is_reading=payloads.is_reading)
        self._note_about: NoteAbout | None = None
        preferences.settings_changed.connect(self.take_settings)
        preferences.language_changed.connect(self.take_settings)
        self.take_settings()

    def set_actions(self, actions: Mapping[Act, QAction]) -> None:
        """Make the menu."""
        self.menu = TicketMenu((actions[Act.HIDDEN], actions[Act.TEMPLATES]), self._window)
        self.menu.opening.connect(self.fill_menu)
        self.menu.target_chosen.connect(lambda target: self._choose(ticket_target=target))
        self.menu.template_chosen.connect(lambda name: self._choose(ticket_template=name))
        self.menu.language_chosen.connect(lambda language: self._choose(ticket_language=language))
        self.menu.note_chosen.connect(lambda wanted: self._choose(ticket_note=wanted))
        self._window.detail.set_ticket_menu(self.menu)

    def use_notes(self, note_about: NoteAbout) -> None:
        """Take notes from here."""
        self._note_about = note_about

    def take_settings(self) -> None:
        """Write tickets as the user chose."""
        settings, window = self._preferences.settings(), self._preferences.language()
        chosen = settings.ticket_language
        choice = Choice(
            target=settings.ticket_target,
            template=settings.ticket_template,
            language=window if chosen == "window" else chosen,
            templates=self._templates,
        )
        self._copy.set_choice(choice, window)

    def open_menu(self) -> None:
        """Open the menu at its button."""
        if not self._window.detail.open_ticket_menu():
            button = self._window.menu_button
            self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def fill_menu(self) -> None:
        """Show the choices as they are now."""
        from index.ticket.templates.store import TemplateStore  # noqa: PLC0415 - not needed at the start

        settings = self._preferences.settings()
        try:
            names = tuple(info.name for info in TemplateStore(self._templates).templates())
        except DeskError as error:
            self._window.status.show_news(refusal_said(error))
            names = (STANDARD,)
        self.menu.fill(
            TicketMenuState(
                target=settings.ticket_target,
                template=settings.ticket_template,
                language=settings.ticket_language,
                note=settings.ticket_note,
                templates=names,
                window_language=self._preferences.language(),
            )
        )

    def open_hidden(self) -> None:
        """Show what is hidden in the ticket; what is shown after all goes into one copy only."""
        source = self._copy.source()
        if source is None:
            self._copy.copy_ticket()  # says that there is nothing yet
        else:
            self._copy.with_note(self._copy.choice(), partial(self._show_hidden, source))

    def _show_hidden(self, source: TicketSource, choice: Choice) -> None:
        def write(shown: tuple[str, ...], then: Callable[[object], None]) -> None:
            wanted = msgspec.structs.replace(choice, shown=shown)
            self._search.look_up(preview_of(source, wanted), then)

        from desk.tickets.hidden_dialog import HiddenDialog  # noqa: PLC0415 - not at the start

        dialog = HiddenDialog(write, self._preferences.look(), self._window)
        dialog.copy_wanted.connect(
            lambda shown: self._copy.copy(source, msgspec.structs.replace(choice, shown=shown))
        )
        self._window.open_dialog(dialog)

    def open_templates(self) -> None:
        """Show the templates."""
        from desk.tickets.templates_dialog import TemplatesDialog  # noqa: PLC0415 - not needed at the start

        dialog = TemplatesDialog(
            self._templates,
            lambda job, then: self._search.look_up(lambda _table: job(), then),
            self._preferences.look(),
            self._preferences.language(),
            self._window,
        )
        dialog.changed.connect(self._templates_changed)
        self._preferences.language_changed.connect(dialog.set_language)
        self._window.open_dialog(dialog)

    def _read_note(self, then: Callable[[str], object]) -> None:
        """Hand over the user's note about the selected entry, if tickets are to carry it.

        The library is asked: the page of an entry that was found just now does not know it yet.
        """
        row = self._window.results.current_row()
        if self._note_about is None or row is None or not self._preferences.settings().ticket_note:
            then("")
        else:
            self._note_about(row.entry, then)

    def _choose(self, **changed: object) -> None:
        self._preferences.change(msgspec.structs.replace(self._preferences.settings(), **changed))
        self._copy.copy_ticket()

    def _templates_changed(self) -> None:
        from index.ticket.templates.store import TemplateStore  # noqa: PLC0415 - not needed at the start

        settings = self._preferences.settings()
        try:
            names = {info.name for info in TemplateStore(self._templates).templates()}
        except DeskError as error:
            self._window.status.show_news(refusal_said(error))
            return
        if settings.ticket_template not in names:
            self._preferences.change(msgspec.structs.replace(settings, ticket_template=STANDARD))
