"""The entry table: a small derived SQLite file that answers by id, code and message word without Whoosh.

It is built from the active packs, lies in the user's cache, is opened read-only and never changed. `n` numbers the
entries from 0 in the order of the packs; the Whoosh index names the same entries by the same numbers. A table belongs
to the thread that opened it.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from index.entry import Catalogue, CatalogueEntry, CatalogueHeader
from index.errors import StorageError
from index.text import code_parts, fold_code, loose_keys

Progress = Callable[[int, int], None]
"""`progress(done, total)`."""
ShouldStop = Callable[[], bool]
"""True once the work is no longer wanted."""

SCHEMA = """
CREATE TABLE catalogues (n INTEGER PRIMARY KEY, header BLOB NOT NULL);
CREATE TABLE entries (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
CREATE TABLE names (key TEXT, n INTEGER, code TEXT NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE anchors (word TEXT, n INTEGER, PRIMARY KEY (word, n)) WITHOUT ROWID;
"""
_MANY = 500
_decode = msgspec.json.Decoder(CatalogueEntry).decode
_decode_header = msgspec.json.Decoder(CatalogueHeader).decode
_encode = msgspec.json.Encoder().encode


class EntryTable:
    """Read access to a built table."""

    def __init__(self, path: Path) -> None:
        """Open the table at `path`. Raises StorageError if it is no such table."""
        try:
            self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._size: int = self._db.execute("SELECT count(*) FROM entries").fetchone()[0]
        except sqlite3.Error as error:
            raise StorageError(
                "cannot open the entry table {path}: {reason}", path=path, reason=error
            ) from error

    def __len__(self) -> int:
        """Count the entries."""
        return self._size

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def headers(self) -> tuple[CatalogueHeader, ...]:
        """Return the catalogues, in order."""
        return tuple(
            _decode_header(row[0]) for row in self._db.execute("SELECT header FROM catalogues ORDER BY n")
        )

    def entries(self, numbers: Sequence[int]) -> list[CatalogueEntry]:
        """Return the entries with these numbers, in the order asked for; unknown numbers are left out."""
        found: dict[int, CatalogueEntry] = {}
        for start in range(0, len(numbers), _MANY):
            part = numbers[start : start + _MANY]
            marks = ",".join("?" * len(part))
            query = f"SELECT n, body FROM entries WHERE n IN ({marks})"  # noqa: S608 - only question marks
            found.update((n, _decode(body)) for n, body in self._db.execute(query, part))
        return [found[n] for n in numbers if n in found]

    def all_entries(self) -> Iterable[CatalogueEntry]:
        """Go through all entries in order."""
        return (_decode(row[0]) for row in self._db.execute("SELECT body FROM entries ORDER BY n"))

    def by_id(self, entry: str) -> CatalogueEntry | None:
        """Return the entry with this id."""
        row = self._db.execute("SELECT body FROM entries WHERE id = ?", (entry,)).fetchone()
        return _decode(row[0]) if row else None

    def by_code(self, code: str) -> list[CatalogueEntry]:
        """Return the entries of a whole code (or one of its twins); only case and width are folded."""
        return self.entries(self.numbers_by_code(code))

    def numbers_by_code(self, code: str) -> list[int]:
        """Return the numbers of the entries of a whole code."""
        rows = self._db.execute("SELECT n FROM names WHERE key = ? ORDER BY n", (fold_code(code),))
        return [row[0] for row in rows]

    def numbers_by_prefix(self, prefix: str, limit: int = -1) -> list[int]:
        """Return the numbers of the entries whose code starts with `prefix`, by code; all of them without `limit`."""
        low = fold_code(prefix)
        rows = self._db.execute(
            "SELECT n FROM names WHERE key >= ? AND key < ? ORDER BY key, n LIMIT ?",
            (low, low + "\U0010ffff", limit),
        )
        return list(dict.fromkeys(row[0] for row in rows))

    def numbers_by_loose_code(self, text: str) -> list[int]:
        """Return the numbers of the entries whose code is `text` but for case, separators and leading zeros.

        The service prefix may be missing (`4001048`) or cut short (`org.1703` for `Organizations.1703`).
        """
        keys = loose_keys(text)
        if not keys:
            return []
        found = self._loose(keys[0])
        parts = code_parts(text)
        if not found and len(parts) > 1 and parts[-1].isdecimal() and parts[0].isalpha():
            start = next((i for i, part in enumerate(parts) if part.isdecimal()), 0)
            wanted, number = "".join(parts[:start]), "".join(parts[start:])
            candidates = self._loose(number)
            found = [
                n
                for n, entry in zip(candidates, self.entries(candidates), strict=True)
                if any(part.startswith(wanted) for part in code_parts(entry.code))
            ]
        return found

    def numbers_by_words(self, found: Iterable[str]) -> list[int]:
        """Return the numbers of the entries one of whose messages has its rarest word among these words."""
        numbers: set[int] = set()
        words = list(set(found))
        for start in range(0, len(words), _MANY):
            part = words[start : start + _MANY]
            marks = ",".join("?" * len(part))
            query = f"SELECT n FROM anchors WHERE word IN ({marks})"  # noqa: S608 - only question marks
            numbers.update(row[0] for row in self._db.execute(query, part))
        return sorted(numbers)

    def codes(self) -> list[str]:
        """Return all codes as printed, each once, twins included."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT code FROM names ORDER BY code")]

    def _loose(self, key: str) -> list[int]:
        rows = self._db.execute("SELECT n FROM loose WHERE key = ? ORDER BY n", (key,))
        return [row[0] for row in rows]


