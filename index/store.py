"""The derived files in the user's cache: one folder a generation, named after what it was derived from.

A generation is built in a folder beside and renamed when whole, so that a kill, a full disk or a second instance
leaves the old state or the new one, never something between. Its manifest holds size and hash of each file; a file that
does not fit, or any fault at opening, means that the generation is thrown away and built again. Nothing here is worth
keeping: all of it comes from the packs.

    cache/generations/<fingerprint>/
        manifest.json   written last
        table.sqlite    the entry table
        whoosh/         the full-text index (added by `index.build` when it is whole)
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident, main_thread

import msgspec

from index import shelf
from index.errors import Stopped, StorageError
from index.folders import Folders, private
from index.table import EntryTable, Progress, ShouldStop, build_table

VERSION = 1
"""Raised whenever anything derived changes its form, so that old files are not read."""

GENERATIONS = "generations"
TABLE = "table.sqlite"
MANIFEST = "manifest.json"
_MANY = 2_000_000
"""Bytes of packs from which a table takes a second and more."""


def quiet(_done: int, _total: int) -> None:
    """Take progress and show nothing."""


def never() -> bool:
    """Never ask to stop."""
    return False


def generation_folder(folders: Folders) -> Path:
    """Return where the derived files of the packs active now lie, or would lie."""
    packs = shelf.active_packs(folders)
    return folders.cache / GENERATIONS / shelf.fingerprint(packs, VERSION)


def open_table(
    folders: Folders,
    *,
    progress: Progress = quiet,
    should_stop: ShouldStop = never,
    report: Callable[[str], None] = lambda _line: None,
) -> EntryTable:
    """Open the entry table of the active packs, building it first where it is missing, stale or damaged.

    Very many entries are built in another process where a thread beside the main one asks: that one has a window to serve.
    `report` gets one line for each pack that cannot be used. Raises StorageError if the cache cannot be used, Stopped
    if `should_stop()` became true.
    """
    folder = generation_folder(folders)
    if not is_whole(folder) and get_ident() != main_thread().ident and _are_many(folders):
        from index.table_child import build_beside  # noqa: PLC0415 - it imports this module

        build_beside(folders, should_stop)
    if not is_whole(folder):
        build_generation(folders, folder, progress=progress, should_stop=should_stop, report=report)
    return EntryTable(folder / TABLE)


def _are_many(folders: Folders) -> bool:
    try:
        return sum(path.stat().st_size for path in shelf.active_packs(folders)) > _MANY
    except OSError:  # one went just now: what reads them says so
        return False


def build_generation(
    folders: Folders,
    folder: Path,
    *,
    progress: Progress,
    should_stop: ShouldStop,
    report: Callable[[str], None],
) -> None:
    """Build the entry table of the active packs beside `folder` and move it there when it is whole."""
    catalogues, faults = shelf.load(shelf.active_packs(folders))
    for fault in faults:
        report(str(fault))
    with building(folders) as work:
        build_table(work / TABLE, catalogues, progress=progress, should_stop=should_stop)
        if should_stop():
            raise Stopped("building the entry table was cancelled")
        publish(work, folder)


@contextmanager
def building(folders: Folders) -> Iterator[Path]:
    """Give a new private folder in the cache to build in; what is left of it afterwards is removed."""
    private(folders.cache)
    try:
        work = Path(tempfile.mkdtemp(prefix=f"building-{os.getpid()}-", dir=folders.cache))
    except OSError as error:
        raise StorageError(
            "cannot write to {folder}: {reason}", folder=folders.cache, reason=error.strerror or error
        ) from error
    try:
        yield work
    except OSError as error:
        raise StorageError(
            "cannot write to {folder}: {reason}", folder=folders.cache, reason=error.strerror or error
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def publish(work: Path, target: Path) -> None:
    """Seal a finished folder with a manifest and move it to `target`, in one rename.

    A whole folder that another instance has put there meanwhile is left as it is; a damaged one makes way.
    """
    seal(work)
    if is_whole(target):
        return
    try:
        private(target.parent)
        if target.exists():
            aside = Path(tempfile.mkdtemp(prefix="damaged-", dir=target.parent))
            target.rename(aside / "was")
            shutil.rmtree(aside, ignore_errors=True)
        work.rename(target)
    except OSError as error:
        if not is_whole(target):  # else another instance was quicker
            raise StorageError(
                "cannot write to {folder}: {reason}", folder=target.parent, reason=error.strerror or error
            ) from error


def seal(folder: Path) -> None:
    """Write the manifest: size and hash of every file in the folder (not in folders below it)."""
    manifest = {str(path.relative_to(folder)): _print_of(path) for path in _files(folder)}
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))


def is_whole(folder: Path) -> bool:
    """Tell whether the folder holds exactly what its manifest says; never raises."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=dict[str, tuple[int, str]])
        return bool(manifest) and all(_print_of(folder / name) == want for name, want in manifest.items())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return False


def remove_others(folders: Folders, keep: Path) -> None:
    """Remove the generations of packs that are no longer active, and builds whose process has ended."""
    for path in (folders.cache / GENERATIONS).glob("*"):
        if path != keep:
            shutil.rmtree(path, ignore_errors=True)
    for path in folders.cache.glob("building-*"):
        owner = path.name.split("-")[1]
        if owner.isdecimal() and not _is_running(int(owner)):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.name != MANIFEST)


def _print_of(path: Path) -> tuple[int, str]:
    return path.stat().st_size, shelf.content_hash(path)
