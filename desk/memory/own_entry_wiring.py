"""Connects the form of own entries: what is filled in is kept at once, what is left half written comes back."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desk.memory.library_thread import LibraryThread
from desk.memory.product import Sought, likely_product
from desk.memory.undo import Step, UndoStack
from desk.memory.unsaved_flow import UnsavedFlow, Writing
from desk.payload.flow import PayloadFlow
from desk.question.query_flow import QueryFlow
from desk.question.search_thread import SearchThread
from desk.style.look import Look
from desk.window import MainWindow
from index.catalogue import OWN
from index.entry import CatalogueEntry, EntryId
from index.library.values import CodeRef, Unsaved, Written
from index.query import parse
from index.text import fold_code

if TYPE_CHECKING:
    from desk.memory.own_entry_dialog import OwnEntryDialog
    from desk.memory.own_entry_form import Fields
    from index.library.desk_library import DeskLibrary
    from index.library.drafts import Draft

_CHANGE = "own-entry-of:"
"""What the key of an unsaved change begins with; the id of the entry follows."""
_CODE = 2
"""Place of the code among the fields."""


class OwnEntryWiring(QObject):
    """What happens while an own entry is written."""

    stored = Signal(object)
    """The `CatalogueEntry` that was stored: the search has to look again."""

    def __init__(
        self,
        window: MainWindow,
        library: LibraryThread,
        search: SearchThread,
        query: QueryFlow,
        payload: PayloadFlow,
        look: Callable[[], Look],
        unsaved: UnsavedFlow,
        undo: UndoStack,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._search, self._look = window, library, search, look
        self._query, self._payload = query, payload
        self._unsaved, self._undo = unsaved, undo
        self._language = "en"
        self._open_ones: dict[str, OwnEntryDialog] = {}
        window.closing.connect(self._leave_all)

    def set_language(self, language: str) -> None:
        """Write own entries in this language."""
        self._language = language

    def begin(self) -> None:
        """Begin an own entry, filled in from the current error or the question, or go on with one about that code.

        Where the selected one is the user's own, it is changed.
        """
        from index.library.drafts import Draft  # noqa: PLC0415 - not needed at the start

        row = self._window.results.current_row()
        if row is not None and row.entry.catalogue.startswith(OWN):
            self._change(row.entry)
            return
        current = self._payload.current() if self._payload.is_active() else None
        error = current.error if current else None
        draft = Draft(
            provider=row.entry.provider if row else "",
            service=row.entry.service if row else "",
            code=(error.code if error else None) or ("" if error else parse(self._query.now().text).words),
            status=error.status if error else None,
            message=error.message if error else None,
        )
        left = self._left_about(draft.code)
        if left is not None:
            self.go_on(left)
            return
        dialog = self._open(draft, pasted=self._pasted(draft))
        if row is None:
            found = self._payload.found() if self._payload.is_active() else None
            sought = Sought(
                code=draft.code, chips=self._window.filters.active(), text=found.text if found else ""
            )
            self._search.look_up(lambda table: likely_product(table, sought), dialog.suggest)

    def go_on(self, left: Unsaved) -> None:
        """Go on with what was left half written."""
        self._unsaved.take_up(left.key)
        told = self.tr(
            "This goes on where it was left. What stands in < > was masked before it went to the disk, and what"
            " came from a pasted text stayed in memory."
        )
        self._open(left.texts, left.key, told=told)

    def _change(self, entry: CatalogueEntry) -> None:
        from index.library.drafts import draft_of, language_of  # noqa: PLC0415 - not needed at the start

        key = f"{_CHANGE}{entry.id}"
        if key in self._open_ones:
            self._open_ones[key].raise_()
            self._open_ones[key].activateWindow()
        elif self._unsaved.is_left(key):
            self.go_on(next(one for one in self._unsaved.what_is_left() if one.key == key))
        else:
            self._open(draft_of(entry), key, language=language_of(entry, self._language))

    def _left_about(self, code: str) -> Unsaved | None:
        """Return what was left half written about a code; about any where none is asked for."""
        own = (one for one in self._unsaved.what_is_left() if one.kind is Written.OWN_ENTRY)
        return next((one for one in own if not code or fold_code(one.ref.code) == fold_code(code)), None)

    def _pasted(self, draft: "Draft") -> "Fields":
        """Return what of a draft came from a pasted text: nothing of it goes to the disk before it is stored."""
        if self._payload.is_active():
            row = self._window.results.current_row()
            known = row is not None and fold_code(row.entry.code) == fold_code(draft.code)
            return ("", "", "" if known else draft.code, str(draft.status or ""), draft.message or "")
        return ("", "", draft.code if self._query.now().pasted else "", "", "")

    def _open(
        self,
        begun: "Draft | Fields",
        key: str = "",
        *,
        pasted: "Fields" = (),
        told: str = "",
        language: str = "",
    ) -> "OwnEntryDialog":
        from desk.memory.own_entry_dialog import OwnEntryDialog  # noqa: PLC0415 - not needed at the start

        key = key or f"own-entry:{os.urandom(8).hex()}"
        dialog = OwnEntryDialog(
            begun,
            language or self._language,
            self._prepare,
            self._look(),
            self._window,
            pasted=pasted,
            told=told,
        )
        self._open_ones[key] = dialog
        dialog.finished.connect(lambda _result: self._open_ones.pop(key))
        dialog.typed.connect(lambda: self._unsaved.typed(key, lambda: _writing(key, dialog.written())))
        dialog.kept.connect(lambda draft: self._store(key, draft, dialog.form.fields(), pasted))
        dialog.given_up.connect(lambda fields: self._given_up(key, fields, pasted))
        self._window.open_dialog(dialog)
        return dialog

    def _given_up(self, key: str, fields: "Fields", pasted: "Fields") -> None:
        self._unsaved.end(key)
        if fields:
            said = self.tr("Own entry not stored")
            self._undo.push(Step(said=said, back=lambda: self._open_again(key, fields, pasted)))

    def _leave_all(self) -> None:
        """Take what is being written for left: closed with their window, dialogs would be given up."""
        for key, dialog in tuple(self._open_ones.items()):
            self._unsaved.leave(_writing(key, dialog.written()))
            dialog.leave()

    def _open_again(self, key: str, fields: "Fields", pasted: "Fields") -> None:
        self._open(fields, key, pasted=pasted).typed.emit()

    def _prepare(
        self, draft: "Draft", then: Callable[[object], object], refused: Callable[[str], object]
    ) -> None:
        self._library.run(lambda library: library.own.prepared(draft), then, refused)

    def _store(self, key: str, draft: "Draft", fields: "Fields", pasted: "Fields") -> None:
        self._unsaved.end(key, drop=False)

        def store(library: "DeskLibrary") -> _Stored:
            own = {entry.id: entry for entry in library.own_entries()}
            before = own.get(EntryId(key.removeprefix(_CHANGE))) if key.startswith(_CHANGE) else None
            if before is None:
                entry = library.own.add(draft, finishes=key)
            else:
                entry = library.own.rewrite(before, draft, finishes=key)
            return _Stored(entry=entry, before=before)

        def refused(line: str) -> None:
            self._library.failed.emit(line)
            self._open_again(key, fields, pasted)

        self._library.run(store, self._stored, refused)

    def _stored(self, done: object) -> None:
        if not isinstance(done, _Stored):
            return
        entry, before = done.entry, done.before
        if before is None:
            said = self.tr("The entry {code} was stored").format(code=entry.code)
            self._window.status.show_news(said)
        else:
            said = self.tr("Own entry {code} changed").format(code=entry.code)
            self._undo.push(Step(said=said, back=lambda: self._change_back(entry, before)))
        self.stored.emit(entry)

    def _change_back(self, entry: CatalogueEntry, before: CatalogueEntry) -> None:
        from index.library.drafts import draft_of  # noqa: PLC0415 - not needed at the start

        self._library.run(lambda library: library.own.change(entry.id, draft_of(before)), self.stored.emit)


class _Stored(msgspec.Struct, frozen=True, kw_only=True):
    entry: CatalogueEntry
    before: CatalogueEntry | None


def _writing(key: str, fields: "Fields") -> Writing:
    provider, service, code = fields[: _CODE + 1] if fields else ("", "", "")
    ref = CodeRef(provider=provider, service=service, code=code)
    return Writing(key=key, kind=Written.OWN_ENTRY, ref=ref, texts=fields)
