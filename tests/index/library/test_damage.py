"""Damaged files: whatever byte is wrong, no text is shown as whole that is not, and none goes without a word."""

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import BadInput, StorageError
from index.folders import Folders
from index.library.desk_library import DeskLibrary, library_file
from index.library.drafts import Draft
from index.library.values import CodeRef

Refs = Callable[..., CodeRef]
SOAK = bool(os.environ.get("ERROR_DESK_SOAK"))
NOTES = {f"C.{n}": f"note {n} 配额不足 " + "word " * (n * n * 3) for n in range(12)}


@pytest.fixture
def filled(folders: Folders, ref: Refs) -> bytes:
    """Notes short and long, pins, searches and an own entry; the bytes of the closed file."""
    with DeskLibrary.open(folders) as library:
        for code, text in NOTES.items():
            library.notes.write(ref(code), text)
            library.pins.add(ref(code))
            library.history.remember(f"query {code}")
        library.own.add(Draft(provider="P", service="S", code="C.1", message="what it says"))
    return library_file(folders).read_bytes()


def _asides(folders: Folders) -> list[Path]:
    return sorted(folders.data.glob("library.damaged-*.sqlite"))


def _reset(folders: Folders, content: bytes) -> None:
    for path in folders.data.glob("library.*"):
        path.unlink()
    library_file(folders).write_bytes(content)


def _execute(folders: Folders, *statements: str) -> None:
    db = sqlite3.connect(library_file(folders), isolation_level=None)
    for statement in statements:
        db.execute(statement)
    db.close()


def test_a_changed_text_is_given_out_marked_and_named_by_the_audit(
    folders: Folders, filled: bytes, ref: Refs
) -> None:
    assert filled
    _execute(folders, "UPDATE notes SET text = 'note 3 changed' WHERE code = 'C.3'")
    with DeskLibrary.open(folders) as library:
        note = library.notes.get(ref("C.3"))
        assert note is not None
        assert (note.text, note.damaged) == ("note 3 changed", True)
        assert [note.damaged for note in library.notes.all()].count(True) == 1
        assert [hit.note.damaged for hit in library.notes.search("changed")] == [True]
        (damage,) = library.audit()
        assert (damage.table, damage.number, damage.texts["text"]) == ("notes", 4, "note 3 changed")
        assert damage.line == "notes, row 4 is damaged: C.3"


def test_a_new_text_over_a_damaged_one_is_whole_and_the_damaged_one_stays(
    folders: Folders, filled: bytes, ref: Refs
) -> None:
    assert filled
    _execute(folders, "UPDATE notes SET text = 'changed' WHERE code = 'C.3'")
    with DeskLibrary.open(folders) as library:
        library.notes.write(ref("C.3"), "written anew")
        assert library.notes.get(ref("C.3")).damaged is False  # type: ignore[union-attr]
        assert [(v.text, v.damaged) for v in library.notes.versions(ref("C.3"))] == [
            ("written anew", False),
            ("changed", True),
        ]
        library.notes.undo(ref("C.3"))
        library.notes.undo(ref("C.3"))
        assert [v.damaged for v in library.notes.versions(ref("C.3"))] == [False, True]


def test_a_damaged_row_is_whole_again_once_accepted_as_it_is(
    folders: Folders, filled: bytes, ref: Refs
) -> None:
    assert filled
    _execute(folders, "UPDATE notes SET text = 'changed' WHERE code = 'C.3'")
    with DeskLibrary.open(folders) as library:
        (damage,) = library.audit()
        library.accept(damage)
        assert library.audit() == ()
        assert library.notes.get(ref("C.3")).damaged is False  # type: ignore[union-attr]
        with pytest.raises(BadInput, match="changed since"):
            library.accept(damage.__class__(table="notes", number=4, texts={}))


def test_bytes_that_are_no_text_are_shown_and_named(folders: Folders, filled: bytes, ref: Refs) -> None:
    assert filled
    _execute(folders, "UPDATE notes SET text = CAST(x'ff41fe' AS TEXT) WHERE code = 'C.3'")
    with DeskLibrary.open(folders) as library:
        note = library.notes.get(ref("C.3"))
        assert note is not None
        assert (note.text, note.damaged) == ("\ufffdA\ufffd", True)


def test_an_own_entry_is_mended_from_its_pack(folders: Folders, filled: bytes) -> None:
    assert filled
    _execute(folders, "UPDATE own_entries SET body = replace(body, 'what it says', 'what it sayz')")
    with DeskLibrary.open(folders) as library:
        assert library.audit() == ()
        assert library.own_entries()[0].message == "what it says"


