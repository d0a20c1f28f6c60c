"""Rows and their checksums: what makes a flipped byte visible in a file that SQLite still takes for whole."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from index.library.schema import Table

Value = str | int | float | bytes | None
"""What SQLite gives out."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 253_402_300_799_999_999
_encode = msgspec.json.Encoder().encode


class Row(NamedTuple):
    """One row as it was read."""

    id: int
    """Number of the row in its table."""
    values: tuple[Value, ...]
    """The columns between `id` and `sum`."""
    sum: Value
    """The checksum as stored."""
    damaged: bool
    """The values don't fit the checksum."""

    def text(self, at: int) -> str:
        """Return a column as text, whatever damage made of it."""
        return as_text(self.values[at])

    def number(self, at: int) -> int:
        """Return a column as a whole number; what is none is 0."""
        value = self.values[at]
        return value if isinstance(value, int) else 0

    def moment(self, at: int) -> datetime:
        """Return a column of microseconds as a time in UTC; what is none is 1970."""
        value = self.number(at)
        return _EPOCH + timedelta(microseconds=value if 0 <= value <= _LATEST else 0)


def as_text(value: Value) -> str:
    """Return any value as text that can be shown."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def microseconds(moment: datetime) -> int:
    """Return a time as microseconds since 1970 in UTC."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def checksum(table: Table, number: int, values: Sequence[Value]) -> bytes:
    """Return the 16 bytes that a row's `sum` must hold; table and number are part of it."""
    return hashlib.sha256(_encode([table.name, number, list(values)])).digest()[:16]


def row_of(table: Table, record: Sequence[Value]) -> Row:
    """Make a row of `id`, the columns and `sum`."""
    number = record[0] if isinstance(record[0], int) else 0
    values = tuple(record[1:-1])
    whole = len(values) == len(table.columns) and checksum(table, number, values) == record[-1]
    return Row(number, values, record[-1], not whole)
