"""Pinned codes, in the order the user gave them."""

from index.library.rows import Row, microseconds
from index.library.schema import PINS
from index.library.store import Store
from index.library.values import CodeRef, Pin, checked

_PLACE, _ADDED = 4, 5


class Pins:
    """The pins of a library."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def all(self) -> tuple[Pin, ...]:
        """Return the pins in order."""
        return tuple(
            Pin(
                ref=CodeRef(provider=row.text(1), service=row.text(2), code=row.text(3)),
                added=row.moment(_ADDED),
                damaged=row.damaged,
            )
            for row in self._rows()
        )

    def place_of(self, ref: CodeRef) -> int | None:
        """Return the place of a code among the pins, from 0; None if it is not pinned."""
        return next((at for at, pin in enumerate(self.all()) if pin.ref.key == ref.key), None)

    def add(self, ref: CodeRef, place: int | None = None) -> None:
        """Pin a code at a place from 0, at the end without one. One that is pinned already moves there."""
        ref = checked(ref)
        with self._store.change():
            rows = self._rows()
            mine = [row for row in rows if row.text(0) == ref.key]
            if mine and place is None:
                return
            if not mine:
                moment = microseconds(self._store.now())
                values = (ref.key, ref.provider, ref.service, ref.code, len(rows), moment)
                number = self._store.insert(PINS, values)
                mine = self._store.rows(PINS, "id = ?", (number,))
            others = [row for row in rows if row.id != mine[0].id]
            at = len(others) if place is None else max(0, min(place, len(others)))
            self._order([*others[:at], mine[0], *others[at:]])

    def remove(self, ref: CodeRef) -> int | None:
        """Unpin a code; returns the place it had, for `add` to undo it, or None if it was not pinned."""
        with self._store.change():
            rows = self._rows()
            at = next((at for at, row in enumerate(rows) if row.text(0) == ref.key), None)
            if at is not None:
                self._store.delete(PINS, [row for row in rows if row.text(0) == ref.key])
                self._order([row for row in rows if row.text(0) != ref.key])
        return at

    def _rows(self) -> list[Row]:
        return self._store.rows(PINS, order="place, id")

    def _order(self, rows: list[Row]) -> None:
        for place, row in enumerate(rows):
            if row.values[_PLACE] != place:
                self._store.update(PINS, row, {"place": place})
