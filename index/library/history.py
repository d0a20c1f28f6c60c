"""Recent searches. What might come from a customer's paste never gets in."""

import unicodedata

from index.library.rows import Row, microseconds
from index.library.schema import SEARCHES
from index.library.store import Store
from index.library.values import Search
from index.text import clean, fold

TOO_LONG = 200
"""Queries of this many characters, and longer ones, are not kept."""
KEPT = 200
"""How many searches are kept."""


class History:
    """The recent searches of a library."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def remember(self, query: str) -> bool:
        """Keep a query as the newest; returns whether it was kept.

        Kept is one line under 200 characters without a secret in it; what was pasted, nobody hands in here. The
        same query asked before, but for case and blanks, makes way for it.
        """
        if not may_be_kept(query):
            return False
        text = clean(query).strip()
        with self._store.change():
            rows = [row for row in self._store.rows(SEARCHES) if not row.damaged]
            same = [row for row in rows if _folded(row.text(0)) == _folded(text)]
            others = [row for row in rows if row not in same]
            self._store.delete(SEARCHES, [*same, *others[: max(len(others) + 1 - KEPT, 0)]])
            self._store.insert(SEARCHES, (text, microseconds(self._store.now())))
        return True

    def recent(self, limit: int = KEPT) -> tuple[Search, ...]:
        """Return the searches, newest first, each once."""
        found: dict[str, Search] = {}
        for row in reversed(self._store.rows(SEARCHES)):
            search = Search(text=row.text(0), searched=row.moment(1), damaged=row.damaged)
            found.setdefault(_folded(search.text), search)
        return tuple(found.values())[: max(limit, 0)]

    def forget(self, query: str) -> None:
        """Remove one query for good."""
        self._remove([row for row in self._store.rows(SEARCHES) if _folded(row.text(0)) == _folded(query)])

    def clear(self) -> None:
        """Remove all of them for good."""
        self._remove(self._store.rows(SEARCHES))

    def _remove(self, rows: list[Row]) -> None:
        with self._store.change():
            self._store.delete(SEARCHES, rows)
        self._store.scrub()


def may_be_kept(query: str) -> bool:
    """Tell whether a query is one short line without a secret in it."""
    text = query.strip()
    if not text or len(query) >= TOO_LONG or len(query.splitlines()) > 1:
        return False
    from index.redact import find_secrets  # noqa: PLC0415 - its patterns take 70 ms, and opening the library needs none

    # A secret in full-width letters is one as well.
    return not any(find_secrets(form) for form in (query, clean(query), unicodedata.normalize("NFKC", query)))


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
