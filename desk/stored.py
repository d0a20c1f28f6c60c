"""Small files of our own (settings, session): JSON, checked when read, written beside and renamed.

A missing file gives the defaults, an unknown key is ignored, a wrong value means that the file is damaged: it is moved
aside, never deleted, and the caller is told in one line.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from desk.language.refusals import refusal_said
from index.errors import Said, StorageError
from index.files import write_whole
from index.folders import private

Kept = TypeVar("Kept", bound=msgspec.Struct)

Parts = dict[str, str | int | Said]
_LARGEST = 1_000_000


def load(path: Path, kind: type[Kept]) -> tuple[Kept, Said | None]:
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
        parts: Parts = {"path": str(path), "reason": error.strerror or str(error)}
        return kind(), Said("{path} cannot be read ({reason}); defaults are used.", parts)


def save(path: Path, kept: msgspec.Struct) -> None:
    """Write a structure so that a reader finds the old file or the new one. Raises StorageError."""
    folder = private(path.parent)
    try:
        write_whole(folder / path.name, msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")
    except OSError as error:
        raise StorageError(
            "cannot write {path}: {reason}", path=path, reason=error.strerror or error
        ) from error


class Writer:
    """Writes structures in short threads, one after the other: waiting for a disk would stop the window."""

    def __init__(self, failed: Callable[[str], object]) -> None:
        """`failed` is called in such a thread, with one line that says what could not be written."""
        self._failed = failed
        self._last: threading.Thread | None = None

    def save(self, path: Path, kept: msgspec.Struct) -> None:
        """Begin to write now, or as soon as what was given before is written."""
        self._last = threading.Thread(target=self._write, args=(self._last, path, kept), name="settings")
        self._last.start()

    def finish(self) -> None:
        """Wait until everything is written."""
        if self._last is not None:
            self._last.join()

    def _write(self, before: threading.Thread | None, path: Path, kept: msgspec.Struct) -> None:
        if before is not None:
            before.join()
        try:
            save(path, kept)
        except StorageError as error:
            self._failed(refusal_said(error))


def _aside(path: Path) -> Said:
    target = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(target)
    except OSError as error:
        parts: Parts = {"path": str(path), "reason": error.strerror or str(error)}
        return Said("{path} is damaged and cannot be moved aside ({reason}); defaults are used.", parts)
    moved: Parts = {"name": path.name, "path": str(target)}
    return Said("{name} was damaged; it was moved to {path} and defaults are used.", moved)
