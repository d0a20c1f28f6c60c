"""Files written so that a reader, a kill or a power cut finds the old one or the new one."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, first: Callable[[], object] = lambda: None) -> None:
    """Write a file beside its place, flush it to the disk and rename it; its folder has to be there. Raises OSError.

    `first` is done when only the renaming is left.
    """
    import tempfile  # noqa: PLC0415 - it loads a dozen modules, and no start writes before its window is there

    handle, beside = tempfile.mkstemp(prefix="new-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        first()
        Path(beside).replace(path)
        flush_folder(path.parent)
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
