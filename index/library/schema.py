"""The tables of the library and the steps by which an older library becomes one of this version."""

import msgspec

VERSION = 2
"""`user_version` of a library that this program writes: the number of migrations."""

PAGE_SIZE = 4096
"""Bytes of a page of the file, always set, so that pages can be read where the file's own header is damaged."""

LARGEST_ID = 1 << 40
"""No row gets a number as large as this; a row that has one was damaged."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table: its columns are `id`, these, and `sum`."""

    name: str
    """Name in the file."""
    columns: tuple[str, ...]
    """The columns between `id` and `sum`, in order; the checksum covers them."""


NOTES = Table(name="notes", columns=("key", "provider", "service", "code", "text", "changed", "state"))
PINS = Table(name="pins", columns=("key", "provider", "service", "code", "place", "added"))
SEARCHES = Table(name="searches", columns=("text", "searched"))
OWN_ENTRIES = Table(name="own_entries", columns=("entry", "body", "changed"))
GLOSSARY_LINES = Table(name="glossary_lines", columns=("line", "place", "changed"))
UNSAVED = Table(
    name="unsaved", columns=("key", "kind", "provider", "service", "code", "texts", "masked", "changed")
)

TABLES = (NOTES, PINS, SEARCHES, OWN_ENTRIES, GLOSSARY_LINES, UNSAVED)
"""All of them, as of the newest version."""

# Nothing is UNIQUE or NOT NULL: a damaged row must be storable as it is, whatever became of its keys. The modules that
# write see to it that a key stands once. Numbers are INTEGER, times microseconds since 1970 in UTC.
_CODE = "key TEXT, provider TEXT, service TEXT, code TEXT"
_UNSAVED = (
    "key TEXT, kind TEXT, provider TEXT, service TEXT, code TEXT, texts TEXT, masked INTEGER, changed INTEGER"
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"CREATE TABLE notes (id INTEGER PRIMARY KEY, {_CODE}, text TEXT, changed INTEGER, state INTEGER, sum BLOB)",
        "CREATE INDEX notes_by_key ON notes (key)",
        f"CREATE TABLE pins (id INTEGER PRIMARY KEY, {_CODE}, place INTEGER, added INTEGER, sum BLOB)",
        "CREATE TABLE searches (id INTEGER PRIMARY KEY, text TEXT, searched INTEGER, sum BLOB)",
        "CREATE TABLE own_entries (id INTEGER PRIMARY KEY, entry TEXT, body TEXT, changed INTEGER, sum BLOB)",
        "CREATE TABLE glossary_lines (id INTEGER PRIMARY KEY, line TEXT, place INTEGER, changed INTEGER, sum BLOB)",
    ),
    (f"CREATE TABLE unsaved (id INTEGER PRIMARY KEY, {_UNSAVED}, sum BLOB)",),
)
"""Statements that lead from each version to the next; never edited once released, only added to."""
