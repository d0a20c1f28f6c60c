"""What the user keeps: notes, pins, recent searches, own entries. All of it goes through the library thread."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desk.library_thread import LibraryThread
from index.entry import CatalogueEntry
from index.library.values import CodeRef, ref_of

if TYPE_CHECKING:
    from index.library.desk_library import DeskLibrary

_MOST_RECENT, _MOST_PINS, _MOST_NOTES = 8, 12, 20


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept about one entry's code."""

    entry: CatalogueEntry
    """The entry."""
    note: str = ""
    """The user's note."""
    pinned: bool = False
    """It is pinned."""


class AtHand(msgspec.Struct, frozen=True, kw_only=True):
    """What the start page offers."""

    recent: tuple[str, ...] = ()
    """Recent searches, newest first."""
    pins: tuple[str, ...] = ()
    """Pinned codes, in order."""


class MemoryFlow(QObject):
    """Reads and writes the library."""

    kept = Signal(object)
    """`Kept` about the entry last asked for."""
    at_hand = Signal(object)
    """`AtHand`."""
    notes_found = Signal(str, object)
    """A query, and the `CodeRef`s whose notes hold its words."""
    noted = Signal()
    """A note was kept."""
    pin_changed = Signal(bool)
    """The code was pinned, or no longer is."""

    def __init__(self, library: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._entry: CatalogueEntry | None = None

    def ask(self, entry: CatalogueEntry) -> None:
        """Ask what is kept about an entry's code."""
        self._entry = entry
        ref = ref_of(entry)

        def read(library: "DeskLibrary") -> Kept:
            note = library.notes.get(ref)
            pinned = library.pins.place_of(ref) is not None
            return Kept(entry=entry, note=note.text if note else "", pinned=pinned)

        self._library.run(read, self._tell)

    def write_note(self, text: str) -> None:
        """Keep a note about the entry last asked for."""
        entry = self._entry
        if entry is not None:
            self._library.run(
                lambda library: library.notes.write(ref_of(entry), text), partial(self._noted, entry)
            )

    def toggle_pin(self) -> None:
        """Pin the code of the entry last asked for, or take the pin off."""
        entry = self._entry
        if entry is None:
            return
        ref = ref_of(entry)

        def toggle(library: "DeskLibrary") -> bool:
            if library.pins.remove(ref) is not None:
                return False
            library.pins.add(ref)
            return True

        self._library.run(toggle, partial(self._pinned, entry))

    def remember(self, query: str) -> None:
        """Keep a query in the history; never one that was read as a pasted text."""
        self._library.run(lambda library: library.history.remember(query, was_payload=False))

    def look_at_hand(self) -> None:
        """Ask what the start page is to offer."""

        def read(library: "DeskLibrary") -> AtHand:
            recent = tuple(search.text for search in library.history.recent(_MOST_RECENT))
            pins = tuple(pin.ref.code for pin in library.pins.all()[:_MOST_PINS])
            return AtHand(recent=recent, pins=pins)

        self._library.run(read, self.at_hand.emit)

    def find_notes(self, query: str) -> None:
        """Ask for the codes whose notes hold the words of a query."""

        def search(library: "DeskLibrary") -> tuple[CodeRef, ...]:
            return tuple(hit.note.ref for hit in library.notes.search(query, _MOST_NOTES))

        self._library.run(search, partial(self.notes_found.emit, query))

    def _tell(self, kept: object) -> None:
        if isinstance(kept, Kept) and self._entry is not None and kept.entry.id == self._entry.id:
            self.kept.emit(kept)

    def _noted(self, entry: CatalogueEntry, _note: object) -> None:
        self.noted.emit()
        self.ask(entry)

    def _pinned(self, entry: CatalogueEntry, pinned: object) -> None:
        self.pin_changed.emit(bool(pinned))
        self.ask(entry)
