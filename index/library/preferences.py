"""Preferences that belong to the user's data rather than to one machine: names with values of a known type."""

from typing import Generic, TypeVar

import msgspec

from index.errors import BadInput
from index.library.rows import microseconds
from index.library.schema import PREFERENCES
from index.library.store import Store

Kept = TypeVar("Kept")

_LONGEST = 100_000


class Preference(msgspec.Struct, Generic[Kept], frozen=True, kw_only=True):
    """One thing that can be preferred."""

    name: str
    """Its name in the library."""
    kind: type[Kept]
    """The type of its values, which JSON can hold."""
    default: Kept
    """What holds until something is chosen."""


class Preferences:
    """The preferences of a library."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def get(self, preference: Preference[Kept]) -> Kept:
        """Return what was chosen, or the default where nothing was or the value is damaged (the audit names it)."""
        for row in reversed(self._store.rows(PREFERENCES, "name = ?", (preference.name,))):
            if not row.damaged:
                try:
                    return msgspec.json.decode(row.text(1), type=preference.kind)
                except msgspec.MsgspecError:  # a newer program may have kept another type under this name
                    break
        return preference.default

    def set(self, preference: Preference[Kept], value: Kept) -> None:
        """Choose. Raises BadInput for a value that is not of the preference's type or too large."""
        try:
            text = msgspec.json.encode(value).decode()
            msgspec.json.decode(text, type=preference.kind)
        except (msgspec.MsgspecError, TypeError, UnicodeError) as error:
            raise BadInput(f"{preference.name} cannot be set to this value: {error}") from error
        if len(text) > _LONGEST:
            raise BadInput(f"{preference.name} cannot hold so much")
        with self._store.change():
            self._store.delete(PREFERENCES, self._store.rows(PREFERENCES, "name = ?", (preference.name,)))
            self._store.insert(PREFERENCES, (preference.name, text, microseconds(self._store.now())))

    def reset(self, preference: Preference[Kept]) -> None:
        """Go back to the default."""
        with self._store.change():
            self._store.delete(PREFERENCES, self._store.rows(PREFERENCES, "name = ?", (preference.name,)))
