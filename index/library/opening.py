"""Opens the library's file: private, checked, brought to this version; a damaged one is repaired first."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from index.errors import Said, StorageError
from index.folders import private
from index.library import salvage
from index.library.faults import is_busy, is_damage, is_denied, is_read_only, told
from index.library.locking import FileLock
from index.library.schema import LARGEST_ID, MIGRATIONS, PAGE_SIZE, TABLES, VERSION
from index.library.store import Store

_PAUSE = 0.02
_ATTEMPTS = 3


class _Damaged(Exception):  # noqa: N818 - never leaves this module: it asks for the repair
    """The file is not what this program wrote."""


def open_store(path: Path, *, now: Callable[[], datetime], patience: float) -> tuple[Store, Said | None]:
    """Open the library at `path`, making it where it is missing.

    Also returns one line to show where it was damaged and had to be repaired. `patience` is how many seconds to wait
    for other processes. Raises StorageError where it cannot be used, or was written by a newer version; the file is
    then as it was.
    """
    private(path.parent)
    notice = None
    for _ in range(_ATTEMPTS):
        lock = FileLock(lock_of(path), alone=False, patience=patience)
        with told(path):
            lock.__enter__()
            try:
                if salvage.is_unfinished(path):
                    raise _Damaged  # noqa: TRY301 - the repair below finishes it
                return Store(path, _connected(path, patience), now=now, patience=patience, lock=lock), notice
            except _Damaged:
                lock.__exit__(None, None, None)
            except BaseException:
                lock.__exit__(None, None, None)
                raise
            with told(path):
                notice = _repair(path, now(), patience) or notice
    raise StorageError(
        "the library {path} is damaged and could not be repaired; its copies lie beside it", path=path
    )


def lock_of(path: Path) -> Path:
    """Return the file that is locked while the library is open."""
    return path.with_suffix(".lock")


def _repair(path: Path, moment: datetime, patience: float) -> Said | None:
    with FileLock(lock_of(path), alone=True, patience=patience):
        if salvage.is_unfinished(path):
            salvage.finish(path)
            return None
        try:
            _connected(path, patience).close()
        except _Damaged:
            return salvage.repair(path, moment, fresh)
    return None  # another process was quicker


def _connected(path: Path, patience: float) -> sqlite3.Connection:
    """Open and check the file, waiting while another process is just making it."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return _checked(path, patience)
        except UnicodeDecodeError as error:  # SQLite's line about it quotes what damage left of a name
            raise _Damaged from error
        except sqlite3.Error as error:
            if is_damage(error) or (is_read_only(error) and _may_write(path)):
                raise _Damaged from error
            if not is_busy(error) or time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE)


def _may_write(path: Path) -> bool:
    """Tell whether the system would let us write: then it is the file that makes SQLite refuse."""
    as_we_are = os.access in os.supports_effective_ids
    return os.access(path, os.R_OK | os.W_OK, effective_ids=as_we_are) and os.access(
        path.parent, os.W_OK | os.X_OK, effective_ids=as_we_are
    )


def _checked(path: Path, patience: float) -> sqlite3.Connection:
    log = salvage.log_of(path)
    if path.exists() and not path.stat().st_size and log.exists() and log.stat().st_size:
        raise _Damaged  # SQLite would take the file for new and throw the log away
    _refuse_newer(path, patience)
    # Only if it is new: closing a file gives up the locks that other connections of this process hold on it.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    db = fresh(path, patience)
    try:
        _refuse(path, _version(db))
        _check(db)
    except BaseException:
        db.close()
        raise
    return db


def _refuse_newer(path: Path, patience: float) -> None:
    """Look at the version without being able to change anything."""
    if not path.exists() or not path.stat().st_size:
        return
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=patience)
        ) as db:
            version = _version(db)
    except sqlite3.Error as error:
        if not is_denied(error):
            raise
        return  # a change was cut off and has to be rolled back first, which takes the right to write
    _refuse(path, version)


def _refuse(path: Path, version: int) -> None:
    if version > VERSION:
        raise StorageError(
            "the library {path} was written by a newer Error Desk (form {version}, this one knows {known}); it was left as it is: use the newer version",
            path=path,
            version=version,
            known=VERSION,
        )


def fresh(path: Path, patience: float = 0) -> sqlite3.Connection:
    """Connect to a file and bring it to this version, an empty one included."""
    db = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        db.text_factory = lambda raw: raw.decode("utf-8", "replace")  # damaged text is shown, not refused
        for pragma in (
            f"page_size = {PAGE_SIZE}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
        ):
            db.execute(f"PRAGMA {pragma}").fetchall()
        _migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection) -> None:
    if _version(db) >= VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    version = _version(db)  # another process may have been quicker
    if not version and (_has_tables(db) or db.execute("PRAGMA page_count").fetchone()[0] > 1):
        raise _Damaged
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _has_tables(db: sqlite3.Connection) -> bool:
    return bool(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _check(db: sqlite3.Connection) -> None:
    """Look at every page and index; thousands of notes take milliseconds."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"PRAGMA user_version = {VERSION}")  # fails where the header says that it may only be read
    db.execute("ROLLBACK")
    found = db.execute("PRAGMA integrity_check(1)").fetchone()
    if found is None or found[0] != "ok":
        raise _Damaged
    if not _schema() <= set(db.execute("SELECT name, sql FROM sqlite_master")):
        raise _Damaged
    for table in TABLES:
        low, high = db.execute(f"SELECT min(id), max(id) FROM {table.name}").fetchone()  # noqa: S608 - a name of ours
        if low is not None and (low < 1 or high >= LARGEST_ID):
            raise _Damaged


def _schema() -> set[tuple[str, str]]:
    """Return names and definitions as an undamaged library has them."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _migrate(db)
        return set(db.execute("SELECT name, sql FROM sqlite_master"))
    finally:
        db.close()
