"""Notes in Markdown, one a code; every text a note had before is kept and can be brought back."""

from collections import defaultdict
from enum import IntEnum

from index.errors import BadInput
from index.library.half_typed import masked
from index.library.rows import Row, microseconds
from index.library.schema import NOTES
from index.library.store import Store
from index.library.unsaved import finished
from index.library.values import CodeRef, Note, NoteHit, NoteVersion, checked
from index.library.words import Haystack, needles
from index.text import clean

LONGEST_NOTE = 100_000
"""Characters of a note."""
KEPT_VERSIONS = 200
"""Texts kept of one note; the oldest go first."""

_TEXT, _CHANGED, _STATE = 4, 5, 6


class _State(IntEnum):
    """What became of a version."""

    LIVE = 0
    UNDONE = 1
    LEFT = 2  # undone, and something else was written since: kept to be read, not reached by redo


class Notes:
    """The notes of a library."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store
        self._folded: dict[tuple[int, object], Haystack] = {}

    def get(self, ref: CodeRef) -> Note | None:
        """Return the note of a code."""
        return _present(self._versions(ref))

    def all(self) -> tuple[Note, ...]:
        """Return all notes, last changed first."""
        return tuple(_note(row) for row in self._newest())

    def keys(self) -> frozenset[str]:
        """Return the `CodeRef.key` of every code that has a note."""
        return frozenset(note.ref.key for note in self.all())

    def write(self, ref: CodeRef, text: str, *, finishes: str = "") -> Note | None:
        """Set the note of a code; an empty text takes it away, and can be undone like any other.

        The same text again changes nothing. `finishes` is the key of what was half written of it, which goes in the
        same moment. Returns the note as it is now. Raises BadInput for a text that is too long and StorageError where
        it cannot be stored.
        """
        ref = checked(ref)
        text = _cleaned(text)
        with finished(self._store, finishes):
            versions = self._versions(ref)
            newest = _newest_live(versions)
            is_same = not text if newest is None else not newest.damaged and newest.text(_TEXT) == text
            if not is_same:
                for row in versions:
                    if row.number(_STATE) == _State.UNDONE:
                        self._store.update(NOTES, row, {"state": _State.LEFT})
                moment = microseconds(self._store.now())
                values = (ref.key, ref.provider, ref.service, ref.code, text, moment, int(_State.LIVE))
                self._store.insert(NOTES, values)
                self._store.delete(NOTES, _surplus(versions))
        return self.get(ref)

    def undo(self, ref: CodeRef) -> Note | None:
        """Go back to the text before the present one; returns the note as it is now."""
        with self._store.change():
            newest = _newest_live(self._versions(ref))
            if newest is not None:
                self._store.update(NOTES, newest, {"state": _State.UNDONE})
        return self.get(ref)

    def redo(self, ref: CodeRef) -> Note | None:
        """Bring back what was undone last; returns the note as it is now."""
        with self._store.change():
            versions = self._versions(ref)
            undone = [row for row in versions if row.number(_STATE) == _State.UNDONE]
            if undone:
                self._store.update(NOTES, undone[0], {"state": _State.LIVE})
        return self.get(ref)

    def versions(self, ref: CodeRef) -> tuple[NoteVersion, ...]:
        """Return every text that the note of a code had, newest first."""
        return tuple(
            NoteVersion(
                number=row.id,
                text=row.text(_TEXT),
                changed=row.moment(_CHANGED),
                undone=not _is_live(row),
                damaged=row.damaged,
            )
            for row in reversed(self._versions(ref))
        )

    def bring_back(self, ref: CodeRef, number: int) -> Note | None:
        """Make the text of an earlier version the present one. Raises BadInput if there is no such version."""
        found = next((version for version in self.versions(ref) if version.number == number), None)
        if found is None:
            raise BadInput("the note of {code} has no version {number}", code=ref.code, number=number)
        return self.write(ref, found.text)

    def forget(self, ref: CodeRef) -> None:
        """Remove the note of a code and all its versions for good."""
        with self._store.change():
            self._store.delete(NOTES, self._versions(ref))
        self._folded.clear()
        self._store.scrub()

    def mask_versions(self, ref: CodeRef) -> None:
        """Mask the secrets in every text that the note of a code had before, for good; the present one stays."""
        with self._store.change():
            versions = self._versions(ref)
            newest = _newest_live(versions)
            for row in versions:
                text = masked(row.text(_TEXT))[0]
                if row is not newest and text != row.text(_TEXT):
                    self._store.update(NOTES, row, {"text": text})
        self._store.scrub()

    def search(self, query: str, limit: int = 50) -> tuple[NoteHit, ...]:
        """Find the notes that hold all words of a query, in text, code, service or provider; last changed first.

        Case, width, accents and Traditional or Simplified characters make no difference; a word may stand inside a
        longer one. An empty query finds nothing.
        """
        wanted = needles(query)
        hits: list[NoteHit] = []
        for row in self._newest() if wanted else ():
            spans = self._haystack(row).find(wanted)
            if spans is not None:
                hits.append(NoteHit(note=_note(row), spans=spans))
                if len(hits) == limit:
                    break
        return tuple(hits)

    def _versions(self, ref: CodeRef) -> list[Row]:
        return self._store.rows(NOTES, "key = ?", (ref.key,))

    def _newest(self) -> list[Row]:
        by_key: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self._store.rows(NOTES):
            by_key[row.text(0)].append(row)
        newest = (_newest_live(rows) for rows in by_key.values())
        shown = [row for row in newest if row is not None and row.text(_TEXT)]
        return sorted(shown, key=lambda row: row.id, reverse=True)

    def _haystack(self, row: Row) -> Haystack:
        """Return the folded text of a row, which is made once: a version never changes."""
        name = (row.id, row.sum)
        if name not in self._folded:
            about = " ".join(row.text(at) for at in (1, 2, 3))
            self._folded[name] = Haystack(row.text(_TEXT), about)
        return self._folded[name]


def _cleaned(text: str) -> str:
    text = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST_NOTE:
        raise BadInput(
            "a note holds at most {most} characters; this one has {length}",
            most=LONGEST_NOTE,
            length=len(text),
        )
    return text if text.strip() else ""


def _is_live(row: Row) -> bool:
    return row.number(_STATE) not in (_State.UNDONE, _State.LEFT)


def _newest_live(rows: list[Row]) -> Row | None:
    return next((row for row in reversed(rows) if _is_live(row)), None)


def _present(rows: list[Row]) -> Note | None:
    row = _newest_live(rows)
    return _note(row) if row is not None and row.text(_TEXT) else None


def _note(row: Row) -> Note:
    return Note(
        ref=CodeRef(provider=row.text(1), service=row.text(2), code=row.text(3)),
        text=row.text(_TEXT),
        changed=row.moment(_CHANGED),
        damaged=row.damaged,
    )


def _surplus(versions: list[Row]) -> list[Row]:
    """Return the oldest of too many versions; damaged ones stay until somebody has looked at them."""
    whole = [row for row in versions if not row.damaged]
    return whole[: max(len(whole) + 1 - KEPT_VERSIONS, 0)]
