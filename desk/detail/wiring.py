"""Connects the detail pane: the selected row -> what is known beside it -> the page; links and related entries."""

from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desk.detail.facts import Facts, facts_of
from desk.detail.languages import Shown
from desk.detail.page import Page
from desk.payload.flow import PayloadFlow
from desk.question.query_flow import Asked, QueryFlow
from desk.question.search_thread import SearchThread, entry_by_id
from desk.question.wiring import QuestionWiring
from desk.results.rows import Row, row_of_hit
from desk.settings.preferences import Preferences
from desk.tickets.copy_flow import CopyFlow
from desk.window import MainWindow
from index.entry import CatalogueEntry
from index.hits import Hit, Reason

_REST_MS = 60


class DetailWiring(QObject):
    """What happens when a row is selected."""

    def __init__(
        self,
        window: MainWindow,
        search: SearchThread,
        question: QuestionWiring,
        query: QueryFlow,
        payload: PayloadFlow,
        copy: CopyFlow,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window, self._search, self._question = window, search, question
        self._query, self._payload = query, payload
        self._language, self._preferences = "en", preferences
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show_row)
        detail, results = window.detail, window.results
        results.row_selected.connect(self._row_selected)
        results.opened.connect(detail.setFocus)
        results.left_above.connect(window.field.setFocus)
        results.suggestion_chosen.connect(self._suggested)
        detail.set_shown(preferences.settings().entry_texts)
        detail.shown_wanted.connect(self._show_languages)
        detail.ticket_wanted.connect(copy.copy_ticket)
        detail.plain_wanted.connect(lambda: copy.copy_ticket("text"))
        detail.code_wanted.connect(copy.copy_code)
        detail.link_wanted.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        detail.entry_wanted.connect(self._open_entry)
        detail.copy_wanted.connect(copy.copy_selected)
        detail.marked.connect(lambda chosen: copy.without_secrets(chosen, partial(detail.hand_out, chosen)))

    def set_language(self, language: str) -> None:
        """Show texts of entries in this language first."""
        self._language = language

    def next_languages(self) -> None:
        """Show the texts of entries in the next language, or in both."""
        order = tuple(Shown)
        self._show_languages(order[(order.index(self._window.detail.shown()) + 1) % len(order)])

    def _show_languages(self, shown: object) -> None:
        if isinstance(shown, Shown):
            self._window.detail.set_shown(shown)
            settings = self._preferences.settings()
            self._preferences.change(msgspec.structs.replace(settings, entry_texts=shown))

    def _row_selected(self, row: object) -> None:
        if isinstance(row, Row):
            self._rest.start()
        else:
            self._rest.stop()

    def _show_row(self) -> None:
        row = self._window.results.current_row()
        if row is not None:
            self._search.look_up(facts_of(row.entry, self._language), self._show_facts)

    def _show_facts(self, facts: object) -> None:
        row = self._window.results.current_row()
        if not isinstance(facts, Facts) or row is None or row.entry.id != facts.entry.id:
            return
        current = self._payload.current() if self._payload.is_active() else None
        message = current.error.message if current else None
        self._window.detail.show_page(
            Page(
                entry=row.entry,
                language=self._language,
                values=row.values,
                message=message,
                message_spans=self._payload.value_spans(row.entry.id) if current else (),
                spans=row.spans,
                advice=facts.advice,
                solved=facts.solved,
                related=tuple(one for one in facts.related if one.id not in {entry.id for entry in row.also}),
                also=row.also,
                unproved=self._payload.is_unproved(row.entry.id),
            )
        )

    def _suggested(self, code: str) -> None:
        """Show a suggested code: beside the pasted text where one is shown, else as a question."""
        if not self._payload.is_active():
            self._question.search_for_nearer(code)
            return

        def show(entries: object) -> None:
            if isinstance(entries, list) and self._payload.is_active():
                hits = (Hit(entry=entry, reason=Reason.SIMILAR) for entry in entries)
                self._window.results.set_rows(tuple(row_of_hit(hit, self._language) for hit in hits))
                self._window.results.setFocus()

        self._search.look_up(lambda table: table.by_code(code), show)

    def _open_entry(self, entry_id: str) -> None:
        if self._window.results.select_entry(entry_id):
            return
        self._search.look_up(entry_by_id(entry_id), self._show_entry)

    def _show_entry(self, entry: object) -> None:
        if isinstance(entry, CatalogueEntry):
            if not self._payload.is_active():
                self._query.show(Asked(text=entry.code))
                return
            row = row_of_hit(Hit(entry=entry, reason=Reason.CODE), self._language)
            self._window.results.set_rows((*self._window.results.rows(), row))
            self._window.results.select_entry(entry.id)