def build_table(
    path: Path,
    catalogues: Iterable[Catalogue],
    *,
    progress: Progress = lambda _done, _total: None,
    should_stop: ShouldStop = lambda: False,
) -> None:
    """Write the table of these catalogues to a new file at `path`.

    Raises StorageError if the file cannot be written; what was written until then is the caller's to remove. Returns
    early, leaving an incomplete file, once `should_stop()` is true.
    """
    catalogues = list(catalogues)
    entries = [entry for catalogue in catalogues for entry in catalogue.entries]
    try:
        db = sqlite3.connect(path)
        try:
            db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {SCHEMA}")
            with db:
                _fill(db, catalogues, entries, progress, should_stop)
        finally:
            db.close()
    except sqlite3.Error as error:
        raise StorageError(
            "cannot write the entry table {path}: {reason}", path=path, reason=error
        ) from error


def _fill(
    db: sqlite3.Connection,
    catalogues: list[Catalogue],
    entries: list[CatalogueEntry],
    progress: Progress,
    should_stop: ShouldStop,
) -> None:
    from index.template import anchor_words, message_texts  # noqa: PLC0415 - needed only for building

    db.executemany(
        "INSERT INTO catalogues VALUES (?, ?)",
        ((n, _encode(catalogue.header)) for n, catalogue in enumerate(catalogues)),
    )
    anchors = [[anchor_words(text) for text in message_texts(entry)] for entry in entries]
    frequency = Counter(word for sets in anchors for words in sets for word in words)
    total = len(entries)
    for start in range(0, total, 1000):
        if should_stop():
            return
        progress(start, total)
        for n in range(start, min(start + 1000, total)):
            entry = entries[n]
            db.execute("INSERT INTO entries VALUES (?, ?, ?)", (n, entry.id, _encode(entry)))
            for code in (entry.code, *entry.also_codes):
                db.execute("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", (fold_code(code), n, code))
                db.executemany(
                    "INSERT OR IGNORE INTO loose VALUES (?, ?)", ((k, n) for k in loose_keys(code))
                )
            rarest = {min(words, key=lambda w: (frequency[w], -len(w), w)) for words in anchors[n] if words}
            db.executemany("INSERT INTO anchors VALUES (?, ?)", ((word, n) for word in rarest))
    progress(total, total)
