"""A file is the old one or the new one, whenever the machine stops."""

import os
import stat
from pathlib import Path

import pytest

from index.files import write_whole


def test_what_is_written_lies_on_the_disk_before_it_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    seen: list[tuple[str, bytes]] = []

    def flush(handle: int) -> None:
        kind = "file" if stat.S_ISREG(os.fstat(handle).st_mode) else "folder"
        seen.append((kind, path.read_bytes()))

    monkeypatch.setattr(os, "fsync", flush)
    write_whole(path, b"newer", first=lambda: seen.append(("first", path.read_bytes())))
    assert seen == [("file", b"old"), ("first", b"old"), ("folder", b"newer")]


def test_where_it_cannot_be_written_nothing_is_left_and_the_old_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")

    def fail() -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        write_whole(path, b"newer", first=fail)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]
