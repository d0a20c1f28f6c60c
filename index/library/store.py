"""An open library file: rows in, rows out, each change whole or not at all.

A store belongs to the thread that opened it; several threads or processes each open their own. Changes wait for one
another for as long as the store was told to be patient.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from index.errors import StorageError
from index.library.faults import told
from index.library.rows import Row, Value, checksum, row_of
from index.library.schema import Table

_MOMENT_MS = 200


class Store:
    """The rows of one library."""

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        *,
        now: Callable[[], datetime],
        patience: float,
        lock: AbstractContextManager[object],
    ) -> None:
        """Take over a connection that was checked, and the lock that says that the file is in use."""
        self.path = path
        """The file."""
        self.db = db
        """The connection, in autocommit mode."""
        self.now = now
        """The clock: gives the present in UTC."""
        self._patience_ms = int(patience * 1000)
        self._lock = lock
        self._file = _identity(path)

    def close(self) -> None:
        """Give the file back."""
        with suppress(sqlite3.Error):  # a last checkpoint that fails loses nothing: the log stays
            self.db.close()
        self._lock.__exit__(None, None, None)

    def rows(
        self, table: Table, where: str = "", values: Sequence[Value] = (), *, order: str = "id"
    ) -> list[Row]:
        """Read rows. `where` and `order` are SQL of ours, `values` stand for its question marks."""
        columns = ", ".join(table.columns)
        condition = f"WHERE {where} " if where else ""
        query = f"SELECT id, {columns}, sum FROM {table.name} {condition}ORDER BY {order}"  # noqa: S608 - names of ours
        with told(self.path):
            return [row_of(table, record) for record in self.db.execute(query, values)]

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make everything inside one change: it is on the disk at the end, or an exception leaves all as it was."""
        if _identity(self.path) != self._file:
            raise StorageError(
                "{path} was moved or replaced while it was open; start Error Desk again", path=self.path
            )
        with told(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk may have ended the transaction already
                    if self.db.in_transaction:
                        self.db.execute("ROLLBACK")
                raise

    def insert(self, table: Table, values: Sequence[Value]) -> int:
        """Add a row inside a change; returns its number, larger than all others of the table."""
        number: int = self.db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table.name}").fetchone()[0]  # noqa: S608 - a name of ours
        self.add_as(table, number, values)
        return number

    def add_as(self, table: Table, number: int, values: Sequence[Value]) -> None:
        """Add a row with a given number inside a change."""
        self.put(table, (number, *values, checksum(table, number, values)))

    def put(self, table: Table, record: Sequence[Value]) -> None:
        """Add a row as it is, number and checksum included."""
        marks = ", ".join("?" * len(record))
        self.db.execute(f"INSERT INTO {table.name} VALUES ({marks})", record)  # noqa: S608 - a name of ours

    def update(self, table: Table, row: Row, changes: dict[str, Value]) -> None:
        """Change columns of a row inside a change. A damaged row stays one: its checksum is not renewed."""
        values = dict(zip(table.columns, row.values, strict=True)) | changes
        total = row.sum if row.damaged else checksum(table, row.id, tuple(values.values()))
        self.write_over(table, row.id, values | {"sum": total})

    def write_over(self, table: Table, number: int, values: dict[str, Value]) -> None:
        """Set columns of the row with this number as they are given."""
        setting = ", ".join(f"{name} = ?" for name in values)
        query = f"UPDATE {table.name} SET {setting} WHERE id = ?"  # noqa: S608 - names of ours
        self.db.execute(query, (*values.values(), number))

    def delete(self, table: Table, rows: Iterable[Row]) -> None:
        """Take rows away inside a change."""
        query = f"DELETE FROM {table.name} WHERE id = ?"  # noqa: S608 - a name of ours
        self.db.executemany(query, [(row.id,) for row in rows])

    def scrub(self) -> None:
        """After something was taken away for good: clear it out of the log as well, unless others read just now.

        The file itself holds no remains (`secure_delete`); what the log still holds goes when the last one closes it.
        """
        with suppress(sqlite3.Error):
            self.db.execute(f"PRAGMA busy_timeout = {min(_MOMENT_MS, self._patience_ms)}")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with suppress(sqlite3.Error):
            self.db.execute(f"PRAGMA busy_timeout = {self._patience_ms}")


@contextmanager
def with_files(change: AbstractContextManager[None], put_files: Callable[[], object]) -> Iterator[None]:
    """Make everything inside one change, and bring the files that are derived from the rows up to date in it.

    Where either cannot be done, both are as they were. The files come first: the change is not on the disk before them.
    """
    try:
        with change:
            yield
            put_files()
    except StorageError:
        with suppress(OSError, StorageError):
            put_files()
        raise


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - a few microseconds less than through Path, at every change
    except OSError:
        return None
    return found.st_dev, found.st_ino
