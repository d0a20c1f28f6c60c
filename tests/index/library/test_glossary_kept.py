"""The user's glossary lines: kept in order, checked, and written out for the search in the same change."""

from collections.abc import Callable
from datetime import datetime

import pytest

from index.errors import BadInput, StorageError
from index.folders import Folders
from index.glossary_own import own_file, own_lines
from index.library import glossary_lines
from index.library.desk_library import DeskLibrary

JUMP, DISK = "跳板机 = jump box", "disk\t\t\tplatter"


def _lines(library: DeskLibrary) -> list[str]:
    return [line.line for line in library.glossary.all()]


def test_lines_keep_their_order_and_those_that_stay_their_number_and_time(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        first, second = library.glossary.add(JUMP), library.glossary.add(f"{DISK}\n")
        before = library.glossary.all()
        library.glossary.replace(["# ours", DISK, "", JUMP, "a = b", "", " "])
    with DeskLibrary.open(folders) as library:
        assert _lines(library) == ["# ours", DISK, "", JUMP, "a = b"]
        numbered = {line.line: line for line in library.glossary.all()}
        assert (numbered[JUMP].number, numbered[DISK].number) == (first, second)
        assert [numbered[line.line].changed for line in before] == [line.changed for line in before]
        assert library.audit() == ()


def test_the_search_is_given_them_without_comments(library: DeskLibrary, folders: Folders) -> None:
    library.glossary.replace(["# ours", JUMP, "", DISK])
    assert own_lines(folders) == (JUMP, DISK)
    library.glossary.replace(["# ours"])
    assert own_lines(folders) == ()
    assert not own_file(folders).exists()


@pytest.mark.parametrize(
    "line, says",
    [
        ("two\nlines", "one line"),
        ("x" * 2001, "one line"),
        ("alone", "line 2: 'alone' stands alone"),
        ("jump box = 跳板机", "line 2: line 1 says the same"),
        ("x\t甲\t\t\t\t\tnowhere", "line 2: no concept is called 'nowhere'"),
    ],
)
def test_what_is_no_line_is_refused_and_nothing_changed(
    library: DeskLibrary, folders: Folders, line: str, says: str
) -> None:
    library.glossary.add(JUMP)
    with pytest.raises(BadInput, match=says):
        library.glossary.add(line)
    with pytest.raises(BadInput, match=says):
        library.glossary.replace([JUMP, line])
    assert _lines(library) == [JUMP]
    assert own_lines(folders) == (JUMP,)


def test_an_empty_line_cannot_be_added(library: DeskLibrary) -> None:
    with pytest.raises(BadInput, match="one line"):
        library.glossary.add(" \t")


@pytest.mark.parametrize("left", [None, b"", b"old = lines\n", b"\xff\x00"])
def test_a_file_that_is_not_what_the_library_holds_is_put_right_at_the_next_opening(
    folders: Folders, left: bytes | None
) -> None:
    with DeskLibrary.open(folders) as library:
        library.glossary.add(JUMP)
    file = own_file(folders)
    right = file.read_bytes()
    if left is None:
        file.unlink()
    else:
        file.write_bytes(left)
    with DeskLibrary.open(folders) as library:
        assert library.settled
    assert file.read_bytes() == right
    with DeskLibrary.open(folders) as library:
        assert not library.settled


def test_a_file_that_cannot_be_written_leaves_library_and_file_as_they_were(
    library: DeskLibrary, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.glossary.add(JUMP)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(glossary_lines, "write_whole", full)
        with pytest.raises(StorageError, match="disk is full"):
            library.glossary.add(DISK)
    assert _lines(library) == [JUMP]
    assert own_lines(folders) == (JUMP,)


def test_a_damaged_line_is_mended_from_the_file(folders: Folders, clock: Callable[[], datetime]) -> None:
    with DeskLibrary.open(folders, now=clock) as library:
        library.glossary.replace([JUMP, DISK])
        before = library.glossary.all()
        library._store.db.execute("UPDATE glossary_lines SET line = 'disk\t\t\tqlatter' WHERE place = 1")
        assert [line.damaged for line in library.glossary.all()] == [False, True]
    with DeskLibrary.open(folders) as library:
        assert library.glossary.all() == before
        assert library.audit() == ()


def test_a_line_damaged_with_its_copy_is_shown_so_and_kept_from_the_search(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        library.glossary.replace([JUMP, DISK])
        library._store.db.execute("UPDATE glossary_lines SET line = 'disk\t\t\tqlatter' WHERE place = 1")
        own_file(folders).unlink()
    with DeskLibrary.open(folders) as library:
        assert [(line.line, line.damaged) for line in library.glossary.all()][1] == (
            "disk\t\t\tqlatter",
            True,
        )
        assert own_lines(folders) == (JUMP,)


def test_a_backup_brings_lines_and_file_back(library: DeskLibrary, folders: Folders) -> None:
    library.glossary.add(JUMP)
    library.backup(folders.data / "copy.sqlite")
    library.glossary.replace([DISK])
    library.restore(folders.data / "copy.sqlite")
    assert _lines(library) == [JUMP]
    assert own_lines(folders) == (JUMP,)
