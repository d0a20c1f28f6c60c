"""Connects the panes with the flows and the threads: who hears whom, and nothing else.

field, chips -> QueryFlow -> SearchThread -> list -> detail
pastes -> PayloadThread -> PayloadFlow -> payload pane, list -> detail
copy keys -> CopyFlow -> clipboard -> status bar
"""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desk.actions import CHIP_KEYS, Act, make_actions, retranslate
from desk.build_process import BuildProcess
from desk.clipboard import LARGEST, DeskClipboard
from desk.copy_flow import CopyFlow
from desk.detail_html import Page, UnknownPage
from desk.empty_state import Notice
from desk.facts import Facts, facts_of
from desk.keys_overlay import KeysOverlay
from desk.library_thread import LibraryThread
from desk.memory_wiring import MemoryWiring
from desk.payload_flow import PayloadFlow
from desk.payload_thread import PayloadThread
from desk.preferences import Preferences
from desk.query_flow import Asked, QueryFlow
from desk.rows import Row, row_of_hit
from desk.search_thread import Opened, SearchThread, entry_by_id
from desk.settings import Settings
from desk.window import MainWindow
from index.advice import advice_for
from index.commands.output import read_text
from index.entry import CatalogueEntry
from index.errors import DeskError
from index.hits import Answer, Facets, Hit, Reason
from index.reports import Explanation, MatchedError
from index.text import clean

_REST_MS = 60
_ONE_LINE = 200


