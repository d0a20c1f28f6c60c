"""The desk library: everything that the user has put into the program, in one place."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from index import shelf
from index.entry import CatalogueEntry
from index.errors import Said
from index.folders import Folders
from index.glossary_own import own_file
from index.library import audit, backup
from index.library.glossary_lines import GlossaryLines
from index.library.history import History
from index.library.notes import Notes
from index.library.opening import open_store
from index.library.own_entries import OwnEntries
from index.library.pins import Pins
from index.library.store import Store
from index.library.unsaved import UnsavedTexts
from index.library.values import Damage, KeptCodes

FILE = "library.sqlite"
"""Name of the file below `folders.data`."""
PATIENCE = 5.0
"""Seconds to wait for another process that is just writing."""


def library_file(folders: Folders) -> Path:
    """Return where the library lies."""
    return folders.data / FILE


class DeskLibrary:
    """The open library of one user.

    One library belongs to the thread that opened it; other threads and processes open their own, on the same file.
    Every change is on the disk when its method returns; one that raises StorageError has changed nothing.
    """

    def __init__(self, store: Store, folders: Folders, notice: Said | None, patience: float) -> None:
        """Put the parts on a store; use `open`."""
        self._store, self._folders = store, folders
        self._patience = patience
        self.notice = notice
        """One line to show where the library was damaged and had to be repaired."""
        self.notes = Notes(store)
        """Notes in Markdown, by code."""
        self.pins = Pins(store)
        """Pinned codes, in order."""
        self.history = History(store)
        """Recent searches."""
        self.own = OwnEntries(store, shelf.imported_folder(folders))
        """Entries for codes that no catalogue has."""
        self.glossary = GlossaryLines(store, own_file(folders))
        """Lines added to the glossary."""
        self.unsaved = UnsavedTexts(store)
        """What was being written and is neither stored nor given up; there after a kill as well."""
        self.settled = False
        """Files derived from it were put right when it was opened: whoever searches has to look again."""

    @classmethod
    def open(
        cls,
        folders: Folders,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: float = PATIENCE,
    ) -> "DeskLibrary":
        """Open the library, making it where it is missing and repairing it where it is damaged (see `notice`).

        Raises StorageError where the folder cannot be written, another process is in the way for longer than
        `patience` seconds, or a newer program wrote the file, which then stays as it is.
        """
        store, notice = open_store(library_file(folders), now=now, patience=patience)
        library = cls(store, folders, notice, patience)
        try:
            packs, lines = library.own.settle(), library.glossary.settle()
            library.settled = packs or lines
        except BaseException:
            store.close()
            raise
        return library

    def close(self) -> None:
        """Close the file; nothing has to be saved."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    def own_entries(self) -> tuple[CatalogueEntry, ...]:
        """Return the own entries as table and search take them in."""
        return self.own.entries()

    def kept_codes(self) -> KeptCodes:
        """Return the codes with notes and the pinned ones, for the search to narrow by."""
        return KeptCodes(
            note=tuple(note.ref for note in self.notes.all()), pin=tuple(pin.ref for pin in self.pins.all())
        )

    def audit(self) -> tuple[Damage, ...]:
        """Name every row that does not fit its checksum."""
        return audit.damages(self._store)

    def accept(self, damage: Damage) -> None:
        """Take a damaged row for good as it stands, after somebody looked at it."""
        audit.accept(self._store, damage)
        self._write_derived()

    def backup(self, to: Path) -> None:
        """Write a consistent copy to one file, in the place of an older copy, with imported packs and templates."""
        backup.back_up(self._store, self._folders, to, patience=self._patience)

    def restore(self, source: Path) -> tuple[Path, Said | None]:
        """Make the library hold what a backup holds; returns where the state before it is kept, and a line to show.

        There is a line where the backup was damaged. Raises BadInput where `source` is no backup.
        """
        kept = backup.restore(self._store, self._folders, source, patience=self._patience)
        self._write_derived()
        return kept

    def _write_derived(self) -> None:
        self.own.write_packs()
        self.glossary.write_file()
