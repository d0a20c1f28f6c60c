"""Connects what the user keeps with the panes: notes, pins, recent searches, own entries."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desk.memory.flow import AtHand, Kept, MemoryFlow, Removed, What
from desk.memory.library_thread import LibraryThread
from desk.memory.product import Sought, likely_product
from desk.memory.undo import Step, UndoStack
from desk.payload.flow import PayloadFlow
from desk.question.query_flow import QueryFlow
from desk.question.search_thread import SearchThread
from desk.results.rows import Row
from desk.style.look import Look
from desk.window import MainWindow
from index.entry import CatalogueEntry
from index.library.values import CodeRef
from index.query import Query, parse
from index.table import EntryTable

if TYPE_CHECKING:
    from desk.memory.own_entry_dialog import Fields, OwnEntryDialog
    from index.library.drafts import Draft

_OWN = "own."
"""What the catalogues of own entries begin with; see `index.library.drafts`, which is loaded only to write one."""


class MemoryWiring(QObject):
    """Beside `desk.wiring`, which goes first."""

    catalogues_changed = Signal()
    """An own entry was stored: the search has to look again."""
    rows_found = Signal(object)
    """Entries whose notes hold the words of the present question."""

    def __init__(
        self,
        window: MainWindow,
        library: LibraryThread,
        search: SearchThread,
        query: QueryFlow,
        payload: PayloadFlow,
        look: Callable[[], Look],
        undo: UndoStack,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._search, self._look = window, library, search, look
        self._query, self._payload, self._undo = query, payload, undo
        self.memory = MemoryFlow(library, self)
        self._language = "en"
        memory, status = self.memory, window.status
        window.results.row_selected.connect(self._row_selected)
        self._noted: CatalogueEntry | None = None
        window.detail.note().written.connect(self._write_note)
        window.detail.note().given_up.connect(self._note_given_up)
        window.closing.connect(window.detail.note().keep)
        memory.kept.connect(self._show_kept)
        memory.at_hand.connect(self._show_at_hand)
        memory.noted.connect(lambda: status.show_news(self.tr("The note was kept")))
        memory.noted.connect(query.ask_again)
        memory.pinned.connect(lambda: status.show_news(self.tr("Pinned: it waits on the start page")))
        memory.removed.connect(self._remove)
        memory.kept_codes.connect(search.use_kept)
        memory.own_changed.connect(self.catalogues_changed)
        memory.notes_found.connect(self._found)
        query.remembered.connect(memory.remember)
        query.emptied.connect(memory.look_at_hand)
        query.asked.connect(self._look_into_notes)
        library.failed.connect(status.show_news)

    def set_language(self, language: str) -> None:
        """Write own entries in this language."""
        self._language = language

    def edit_note(self) -> None:
        """Write on the note about the selected entry's code, also while its page is still on the way."""
        row = self._window.results.current_row()
        if row is not None:
            self._open_note(row.entry)

    def write_own_entry(self) -> None:
        """Begin an own entry, filled in from the current error or the question."""
        from index.library.drafts import Draft  # noqa: PLC0415 - not needed at the start

        current = self._payload.current() if self._payload.is_active() else None
        error = current.error if current else None
        row = self._window.results.current_row()
        draft = Draft(
            provider=row.entry.provider if row else "",
            service=row.entry.service if row else "",
            code=(error.code if error else None) or ("" if error else parse(self._query.now().text).words),
            status=error.status if error else None,
            message=error.message if error else None,
        )
        dialog = self._open_own_entry(draft)
        if row is None:
            found = self._payload.found() if self._payload.is_active() else None
            sought = Sought(
                code=draft.code, chips=self._window.filters.active(), text=found.text if found else ""
            )
            self._search.look_up(lambda table: likely_product(table, sought), dialog.suggest)

    def _open_own_entry(self, begun: "Draft | Fields") -> "OwnEntryDialog":
        from desk.memory.own_entry_dialog import OwnEntryDialog  # noqa: PLC0415 - not needed at the start

        dialog = OwnEntryDialog(begun, self._language, self._prepare, self._look(), self._window)
        dialog.kept.connect(self._store)
        dialog.given_up.connect(self._own_entry_given_up)
        self._window.open_dialog(dialog)
        return dialog

    def _own_entry_given_up(self, fields: "Fields") -> None:
        said = self.tr("Own entry not stored")
        self._undo.push(Step(said=said, back=lambda: self._open_own_entry(fields)))

    def remove_own_entry(self) -> None:
        """Remove the selected entry, if the user wrote it."""
        row = self._window.results.current_row()
        if row is not None and row.entry.catalogue.startswith(_OWN):
            self.memory.remove_own(row.entry)
        else:
            self._window.status.show_news(self.tr("Only entries that you wrote can be removed."))

    def _open_note(self, entry: CatalogueEntry, draft: str = "") -> None:
        editor, page = self._window.detail.note(), self._window.detail.page()
        known = page.note if page is not None and page.entry.id == entry.id else ""
        editor.open(entry.id, entry.code, known, draft)
        self._noted = entry
        if not draft:
            self.memory.read_note(entry, lambda kept: editor.fill(entry.id, kept))

    def _write_note(self, text: str) -> None:
        if self._noted is not None:
            self.memory.write_note(self._noted, text)

    def _note_given_up(self, text: str) -> None:
        entry = self._noted
        if entry is not None:
            said = self.tr("Note about {code} not kept").format(code=entry.code)
            self._undo.push(Step(said=said, back=lambda: self._open_note(entry, text)))

    def _prepare(
        self, draft: "Draft", then: Callable[[object], object], refused: Callable[[str], object]
    ) -> None:
        self._library.run(lambda library: library.own.prepared(draft), then, refused)

    def _store(self, draft: object) -> None:
        self._library.run(lambda library: library.own.add(cast("Draft", draft)), self._stored)

    def _stored(self, entry: object) -> None:
        if isinstance(entry, CatalogueEntry):
            said = self.tr("The entry {code} was stored").format(code=entry.code)
            self._window.status.show_news(said)
            self.catalogues_changed.emit()

    def _row_selected(self, row: object) -> None:
        if isinstance(row, Row):
            self.memory.select(row.entry)

    def _show_kept(self, kept: object) -> None:
        if isinstance(kept, Kept):
            self._window.detail.show_kept(kept)

    def _show_at_hand(self, at_hand: object) -> None:
        if isinstance(at_hand, AtHand):
            self._window.start.set_recent(at_hand.recent)
            self._window.start.set_pins(at_hand.pins)

    def _remove(self, removed: object) -> None:
        if not isinstance(removed, Removed):
            return
        said = {
            What.NOTE: self.tr("Note about {code} deleted"),
            What.PIN: self.tr("Pin of {code} removed"),
            What.OWN_ENTRY: self.tr("Own entry {code} removed"),
            What.SEARCHES: self.tr("Recent searches forgotten"),
        }[removed.what].format(code=removed.code)
        self._undo.push(Step(said=said, back=lambda: self.memory.bring_back(removed)))

    def _look_into_notes(self, query: object) -> None:
        if isinstance(query, Query) and query.words:
            self.memory.find_notes(query.words)

    def _found(self, words: str, refs: object) -> None:
        if not isinstance(refs, tuple) or not refs or self._query.query().words != words:
            return

        def entries(table: EntryTable) -> list[CatalogueEntry]:
            return [
                entry
                for ref in refs
                if isinstance(ref, CodeRef)
                for entry in table.by_code(ref.code)
                if (entry.provider, entry.service) == (ref.provider, ref.service)
            ]

        def tell(found: object) -> None:
            if self._query.query().words == words:  # else something else was asked meanwhile
                self.rows_found.emit(found)

        self._search.look_up(entries, tell)
