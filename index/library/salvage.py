"""Makes a new library of what can still be read of a damaged one; the damaged file is kept beside it.

Rows are read through SQLite from both ends of each table, and from the pages themselves. The new file is written whole
under another name first; from then on finishing is a matter of renaming, and is taken up again after a kill.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from index.errors import Said
from index.library.pages import rows_in
from index.library.rows import Row, Value, row_of
from index.library.schema import LARGEST_ID, TABLES, Table

_REPAIRED = "The library was damaged and has been repaired: {rows} rows were saved; the damaged file is kept as {path}."
_REPAIRED_SOME = (
    "The library was damaged and has been repaired: {rows} rows were saved, {damaged} of them damaged;"
    " the damaged file is kept as {path}."
)

Found = dict[str, dict[int, Row]]
"""Rows by the name of their table and their number."""


def log_of(path: Path) -> Path:
    """Return SQLite's write-ahead log of a file."""
    return path.with_name(f"{path.name}-wal")


def is_unfinished(path: Path) -> bool:
    """Tell whether a repair was cut off when only the renaming was left."""
    return _repaired(path).exists()


def repair(path: Path, moment: datetime, make: Callable[[Path], sqlite3.Connection]) -> Said:
    """Put a new library in the place of the damaged one; returns one line to show.

    `make` opens a new file with empty tables. Nobody else may have the library open.
    """
    aside = _kept_aside(path, moment)
    found = salvaged(aside)
    work = path.with_suffix(".part")
    for left in (work, log_of(work)):
        left.unlink(missing_ok=True)
    os.close(os.open(work, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(make(work)) as db:
        db.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            marks = ", ".join("?" * (len(table.columns) + 2))
            records = _records(found[table.name])
            db.executemany(f"INSERT INTO {table.name} VALUES ({marks})", records)  # noqa: S608 - a name of ours
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = DELETE").fetchall()
    work.replace(_repaired(path))
    finish(path)
    rows = [row for kept in found.values() for row in kept.values()]
    damaged = sum(row.damaged for row in rows)
    counts: dict[str, str | int | Said] = {"rows": len(rows), "path": str(aside)}
    if damaged:
        return Said(_REPAIRED_SOME, counts | {"damaged": damaged})
    return Said(_REPAIRED, counts)


def finish(path: Path) -> None:
    """Rename what `repair` has made; what it takes the place of is kept aside already."""
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    _repaired(path).replace(path)


def salvaged(path: Path) -> Found:
    """Read all rows that can be read of a file and its log; nothing is changed and nothing raised for damage."""
    found: Found = {table.name: {} for table in TABLES}
    log = log_of(path)
    file, logged = path.read_bytes(), log.read_bytes() if log.exists() else b""
    if file:  # of an empty file SQLite would remove the log, even when only asked to read
        _take_from_sqlite(path, found)
    by_length: dict[int, list[Table]] = {}
    for table in TABLES:
        by_length.setdefault(len(table.columns) + 2, []).append(table)
    for record in rows_in(file, logged):
        for table in by_length.get(len(record), ()):
            row = row_of(table, record)
            known = found[table.name].get(row.id)
            if not row.damaged and (known is None or known.damaged):
                found[table.name][row.id] = row
    return found


def _take_from_sqlite(path: Path, found: Found) -> None:
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(_read_only(path)) as db:
        for table in TABLES:
            for backwards in (False, True):
                for row in _told_by_sqlite(db, table, backwards=backwards):
                    found[table.name].setdefault(row.id, row)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _told_by_sqlite(db: sqlite3.Connection, table: Table, *, backwards: bool) -> Iterator[Row]:
    columns = ", ".join(table.columns)
    order = "DESC" if backwards else "ASC"
    with suppress(sqlite3.Error, UnicodeDecodeError):
        for record in db.execute(f"SELECT id, {columns}, sum FROM {table.name} ORDER BY id {order}"):  # noqa: S608 - names of ours
            yield row_of(table, record)


def _read_only(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return db


def _records(rows: dict[int, Row]) -> Iterator[tuple[Value, ...]]:
    """Give rows as they are stored; a damaged row whose number cannot be right gets the next free one."""
    following = max((number for number in rows if number < LARGEST_ID), default=0) + 1
    for number, row in sorted(rows.items()):
        if not 0 < number < LARGEST_ID:
            yield (following, *row.values, row.sum)
            following += 1
        else:
            yield (number, *row.values, row.sum)


def _repaired(path: Path) -> Path:
    return path.with_suffix(".repaired")


def _kept_aside(path: Path, moment: datetime) -> Path:
    """Give the damaged file and its log a second name, under which they stay."""
    stamp = f"{moment:%Y%m%dT%H%M%S}"
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp}-{number}{path.suffix}")
    for suffix in ("-wal", "-journal", ""):
        source = path.with_name(path.name + suffix)
        if source.exists():
            _doubled(source, aside.with_name(aside.name + suffix))
    return aside


def _doubled(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)
