"""Copies of a library: made while it is in use, and taken back in one change."""

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

from index.errors import BadInput, Said, StorageError
from index.files import flush_folder
from index.folders import Folders, private
from index.library import backup_files
from index.library.faults import told
from index.library.opening import open_store
from index.library.rows import Row
from index.library.salvage import log_of
from index.library.schema import TABLES, UNSAVED
from index.library.store import Store

_STEP_PAGES = 256


def back_up(store: Store, folders: Folders, to: Path, *, patience: float) -> None:
    """Write a consistent copy of the library to one file, in the place of an older copy of that name.

    Imported packs and ticket templates are in it too. Others may go on changing the library meanwhile. Raises BadInput where `to` is a folder or the library itself, and
    StorageError where it cannot be written; an older copy is then still there.
    """
    to = to.absolute()
    if to.is_dir():
        raise BadInput("{path} is a folder; a backup is a file", path=to)
    if to.exists() and to.samefile(store.path):
        raise BadInput("{path} is the library itself; choose another file for the backup", path=to)
    with told(to):
        handle, beside = tempfile.mkstemp(prefix="new-", suffix=".part", dir=to.parent)
        os.close(handle)
        try:
            _copied(store.db, Path(beside), patience)
            with closing(sqlite3.connect(beside, isolation_level=None)) as copy:
                backup_files.put_into(copy, folders)
            Path(beside).replace(to)
            flush_folder(to.parent)
        finally:
            for left in ("", "-journal", "-wal", "-shm"):
                with suppress(OSError):
                    Path(beside + left).unlink()


def restore(store: Store, folders: Folders, source: Path, *, patience: float) -> tuple[Path, Said | None]:
    """Make the library hold what a backup holds, in one change; packs and templates come back beside those there are.

    Returns where a copy of what it held before lies, and a line where the backup was damaged and only what could be
    read of it was taken. Raises BadInput where `source` is no backup of a library (nothing is changed), StorageError.
    """
    before = _unused(
        store.path.with_name(f"{store.path.stem}.before-restore-{store.now():%Y%m%dT%H%M%S}.sqlite")
    )
    with told(store.path):
        private(store.path.parent)
        work = Path(tempfile.mkdtemp(prefix="restoring-", dir=store.path.parent))
        try:
            copy, notice = _opened_copy(store, source, work, patience)
            with closing(copy):
                held = {table.name: copy.rows(table) for table in TABLES}
            if notice and not any(held.values()):
                raise BadInput(
                    "{path} is no backup of an Error Desk library, or nothing of it can be read", path=source
                )
            back_up(store, folders, before, patience=patience)
            all_read = backup_files.take_from(source, folders)
            with store.change():
                for table in TABLES:
                    if table is not UNSAVED:
                        store.delete(table, store.rows(table))
                        for row in held[table.name]:
                            store.put(table, (row.id, *row.values, row.sum))
                _add_unsaved(store, held[UNSAVED.name])
        finally:
            shutil.rmtree(work, ignore_errors=True)
    told_so = Said(
        "The backup {path} was damaged; what could be read of it was restored.", {"path": str(source)}
    )
    return before, told_so if notice or not all_read else None


def _add_unsaved(store: Store, held: list[Row]) -> None:
    """Take in what was half written when the backup was made; what is being written now stays as it is."""
    known = {row.values[0] for row in store.rows(UNSAVED)}
    for row in held:
        if not row.damaged and row.values[0] not in known:
            store.insert(UNSAVED, row.values)


def _opened_copy(store: Store, source: Path, work: Path, patience: float) -> tuple[Store, Said | None]:
    """Open a copy of a backup, so that neither repairing nor bringing it to this version touches the backup."""
    copy = work / "library.sqlite"
    try:
        if source.samefile(store.path):
            raise BadInput("{path} is the library itself, no backup of it", path=source)
        if not source.stat().st_size:
            raise BadInput("{path} is empty: no backup of an Error Desk library", path=source)
        for original, target in ((source, copy), (log_of(source), log_of(copy))):
            if original.is_file() or original == source:
                shutil.copyfile(original, target)
    except OSError as error:
        raise BadInput(
            "{path} cannot be read: {reason}", path=source, reason=error.strerror or error
        ) from error
    return open_store(copy, now=store.now, patience=patience)


def _copied(source: sqlite3.Connection, target: Path, patience: float) -> None:
    deadline = time.monotonic() + patience

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise StorageError("another program is using {path}; no backup was made", path=target)

    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy, pages=_STEP_PAGES, progress=give_up, sleep=0.02)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, readable from anywhere
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if found is None or found[0] != "ok":
        raise StorageError(
            "the library is damaged, so no backup was made; start Error Desk again to have it repaired"
        )


def _unused(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
