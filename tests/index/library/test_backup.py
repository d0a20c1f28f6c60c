"""Backups: consistent, one file, taken back in one change."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import BadInput, StorageError
from index.folders import Folders
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft
from index.library.values import CodeRef

Refs = Callable[..., CodeRef]


def _fill(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one")
    library.notes.write(ref(), "two")
    library.pins.add(ref("B"))
    library.history.remember("ecs 219")
    library.own.add(Draft(provider="P", service="S", code="C.1"))
    library.glossary.add("a\t甲")


def _all(library: DeskLibrary, ref: Refs) -> list[object]:
    return [
        library.notes.all(),
        library.notes.versions(ref()),
        library.pins.all(),
        library.history.recent(),
        library.own.all(),
        library.glossary.all(),
    ]


def test_restoring_brings_everything_back_and_keeps_what_was_there(
    library: DeskLibrary, ref: Refs, tmp_path: Path
) -> None:
    _fill(library, ref)
    before = _all(library, ref)
    library.backup(tmp_path / "copy.sqlite")
    library.notes.forget(ref())
    library.pins.remove(ref("B"))
    library.own.remove(library.own_entries()[0].id)
    library.notes.write(ref("Later.1"), "later")
    after = _all(library, ref)
    kept, line = library.restore(tmp_path / "copy.sqlite")
    assert (_all(library, ref), line) == (before, None)
    library.restore(kept)
    assert _all(library, ref) == after


def test_restoring_rewrites_the_own_packs(library: DeskLibrary, ref: Refs, tmp_path: Path) -> None:
    library.backup(tmp_path / "empty.sqlite")
    _fill(library, ref)
    library.restore(tmp_path / "empty.sqlite")
    assert library.own_entries() == ()
    assert list((library.path.parent / "packs").iterdir()) == []


def test_another_open_library_sees_the_restored_state(
    library: DeskLibrary, folders: Folders, ref: Refs, tmp_path: Path
) -> None:
    _fill(library, ref)
    library.backup(tmp_path / "copy.sqlite")
    with DeskLibrary.open(folders) as other:
        library.notes.write(ref(), "three")
        assert other.notes.get(ref()).text == "three"  # type: ignore[union-attr]
        library.restore(tmp_path / "copy.sqlite")
        assert other.notes.get(ref()).text == "two"  # type: ignore[union-attr]
        other.notes.write(ref(), "four")
    assert library.notes.get(ref()).text == "four"  # type: ignore[union-attr]


def test_a_backup_is_one_private_whole_file(library: DeskLibrary, ref: Refs, tmp_path: Path) -> None:
    _fill(library, ref)
    (tmp_path / "backups").mkdir()
    target = tmp_path / "backups" / "copy.sqlite"
    target.write_bytes(b"an older copy")
    library.backup(target)
    assert [path.name for path in target.parent.iterdir()] == ["copy.sqlite"]
    assert target.stat().st_mode & 0o777 == 0o600
    db = sqlite3.connect(f"{target.as_uri()}?mode=ro&immutable=1", uri=True)
    assert db.execute("SELECT text FROM notes ORDER BY id").fetchall() == [("one",), ("two",)]
    db.close()


def test_a_backup_does_not_go_over_the_library_or_into_a_folder(library: DeskLibrary, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="itself"):
        library.backup(library.path)
    with pytest.raises(BadInput, match="folder"):
        library.backup(tmp_path)
    with pytest.raises(StorageError):
        library.backup(tmp_path / "missing" / "copy.sqlite")
    with pytest.raises(BadInput, match="itself"):
        library.restore(library.path)


@pytest.mark.parametrize("content", [b"", b"some text that is no backup", bytes(20_000)])
def test_what_is_no_backup_is_refused_and_changes_nothing(
    library: DeskLibrary, ref: Refs, tmp_path: Path, content: bytes
) -> None:
    _fill(library, ref)
    before = _all(library, ref)
    (tmp_path / "copy.sqlite").write_bytes(content)
    with pytest.raises(BadInput):
        library.restore(tmp_path / "copy.sqlite")
    with pytest.raises(BadInput):
        library.restore(tmp_path / "missing.sqlite")
    assert _all(library, ref) == before
    assert (tmp_path / "copy.sqlite").read_bytes() == content
    assert list(library.path.parent.glob("restoring-*")) == []


def test_of_another_programs_database_nothing_is_taken(
    library: DeskLibrary, ref: Refs, tmp_path: Path
) -> None:
    _fill(library, ref)
    db = sqlite3.connect(tmp_path / "other.sqlite")
    db.executescript("CREATE TABLE notes (id, text); INSERT INTO notes VALUES (1, 'theirs')")
    db.close()
    with pytest.raises(BadInput):
        library.restore(tmp_path / "other.sqlite")
    assert library.notes.get(ref()).text == "two"  # type: ignore[union-attr]


def test_a_damaged_backup_gives_what_can_be_read_of_it(
    library: DeskLibrary, ref: Refs, tmp_path: Path
) -> None:
    _fill(library, ref)
    copy = tmp_path / "copy.sqlite"
    library.backup(copy)
    damaged = b"?" * 100 + copy.read_bytes()[100:]
    copy.write_bytes(damaged)
    before = _all(library, ref)
    library.notes.forget(ref())
    _, line = library.restore(copy)
    assert line is not None
    assert "damaged" in str(line)
    assert _all(library, ref) == before
    assert copy.read_bytes() == damaged
