"""Derived files: old or new, never between; damaged ones are built again by themselves."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import shelf, store
from index.errors import Stopped, StorageError
from index.folders import Folders
from index.shelf import imported_folder


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path)


def table_file(folders: Folders) -> Path:
    return store.generation_folder(folders) / store.TABLE


def test_table_is_built_once_and_then_used(folders: Folders) -> None:
    assert len(store.open_table(folders)) == 690
    built = table_file(folders).stat()
    assert len(store.open_table(folders)) == 690
    again = table_file(folders).stat()
    assert (built.st_ino, built.st_mtime_ns) == (again.st_ino, again.st_mtime_ns)


def test_only_this_user_may_enter_the_cache(folders: Folders) -> None:
    store.open_table(folders)
    assert folders.cache.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "gone", "manifest"])
def test_damaged_table_is_built_again(folders: Folders, damage: str) -> None:
    store.open_table(folders)
    path = table_file(folders)
    data = bytearray(path.read_bytes())
    if damage == "flip":
        data[len(data) // 3] ^= 4
        path.write_bytes(data)
    elif damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "gone":
        path.unlink()
    else:
        (path.parent / store.MANIFEST).write_text("{")
    table = store.open_table(folders)
    assert len(table) == 690
    assert table.by_code("Ecs.0219")
    assert store.is_whole(path.parent)


def test_new_pack_gives_a_new_generation_and_the_old_one_goes_when_told(folders: Folders) -> None:
    store.open_table(folders)
    old = store.generation_folder(folders)
    imported_folder(folders).mkdir(parents=True)
    (imported_folder(folders) / "huawei-cloud.swr.jsonl").write_bytes(b"")
    faults: list[str] = []
    table = store.open_table(folders, report=faults.append)
    new = store.generation_folder(folders)
    assert len(table) == 690 - 188
    assert old != new
    assert old.exists()
    store.remove_others(folders, new)
    assert not old.exists()
    assert new.exists()


def test_unusable_import_gives_way_to_the_bundled_pack_and_is_reported(folders: Folders) -> None:
    imported_folder(folders).mkdir(parents=True)
    bad = imported_folder(folders) / "huawei-cloud.swr.jsonl"
    bad.write_bytes(b"not a pack\n")
    faults: list[str] = []
    assert len(store.open_table(folders, report=faults.append)) == 690
    assert len(faults) == 1
    assert str(bad) in faults[0]
    assert bad.exists()


def test_cancelled_build_leaves_nothing(folders: Folders) -> None:
    with pytest.raises(Stopped):
        store.open_table(folders, should_stop=lambda: True)
    assert list(folders.cache.glob("building-*")) == []
    assert not store.generation_folder(folders).exists()


def test_cache_that_is_a_file_is_a_clear_fault(folders: Folders) -> None:
    folders.cache.parent.mkdir(exist_ok=True)
    folders.cache.write_text("in the way")
    with pytest.raises(StorageError, match=str(folders.cache)):
        store.open_table(folders)


BUILD = """
import sys, pathlib, resource
from index.folders import Folders
from index.store import open_table
if len(sys.argv) > 2:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    print(len(open_table(Folders.under(pathlib.Path(sys.argv[1])))))
except Exception as error:
    print(type(error).__name__)
"""


def test_full_disk_is_a_clear_fault_and_later_builds_work(tmp_path: Path) -> None:
    limited = [sys.executable, "-c", f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{BUILD}"]
    full = subprocess.run([*limited, str(tmp_path), "65536"], capture_output=True, text=True, check=False)
    assert full.stdout.strip() == "StorageError", full.stderr
    assert len(store.open_table(Folders.under(tmp_path))) == 690


def test_kill_at_any_moment_leaves_a_table_that_opens(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path)
    for size in (1, 1000, 50_000, 300_000):
        child = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        # Kill as soon as the growing table reaches a size: a moment that does not depend on the clock.
        while child.poll() is None:
            grown = sum(path.stat().st_size for path in folders.cache.glob("building-*/*") if path.exists())
            if grown >= size:
                os.kill(child.pid, signal.SIGKILL)
                break
        child.communicate()
        assert len(store.open_table(folders)) == 690
        store.remove_others(folders, store.generation_folder(folders))
        assert list(folders.cache.glob("building-*")) == []


def test_many_instances_at_once_all_get_the_table(tmp_path: Path) -> None:
    children = [
        subprocess.Popen([sys.executable, "-c", BUILD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [child.communicate()[0].strip() for child in children] == ["690"] * 4


def test_an_old_file_is_hashed_once_until_it_is_written(tmp_path, monkeypatch):
    path = tmp_path / "pack"
    path.write_bytes(b"one")
    clock = time.time_ns()
    monkeypatch.setattr(shelf.time, "time_ns", lambda: clock + 10_000_000_000)
    reads = []
    read = shelf._hash_of
    monkeypatch.setattr(shelf, "_hash_of", lambda which: reads.append(which) or read(which))
    first = shelf.content_hash(path)
    assert shelf.content_hash(path) == first
    assert reads == [path]
    path.write_bytes(b"two")
    os.utime(path, ns=(0, 0))  # an old date does not make it the old file
    assert shelf.content_hash(path) != first


def test_a_file_just_written_is_hashed_each_time(tmp_path):
    path = tmp_path / "pack"
    found = set()
    for content in (b"one", b"two", b"six"):
        path.write_bytes(content)
        found.add(shelf.content_hash(path))
    assert len(found) == 3