def test_an_own_entry_that_cannot_be_mended_is_named_and_kept(folders: Folders, filled: bytes) -> None:
    assert filled
    for path in (folders.data / "packs").iterdir():
        path.unlink()
    _execute(folders, "UPDATE own_entries SET body = replace(body, 'what it says', 'what it sayz')")
    for _ in range(2):
        with DeskLibrary.open(folders) as library:
            assert [(own.entry.message, own.damaged) for own in library.own.all()] == [("what it sayz", True)]
            assert library.own_entries() == ()
            assert "what it sayz" in library.audit()[0].texts["body"]


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda _: b"not a database at all, " * 300,
        lambda data: data[:50],
        lambda data: data[: len(data) // 2],
        lambda data: b"?" * 100 + data[100:],
        lambda data: bytes(4096) + data[4096:],
        lambda data: data[:4096] + bytes(4096) + data[8192:],
        lambda data: data[:-4096] + os.urandom(4096),
        lambda data: data.replace(b"notes_by_key", b"notes\xe5by_key", 1),
        lambda data: data[:44] + b"\x00\x00\x00\x77" + data[48:],
        lambda data: data[:18] + b"\x07" + data[19:],
    ],
    ids=[
        "empty",
        "text",
        "head",
        "half",
        "no header",
        "no schema",
        "a page of zeros",
        "a page of noise",
        "no text",
        "format",
        "to read only",
    ],
)
def test_a_damaged_file_is_kept_aside_and_the_rest_is_saved(
    folders: Folders, filled: bytes, ref: Refs, harm: Callable[[bytes], bytes]
) -> None:
    harmed = harm(filled)
    _reset(folders, harmed)
    with DeskLibrary.open(folders) as library:
        saved = {note.ref.code: note.text for note in library.notes.all() if not note.damaged}
        assert saved.items() <= NOTES.items()
        library.notes.write(ref("New.1"), "the library can be used")
        if harmed:
            assert library.notice is not None
            (aside,) = _asides(folders)
            assert str(aside) in str(library.notice)
            assert aside.read_bytes() == harmed
    with DeskLibrary.open(folders) as library:
        assert library.notice is None
        assert library.notes.get(ref("New.1")) is not None


def test_everything_is_saved_when_only_header_and_schema_are_gone(folders: Folders, filled: bytes) -> None:
    _reset(folders, bytes(4096) + filled[4096:])
    with DeskLibrary.open(folders) as library:
        assert {note.ref.code: note.text for note in library.notes.all()} == NOTES
        assert [pin.ref.code for pin in library.pins.all()] == list(NOTES)
        assert len(library.history.recent()) == len(NOTES)
        assert library.audit() == ()
        assert f"{3 * len(NOTES) + 1} rows were saved;" in str(library.notice)


def test_what_was_only_in_the_log_is_saved_too(folders: Folders, filled: bytes, ref: Refs) -> None:
    assert filled
    with DeskLibrary.open(folders) as library:
        library.notes.write(ref("Late.1"), "only in the log")
        log = library.path.with_name("library.sqlite-wal").read_bytes()
        data = library.path.read_bytes()
    for harmed in (bytes(4096) + data[4096:], b""):
        _reset(folders, harmed)
        library_file(folders).with_name("library.sqlite-wal").write_bytes(log)
        with DeskLibrary.open(folders) as library:
            note = library.notes.get(ref("Late.1"))
            assert note is not None
            assert (note.text, note.damaged) == ("only in the log", False)


def test_a_repair_that_was_cut_off_before_renaming_is_finished(folders: Folders, filled: bytes) -> None:
    _reset(folders, b"damaged")
    library_file(folders).with_suffix(".repaired").write_bytes(filled)
    with DeskLibrary.open(folders) as library:
        assert {note.ref.code: note.text for note in library.notes.all()} == NOTES
    assert not library_file(folders).with_suffix(".repaired").exists()


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_is(folders: Folders, filled: bytes) -> None:
    assert filled
    _execute(folders, "PRAGMA user_version = 99")
    before = {path.name: path.read_bytes() for path in folders.data.iterdir() if path.is_file()}
    with pytest.raises(StorageError, match=r"newer Error Desk \(form 99"):
        DeskLibrary.open(folders)
    after = {path.name: path.read_bytes() for path in folders.data.iterdir() if path.is_file()}
    assert after["library.sqlite"] == before["library.sqlite"]
    assert _asides(folders) == []


def test_a_damaged_library_that_is_open_elsewhere_is_not_replaced(
    folders: Folders, filled: bytes, ref: Refs
) -> None:
    with DeskLibrary.open(folders) as library:
        library_file(folders).write_bytes(filled[: len(filled) // 2])
        with pytest.raises(StorageError, match="close all windows"):
            DeskLibrary.open(folders, patience=0.05)
        assert _asides(folders) == []
        library_file(folders).write_bytes(filled)
        assert library.notes.get(ref("C.1")) is not None


def test_rows_with_absurd_numbers_do_not_get_in_the_way_of_new_ones(
    folders: Folders, filled: bytes, ref: Refs
) -> None:
    assert filled
    _execute(folders, "UPDATE notes SET id = 4611686018427387904 WHERE code = 'C.3'")
    with DeskLibrary.open(folders) as library:
        assert library.notes.get(ref("C.3")).damaged  # type: ignore[union-attr]
        library.notes.write(ref("C.3"), "new")
        assert library.notes.get(ref("C.3")).text == "new"  # type: ignore[union-attr]


def _positions(size: int) -> list[int]:
    if SOAK:
        return [position for position in range(size) if position % 4096 < 120 or position % 5 == 0]
    return sorted(random.Random(17).sample(range(size), 60))


@pytest.mark.soak
def test_no_flipped_byte_goes_unnoticed(folders: Folders, filled: bytes) -> None:
    for position in _positions(len(filled)):
        harmed = bytearray(filled)
        harmed[position] ^= 1 << position % 8
        _reset(folders, bytes(harmed))
        try:
            library = DeskLibrary.open(folders)
        except StorageError as error:
            assert "newer" in str(error)  # noqa: PT017 - the one byte that may say so
            continue
        with library:
            whole = {note.ref.code: note.text for note in library.notes.all() if not note.damaged}
            assert whole.items() <= NOTES.items(), position
            pins = [pin.ref.code for pin in library.pins.all() if not pin.damaged]
            told = library.notice is not None or bool(library.audit())
            assert told or (whole == NOTES and pins == list(NOTES)), position
