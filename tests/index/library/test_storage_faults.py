"""Full disks, folders that cannot be written, other processes in the way: a clear line, and nothing lost."""

import os
import resource
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import DeskError, StorageError
from index.folders import Folders
from index.library.desk_library import DeskLibrary, library_file
from index.library.drafts import Draft
from index.library.values import CodeRef

Refs = Callable[..., CodeRef]
_NOBODY = 65534


@contextmanager
def _files_at_most(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def _as_ordinary_user(folder: Path) -> Iterator[None]:
    """Run as somebody whom permissions bind; the folder and what is in it becomes theirs."""
    if os.geteuid():
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="library-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_on_a_full_disk_nothing_changes_and_everything_works_again_afterwards(
    folders: Folders, library: DeskLibrary, ref: Refs
) -> None:
    library.notes.write(ref(), "one")
    library.own.add(Draft(provider="P", service="S", code="C.1"))
    packs = [path.read_bytes() for path in (folders.data / "packs").iterdir()]
    failed = 0
    log = library.path.with_name("library.sqlite-wal").stat().st_size
    held = "one"
    for room in range(0, 24_000, 1500):
        text = f"{room} " + "much " * 2000
        with _files_at_most(log + room):
            try:
                library.notes.write(ref(), text)
                held = text
            except StorageError as error:
                failed += 1
                assert "nothing was changed" in str(error)  # noqa: PT017 - others go through
        assert library.notes.get(ref()).text == held  # type: ignore[union-attr]
        assert library.audit() == ()
    assert failed
    with _files_at_most(10), pytest.raises(StorageError, match="disk is full"):
        library.own.add(Draft(provider="P", service="S", code="C.2"))
    assert [path.read_bytes() for path in (folders.data / "packs").iterdir()] == packs
    library.notes.write(ref(), "after")
    assert library.own.add(Draft(provider="P", service="S", code="C.2")).id.endswith("c.2:1")
    with DeskLibrary.open(folders) as other:
        assert other.notice is None
        assert other.notes.get(ref()).text == "after"  # type: ignore[union-attr]
        assert [entry.code for entry in other.own_entries()] == ["C.1", "C.2"]


def test_a_backup_that_does_not_fit_leaves_the_older_one(
    library: DeskLibrary, ref: Refs, tmp_path: Path
) -> None:
    library.backup(tmp_path / "copy.sqlite")
    before = (tmp_path / "copy.sqlite").read_bytes()
    library.notes.write(ref(), "much " * 10_000)
    with _files_at_most(20_000), pytest.raises(StorageError):
        library.backup(tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_bytes() == before
    assert [path.name for path in tmp_path.glob("new-*")] == []


def test_a_repair_that_does_not_fit_loses_nothing(folders: Folders, ref: Refs) -> None:
    with DeskLibrary.open(folders) as library:
        library.notes.write(ref(), "much " * 10_000)
    harmed = bytes(4096) + library_file(folders).read_bytes()[4096:]
    library_file(folders).write_bytes(harmed)
    with _files_at_most(20_000), pytest.raises(StorageError):
        DeskLibrary.open(folders)
    assert library_file(folders).read_bytes() == harmed
    with DeskLibrary.open(folders) as library:
        assert library.notes.get(ref()).text == "much " * 10_000  # type: ignore[union-attr]


def test_the_first_start_on_a_full_disk_can_be_repeated(folders: Folders, ref: Refs) -> None:
    for size in range(0, 40_000, 5000):
        with _files_at_most(size):
            try:
                DeskLibrary.open(folders).close()
            except StorageError:
                continue
    with DeskLibrary.open(folders) as library:
        assert library.notice is None
        library.notes.write(ref(), "one")


def test_a_read_only_folder_gives_a_clear_line_and_keeps_everything(open_folder: Path, ref: Refs) -> None:
    folders = Folders.under(open_folder)
    with DeskLibrary.open(folders) as library:
        library.notes.write(ref(), "one")
    with _as_ordinary_user(open_folder):
        folders.data.chmod(0o500)
        with pytest.raises(StorageError, match="read-only or not accessible"):
            DeskLibrary.open(folders)
        with pytest.raises(StorageError):
            DeskLibrary.open(Folders.under(folders.data / "new"))
        folders.data.chmod(0o700)
        with DeskLibrary.open(folders) as library:
            assert library.notes.get(ref()).text == "one"  # type: ignore[union-attr]


def test_a_folder_in_the_place_of_the_file_gives_a_clear_line(folders: Folders) -> None:
    library_file(folders).mkdir(parents=True)
    with pytest.raises(DeskError, match=r"library\.sqlite"):
        DeskLibrary.open(folders)


def test_another_process_that_writes_for_too_long_gives_a_clear_line(folders: Folders, ref: Refs) -> None:
    with DeskLibrary.open(folders, patience=0.02) as library:
        library.notes.write(ref(), "one")
        other = sqlite3.connect(library.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="another Error Desk is writing"):
            library.notes.write(ref(), "two")
        assert library.notes.get(ref()).text == "one"  # type: ignore[union-attr]
        other.execute("ROLLBACK")
        other.close()
        library.notes.write(ref(), "two")


def test_a_library_that_was_moved_away_takes_no_more_changes(library: DeskLibrary, ref: Refs) -> None:
    library.path.rename(library.path.with_suffix(".moved"))
    with pytest.raises(StorageError, match="moved or replaced"):
        library.notes.write(ref(), "into nowhere")


def test_all_files_are_private(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one")
    library.own.add(Draft(provider="P", service="S", code="C.1"))
    files = [library.path.parent, *library.path.parent.rglob("*")]
    assert {path.name: path.stat().st_mode & 0o077 for path in files if path.stat().st_mode & 0o077} == {}
    assert library.path.with_name("library.sqlite-wal") in files


def test_a_file_that_others_could_read_becomes_private(folders: Folders) -> None:
    DeskLibrary.open(folders).close()
    library_file(folders).chmod(0o644)
    DeskLibrary.open(folders).close()
    assert library_file(folders).stat().st_mode & 0o777 == 0o600


def test_each_thread_opens_its_own(folders: Folders, ref: Refs) -> None:
    found: list[str] = []

    def work(name: str) -> None:
        with DeskLibrary.open(folders, patience=30) as library:
            for number in range(5):
                library.notes.write(ref(f"{name}.{number}"), name)
            found.append(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["a", "b", "c"]
    with DeskLibrary.open(folders) as library:
        assert len(library.notes.all()) == 15
