"""Answers codes from the entry table alone, while the index is still being opened.

Most of what is typed first is a code. Nothing heavy is imported here: no Whoosh, no glossary, no analysis.
"""

from index import store
from index.entry import CatalogueEntry
from index.folders import Folders
from index.hits import Answer, Hit, Reason
from index.query import Query
from index.search import codes_tier
from index.table import EntryTable
from index.template import HOLE
from index.text import clean

_LONGEST = 200


class EarlyCodes:
    """Finds whole codes, and codes written loosely. Belongs to the thread that opened it."""

    def __init__(self, table: EntryTable) -> None:
        """Look codes up in this table."""
        self.table = table
        """The entry table, for look-ups."""

    @classmethod
    def open(cls, folders: Folders) -> "EarlyCodes":
        """Open the table of the active packs, built first where it is missing. Raises StorageError."""
        return cls(store.open_table(folders))

    def search(self, query: Query, *, limit: int) -> Answer | None:
        """Answer a question that names a code; None where only the index can tell."""
        if query.filters or len(query.words) > _LONGEST:
            return None
        codes = codes_tier.find(clean(query.words), self.table, self.table.numbers_by_prefix)
        if not (codes.code or codes.loose):
            return None
        reasons = dict.fromkeys(codes.prefix, Reason.CODE_PREFIX)
        reasons |= dict.fromkeys(codes.loose, Reason.LOOSE_CODE)
        reasons |= dict.fromkeys(codes.code, Reason.CODE)
        numbers = list(dict.fromkeys((*sorted(codes.code), *sorted(codes.loose), *codes.prefix)))
        shown = numbers[:limit]
        entries = self.table.entries(shown)
        hits = (_hit(reasons[n], entry) for n, entry in zip(shown, entries, strict=True))
        return Answer(query=str(query), total=len(numbers), weak=False, hits=tuple(hits))

    def close(self) -> None:
        """Close the table."""
        self.table.close()


def _hit(reason: Reason, entry: CatalogueEntry) -> Hit:
    whole = reason is not Reason.CODE_PREFIX
    return Hit(
        entry=entry,
        reason=reason,
        values=() if entry.message and not HOLE.search(entry.message) else None,
        score=1.0,
        spans={"code": ((0, len(entry.code)),)} if whole and entry.code else {},
    )
