"""Puts the flows together for one window, and the table of actions over them.

field, chips -> QueryFlow -> SearchThread -> list -> detail        desk.question.wiring, desk.detail.wiring
pastes -> PayloadThread -> PayloadFlow -> payload pane, list       desk.payload.wiring
notes, pins, own entries -> MemoryFlow -> LibraryThread            desk.memory.wiring
pages -> ImportProcess -> import dialog -> packs                   desk.catalogues.wiring
copy keys -> CopyFlow -> clipboard -> status bar                   desk.tickets.wiring
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desk.action_making import make_actions, retranslate
from desk.action_spec import Act
from desk.actions import CHIP_KEYS
from desk.catalogues.wiring import ImportWiring
from desk.clipboard import DeskClipboard
from desk.detail.wiring import DetailWiring
from desk.dividers import move_divider
from desk.memory.library_thread import LibraryThread
from desk.memory.undo import Step, UndoStack
from desk.memory.wiring import MemoryWiring
from desk.payload.flow import PayloadFlow
from desk.payload.reading_again import ReadingAgain
from desk.payload.thread import PayloadThread
from desk.payload.wiring import PayloadWiring
from desk.question.build_process import BuildProcess
from desk.question.keys_ahead import KeysAhead
from desk.question.query_flow import QueryFlow
from desk.question.search_thread import SearchThread
from desk.question.wiring import QuestionWiring
from desk.rehearsal import Rehearsal
from desk.settings.preferences import Preferences
from desk.settings.wiring import SettingsWiring
from desk.tickets.copy_flow import CopyFlow
from desk.tickets.wiring import TicketWiring
from desk.triage.wiring import TriageWiring
from desk.why_not import WhyNot
from desk.window import MainWindow

if TYPE_CHECKING:
    from desk.payload.pane import PayloadPane

_GUARDED = (
    Act.FIND,
    Act.COPY_MENU,
    Act.CLOSE_PAYLOAD,
    Act.ENLARGE_PAYLOAD,
    Act.TABLE,
    Act.COPY_TABLE,
)
"""They do not say themselves why there is nothing to do, and wait for nothing."""


class Wiring(QObject):
    """Everything that happens between the panes of one window."""

    quit_wanted = Signal()
    """End the program."""

    def __init__(
        self,
        window: MainWindow,
        search: SearchThread,
        payloads: PayloadThread,
        build: BuildProcess,
        library: LibraryThread,
        clipboard: DeskClipboard,
        preferences: Preferences,
        imports: ImportWiring,
    ) -> None:
        super().__init__(window)
        self._imports = imports
        self._window, self._search, self._payloads, self._build = window, search, payloads, build
        self._preferences = preferences
        self.query, self.payload = QueryFlow(self), PayloadFlow(self)
        query, payload, self.undo = self.query, self.payload, UndoStack(self)
        ahead = self._ahead = KeysAhead(self)
        self.copy = CopyFlow(clipboard, payload, search, window.results.current_row, ahead, self)
        self._tickets = TicketWiring(window, self.copy, search, payloads, preferences)
        self._question = QuestionWiring(window, search, query, payload, preferences, ahead)
        self._pasted = PayloadWiring(
            window, payloads, self._question, query, payload, clipboard, preferences, ahead, undo=self.undo
        )
        self._why_not = WhyNot(window, self._pasted.back, payload, self.copy, self.undo, ahead)
        self._again = ReadingAgain(window, payloads, payload, preferences)
        self._logs = TriageWiring(
            window, payloads.triage, search, self._question, self._pasted, payload, self.copy, preferences
        )
        self._logs.shown.connect(self._pasted.back.visit)
        self._logs.shown.connect(ahead.go_on)
        self._logs.given_up.connect(ahead.forget)
        ahead.watch(self._question.is_under_way, payloads.is_reading, self._logs.is_under_way)
        self._detail = DetailWiring(window, search, self._question, query, payload, self.copy, preferences)
        self.memory = MemoryWiring(window, library, search, query, payload, preferences.look, self.undo)
        self._tickets.use_notes(self.memory.memory.read_note)
        self._rehearsal = Rehearsal(library.run, self)
        self._settings = SettingsWiring(
            window, preferences, library, search, build, self._tickets.open_templates
        )
        self.search_for, self.resume = self._question.search_for, self._question.resume
        self.show_better = self._question.show_better
        self.take_text, self.paste_clipboard = self._pasted.take_text, self._pasted.paste_clipboard
        self.actions = make_actions(self, self._todo())
        chips = {
            keys: (lambda n=number: window.filters.toggle(n)) for number, keys in enumerate(CHIP_KEYS, 1)
        }
        window.set_actions(self.actions, chips)
        self._why_not.grey(window.menu_button.menu(), self.actions)
        window.results.offer(self.actions, lambda menu: self._why_not.grey(menu, self.actions))
        self._tickets.set_actions(self.actions)
        self._connect()

    def set_language(self, language: str) -> None:
        """Show texts of entries in this language first."""
        parts = (self.memory, self._detail, self._pasted, self._question)
        steps = [partial(part.set_language, language) for part in parts]
        self._window.turns.do("language", [partial(retranslate, self.actions), *steps])

    def _connect(self) -> None:
        status, build, preferences = self._window.status, self._build, self._preferences
        self._window.with_payload(self._connect_payload)
        self.query.asked.connect(self._window.dividers.give_back)  # the answer needs its room
        self._question.index_missing.connect(build.start)
        self.memory.catalogues_changed.connect(self._look_again)
        self._imports.catalogues_changed.connect(self._look_again)
        self._settings.restored.connect(self._look_again)
        self._settings.restored.connect(self.memory.memory.look_at_hand)
        self._settings.restored.connect(self.memory.unsaved.look)
        self._settings.order_changed.connect(self._order_again)
        self.memory.entry_wanted.connect(self._question.resume)
        self.memory.memory.kept_codes.connect(self._question.use_kept)
        self.memory.rows_found.connect(self._question.add_noted)
        self.copy.said.connect(status.show_news)
        self._why_not.said.connect(status.show_news)
        self.copy.hid.connect(self._keep_hidden)
        self._imports.removed.connect(self.undo.push)
        self._imports.brought_back.connect(self.undo.drop)
        self.undo.said.connect(status.show_news)
        self._window.field.watch_undo(self.undo.is_newest)
        self._window.results.typed.connect(self._window.field.type_on)
        self._window.detail.typed.connect(self._window.field.type_on)
        self._window.field.textEdited.connect(self.undo.typed)
        build.progressed.connect(status.show_progress)
        build.built.connect(status.end_progress)
        build.built.connect(self._look_again)
        build.failed.connect(status.end_progress)
        build.failed.connect(status.show_news)
        preferences.language_changed.connect(self.set_language)
        preferences.look_changed.connect(self._window.set_look)
        preferences.said.connect(status.show_news)
        self._payloads.idle.connect(self._rehearsal.begin)
        self._payloads.idle.connect(self._window.prepare)

    def _connect_payload(self, pane: "PayloadPane") -> None:
        pane.ids_wanted.connect(self.copy.copy_ids)
        pane.files_dropped.connect(self._imports.look_at)
        # Its secrets are known once it was read.
        pane.view.copy_wanted.connect(
            lambda stretch: self._ahead.when_shown(
                lambda: self.copy.copy_hidden(*pane.view.without_secrets(stretch))
            )
        )

    def _keep_hidden(self) -> None:
        """Let Ctrl+Z lead to what was hidden in the last copy: nothing is shown before it is ticked there."""
        self.undo.push(Step(said="", back=self._tickets.open_hidden, kind="hidden in a copy"))

    def _look_again(self) -> None:
        self._search.reopen()
        self._payloads.reopen()
        self._again.begin()

    def _order_again(self) -> None:
        if not self.query.now().is_empty() and not self.payload.is_active():
            self.query.ask_again()

    def _escape(self) -> None:
        """Close what is open where the keyboard is, else step back from the question, and then from the pasted text."""
        window = self._window
        if window.field.composing:
            return
        is_in_entry = window.detail.isAncestorOf(window.focusWidget())
        if is_in_entry and (window.detail.close_note() or window.detail.close_find()):
            return
        if self.query.clear_step():
            return
        self._pasted.close_payload()
        self._window.field.setFocus()

    def _go(self, go: Callable[[], object]) -> None:
        """Go back or forward: from a question at once, from a text that is being read once it is there."""
        if self._payloads.is_reading() or self._logs.is_under_way():
            self._ahead.when_shown(go)
        else:
            go()

    def _show_keys(self) -> None:
        """Show the keys of the window, or of the dialog that has the keyboard; over themselves, close them."""
        from desk.keys_overlay import KeysOverlay  # noqa: PLC0415 - not at the start

        around = self._window.dialogs.current()
        if isinstance(around, KeysOverlay):
            around.close()
        else:
            self._window.open_dialog(KeysOverlay(self._preferences.look(), around))

    def _move_divider(self, way: Qt.Orientation, by: int) -> None:
        if not move_divider(self._window.dialogs.current(), way, by):
            self._window.status.show_news(self.tr("There is no divider here that could be moved further."))

    def _todo(self) -> dict[Act, Callable[[], object]]:
        """Return what each act does; where it would do nothing, it says why."""
        todo = (
            self._todo_asked()
            | self._todo_copied()
            | self._todo_kept()
            | self._todo_pasted()
            | self._todo_shown()
        )
        return todo | {act: self._why_not.guarded(act, todo[act]) for act in _GUARDED}

    def _todo_asked(self) -> dict[Act, Callable[[], object]]:
        """Return what questions and the places they led to are for."""
        window, guarded, back = self._window, self._why_not.guarded, self._pasted.back
        return {
            Act.FIELD: window.field.take_focus,
            Act.PASTE: self.paste_clipboard,
            Act.OPEN_FILE: self._logs.open_file,
            Act.CLEAR: self._escape,
            Act.FIND: window.detail.open_find,
            Act.BACK: lambda: self._go(guarded(Act.BACK, lambda: back.go(-1))),
            Act.FORWARD: lambda: self._go(guarded(Act.FORWARD, lambda: back.go(1))),
        }

    def _todo_copied(self) -> dict[Act, Callable[[], object]]:
        """Return what leaves the desk; what is still being read is waited for."""
        copy, held, guarded = self.copy, self._ahead.held, self._why_not.guarded
        return {
            Act.COPY_TICKET: copy.copy_ticket,
            Act.COPY_PLAIN: lambda: copy.copy_ticket("text"),
            Act.COPY_MENU: self._tickets.open_menu,
            Act.HIDDEN: held(self._tickets.open_hidden),
            Act.COPY_ROW: held(guarded(Act.COPY_ROW, copy.copy_row)),
            Act.COPY_CODE: held(guarded(Act.COPY_CODE, copy.copy_code)),
            Act.COPY_IDS: held(copy.copy_ids),
            Act.TEMPLATES: self._tickets.open_templates,
        }

    def _todo_kept(self) -> dict[Act, Callable[[], object]]:
        """Return what changes the library and the catalogues."""
        held, guarded, memory = self._ahead.held, self._why_not.guarded, self.memory
        return {
            Act.NOTE: held(guarded(Act.NOTE, memory.edit_note)),
            Act.UNSAVED: memory.go_on_writing,
            Act.PIN: held(guarded(Act.PIN, memory.memory.toggle_pin)),
            Act.OWN_ENTRY: held(memory.write_own_entry),
            Act.REMOVE_OWN: held(memory.remove_own_entry),
            Act.FORGET_SEARCHES: memory.memory.forget_searches,
            Act.UNDO: self.undo.undo,
            Act.IMPORT: self._imports.open_import,
            Act.CATALOGUES: self._imports.open_catalogues,
            Act.GLOSSARY: self._settings.open_glossary,
        }

    def _todo_pasted(self) -> dict[Act, Callable[[], object]]:
        """Return what is done with a pasted text and its table of codes."""
        window, held, guarded = self._window, self._ahead.held, self._why_not.guarded
        return {
            Act.NEXT_ERROR: held(guarded(Act.NEXT_ERROR, lambda: self._pasted.step(1))),
            Act.PREVIOUS_ERROR: held(guarded(Act.PREVIOUS_ERROR, lambda: self._pasted.step(-1))),
            Act.CLOSE_PAYLOAD: self._pasted.close_payload,
            Act.ENLARGE_PAYLOAD: window.enlarge_payload,
            Act.TABLE: window.turn_table,
            Act.COPY_TABLE: window.copy_table,
        }

    def _todo_shown(self) -> dict[Act, Callable[[], object]]:
        """Return what changes how the window looks, and its dialogs."""
        window, preferences = self._window, self._preferences
        return {
            Act.NEXT_PANE: lambda: window.go_round(1),
            Act.PREVIOUS_PANE: lambda: window.go_round(-1),
            Act.LEFT_WIDER: lambda: self._move_divider(Qt.Orientation.Horizontal, 1),
            Act.LEFT_NARROWER: lambda: self._move_divider(Qt.Orientation.Horizontal, -1),
            Act.LOWER_HIGHER: lambda: self._move_divider(Qt.Orientation.Vertical, -1),
            Act.LOWER_LESS_HIGH: lambda: self._move_divider(Qt.Orientation.Vertical, 1),
            Act.LARGER: lambda: preferences.zoom(1),
            Act.SMALLER: lambda: preferences.zoom(-1),
            Act.USUAL_SIZE: lambda: preferences.zoom(0),
            Act.TEXTS: self._detail.next_languages,
            Act.THEME: preferences.switch_theme,
            Act.LANGUAGE: preferences.switch_language,
            Act.SETTINGS: self._settings.open_settings,
            Act.KEYS: self._show_keys,
            Act.ABOUT: lambda: window.open_dialog(preferences.about(window)),
            Act.MENU: window.menu_button.showMenu,
            Act.QUIT: self.quit_wanted.emit,
        }
