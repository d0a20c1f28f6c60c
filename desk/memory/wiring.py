"""Connects what the user keeps with the panes: notes, pins, recent searches, own entries."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.memory.flow import AtHand, Kept, MemoryFlow, Removed, What
from desk.memory.library_thread import LibraryThread
from desk.memory.note_wiring import NoteWiring
from desk.memory.own_entry_wiring import OwnEntryWiring
from desk.memory.undo import Step, UndoStack
from desk.memory.unsaved_flow import UnsavedFlow
from desk.payload.flow import PayloadFlow
from desk.question.query_flow import Asked, QueryFlow
from desk.question.search_thread import SearchThread
from desk.results.rows import Row
from desk.style.look import Look
from desk.window import MainWindow
from index.catalogue import OWN, catalogue_id, entry_id
from index.entry import CatalogueEntry
from index.library.values import CodeRef, Unsaved, Written
from index.query import Query
from index.table import EntryTable

if TYPE_CHECKING:
    from desk.memory.unsaved_bar import UnsavedBar


class MemoryWiring(QObject):
    """Beside `desk.wiring`, which goes first."""

    catalogues_changed = Signal()
    """An own entry was stored: the search has to look again."""
    entry_wanted = Signal(object, str)
    """Ask this `Asked` and select the entry of this id: a note about it is gone on with."""
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
        self.memory, self.unsaved = MemoryFlow(library, self), UnsavedFlow(library, self)
        memory, unsaved, status = self.memory, self.unsaved, window.status
        self._notes = NoteWiring(window, library, memory, unsaved, undo)
        self._own = OwnEntryWiring(window, library, search, query, payload, look, unsaved, undo)
        self._bar: UnsavedBar | None = None  # seldom needed, so not made at the start
        self.set_language = self._own.set_language
        self.edit_note, self.write_own_entry = self._notes.edit, self._own.begin
        window.closing.connect(unsaved.keep_now)
        unsaved.left.connect(self._show_left)
        unsaved.failed.connect(status.show_news)
        self._own.stored.connect(self._show_stored)
        window.results.row_selected.connect(self._row_selected)
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
        unsaved.look()

    def remove_own_entry(self) -> None:
        """Remove the selected entry, if the user wrote it."""
        row = self._window.results.current_row()
        if row is not None and row.entry.catalogue.startswith(OWN):
            self.memory.remove_own(row.entry)
        else:
            self._window.status.show_news(self.tr("Only entries that you wrote can be removed."))

    def go_on_writing(self) -> None:
        """Go on with what was left half written last."""
        left = self.unsaved.what_is_left()
        if left:
            self._go_on(left[0])
        else:
            self._window.status.show_news(self.tr("Nothing is half written."))

    def _show_left(self, left: object) -> None:
        if left and self._bar is None:
            from desk.memory.unsaved_bar import UnsavedBar  # noqa: PLC0415 - as rarely needed as the bar itself

            bar = self._bar = UnsavedBar(self._look(), self._window)
            bar.go_on_wanted.connect(self._go_on)
            bar.discard_wanted.connect(self._discard)
            self._window.add_line(bar)
            QWidget.setTabOrder(self._window.menu_button, bar)
        if self._bar is not None:
            self._bar.show_left(left)

    def _go_on(self, left: Unsaved) -> None:
        if left.kind is Written.OWN_ENTRY:
            self._own.go_on(left)
        else:
            self._search.look_up(lambda table: _entry_of(table, left.ref), partial(self._go_on_noting, left))

    def _go_on_noting(self, left: Unsaved, entry: object) -> None:
        if not isinstance(entry, CatalogueEntry):
            return
        row = self._window.results.current_row()
        if row is None or row.entry.id != entry.id:
            self._payload.rest()
            self.entry_wanted.emit(Asked(text=entry.code), entry.id)
        self._notes.go_on(left, entry)

    def _discard(self, left: Unsaved) -> None:
        self.unsaved.take_up(left.key)
        self.unsaved.end(left.key)
        said = self.tr("What was half written is discarded")
        self._undo.push(Step(said=said, back=lambda: self.unsaved.put_back(left)))

    def _show_stored(self, entry: CatalogueEntry) -> None:
        """Show what was stored, unless it stands beside a pasted text: there it comes to its error."""
        self.catalogues_changed.emit()
        if not self._payload.is_active():
            self.entry_wanted.emit(Asked(text=entry.code), entry.id)

    def _row_selected(self, row: object) -> None:
        if isinstance(row, Row):
            self.memory.select(row.entry)

    def _show_kept(self, kept: object) -> None:
        if isinstance(kept, Kept):
            self._window.detail.show_kept(kept)
            self._notes.bring_into_view(kept)

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


def _entry_of(table: EntryTable, ref: CodeRef) -> CatalogueEntry:
    """Return an entry of a code; where no catalogue has it any more, one that says nothing else."""
    found = (e for e in table.by_code(ref.code) if (e.provider, e.service) == (ref.provider, ref.service))
    catalogue = catalogue_id(ref.provider, ref.service)
    return next(found, None) or CatalogueEntry(
        id=entry_id(catalogue, ref.code, 1),
        catalogue=catalogue,
        provider=ref.provider,
        service=ref.service,
        code=ref.code,
    )
