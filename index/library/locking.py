"""A lock beside the library that says whether anybody has it open.

SQLite's own locks order the changes. This one is for the rare moment when the file itself makes way for a repaired one:
whoever still had it open would go on writing into a file that nobody reads any more.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from index.errors import StorageError

if sys.platform != "win32":
    import fcntl

_PAUSE = 0.02


class FileLock:
    """Held from entering to leaving; freed by the system when the process ends in whatever way."""

    def __init__(self, path: Path, *, alone: bool, patience: float) -> None:
        """Name the file to lock; `alone` waits until nobody else holds it, `patience` is in seconds."""
        self._path = path
        self._alone = alone
        self._patience = patience
        self._handle = -1

    def __enter__(self) -> Self:
        """Take the lock. Raises StorageError when it cannot be had in time."""
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise StorageError(
                "cannot write to {folder}: {reason}", folder=self._path.parent, reason=error.strerror or error
            ) from error
        deadline = time.monotonic() + self._patience
        while not self._taken():
            if time.monotonic() > deadline:
                self.__exit__(None, None, None)
                raise StorageError(
                    "the library in {folder} is in use and has to be repaired: close all windows of Error Desk and start it again",
                    folder=self._path.parent,
                )
            time.sleep(_PAUSE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the lock back; a second time does nothing."""
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1

    def _taken(self) -> bool:
        if sys.platform == "win32":
            return True  # an open file cannot be replaced there: the replacing itself fails
        try:
            fcntl.flock(self._handle, (fcntl.LOCK_EX if self._alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
