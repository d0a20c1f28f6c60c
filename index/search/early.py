"""Answers while the index is still being opened: codes from the entry table alone, words by a child that is ahead.

Most of what is typed first is a code. Nothing heavy is imported here: no Whoosh, no glossary, no analysis.
"""

from typing import TYPE_CHECKING

from index import store
from index.entry import CatalogueEntry
from index.errors import StorageError
from index.folders import Folders
from index.hits import Answer, Hit, Reason
from index.query import Query
from index.search import codes_tier
from index.table import EntryTable
from index.template import HOLE
from index.text import clean

if TYPE_CHECKING:
    from index.search.ahead import Ahead

_LONGEST = 200


class EarlyEngine:
    """Finds whole codes, and codes written loosely; asks the child for all else. Belongs to the thread that opened it."""

    def __init__(self, table: EntryTable, ahead: "Ahead | None" = None) -> None:
        """Look codes up in this table, and ask this child."""
        self.table = table
        """The entry table, for look-ups."""
        self._ahead = ahead

    @classmethod
    def open(cls, folders: Folders, ahead: "Ahead | None" = None) -> "EarlyEngine":
        """Open the table of the active packs, built first where it is missing. Raises StorageError."""
        try:
            return cls(store.open_table(folders), ahead)
        except StorageError:
            if ahead is not None:
                ahead.close()
            raise

    def search(self, query: Query, *, limit: int) -> Answer | None:
        """Answer a question; None where only the desk's own engine can."""
        answer = self._search_codes(query, limit)
        if answer is None and self._ahead is not None:
            return self._ahead.search(query, limit=limit)
        return answer

    def _search_codes(self, query: Query, limit: int) -> Answer | None:
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
        """Close the table, and let the child go."""
        self.table.close()
        if self._ahead is not None:
            self._ahead.close()


def _hit(reason: Reason, entry: CatalogueEntry) -> Hit:
    whole = reason is not Reason.CODE_PREFIX
    return Hit(
        entry=entry,
        reason=reason,
        values=() if entry.message and not HOLE.search(entry.message) else None,
        score=1.0,
        spans={"code": ((0, len(entry.code)),)} if whole and entry.code else {},
    )
