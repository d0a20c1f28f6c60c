"""Own entries: redacted, stored, and written as packs that the shelf takes in."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from index import shelf
from index.catalogue import read_pack
from index.errors import BadInput, StorageError
from index.folders import Folders
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft, draft_of

DRAFT = Draft(
    provider="Huawei Cloud",
    service="SWR",
    code="SVCSTG.SWR.9999999",
    status=418,
    message="Pull of {0} failed, token=EXAMPLEtokenEXAMPLEtoken1234567890",
    description={"en": "Not in any catalogue.", "zh-Hans": ""},
    solution={"en": "1. Wait.\n\n2) Pull again with password=EXAMPLEpassw0rd99."},
)
PACK = "own.huawei-cloud.swr.jsonl"


def _pack(folders: Folders) -> Path:
    return shelf.imported_folder(folders) / PACK


def test_an_entry_is_stored_as_it_was_shown_before_with_secrets_taken_out(library: DeskLibrary) -> None:
    shown = library.own.prepared(DRAFT)
    stored = library.own.add(DRAFT)
    assert (shown.message, shown.steps, shown.id) == (stored.message, stored.steps, stored.id)
    assert library.own_entries() == (stored,)
    assert "EXAMPLE" not in json.dumps([stored.message, stored.solution, stored.steps])
    assert (stored.message or "").startswith("Pull of {0} failed, token=")
    assert stored.steps["en"][0] == "Wait."
    assert stored.description == {"en": "Not in any catalogue."}
    assert (stored.id, stored.catalogue) == (
        "own.huawei-cloud.swr:svcstg.swr.9999999:1",
        "own.huawei-cloud.swr",
    )


def test_no_file_holds_the_secret(library: DeskLibrary) -> None:
    library.own.add(DRAFT)
    files = [path for path in library.path.parent.rglob("*") if path.is_file()]
    assert [path.name for path in files if b"EXAMPLE" in path.read_bytes()] == []


def test_the_pack_lies_where_the_shelf_looks(library: DeskLibrary, folders: Folders) -> None:
    entry = library.own.add(DRAFT)
    assert _pack(folders) in shelf.active_packs(folders)
    header, *lines = _pack(folders).read_bytes().splitlines(keepends=True)
    head = json.loads(header)
    assert head["catalogue"] == "own.huawei-cloud.swr"
    assert head["entries"] == len(lines) == 1
    assert head["sha256"] == hashlib.sha256(b"".join(lines)).hexdigest()
    assert json.loads(lines[0])["id"] == entry.id


def test_the_pack_reader_takes_own_packs(library: DeskLibrary, folders: Folders) -> None:
    entry = library.own.add(DRAFT)
    catalogues = read_pack(_pack(folders).read_bytes())
    assert catalogues[0].entries == (entry,)


def test_entries_of_one_code_get_ids_of_their_own_that_stay(library: DeskLibrary) -> None:
    first, second = library.own.add(DRAFT), library.own.add(DRAFT)
    assert (first.id[-2:], second.id[-2:]) == (":1", ":2")
    library.own.remove(first.id)
    assert [entry.id for entry in library.own_entries()] == [second.id]
    assert library.own.add(DRAFT).id == first.id


def test_one_pack_has_one_spelling_of_provider_and_service(library: DeskLibrary) -> None:
    library.own.add(DRAFT)
    other = library.own.add(Draft(provider="huawei CLOUD", service="swr", code="Other.1"))
    assert (other.provider, other.service) == ("Huawei Cloud", "SWR")


def test_changing_keeps_the_id_and_the_place(library: DeskLibrary) -> None:
    first = library.own.add(DRAFT)
    library.own.add(Draft(provider="P", service="S", code="Other.1"))
    changed = library.own.change(
        first.id, Draft(provider="Huawei Cloud", service="SWR", code=DRAFT.code, status=400)
    )
    assert (changed.id, changed.status, changed.message) == (first.id, 400, None)
    assert library.own_entries()[0].id == first.id


def test_changing_the_code_gives_a_free_id(library: DeskLibrary) -> None:
    first, second = (
        library.own.add(DRAFT),
        library.own.add(Draft(provider="Huawei Cloud", service="SWR", code="B.1")),
    )
    moved = library.own.change(first.id, draft_of(second))
    assert moved.id == "own.huawei-cloud.swr:b.1:2"


def test_removing_the_last_entry_removes_the_pack_and_putting_back_brings_both(
    library: DeskLibrary, folders: Folders
) -> None:
    entry = library.own.add(DRAFT)
    before = _pack(folders).read_bytes()
    removed = library.own.remove(entry.id)
    assert (removed, library.own_entries(), _pack(folders).exists()) == (entry, (), False)
    assert removed is not None
    assert library.own.put_back(removed) == entry
    assert _pack(folders).read_bytes() == before


@pytest.mark.parametrize(
    "draft",
    [
        Draft(provider="", service="S", code="C"),
        Draft(provider="P", service="S", code=" "),
        Draft(provider="+", service="S", code="C"),
        Draft(provider="P", service="S", code="C", status=20),
        Draft(provider="P", service="S", code="C", message="x" * 20_001),
        Draft(provider="P", service="S", code="password=EXAMPLEpassw0rd99"),
    ],
)
def test_what_cannot_be_an_entry_is_refused_and_changes_nothing(library: DeskLibrary, draft: Draft) -> None:
    with pytest.raises(BadInput):
        library.own.add(draft)
    assert library.own_entries() == ()


def test_unknown_ids_are_refused(library: DeskLibrary) -> None:
    with pytest.raises(BadInput, match="no own entry"):
        library.own.remove("own.p.s:c:1")
    with pytest.raises(BadInput, match="no own entry"):
        library.own.change("own.p.s:c:1", DRAFT)


def test_a_pack_that_was_lost_or_changed_is_written_again(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        library.own.add(DRAFT)
        before = _pack(folders).read_bytes()
    for content in (None, b"", before[:-30], before.replace(b"SWR.9999999", b"SWR.8888888")):
        _pack(folders).unlink()
        if content is not None:
            _pack(folders).write_bytes(content)
        with DeskLibrary.open(folders) as library:
            assert len(library.own_entries()) == 1
            assert _pack(folders).read_bytes() == before


def test_entries_come_back_from_the_packs_where_the_library_was_lost(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        kept = [library.own.add(DRAFT), library.own.add(Draft(provider="P", service="S", code="C.1"))]
        path = library.path
    path.unlink()
    with DeskLibrary.open(folders) as library:
        assert {entry.id: entry for entry in library.own_entries()} == {entry.id: entry for entry in kept}


def test_an_imported_pack_is_left_alone(library: DeskLibrary, folders: Folders) -> None:
    imported = shelf.imported_folder(folders) / "p.s.jsonl"
    library.own.add(DRAFT)
    imported.write_bytes(b"theirs")
    library.own.remove(library.own_entries()[0].id)
    assert imported.read_bytes() == b"theirs"


def test_a_pack_that_cannot_be_written_leaves_the_library_as_it_was(
    library: DeskLibrary, folders: Folders
) -> None:
    shelf.imported_folder(folders).write_bytes(b"a file in the place of the folder")
    with pytest.raises(StorageError):
        library.own.add(DRAFT)
    assert library.own_entries() == ()
    shelf.imported_folder(folders).unlink()
    assert library.own.add(DRAFT).id.endswith(":1")


def test_a_rewritten_entry_keeps_its_texts_in_other_languages(library: DeskLibrary) -> None:
    both = msgspec.structs.replace(
        DRAFT, solution={"en": "Wait.", "zh-Hans": "等待"}, description={"en": "Gone."}
    )
    entry = library.own.add(both)
    # WHEN the English is rewritten, the description taken away
    after = library.own.rewrite(entry, msgspec.structs.replace(both, solution={"en": "Ask."}, description={}))
    assert (after.id, after.solution, after.description) == (entry.id, {"en": "Ask.", "zh-Hans": "等待"}, {})
    # AND what is in one language alone is rewritten in it, whatever the window's is
    only = library.own.add(msgspec.structs.replace(DRAFT, description={"en": "Gone."}, solution={}))
    after = library.own.rewrite(
        only, msgspec.structs.replace(DRAFT, description={"zh-Hans": "Left."}, solution={})
    )
    assert after.description == {"en": "Left."}
