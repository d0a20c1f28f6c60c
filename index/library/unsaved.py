"""Texts that are being written, kept as they are typed, so that a kill or a power cut takes none of them.

Nobody has decided yet that they are to be stored; so their secrets are masked before they come here, and nothing that
they were before stays in the file.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from index.library.half_typed import masked, masked_all
from index.library.rows import Row, microseconds
from index.library.schema import UNSAVED
from index.library.store import Store
from index.library.values import CodeRef, Unsaved, Written
from index.text import clean

KEPT = 50
"""How many are kept; the oldest go first."""
_LONGEST = 200_000
_KIND, _PROVIDER, _SERVICE, _CODE, _TEXTS, _MASKED, _CHANGED = range(1, 8)
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[str, ...]).decode


class UnsavedTexts:
    """What is half written."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def all(self) -> tuple[Unsaved, ...]:
        """Return all of them, the one written on last first."""
        found = [_unsaved(row) for row in reversed(self._store.rows(UNSAVED))]
        return tuple({one.key: one for one in reversed(found)}.values())[::-1]

    def keep(
        self, key: str, kind: Written, ref: CodeRef, texts: Sequence[str], cursor: int | None = None
    ) -> int:
        """Keep what is written by now, in the place of what was; returns how many places had to be masked.

        `cursor` is the place in the one text where it is being typed; without it every text may go on at its end.
        Texts without a visible character are dropped instead. Raises StorageError, and nothing has changed then.
        """
        if not any(text.strip() for text in texts):
            self.drop(key)
            return 0
        names, _ = masked_all((ref.provider, ref.service, ref.code))
        cut = [text[:_LONGEST] for text in texts]
        done, count = masked_all(cut) if cursor is None else _one(cut, cursor)
        stamp = microseconds(self._store.now())
        values = (key, kind.value, *map(clean, names), _encode(done).decode(), count, stamp)
        with self._store.change():
            rows = self._store.rows(UNSAVED)
            mine = [row for row in rows if row.text(0) == key]
            others = [row for row in rows if row.text(0) != key]
            self._store.delete(UNSAVED, [*mine, *others[: max(len(others) + 1 - KEPT, 0)]])
            self._store.insert(UNSAVED, values)
        self._store.scrub()
        return count

    def drop(self, key: str) -> None:
        """Keep it no longer: it was given up. Raises StorageError."""
        with finished(self._store, key):
            pass


@contextmanager
def finished(store: Store, key: str) -> Iterator[None]:
    """Make everything inside one change of the store, in which what was half written goes; "" is nothing that was.

    A kill leaves either what is half written or what it became, never both.
    """
    with store.change():
        yield
        rows = store.rows(UNSAVED, "key = ?", (key,)) if key else []
        store.delete(UNSAVED, rows)
    if rows:
        store.scrub()


def _one(texts: list[str], cursor: int) -> tuple[tuple[str, ...], int]:
    first, count = masked(texts[0], cursor)
    others, more = masked_all(texts[1:])
    return (first, *others), count + more


def _unsaved(row: Row) -> Unsaved:
    kind = Written.OWN_ENTRY if row.text(_KIND) == Written.OWN_ENTRY else Written.NOTE
    try:
        texts = _decode(row.text(_TEXTS))
    except (msgspec.MsgspecError, RecursionError):
        texts = (row.text(_TEXTS),)
    return Unsaved(
        key=row.text(0),
        kind=kind,
        ref=CodeRef(provider=row.text(_PROVIDER), service=row.text(_SERVICE), code=row.text(_CODE)),
        texts=texts,
        masked=row.number(_MASKED),
        changed=row.moment(_CHANGED),
        damaged=row.damaged,
    )
