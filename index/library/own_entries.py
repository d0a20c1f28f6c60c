"""Entries that the user wrote, for codes that no catalogue has."""

from contextlib import AbstractContextManager, suppress
from pathlib import Path

import msgspec

from index.entry import CatalogueEntry
from index.errors import BadInput
from index.library import own_packs
from index.library.drafts import Draft, draft_of, entry_of, language_of
from index.library.rows import Row, checksum, microseconds
from index.library.schema import OWN_ENTRIES
from index.library.store import Store, with_files
from index.library.unsaved import finished
from index.library.values import OwnEntry

_BODY, _CHANGED = 1, 2
_decode = msgspec.json.Decoder(CatalogueEntry).decode
_encode = msgspec.json.Encoder().encode


class OwnEntries:
    """The own entries of a library, and the packs through which table and search take them in."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Work on an open store; the packs lie in `folder`."""
        self._store = store
        self._folder = folder

    def all(self) -> tuple[OwnEntry, ...]:
        """Return the own entries in the order they were added.

        A damaged one that is no entry any more is named by the audit only.
        """
        found = [(row, _entry(row)) for row in self._store.rows(OWN_ENTRIES)]
        return tuple(
            OwnEntry(entry=entry, changed=row.moment(_CHANGED), damaged=row.damaged)
            for row, entry in found
            if entry is not None
        )

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """Return what table and search take in: the whole ones, each id once."""
        return tuple({own.entry.id: own.entry for own in self.all() if not own.damaged}.values())

    def prepared(self, draft: Draft) -> CatalogueEntry:
        """Return what `add` would store for a draft, secrets taken out. Raises BadInput as `add` does."""
        return self._made(draft, self.entries())

    def add(self, draft: Draft, *, finishes: str = "") -> CatalogueEntry:
        """Store a new entry and return it. Raises BadInput where the draft cannot be used, StorageError.

        `finishes` is the key of what was half written of it, which goes in the same moment.
        """
        with self._changing(finishes):
            entry = self._made(draft, self.entries())
            self._insert(entry)
        return entry

    def change(self, entry_id: str, draft: Draft, *, finishes: str = "") -> CatalogueEntry:
        """Put another text in the place of an entry; its id stays unless provider, service or code changed."""
        with self._changing(finishes):
            row = self._row(entry_id)
            others = tuple(entry for entry in self.entries() if entry.id != entry_id)
            entry = self._made(draft, others, wish=_ordinal(entry_id))
            values = (entry.id, _body(entry), microseconds(self._store.now()))
            self._store.delete(OWN_ENTRIES, [row])
            self._store.add_as(OWN_ENTRIES, row.id, values)
        return entry

    def rewrite(self, entry: CatalogueEntry, draft: Draft, *, finishes: str = "") -> CatalogueEntry:
        """Put what was rewritten of an entry in one language in its place; its texts in others stay."""
        written = next(iter({**draft.description, **draft.solution}), "")
        language = language_of(entry, written)
        for name in ("description", "solution"):
            kept = {tag: text for tag, text in getattr(entry, name).items() if tag != language}
            text = next(iter(getattr(draft, name).values()), "")
            draft = msgspec.structs.replace(draft, **{name: kept | ({language: text} if text else {})})
        return self.change(entry.id, draft, finishes=finishes)

    def remove(self, entry_id: str) -> CatalogueEntry | None:
        """Remove an entry for good; returns it, for `put_back` to undo that. Raises BadInput if there is none."""
        with self._changing():
            row = self._row(entry_id)
            self._store.delete(OWN_ENTRIES, [row])
        self._store.scrub()
        return _entry(row)

    def put_back(self, entry: CatalogueEntry) -> CatalogueEntry:
        """Store an entry that was removed, under its old id if that is still free."""
        with self._changing():
            kept = self._made(
                draft_of(entry), self.entries(), wish=_ordinal(entry.id), updated=entry.source.updated
            )
            self._insert(kept)
        return kept

    def settle(self) -> bool:
        """Bring packs and library together, as after a kill between the two; tells whether there was anything to do.

        Called at every opening.
        """
        if self._is_settled():
            return False
        with self._changing():
            copies = own_packs.read_entries(self._folder)
            for row in self._store.rows(OWN_ENTRIES):
                if row.damaged:
                    self._heal(row, [entry for entry, _ in copies])
            here = self.entries()
            known, catalogues = {entry.id for entry in here}, {entry.catalogue for entry in here}
            for entry, whole in copies:
                if entry.id not in known and (whole or entry.catalogue not in catalogues):
                    with suppress(BadInput):
                        wish, updated = _ordinal(entry.id), entry.source.updated
                        self._insert(self._made(draft_of(entry), self.entries(), wish=wish, updated=updated))
        return True

    def write_packs(self) -> None:
        """Write the packs anew from the library. Raises StorageError."""
        with self._changing():
            pass

    def _is_settled(self) -> bool:
        rows = self._store.rows(OWN_ENTRIES)
        if any(row.damaged for row in rows):
            return False
        return own_packs.in_place(self._folder, own_packs.contents(self.entries()))

    def _heal(self, row: Row, copies: list[CatalogueEntry]) -> None:
        """Mend a damaged row from the copy in its pack, if the row's own checksum or body says that it is the same."""
        for entry in copies:
            values = (entry.id, _body(entry), row.values[_CHANGED])
            if row.sum == checksum(OWN_ENTRIES, row.id, values) or row.values[:_CHANGED] == values[:_CHANGED]:
                self._store.delete(OWN_ENTRIES, [row])
                self._store.add_as(OWN_ENTRIES, row.id, values)
                return

    def _changing(self, finishes: str = "") -> AbstractContextManager[None]:
        """Change rows and packs together. What only the packs know, because a kill came between, is taken in when opening."""
        return with_files(finished(self._store, finishes), self._put_packs)

    def _put_packs(self) -> None:
        own_packs.put_in_place(self._folder, own_packs.contents(self.entries()))

    def _row(self, entry_id: str) -> Row:
        rows = self._store.rows(OWN_ENTRIES, "entry = ?", (entry_id,))
        if not rows:
            raise BadInput("there is no own entry {entry}", entry=entry_id)
        return min(rows, key=lambda row: row.damaged)

    def _insert(self, entry: CatalogueEntry) -> None:
        values = (entry.id, _body(entry), microseconds(self._store.now()))
        self._store.insert(OWN_ENTRIES, values)

    def _made(
        self, draft: Draft, others: tuple[CatalogueEntry, ...], *, wish: int = 1, updated: str = ""
    ) -> CatalogueEntry:
        """Make the entry of a draft with an ordinal that none of `others` has, the one wished for if it is free."""
        updated = updated or self._store.now().date().isoformat()
        entry = entry_of(draft, updated=updated)
        twin = next((other for other in others if other.catalogue == entry.catalogue), None)
        if twin is not None:  # a pack has one way to write its provider and service
            draft = msgspec.structs.replace(draft, provider=twin.provider, service=twin.service)
        taken = {other.id for other in others}
        for ordinal in (wish, *range(1, len(others) + 2)):
            entry = entry_of(draft, ordinal=ordinal, updated=updated)
            if entry.id not in taken:
                break
        return entry


def _entry(row: Row) -> CatalogueEntry | None:
    try:
        return _decode(row.text(_BODY))
    except (msgspec.MsgspecError, RecursionError):
        return None


def _body(entry: CatalogueEntry) -> str:
    return _encode(entry).decode()


def _ordinal(entry_id: str) -> int:
    last = entry_id.rpartition(":")[2]
    return int(last) if last.isascii() and last.isdecimal() and len(last) < 7 and int(last) else 1  # noqa: PLR2004 - digits of any real ordinal
