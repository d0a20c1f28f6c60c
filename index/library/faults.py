"""Faults of SQLite as lines for the person at the desk."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StorageError

_SHORT_READ = sqlite3.SQLITE_IOERR_SHORT_READ
# A statement of ours fails in itself (SQLITE_ERROR) only where header or schema are not what they were.
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DENIED = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
}


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the fault is in the file itself."""
    code = _code(error)
    return code & 0xFF in _DAMAGED or code == _SHORT_READ


def is_denied(error: sqlite3.Error) -> bool:
    """Tell whether the file could not be opened or not be written."""
    return _code(error) & 0xFF in _DENIED


def is_read_only(error: sqlite3.Error) -> bool:
    """Tell whether SQLite took the file for one that may only be read."""
    return _code(error) & 0xFF == sqlite3.SQLITE_READONLY


def is_busy(error: sqlite3.Error) -> bool:
    """Tell whether another process was in the way."""
    return _code(error) & 0xFF in _BUSY


def fault_for(error: sqlite3.Error, path: Path) -> StorageError:
    """Say what happened to the library and what to do about it."""
    primary = _code(error) & 0xFF
    if is_damage(error):
        return _damaged(path)
    if is_busy(error):
        return StorageError(
            "another Error Desk is writing to {path}; nothing was changed, try again", path=path
        )
    if primary == sqlite3.SQLITE_FULL:
        return _full(path)
    if is_denied(error):
        return StorageError(
            "cannot write to {path}: the file or its folder is read-only or not accessible; nothing was changed",
            path=path,
        )
    if primary == sqlite3.SQLITE_IOERR:
        return StorageError(
            "cannot write to {path}: the disk is full or does not answer; nothing was changed", path=path
        )
    return StorageError(
        "cannot use the library {path}: {reason}; nothing was changed", path=path, reason=error
    )


def _damaged(path: Path) -> StorageError:
    return StorageError(
        "the library {path} is damaged; start Error Desk again to have it repaired", path=path
    )


def _full(path: Path) -> StorageError:
    return StorageError("the disk is full: nothing was changed in {path}; make room and try again", path=path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the faults of SQLite and of the file system into a StorageError."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's line about it quotes what damage left of a name
        raise _damaged(path) from error
    except sqlite3.Error as error:
        raise fault_for(error, path) from error
    except OSError as error:
        if error.errno in _FULL:
            raise _full(path) from error
        raise StorageError(
            "cannot use {path}: {reason}", path=error.filename or path, reason=error.strerror or error
        ) from error


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", None) or 0)
