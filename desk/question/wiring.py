"""Connects the question: search field and chips -> QueryFlow -> SearchThread -> result list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from desk.payload.flow import PayloadFlow
from desk.question.keys_ahead import KeysAhead
from desk.question.noted import Noted
from desk.question.nothing import reason_for_nothing
from desk.question.query_flow import Asked, QueryFlow
from desk.question.search_thread import SearchThread
from desk.question.search_worker import Opened
from desk.results.empty_state import Notice
from desk.results.noted_rows import with_noted
from desk.results.row_folding import rows_of_hits
from desk.settings.preferences import Preferences
from desk.window import MainWindow
from index.hits import Answer, Facets
from index.query import Query
from index.text import fold


class QuestionWiring(QObject):
    """What happens when something is asked."""

    index_missing = Signal()
    """Words cannot be searched yet: the index has to be built."""
    stepped_back = Signal()
    """Nothing is asked any more, and a pasted text is there to go on with."""

    def __init__(
        self,
        window: MainWindow,
        search: SearchThread,
        query: QueryFlow,
        payload: PayloadFlow,
        preferences: Preferences,
        ahead: KeysAhead,
    ) -> None:
        super().__init__(window)
        self._preferences, self._ahead = preferences, ahead
        self._window, self._search, self._query, self._payload = window, search, query, payload
        self._language = "en"
        self._indexed = False
        self._all = Facets()
        self._asked: Query | None = None
        self._shown: Query | None = None
        self._last: Answer | None = None
        self._noted = Noted()
        self.use_kept = self._noted.use_kept
        self._wanted_entry = ""
        window.field.edited.connect(self._typed)
        window.field.list_wanted.connect(self._into_list)
        window.field.entered.connect(self._enter)
        window.filters.changed.connect(self._toggled)
        window.start.query_chosen.connect(self.search_for)
        window.hint.chosen.connect(self.search_for_nearer)
        window.detail.code_chosen.connect(self.search_for)
        query.changed.connect(ahead.forget)
        query.asked.connect(self._ask)
        query.emptied.connect(self._empty)
        query.text_set.connect(self._set_text)
        query.chips_set.connect(window.filters.set_active)
        search.opened.connect(self._open)
        search.recounted.connect(self._recount)
        search.answered.connect(self._show_answer)
        search.failed.connect(self._fail)

    def set_language(self, language: str) -> None:
        """Show texts of entries in this language first."""
        self._language = language
        if self._last is not None and not self._payload.is_active():
            self._show(self._last, keep_selection=True)

    def search_for(self, text: str, *, pasted: bool = False) -> None:
        """Ask this, as if typed, or as a part of what was pasted."""
        self._payload.rest()
        self._query.show(Asked(text=text, pasted=pasted))
        self._window.field.setFocus()

    def search_for_nearer(self, text: str) -> None:
        """Ask what was perhaps meant: other words of a pasted text are still its words."""
        self.search_for(text, pasted=self._query.now().pasted)

    def resume(self, asked: Asked, entry_id: str) -> None:
        """Ask again what was asked last time, and select the same entry."""
        self._wanted_entry = entry_id
        self._query.show(asked)

    def is_under_way(self) -> bool:
        """Tell whether something else was asked than what list and detail answer."""
        return self._asked != self._shown

    def step_back(self) -> None:
        """Make room for a pasted text; the question is remembered for the way back."""
        if not self._payload.is_active() and not self._query.now().is_empty():
            self._query.remember()
            self._query.forget()
            self._set_text("")
        self._search.forget()
        self._last = self._asked = self._shown = None
        self._window.hint.show_hint(weak=False, suggestions=())
        self._window.status.show_answer(None)
        self._window.show_start(start=False)
        self._window.filters.hide()  # chips narrow questions, not pasted texts

    def add_noted(self, entries: object) -> None:
        """Take in the entries whose notes hold the words."""
        if not isinstance(entries, list) or self._payload.is_active():
            return
        self._noted.take(entries)
        if entries and self._last is not None and not self.is_under_way():  # else the answer takes them along
            self._show(self._last, keep_selection=self._has_gone_on())

    def show_better(self, answer: object) -> None:
        """Show a second, better answer to the present question, unless the user has gone on with the first one."""
        if not isinstance(answer, Answer) or self._last is None or self._has_gone_on():
            return
        before = [hit.entry.id for hit in self._last.hits]
        if [hit.entry.id for hit in answer.hits] != before or answer.weak != self._last.weak:
            self._show(answer, keep_selection=False)

    def _has_gone_on(self) -> bool:
        """Tell whether another row than the first was chosen, or the user is in the list or the detail."""
        window, focused = self._window, self._window.focusWidget()
        return (
            window.results.currentIndex().row() > 0
            or focused is window.results
            or window.detail.isAncestorOf(focused)
        )

    def _ask(self, query: object) -> None:
        if isinstance(query, Query):
            self._noted.forget()
            self._asked = query
            self._search.ask(query)

    def _fail(self, line: str) -> None:
        self._window.status.show_news(line)
        self._shown = self._asked  # nothing else will come
        self._ahead.forget()

    def _typed(self, text: str) -> None:
        if text:
            self._payload.rest()
        self._query.type(text)

    def _toggled(self, active: object) -> None:
        if isinstance(active, frozenset):
            self._query.toggle(active)

    def _set_text(self, text: str) -> None:
        if self._window.field.text() != text:
            self._window.field.setText(text)

    def _open(self, opened: object) -> None:
        if not isinstance(opened, Opened):
            return
        self._indexed, self._all = opened.indexed, opened.facets
        self._window.status.show_known(opened.entries, len(opened.headers))
        self._query.set_known(opened.facets)
        self._window.filters.set_known(opened.facets)
        if not self._indexed:
            self.index_missing.emit()
        if not self._query.now().is_empty() and not self._payload.is_active():
            self._query.ask_again()

    def _recount(self, facets: object) -> None:
        """Offer what there is to filter by now that the user's notes or pins are others."""
        if not isinstance(facets, Facets):
            return
        self._all = facets
        self._query.set_known(facets)
        self._window.filters.set_known(facets)
        if not self._query.now().is_empty() and not self._payload.is_active():
            self._query.ask_again()

    def _empty(self) -> None:
        self._search.forget()
        self._last = self._asked = self._shown = None
        self._window.status.show_answer(None)
        if self._payload.found() is not None:
            self.stepped_back.emit()
        else:
            self._window.filters.show()
            self._window.filters.set_counts(self._all)
            self._window.results.set_rows(())
            self._window.show_start(start=True)

    def _show_answer(self, answer: object) -> None:
        if isinstance(answer, Answer) and not self._payload.is_active():
            is_same, self._shown = self._shown == self._asked, self._asked
            if answer.hits and fold(answer.hits[0].entry.code) == fold(self._query.now().text.strip()):
                self._query.vouch()
            self._show(answer, keep_selection=is_same)
            self._ahead.go_on()

    def _show(self, answer: Answer, *, keep_selection: bool) -> None:
        self._last = answer
        window = self._window
        window.show_start(start=False)
        filters = self._query.query().filters
        noted = self._noted.passing(filters)
        # Where nothing is left to narrow, only chips that can be taken off are of use.
        window.filters.setVisible(bool(answer.hits or noted or window.filters.active()) or not self._indexed)
        if self._indexed:  # without an index nothing is counted
            window.filters.set_counts(self._noted.counted(answer, filters))
        window.status.show_answer(answer)
        window.hint.show_hint(
            weak=answer.weak and bool(answer.hits) and not noted,
            suggestions=answer.did_you_mean if answer.hits else (),
        )
        preferred = self._preferences.settings().preferred_services
        found = rows_of_hits(answer.hits, self._language, preferred)
        rows, more = with_noted(found, noted, self._language)
        window.status.show_noted(more)
        if rows:
            window.results.set_rows(rows, keep_selection=keep_selection)
            if self._wanted_entry:
                window.results.select_entry(self._wanted_entry)
                self._wanted_entry = ""
        else:
            window.results.show_notice(self._nothing(answer))
            window.detail.show_notice(self._ways_on())

    def _nothing(self, answer: Answer) -> Notice:
        said = reason_for_nothing(self._query.query(), answer)
        return said or self._nothing_found(answer)

    def _nothing_found(self, answer: Answer) -> Notice:
        if not self._indexed:
            hint = self.tr("The search is still being prepared; codes can be found already.")
        elif self._query.now().chips:
            hint = self.tr("Take a filter off (Esc), or search for something near:")
        else:
            hint = self.tr("Check the spelling, use fewer words, or try one of these:")
        if not answer.did_you_mean and self._indexed and not self._query.now().chips:
            hint = self.tr("Check the spelling or use fewer words.")
        title = self.tr("Nothing found") if self._indexed else self.tr("Nothing found yet")
        return Notice(title=title, hint=hint, suggestions=answer.did_you_mean)

    def _ways_on(self) -> Notice | None:
        if not self._indexed:
            return None
        return Notice(
            title=self.tr("What you can do"),
            hint=self.tr(
                "Ctrl+V reads the whole error that the customer sent.\n"
                "Ctrl+N writes an entry of your own for this code.\n"
                "Ctrl+I imports a service's error-code page."
            ),
        )

    def _into_list(self, step: int) -> None:
        self._go_when_shown(partial(self._go_into_list, step))

    def _enter(self) -> None:
        self._query.remember()
        self._go_when_shown(self._go_into_detail)

    def _go_when_shown(self, go: Callable[[], object]) -> None:
        """Go on from the field once the answer is there, unless the user came back to the field meanwhile."""
        field = self._window.field
        taken = field.times_taken()
        self._ahead.when_shown(lambda: go() if field.times_taken() == taken else None)

    def _is_here(self) -> bool:
        """Tell whether the keyboard is still in the field, or has gone on from there into the list."""
        return self._window.focusWidget() in (self._window.field, self._window.results)

    def _go_into_list(self, step: int) -> None:
        results = self._window.results
        if not self._is_here():
            return
        if results.rows():
            results.setFocus()
            results.select_position(min(max(results.currentIndex().row(), 0) + step, len(results.rows()) - 1))
        elif self._window.is_at_start():
            self._window.start.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            results.take_suggestion()

    def _go_into_detail(self) -> None:
        if not self._is_here():
            return
        if self._window.results.current_row() is not None:
            self._window.detail.setFocus()
        elif not self._window.is_at_start():
            self._window.results.take_suggestion()
