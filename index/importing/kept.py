"""The imported packs in the user's folder: writing them, taking them away, and bringing back what was there before.

A pack is written beside its place, flushed to the disk and renamed, so that a kill, a power cut or a full disk leaves
the old pack or the new one. What it takes the place of, and what is removed, lies for a month in `packs/before`: one
pack a catalogue, so that the last step with each catalogue can be undone.
"""

import os
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import resources
from index import shelf
from index.catalogue import write_pack
from index.entry import Catalogue
from index.errors import BadInput, StorageError
from index.files import flush_folder, write_whole
from index.folders import Folders, private

BEFORE = "before"
_STALE = 3600
"""Seconds after which an unfinished pack is nobody's."""
_MONTH = 31 * 24 * 3600
_ID = re.compile(r"[\w-]+\.[\w-]+")


def store_pack(catalogue: Catalogue, folders: Folders) -> None:
    """Put a catalogue in its place. Raises StorageError if it cannot be written: the one before it stays."""
    path = _place(catalogue.header.id, folders)
    if path is None:
        raise BadInput(
            "provider and service give no usable name: {catalogue!r}", catalogue=catalogue.header.id
        )
    private(folders.data)
    folder = private(shelf.imported_folder(folders))
    _sweep(folder)
    data = write_pack([catalogue])
    with suppress(OSError):  # one that cannot be read makes way
        if path.read_bytes() == data:
            return
    write_file(path, data, first=lambda: _aside(path, keep=True))


def write_file(path: Path, data: bytes, *, first: Callable[[], object] = lambda: None) -> None:
    """Write a file whole or not at all; `first` is done when only the renaming is left.

    Raises StorageError if it cannot be written.
    """
    try:
        write_whole(path, data, first=first)
    except OSError as error:
        raise StorageError(
            "cannot write {path}: {reason}", path=path, reason=error.strerror or error
        ) from error


def remove(catalogue: str, folders: Folders) -> bool:
    """Remove an imported catalogue; returns whether a bundled one of the same id comes back.

    Raises BadInput if none is imported under this id, StorageError if its pack cannot be removed.
    """
    path = _place(catalogue, folders)
    if path is None or not path.is_file():
        bundled = any(pack.stem == catalogue for pack in resources.packs())
        if bundled:
            raise BadInput("cannot remove {catalogue}: it is a bundled one", catalogue=catalogue)
        raise BadInput("cannot remove {catalogue}: no such catalogue is imported", catalogue=catalogue)
    _sweep(path.parent)
    _aside(path, keep=False)
    return any(pack.name == path.name for pack in resources.packs())


def bring_back(catalogue: str, folders: Folders) -> None:
    """Put the pack back that was removed, or replaced, last. Raises BadInput if there is none, else StorageError."""
    path = _place(catalogue, folders)
    aside = None if path is None else _before(path)
    if path is None or aside is None or not aside.is_file():
        raise BadInput("nothing is kept of {catalogue} that could be brought back", catalogue=catalogue)
    try:
        aside.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise StorageError(
            "cannot bring back {path}: {reason}", path=path, reason=error.strerror or error
        ) from error


def is_kept(catalogue: str, folders: Folders) -> bool:
    """Tell whether a pack lies aside that `bring_back` would put back."""
    path = _place(catalogue, folders)
    return path is not None and _before(path).is_file()


def _place(catalogue: str, folders: Folders) -> Path | None:
    return shelf.imported_folder(folders) / f"{catalogue}.jsonl" if _ID.fullmatch(catalogue) else None


def _before(path: Path) -> Path:
    return path.parent / BEFORE / path.name


def _aside(path: Path, *, keep: bool) -> None:
    """Lay the present pack aside, where there is one; with `keep` it stays in its place as well."""
    if not path.is_file():
        with suppress(OSError):  # else an undo would bring back something older than what was there
            _before(path).unlink()
        return
    try:
        aside = private(path.parent / BEFORE) / path.name
        if keep:
            _copy(path, aside)
        else:
            path.replace(aside)
            os.utime(aside)
            flush_folder(path.parent)
    except OSError as error:
        raise StorageError(
            "cannot lay {path} aside: {reason}", path=path, reason=error.strerror or error
        ) from error


def _copy(path: Path, to: Path) -> None:
    """Give a file a second name, or copy it where the system knows no second names."""
    with suppress(FileNotFoundError):
        to.unlink()
    try:
        os.link(path, to)
    except (OSError, NotImplementedError):
        shutil.copyfile(path, to)
    os.utime(to)


def _sweep(folder: Path) -> None:
    """Remove what a killed import left behind and what was laid aside long ago, but nothing that may be in use."""
    old = ((path, _STALE) for path in folder.glob("new-*.part"))
    for path, age in (*old, *((path, _MONTH) for path in (folder / BEFORE).glob("*"))):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > age:
                path.unlink()
