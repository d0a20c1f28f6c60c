"""What the user keeps: notes, pins, recent searches, own entries. All of it goes through the library thread."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desk.memory.library_thread import Job, LibraryThread
from index.entry import CatalogueEntry
from index.library.values import CodeRef, KeptCodes, Note, ref_of

if TYPE_CHECKING:
    from index.library.desk_library import DeskLibrary

_MOST_RECENT, _MOST_PINS, _MOST_NOTES = 8, 12, 20
_REST_MS = 60


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


class What(StrEnum):
    """Kinds of what can be removed."""

    NOTE = "note"
    PIN = "pin"
    OWN_ENTRY = "own entry"
    SEARCHES = "searches"


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """Something is gone from the library, and how it comes back."""

    what: What
    """What it was."""
    back: Job
    """Brings it back, on the library thread."""
    code: str = ""
    """The code it was about."""


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
    unwritten = Signal(object, str)
    """The `CatalogueEntry` and the text of a note that could not be kept; `LibraryThread.failed` says why."""
    pinned = Signal()
    """The code was pinned."""
    removed = Signal(object)
    """`Removed`: something is gone."""
    kept_codes = Signal(object)
    """`KeptCodes`: what there are notes about, and what is pinned."""
    own_changed = Signal()
    """The own entries are others now."""

    def __init__(self, library: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._entry: CatalogueEntry | None = None
        self._kept = KeptCodes()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask_rested)

    def select(self, entry: CatalogueEntry) -> None:
        """Keep things about this entry from now on; ask what is known of it when the cursor rests."""
        self._entry = entry
        self._rest.start()

    def ask(self, entry: CatalogueEntry) -> None:
        """Ask what is kept about an entry's code."""
        self._entry = entry
        ref = ref_of(entry)

        def read(library: "DeskLibrary") -> Kept:
            note = library.notes.get(ref)
            pinned = library.pins.place_of(ref) is not None
            return Kept(entry=entry, note=note.text if note else "", pinned=pinned)

        self._library.run_unasked(read, self._tell)

    def read_note(self, entry: CatalogueEntry, then: Callable[[str], object]) -> None:
        """Ask for the note about an entry's code; "" is none, or none that can be read."""
        ref = ref_of(entry)

        def read(library: "DeskLibrary") -> str:
            note = library.notes.get(ref)
            return note.text if note else ""

        def refused(line: str) -> None:
            self._library.failed.emit(line)
            then("")

        self._library.run(read, lambda text: then(str(text)), refused)

    def write_note(self, entry: CatalogueEntry, text: str, *, mask_past: bool = False) -> None:
        """Keep a note about an entry's code; an empty one takes it away. What was half written of it goes.

        `mask_past`: a secret was masked in it, so it is masked in what the note was before as well.
        """
        ref = ref_of(entry)

        def write(library: "DeskLibrary") -> Removed | None:
            before = library.notes.get(ref)
            after = library.notes.write(ref, text, finishes=ref.key)
            if mask_past:
                library.notes.mask_versions(ref)
            if after is not None or before is None:
                return None
            return Removed(what=What.NOTE, code=ref.code, back=partial(_write_again, before))

        def refused(line: str) -> None:
            self.unwritten.emit(entry, text)
            self._library.failed.emit(line)

        self._library.run(write, partial(self._noted, entry), refused)

    def toggle_pin(self) -> None:
        """Pin the code of the entry last asked for, or take the pin off."""
        entry = self._entry
        if entry is None:
            return
        ref = ref_of(entry)

        def toggle(library: "DeskLibrary") -> Removed | None:
            place = library.pins.remove(ref)
            if place is None:
                library.pins.add(ref)
                return None
            return Removed(what=What.PIN, code=ref.code, back=lambda library: library.pins.add(ref, place))

        self._library.run(toggle, partial(self._toggled, entry))

    def remove_own(self, entry: CatalogueEntry) -> None:
        """Remove an entry that the user wrote."""

        def remove(library: "DeskLibrary") -> Removed | None:
            gone = library.own.remove(entry.id)
            if gone is None:
                return None
            back = partial(_put_back, gone)
            return Removed(what=What.OWN_ENTRY, code=entry.code, back=back)

        self._library.run(remove, self._own_removed)

    def forget_searches(self) -> None:
        """Remove all recent searches."""

        def forget(library: "DeskLibrary") -> Removed | None:
            texts = [search.text for search in library.history.recent()]
            library.history.clear()
            return Removed(what=What.SEARCHES, back=partial(_search_again, texts)) if texts else None

        self._library.run(forget, self._searches_forgotten)

    def bring_back(self, removed: Removed) -> None:
        """Bring back what was removed."""
        self._library.run(removed.back, partial(self._brought_back, removed))

    def remember(self, query: str) -> None:
        """Keep a query in the history; never one that was read as a pasted text."""
        self._library.run_unasked(lambda library: library.history.remember(query))

    def look_at_hand(self) -> None:
        """Ask what the start page is to offer."""

        def read(library: "DeskLibrary") -> AtHand:
            recent = tuple(search.text for search in library.history.recent(_MOST_RECENT))
            pins = tuple(pin.ref.code for pin in library.pins.all()[:_MOST_PINS])
            return AtHand(recent=recent, pins=pins)

        self._library.run_unasked(read, self.at_hand.emit)
        self.look_at_kept()

    def look_at_kept(self) -> None:
        """Ask for the codes with notes and the pinned ones; they are told where they have changed."""
        self._library.run_unasked(lambda library: library.kept_codes(), self._take_kept)

    def find_notes(self, query: str) -> None:
        """Ask for the codes whose notes hold the words of a query."""

        def search(library: "DeskLibrary") -> tuple[CodeRef, ...]:
            return tuple(hit.note.ref for hit in library.notes.search(query, _MOST_NOTES))

        self._library.run_unasked(search, partial(self.notes_found.emit, query))

    def _ask_rested(self) -> None:
        if self._entry is not None:
            self.ask(self._entry)

    def _tell(self, kept: object) -> None:
        if isinstance(kept, Kept) and self._entry is not None and kept.entry.id == self._entry.id:
            self.kept.emit(kept)

    def _take_kept(self, kept: object) -> None:
        if isinstance(kept, KeptCodes) and kept != self._kept:
            self._kept = kept
            self.kept_codes.emit(kept)

    def _noted(self, entry: CatalogueEntry, removed: object) -> None:
        self.noted.emit()
        self._tell_removed(removed)
        self._ask_again(entry)

    def _toggled(self, entry: CatalogueEntry, removed: object) -> None:
        if isinstance(removed, Removed):
            self.removed.emit(removed)
        else:
            self.pinned.emit()
        self._ask_again(entry)

    def _own_removed(self, removed: object) -> None:
        self._tell_removed(removed)
        self.own_changed.emit()

    def _searches_forgotten(self, removed: object) -> None:
        self._tell_removed(removed)
        self.look_at_hand()

    def _tell_removed(self, removed: object) -> None:
        if isinstance(removed, Removed):
            self.removed.emit(removed)

    def _brought_back(self, removed: Removed, _done: object) -> None:
        if removed.what is What.NOTE:
            self.noted.emit()
        elif removed.what is What.OWN_ENTRY:
            self.own_changed.emit()
        self.look_at_hand()
        if self._entry is not None:
            self.ask(self._entry)

    def _ask_again(self, entry: CatalogueEntry) -> None:
        self.look_at_kept()
        if self._entry is not None and self._entry.id == entry.id:
            self.ask(entry)


def _write_again(note: Note, library: "DeskLibrary") -> None:
    """Bring a note back, unless a newer one was written meanwhile."""
    if library.notes.get(note.ref) is None:
        library.notes.write(note.ref, note.text)


def _put_back(entry: CatalogueEntry, library: "DeskLibrary") -> None:
    library.own.put_back(entry)


def _search_again(texts: list[str], library: "DeskLibrary") -> None:
    """Remember searches again, the oldest first, below those of meanwhile."""
    newer = [search.text for search in library.history.recent()]
    for text in reversed([*newer, *texts]):
        library.history.remember(text)
