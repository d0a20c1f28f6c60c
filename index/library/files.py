"""Files written so that a reader, a kill or a power cut finds the old one or the new one."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from index.folders import private


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, flush it to the disk and rename it. Raises OSError or StorageError."""
    folder = private(path.parent)
    handle, beside = tempfile.mkstemp(prefix="new-", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
        flush_folder(folder)
    finally:
        with suppress(OSError):
            Path(beside).unlink()


def flush_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