class Wiring(QObject):
    """Everything that happens between the panes of one window."""

    def __init__(
        self,
        window: MainWindow,
        search: SearchThread,
        payloads: PayloadThread,
        build: BuildProcess,
        library: LibraryThread,
        clipboard: DeskClipboard,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self.window, self._search, self._payloads, self._build = window, search, payloads, build
        self._clipboard, self._preferences = clipboard, preferences
        self.query, self.payload = QueryFlow(self), PayloadFlow(self)
        self.memory = MemoryWiring(window, library, search, self.query, self.payload, preferences.look)
        self.memory.catalogues_changed.connect(self._index_ready)
        self.memory.rows_found.connect(self._add_noted)
        self.copy = CopyFlow(clipboard, self.payload, search, window.results.current_row, self)
        self._language = "en"
        self._indexed = False
        self._all = Facets()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show_row)
        self._last: Answer | None = None
        self._keep_selection = False
        self._wanted_entry = ""
        self.actions = make_actions(self, self._todo())
        chips = {
            keys: (lambda n=number: window.filters.toggle(n)) for number, keys in enumerate(CHIP_KEYS, 1)
        }
        window.set_actions(self.actions, chips)
        self._connect_query()
        self._connect_payload()
        self._connect_rest()

    def set_language(self, language: str) -> None:
        """Show texts of entries in this language first."""
        self._language = language
        self.payload.set_language(language)
        self.memory.set_language(language)
        retranslate(self.actions)
        self._take_settings(self._preferences.settings())
        if self.payload.is_active():
            self.payload.select(self.payload.position())
        elif self._last is not None:
            self._show_answer(self._last)

    def _take_settings(self, settings: object) -> None:
        if isinstance(settings, Settings):
            self.copy.set_target(settings.ticket_target)
            chosen = settings.ticket_language
            self.copy.set_language(self._language if chosen == "window" else chosen)

    def search_for(self, text: str) -> None:
        """Ask this, as if typed."""
        self.payload.rest()
        self.query.show(Asked(text=text))
        self.window.field.setFocus()

    def resume(self, asked: Asked, entry_id: str) -> None:
        """Ask again what was asked last time, and select the same entry."""
        self._wanted_entry = entry_id
        self.query.show(asked)

    def paste_clipboard(self) -> None:
        """Read the clipboard: a payload when it holds an error, else a query."""
        self.take_text(self._clipboard.text())

    def take_text(self, text: str, *, sure: bool = False) -> None:
        """Read a text, as if pasted."""
        text = clean(text)
        if not text.strip():
            self.window.status.show_news(self.tr("The clipboard holds no text."))
        elif len(text) > LARGEST:
            self.window.status.show_news(
                self.tr("That text is too long to read (over 50 million characters).")
            )
        else:
            if len(text) > _ONE_LINE or "\n" in text.strip():
                self._open_payload()
                self.window.payload.show_reading(text)
                sure = True
            self._payloads.read(text, sure=sure, preferred=self._preferences.settings().preferred_services)

    def close_payload(self) -> None:
        """Put the pasted text away and show the question again."""
        self._payloads.cancel()
        if self.payload.found() is None and not self.window.payload.isVisible():
            return
        self.payload.clear()
        self.window.payload.clear()
        self.window.payload.hide()
        self.query.ask_again()

    # --- question ---------------------------------------------------------------------------------------------

    def _connect_query(self) -> None:
        window, query = self.window, self.query
        window.field.edited.connect(self._typed)
        window.field.paste_wanted.connect(self.paste_clipboard)
        window.field.text_dropped.connect(self.take_text)
        window.field.list_wanted.connect(self._into_list)
        window.field.entered.connect(self._enter)
        window.filters.changed.connect(self._toggled)
        window.start.query_chosen.connect(self.search_for)
        window.start.paste_chosen.connect(lambda text: self.take_text(text, sure=True))
        query.asked.connect(self._search.ask)
        query.asked.connect(lambda _query: window.filters.show())
        query.emptied.connect(self._empty)
        query.text_set.connect(self._set_text)
        query.chips_set.connect(window.filters.set_active)
        self._search.opened.connect(self._open)
        self._search.answered.connect(self._show_answer)
        self._search.failed.connect(window.status.show_news)

    def _typed(self, text: str) -> None:
        if text:
            self.payload.rest()
        self.query.type(text)

    def _toggled(self, active: object) -> None:
        if isinstance(active, frozenset):
            self.query.toggle(active)

    def _set_text(self, text: str) -> None:
        if self.window.field.text() != text:
            self.window.field.setText(text)

    def _open(self, opened: object) -> None:
        if not isinstance(opened, Opened):
            return
        self._indexed, self._all = opened.indexed, opened.facets
        self.window.status.show_known(opened.entries, len(opened.headers))
        self.query.set_known(opened.facets)
        self.window.filters.set_known(opened.facets)
        if not self._indexed and not self._build.is_running():
            self._build.start()
        if not self.query.now().is_empty() and not self.payload.is_active():
            self._keep_selection = True
            self.query.ask_again()

    def _empty(self) -> None:
        self._search.forget()
        self._last = None
        self.window.status.show_answer(None)
        if self.payload.found() is not None:
            self._take_up(self.payload.position())
        else:
            self.window.filters.show()
            self.window.filters.set_counts(self._all)
            self.window.results.set_rows(())
            self.window.show_start(start=True)

    def _show_answer(self, answer: object) -> None:
        if not isinstance(answer, Answer) or self.payload.is_active():
            return
        self._last = answer
        window = self.window
        window.show_start(start=False)
        if self._indexed:  # without an index nothing is counted
            window.filters.set_counts(answer.facets)
        window.status.show_answer(answer)
        window.hint.show_hint(
            weak=answer.weak and bool(answer.hits), suggestions=answer.did_you_mean if answer.hits else ()
        )
        if answer.hits:
            rows = tuple(row_of_hit(hit, self._language) for hit in answer.hits)
            window.results.set_rows(rows, keep_selection=self._keep_selection)
            if self._wanted_entry:
                window.results.select_entry(self._wanted_entry)
                self._wanted_entry = ""
        else:
            window.results.show_notice(self._nothing(answer))
            window.detail.show_notice(None)
        self._keep_selection = False

    def _add_noted(self, entries: object) -> None:
        """Add the entries whose notes hold the words, below what the search found."""
        results = self.window.results
        if not isinstance(entries, list) or self.payload.is_active() or self._last is None:
            return
        there = {row.entry.id for row in results.rows()}
        added = tuple(
            msgspec.structs.replace(
                row_of_hit(Hit(entry=entry, reason=Reason.SOME_WORDS), self._language), reason="my note"
            )
            for entry in entries
            if entry.id not in there
        )
        if added:
            results.set_rows((*results.rows(), *added), keep_selection=True)

    def _nothing(self, answer: Answer) -> Notice:
        if not self._indexed:
            hint = self.tr("The search is still being prepared; codes can be found already.")
        elif self.query.now().chips:
            hint = self.tr("Take a filter off (Esc), or search for something near:")
        else:
            hint = self.tr("Check the spelling, use fewer words, or try one of these:")
        if not answer.did_you_mean and self._indexed and not self.query.now().chips:
            hint = self.tr("Check the spelling or use fewer words.")
        return Notice(title=self.tr("Nothing found"), hint=hint, suggestions=answer.did_you_mean)

    def _into_list(self, step: int) -> None:
        results = self.window.results
        if results.rows():
            results.setFocus()
            results.select_position(min(max(results.currentIndex().row(), 0) + step, len(results.rows()) - 1))

    def _enter(self) -> None:
        self.query.remember()
        if self.window.results.current_row() is not None:
            self.window.detail.setFocus()

    # --- pasted text ------------------------------------------------------------------------------------------

    def _connect_payload(self) -> None:
        pane, flow = self.window.payload, self.payload
        self._payloads.explained.connect(self._explained)
        self._payloads.no_error.connect(self._no_error)
        self._payloads.failed.connect(self._not_read)
        pane.error_selected.connect(self._take_up)
        pane.opened.connect(self.window.detail.setFocus)
        pane.ids_wanted.connect(self.copy.copy_ids)
        pane.close_wanted.connect(self.close_payload)
        pane.cancel_wanted.connect(self.close_payload)
        pane.text_dropped.connect(self.take_text)
        pane.files_dropped.connect(self._take_files)
        pane.query_wanted.connect(self.search_for)
        for source in (pane, self.window.results, self.window.detail):
            source.digit_pressed.connect(self._confirm)
        flow.rows_ready.connect(self._show_rows)
        flow.unknown.connect(self._show_unknown)
        flow.confirmed.connect(pane.errors.confirm)

    def _take_up(self, position: int) -> None:
        """Show an error of the pasted text; a question asked meanwhile steps back."""
        if position < 0:
            return
        if not self.payload.is_active() and not self.query.now().is_empty():
            self.query.remember()
            self._search.forget()
            self.window.field.blockSignals(True)  # noqa: FBT003 - Qt's switch
            self.window.field.clear()
            self.window.field.blockSignals(False)  # noqa: FBT003 - Qt's switch
            self.query.forget()
        self._last = None
        self.window.hint.show_hint(weak=False, suggestions=())
        self.window.status.show_answer(None)
        self.window.show_start(start=False)
        self.window.filters.hide()  # chips narrow questions, not pasted texts
        self.payload.select(position)

    def _open_payload(self) -> None:
        self._search.forget()
        self.window.payload.show()

    def _explained(self, found: object) -> None:
        if not isinstance(found, Explanation):
            return
        window = self.window
        self._open_payload()
        self.payload.take(found)
        window.hint.show_hint(weak=False, suggestions=())
        if window.field.text():
            window.field.clear()
        window.status.show_answer(None)
        window.show_start(start=False)
        window.payload.show_found(found)
        if found.errors:
            window.results.setFocus()
            said = self.tr("Errors read: {count}").format(count=len(found.errors))
            window.status.show_news(said)
        else:
            window.results.show_notice(
                Notice(title=self.tr("No error in this text"), hint=self.tr("See the pasted text below."))
            )
            window.detail.show_notice(None)

    def _no_error(self, text: str) -> None:
        self.payload.rest()
        self.query.show(Asked(text=" ".join(text.split())))
        self.window.field.setFocus()

    def _take_files(self, paths: tuple[str, ...]) -> None:
        try:
            text = "\n".join(read_text(Path(path)) for path in paths)
        except DeskError as error:
            self.window.status.show_news(str(error))
            return
        self.take_text(text, sure=True)

    def _not_read(self, line: str) -> None:
        self.close_payload()
        self.window.status.show_news(line)

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self.window.results.set_rows(rows)
        chosen = self.payload.chosen_entry()
        if chosen:
            self.window.results.select_entry(chosen)

    def _show_unknown(self, matched: MatchedError) -> None:
        code = matched.error.code or matched.error.message or ""
        self.window.results.show_notice(
            Notice(
                title=self.tr("In no catalogue"),
                hint=self.tr("The nearest codes that exist:") if matched.closest else "",
                suggestions=matched.closest,
            )
        )
        error = matched.error
        self.window.detail.show_unknown(
            UnknownPage(
                code=code,
                message=error.message if error.code else None,
                advice=advice_for(error.status, self._language, texts=(error.message or "",)),
            )
        )

    def _confirm(self, digit: int) -> None:
        if self.payload.confirm(digit):
            self.window.status.show_news(self.tr("Row {digit} confirmed").format(digit=digit))

    # --- list, detail, the rest -------------------------------------------------------------------------------

    def _connect_rest(self) -> None:
        window = self.window
        window.results.row_selected.connect(self._row_selected)
        window.results.opened.connect(window.detail.setFocus)
        window.results.left_above.connect(window.field.setFocus)
        window.results.suggestion_chosen.connect(self._suggested)
        window.hint.chosen.connect(self.search_for)
        window.detail.code_chosen.connect(self.search_for)
        window.detail.ticket_wanted.connect(self.copy.copy_ticket)
        window.detail.plain_wanted.connect(lambda: self.copy.copy_ticket("text"))
        window.detail.code_wanted.connect(self.copy.copy_code)
        window.detail.link_wanted.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        window.detail.entry_wanted.connect(self._open_entry)
        window.detail.copied.connect(lambda: window.status.show_news(self.tr("Copied the selection")))
        self.copy.said.connect(window.status.show_news)
        self._build.progressed.connect(window.status.show_progress)
        self._build.built.connect(self._index_ready)
        self._build.failed.connect(self._index_failed)
        self._preferences.language_changed.connect(self.set_language)
        self._preferences.look_changed.connect(window.set_look)
        self._preferences.settings_changed.connect(self._take_settings)
        self._preferences.said.connect(window.status.show_news)

    def _row_selected(self, row: object) -> None:
        if isinstance(row, Row):
            self._rest.start()
        else:
            self._rest.stop()

    def _show_row(self) -> None:
        row = self.window.results.current_row()
        if row is not None:
            self._search.look_up(facts_of(row.entry, self._language), self._show_facts)

    def _show_facts(self, facts: object) -> None:
        row = self.window.results.current_row()
        if not isinstance(facts, Facts) or row is None or row.entry.id != facts.entry.id:
            return
        current = self.payload.current() if self.payload.is_active() else None
        message = current.error.message if current else None
        self.window.detail.show_page(
            Page(
                entry=row.entry,
                language=self._language,
                values=row.values,
                message=message,
                message_spans=_value_spans(current, row),
                spans=row.spans,
                advice=facts.advice,
                solved=facts.solved,
                related=facts.related,
            )
        )

    def _suggested(self, code: str) -> None:
        """Show a suggested code: beside the pasted text where one is shown, else as a question."""
        if not self.payload.is_active():
            self.search_for(code)
            return

        def show(entries: object) -> None:
            if isinstance(entries, list) and self.payload.is_active():
                hits = (Hit(entry=entry, reason=Reason.SIMILAR) for entry in entries)
                self.window.results.set_rows(tuple(row_of_hit(hit, self._language) for hit in hits))
                self.window.results.setFocus()

        self._search.look_up(lambda table: table.by_code(code), show)

    def _open_entry(self, entry_id: str) -> None:
        if self.window.results.select_entry(entry_id):
            return
        self._search.look_up(entry_by_id(entry_id), self._show_entry)

    def _show_entry(self, entry: object) -> None:
        if isinstance(entry, CatalogueEntry):
            if not self.payload.is_active():
                self.query.show(Asked(text=entry.code))
                return
            row = row_of_hit(Hit(entry=entry, reason=Reason.CODE), self._language)
            self.window.results.set_rows((*self.window.results.rows(), row))
            self.window.results.select_entry(entry.id)

    def _index_ready(self) -> None:
        self.window.status.end_progress()
        self._search.reopen()
        self._payloads.reopen()

    def _index_failed(self, line: str) -> None:
        self.window.status.end_progress()
        self.window.status.show_news(line)

    def _escape(self) -> None:
        if self.window.field.composing:
            return
        if self.window.detail.close_note() or self.window.detail.close_find() or self.query.clear_step():
            return
        self.close_payload()
        self.window.field.setFocus()

    def _show_keys(self) -> None:
        KeysOverlay(self._preferences.look(), self.window).show()

    def _step_error(self, by: int) -> None:
        self.window.payload.errors.step(by)

    def _todo(self) -> dict[Act, Callable[[], object]]:
        preferences, window, copy = self._preferences, self.window, self.copy
        return {
            Act.FIELD: window.field.take_focus,
            Act.PASTE: self.paste_clipboard,
            Act.CLEAR: self._escape,
            Act.FIND: window.detail.open_find,
            Act.COPY_TICKET: copy.copy_ticket,
            Act.COPY_PLAIN: lambda: copy.copy_ticket("text"),
            Act.COPY_ROW: copy.copy_row,
            Act.COPY_CODE: copy.copy_code,
            Act.COPY_IDS: copy.copy_ids,
            Act.NOTE: self.memory.edit_note,
            Act.PIN: self.memory.memory.toggle_pin,
            Act.OWN_ENTRY: self.memory.write_own_entry,
            Act.NEXT_ERROR: lambda: self._step_error(1),
            Act.PREVIOUS_ERROR: lambda: self._step_error(-1),
            Act.CLOSE_PAYLOAD: self.close_payload,
            Act.NEXT_PANE: lambda: window.go_round(1),
            Act.PREVIOUS_PANE: lambda: window.go_round(-1),
            Act.BACK: lambda: self.query.go(-1),
            Act.FORWARD: lambda: self.query.go(1),
            Act.LARGER: lambda: preferences.zoom(1),
            Act.SMALLER: lambda: preferences.zoom(-1),
            Act.USUAL_SIZE: lambda: preferences.zoom(0),
            Act.THEME: preferences.switch_theme,
            Act.LANGUAGE: preferences.switch_language,
            Act.SETTINGS: lambda: preferences.open_settings(window),
            Act.KEYS: self._show_keys,
            Act.ABOUT: lambda: preferences.open_about(window),
            Act.MENU: window.menu_button.showMenu,
            Act.QUIT: window.close,
        }


def _value_spans(current: MatchedError | None, row: Row) -> tuple[tuple[int, int], ...]:
    """Return where the values of the selected row stand in the customer's message."""
    if current is None or not current.error.message or not row.values:
        return ()
    spans: list[tuple[int, int]] = []
    at = 0
    for value in row.values:
        start = current.error.message.find(value, at) if value else -1
        if start >= 0:
            at = start + len(value)
            spans.append((start, at))
    return tuple(spans)
