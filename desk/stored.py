"""Small files of our own (settings, session): JSON, checked when read, written beside and renamed.

A missing file gives the defaults, an unknown key is ignored, a wrong value means that the file is damaged: it is moved
aside, never deleted, and the caller is told in one line.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from index.errors import StorageError
from index.folders import private

Kept = TypeVar("Kept", bound=msgspec.Struct)

_LARGEST = 1_000_000


def load(path: Path, kind: type[Kept]) -> tuple[Kept, str | None]:
    """Read a structure; returns it and, where the file could not be used, one line that says what was done."""
    try:
        if path.stat().st_size > _LARGEST:
            return kind(), _aside(path)
        return msgspec.json.decode(path.read_bytes(), type=kind), None
    except FileNotFoundError:
        return kind(), None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return kind(), _aside(path)
    except OSError as error:
        return kind(), f"{path} cannot be read ({error.strerror or error}); defaults are used."


def save(path: Path, kept: msgspec.Struct) -> None:
    """Write a structure so that a reader finds the old file or the new one. Raises StorageError."""
    private(path.parent)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(path)
        except OSError:
            with suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error


def _aside(path: Path) -> str:
    target = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(target)
    except OSError as error:
        return f"{path} is damaged and cannot be moved aside ({error.strerror or error}); defaults are used."
    return f"{path.name} was damaged; it was moved to {target} and defaults are used."
