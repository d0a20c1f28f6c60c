"""A backup holds what the user brought in: imported packs and ticket templates; only names of ours are ever written."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import shelf
from index.catalogue import load_pack
from index.errors import StorageError
from index.folders import Folders
from index.importing import kept
from index.importing.install import install
from index.importing.reader import read_document
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft
from index.ticket.templates.store import TemplateStore

PAGE = "| Error code | Message |\n|---|---|\n| Quokka.0001 | {0} |\n| Quokka.0002 | It is locked. |\n"
QUOKKA = "example-cloud.quokka"


def _import(
    folders: Folders, tmp_path: Path, message: str = "The burrow is empty.", name: str = "Quokka"
) -> None:
    page = tmp_path / f"{name}.md"
    page.write_text(PAGE.format(message))
    install([read_document(page, provider="Example Cloud", service=name)], folders)


def _files(folders: Folders) -> dict[str, bytes]:
    every = [*shelf.imported_folder(folders).glob("*.jsonl"), *folders.templates.glob("*")]
    return {path.name: path.read_bytes() for path in every}


@pytest.fixture
def copy(library: DeskLibrary, folders: Folders, tmp_path: Path) -> Path:
    """A backup with a pack, a template, and an own entry."""
    _import(folders, tmp_path)
    TemplateStore(folders.templates).save("mine", "Dear {{ title }}", language="en")
    library.own.add(Draft(provider="P", service="S", code="C.1"))
    target = tmp_path / "copy.sqlite"
    library.backup(target)
    return target


def test_packs_and_templates_come_back_on_another_machine(
    copy: Path, folders: Folders, tmp_path: Path
) -> None:
    elsewhere = Folders.under(tmp_path / "elsewhere")
    with DeskLibrary.open(elsewhere) as other:
        _, line = other.restore(copy)
    assert line is None
    assert _files(elsewhere) == _files(folders)
    assert {f"{QUOKKA}.jsonl", "own.p.s.jsonl", "mine.en.md"} == _files(folders).keys()
    (pack,) = load_pack(shelf.imported_folder(elsewhere) / f"{QUOKKA}.jsonl")
    assert [entry.code for entry in pack.entries] == ["Quokka.0001", "Quokka.0002"]


def test_what_was_removed_or_changed_meanwhile_is_as_it_was(
    copy: Path, library: DeskLibrary, folders: Folders, tmp_path: Path
) -> None:
    before = _files(folders)
    _import(folders, tmp_path, message="The burrow is full.")
    _import(folders, tmp_path, name="Wombat")
    TemplateStore(folders.templates).remove("mine")
    between = _files(folders)
    saved, _ = library.restore(copy)
    # what came meanwhile stays
    wombat = "example-cloud.wombat.jsonl"
    assert _files(folders) == before | {wombat: between[wombat]}
    # AND the state before it lies in the file beside the library
    kept.remove(QUOKKA, folders)
    library.restore(saved)
    assert _files(folders)[f"{QUOKKA}.jsonl"] == between[f"{QUOKKA}.jsonl"]


def test_a_backup_from_before_packs_were_in_it_leaves_them_alone(
    copy: Path, library: DeskLibrary, folders: Folders
) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute("DROP TABLE kept_files")
        db.commit()
    before = _files(folders)
    assert library.restore(copy)[1] is None
    assert _files(folders) == before


def test_a_damaged_pack_is_passed_over_and_said(copy: Path, library: DeskLibrary, folders: Folders) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute("UPDATE kept_files SET content = X'00' WHERE name LIKE 'packs/%'")
        db.commit()
    before = _files(folders)
    TemplateStore(folders.templates).remove("mine")
    _, line = library.restore(copy)
    assert "was damaged" in str(line)
    assert _files(folders) == before


@pytest.mark.parametrize(
    "name",
    [
        "packs/../../evil.jsonl",
        "/etc/evil",
        "packs/own.p.s.jsonl",
        "templates/../x.md",
        "packs/a.b.jsonl",
        "x",
    ],
)
def test_no_other_file_is_ever_written(
    copy: Path, library: DeskLibrary, folders: Folders, tmp_path: Path, name: str
) -> None:
    content = b"evil"
    with closing(sqlite3.connect(copy)) as db:
        row = (name, content, hashlib.sha256(content).hexdigest())
        db.execute("INSERT INTO kept_files VALUES (?, ?, ?)", row)
        db.commit()
    _, line = library.restore(copy)
    assert "was damaged" in str(line)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == content]


def test_a_pack_that_cannot_be_read_stops_the_backup(
    library: DeskLibrary, folders: Folders, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_bytes(b"an older copy")
    (shelf.imported_folder(folders) / "a.b.jsonl").mkdir(parents=True)
    with pytest.raises(StorageError):
        library.backup(target)
    assert target.read_bytes() == b"an older copy"
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
