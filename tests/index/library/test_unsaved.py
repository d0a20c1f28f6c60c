"""What is half written is kept as it is typed, without its secrets, until it is stored or given up."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import StorageError
from index.folders import Folders
from index.library import schema
from index.library.desk_library import DeskLibrary, library_file
from index.library.drafts import Draft
from index.library.half_typed import masked
from index.library.store import Store
from index.library.unsaved import KEPT
from index.library.values import CodeRef, Unsaved, Written

Refs = Callable[..., CodeRef]
NOTE = Written.NOTE
SECRET = "EXAMPLEPASSWORD1"


def _keep(library: DeskLibrary, ref: CodeRef, text: str, cursor: int | None = None) -> int:
    return library.unsaved.keep(ref.key, NOTE, ref, [text], cursor)


def _texts(library: DeskLibrary) -> list[str]:
    return [one.texts[0] for one in library.unsaved.all()]


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_the_last_state_of_each_is_there_after_another_opening(
    folders: Folders, library: DeskLibrary, ref: Refs
) -> None:
    _keep(library, ref("A"), "half a")
    _keep(library, ref("B"), "b")
    _keep(library, ref("A"), "half a thought")
    with DeskLibrary.open(folders) as again:
        left = again.unsaved.all()
    assert [(one.ref.code, one.texts, one.masked) for one in left] == [
        ("A", ("half a thought",), 0),
        ("B", ("b",), 0),
    ]


def test_secrets_are_masked_and_counted(library: DeskLibrary, ref: Refs, folders: Folders) -> None:
    # GIVEN a text that shows only later that a word of it is a secret
    _keep(library, ref(), f"{SECRET} ", 0)
    assert SECRET.encode() in _on_disk(folders.data)
    # WHEN the rest is typed
    assert _keep(library, ref(), f"ask first, password={SECRET}, then restart") == 1
    # THEN nothing of it stays, in the log neither
    assert SECRET.encode() not in _on_disk(folders.data)
    assert _texts(library) == ["ask first, password=<password>, then restart"]


@pytest.mark.parametrize(
    "text, secret",
    [
        ("the root password is hunter2", "hunter2"),
        ("token: ghp_EXAMPLEexample0123456789abcdefghijkl", "ghp_EXAMPLEexample0123456789abcdefghijkl"),
        ("the key is AKIAEXAMPLEKEY123456", "AKIAEXAMPLEKEY123456"),
        ("密码是 EXAMPLEpass1word", "EXAMPLEpass1word"),
        ("see https://bob:EXAMPLEpw1@host.example/x", "EXAMPLEpw1"),
        ("write to EXAMPLE.bob@example.com", "@example.com"),
    ],
)
def test_no_beginning_of_a_secret_is_kept_while_it_is_typed(text: str, secret: str) -> None:
    start = text.index(secret)
    for end in range(start + 4, start + len(secret) + 1):
        assert secret[:4] not in masked(text[:end], end)[0][start:]


@pytest.mark.parametrize(
    "text",
    ["ask for the wombat quota", "restart node-3 first", "see Ecs.0219", "配额不足，请联系", "10.0.0.1", ""],
)
def test_ordinary_words_are_kept_to_the_last_letter(text: str) -> None:
    assert [masked(text[:end], end) for end in range(len(text) + 1)] == [
        (text[:end], 0) for end in range(len(text) + 1)
    ]


def test_what_is_stored_or_given_up_is_dropped_for_good(
    library: DeskLibrary, ref: Refs, folders: Folders
) -> None:
    _keep(library, ref("A"), "wombat one")
    _keep(library, ref("B"), "wombat two")
    _keep(library, ref("C"), "wombat three")
    library.unsaved.drop(ref("A").key)
    _keep(library, ref("B"), "  \n")
    library.notes.write(ref("C"), "wombat three", finishes=ref("C").key)
    assert library.unsaved.all() == ()
    assert b"wombat one" not in _on_disk(folders.data)
    assert b"wombat two" not in _on_disk(folders.data)


def test_what_it_becomes_and_what_was_half_written_of_it_change_in_one_moment(
    library: DeskLibrary, ref: Refs, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a note and an own entry that are half written, kept before their last letters were typed
    draft = Draft(provider="Example Cloud", service="Desk", code="D.1", message="half a thought, and all")
    about = CodeRef(provider="Example Cloud", service="Desk", code="D.1")
    library.unsaved.keep(
        "own-entry:1", Written.OWN_ENTRY, about, ("Example Cloud", "Desk", "D.1", "", "half")
    )
    _keep(library, ref(), "half")

    def cut_off(*_given: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    # WHEN the storing is cut off where the half written one goes
    with monkeypatch.context() as patched:
        patched.setattr(Store, "delete", cut_off)
        for store in (
            lambda: library.own.add(draft, finishes="own-entry:1"),
            lambda: library.notes.write(ref(), "half, and all", finishes=ref().key),
        ):
            with pytest.raises(StorageError):
                store()
    # THEN nothing is stored, and it is half written as before
    assert (library.own_entries(), library.notes.all()) == ((), ())
    assert len(library.unsaved.all()) == 2
    # AND once it is stored nothing is half written, also where an entry is rewritten or a note taken away
    entry = library.own.add(draft, finishes="own-entry:1")
    library.notes.write(ref(), "half, and all", finishes=ref().key)
    assert library.unsaved.all() == ()
    for key in ("own-entry-of:1", ref("B").key):
        library.unsaved.keep(key, Written.OWN_ENTRY, about, ("half",))
    library.own.rewrite(entry, draft, finishes="own-entry-of:1")
    assert library.notes.write(ref("B"), "", finishes=ref("B").key) is None
    assert library.unsaved.all() == ()


def test_an_own_entry_comes_back_field_by_field(library: DeskLibrary) -> None:
    fields = ("Example Cloud", "Desk", "", "404", f"password={SECRET}", "说明", "Ask\nTry")
    about = CodeRef(provider="Example Cloud", service="Desk", code="")
    assert library.unsaved.keep("own-entry:1", Written.OWN_ENTRY, about, fields) == 1
    (left,) = library.unsaved.all()
    assert (left.kind, left.ref) == (Written.OWN_ENTRY, about)
    assert left.texts == (*fields[:4], "password=<password>", *fields[5:])


def test_a_secret_in_the_wrong_field_is_masked_as_well(library: DeskLibrary, folders: Folders) -> None:
    # GIVEN somebody who wrote a password where the code belongs
    about = CodeRef(provider="Example Cloud", service="Desk", code=f"password={SECRET}")
    library.unsaved.keep("own-entry:1", Written.OWN_ENTRY, about, ("Example Cloud", "Desk", about.code))
    # THEN neither the field nor what is told of the entry holds it
    (left,) = library.unsaved.all()
    assert (left.ref.code, left.texts[2]) == ("password=<password>", "password=<password>")
    assert SECRET.encode() not in _on_disk(folders.data)


def test_only_so_many_are_kept(library: DeskLibrary, ref: Refs) -> None:
    for number in range(KEPT + 3):
        _keep(library, ref(f"C.{number}"), "x")
    assert [one.ref.code for one in library.unsaved.all()] == [f"C.{n}" for n in range(KEPT + 2, 2, -1)]


def test_a_library_of_the_form_before_takes_them_in(folders: Folders, ref: Refs) -> None:
    # GIVEN a library that an earlier version wrote
    with DeskLibrary.open(folders) as library:
        library.notes.write(ref(), "an old note")
    with closing(sqlite3.connect(library_file(folders), isolation_level=None)) as db:
        db.execute("DROP TABLE unsaved")
        db.execute("PRAGMA user_version = 1")
    with DeskLibrary.open(folders) as library:
        # THEN it has all it had, without a repair
        assert library.notice is None
        assert [note.text for note in library.notes.all()] == ["an old note"]
        _keep(library, ref(), "half")
        assert _texts(library) == ["half"]
    assert len(schema.MIGRATIONS) == schema.VERSION


def test_a_restored_backup_adds_to_what_is_being_written(
    library: DeskLibrary, ref: Refs, tmp_path: Path
) -> None:
    _keep(library, ref("A"), "a of then")
    _keep(library, ref("B"), "b of then")
    library.backup(tmp_path / "copy.sqlite")
    library.unsaved.drop(ref("B").key)
    _keep(library, ref("A"), "a of now")
    library.restore(tmp_path / "copy.sqlite")
    assert sorted(_texts(library)) == ["a of now", "b of then"]


def test_a_damaged_one_is_given_out_as_it_stands(library: DeskLibrary, ref: Refs) -> None:
    _keep(library, ref(), "half")
    library._store.db.execute("UPDATE unsaved SET texts = 'halb'")
    (one,) = library.unsaved.all()
    assert (one.texts, one.damaged) == (("halb",), True)
    assert [damage.table for damage in library.audit()] == ["unsaved"]


def test_a_full_disk_keeps_the_state_before(
    library: DeskLibrary, ref: Refs, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(library, ref(), "half")

    def full(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "insert", full)
        with pytest.raises(StorageError):
            _keep(library, ref(), "half a thought")
    assert _texts(library) == ["half"]


def test_masking_a_note_masks_what_it_was_before(library: DeskLibrary, ref: Refs, folders: Folders) -> None:
    library.notes.write(ref(), f"password={SECRET}")
    library.notes.write(ref(), "password=<password>")
    library.notes.mask_versions(ref())
    assert [version.text for version in library.notes.versions(ref())] == ["password=<password>"] * 2
    assert library.audit() == ()
    assert SECRET.encode() not in _on_disk(folders.data)


def _left(folders: Folders) -> tuple[Unsaved, ...]:
    with DeskLibrary.open(folders) as again:
        return again.unsaved.all()


def test_a_damaged_file_gives_them_back(folders: Folders, ref: Refs) -> None:
    with DeskLibrary.open(folders) as library:
        _keep(library, ref(), "half a thought")
    path = library_file(folders)
    with path.open("r+b") as file:
        file.write(bytes(100))
    assert [one.texts for one in _left(folders)] == [("half a thought",)]
