"""Installing: lasting ids, counts, both languages, and nothing lost whatever happens on the way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import resources
from index import shelf
from index.catalogue import load_pack, write_pack
from index.entry import Catalogue, CatalogueEntry, CatalogueId
from index.errors import BadInput, Stopped, StorageError
from index.folders import Folders
from index.importing.document import Document
from index.importing.install import install, present
from index.importing.kept import bring_back, is_kept, remove, store_pack
from index.importing.reader import read_document
from index.importing.registry import Origin, register

HEADER = "| HTTP Status Code | Error Code | Error Message | Description | Solution |\n|---|---|---|---|---|\n"
PAGE = (
    "# Error codes {#doc_version_err_Shop_2025-01-02}\n\n"
    + HEADER
    + "| 400 | Shop.0001 | The cart {0} is empty. | Nothing in the cart. | Add something. |\n"
    "| 400 | Shop.0002 | Too many items. | Limit reached. | Remove some. |\n"
    "| 404 | Shop.0003 | No such item. | Not there. | Check the id. |\n"
    "| 409 | Shop.0003 | The item is being sold. | In use. | Try again later. |\n"
)
CHINESE = (
    "# 错误码 {#doc_version_err_Shop_2025-01-02}\n\n"
    "| 状态码 | 错误码 | 错误信息 | 描述 | 处理措施 |\n|---|---|---|---|---|\n"
    "| 400 | Shop.0001 | The cart {0} is empty. | 购物车为空。 | 请添加商品。 |\n"
    "| 400 | Shop.0002 | Too many items. | 商品数量超过上限。 | 请删除部分商品。 |\n"
    "| 404 | Shop.0003 | No such item. | 商品不存在。 | 请检查商品编号。 |\n"
    "| 409 | Shop.0003 | The item is being sold. | 商品正在使用。 | 请稍后重试。 |\n"
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path / "home")


def page(tmp_path: Path, text: str, name: str = "page.md") -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = read_document(path, provider="Example Cloud", service="Shop")
    assert document.error is None
    assert document.entries
    return document


def installed(folders: Folders) -> Catalogue:
    (catalogue,) = load_pack(shelf.imported_folder(folders) / "example-cloud.shop.jsonl")
    return catalogue


def by_code(catalogue: Catalogue) -> dict[tuple[str, int | None], CatalogueEntry]:
    return {(entry.code, entry.status): entry for entry in catalogue.entries}


def counts(documents: list[Document], folders: Folders) -> list[tuple[int, int, int]]:
    return [(r.new, r.changed, r.gone) for r in install(documents, folders)]


def test_first_import_is_all_new_and_becomes_active(tmp_path: Path, folders: Folders) -> None:
    assert counts([page(tmp_path, PAGE)], folders) == [(4, 0, 0)]
    assert [path.name for path in shelf.active_packs(folders) if "example" in path.name] == [
        "example-cloud.shop.jsonl"
    ]
    assert counts([page(tmp_path, PAGE)], folders) == [(0, 0, 0)]


def test_dry_run_counts_and_writes_nothing(tmp_path: Path, folders: Folders) -> None:
    (result,) = install([page(tmp_path, PAGE)], folders, dry_run=True)
    assert (result.new, result.changed, result.gone) == (4, 0, 0)
    assert not folders.data.exists()


def test_reworded_rows_keep_their_ids_and_old_messages(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    before = by_code(installed(folders))
    edition = (
        PAGE.replace("2025-01-02", "2026-03-04")
        .replace("The cart {0} is empty.", "Your cart {0} holds nothing.")
        .replace("| 400 | Shop.0002 | Too many items. | Limit reached. | Remove some. |\n", "")
    ) + "| 410 | Shop.0003 | The item was withdrawn for good. | Withdrawn. | Choose another. |\n"
    assert counts([page(tmp_path, edition)], folders) == [(1, 1, 1)]
    after = by_code(installed(folders))
    first = after["Shop.0001", 400]
    assert first.id == before["Shop.0001", 400].id
    assert [(a.message, a.until) for a in first.aliases] == [("The cart {0} is empty.", "2026-03-04")]
    assert after["Shop.0003", 404].id == before["Shop.0003", 404].id
    assert after["Shop.0003", 409].id == before["Shop.0003", 409].id
    assert after["Shop.0003", 410].id == "example-cloud.shop:shop.0003:3"


def test_rows_of_one_code_keep_their_ids_when_they_change_places(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    before = by_code(installed(folders))
    head, rows = PAGE.split(HEADER)
    swapped = head + HEADER + "".join(reversed(rows.splitlines(keepends=True)))
    assert counts([page(tmp_path, swapped)], folders) == [(0, 0, 0)]
    after = by_code(installed(folders))
    assert {key: entry.id for key, entry in after.items()} == {k: e.id for k, e in before.items()}


def test_a_message_that_comes_back_is_no_alias_of_itself(tmp_path: Path, folders: Folders) -> None:
    other = PAGE.replace("Too many items.", "Too many things.")
    for text in (PAGE, other, PAGE):
        install([page(tmp_path, text)], folders)
    entry = by_code(installed(folders))["Shop.0002", 400]
    assert entry.message == "Too many items."
    assert [alias.message for alias in entry.aliases] == ["Too many things."]


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", [(PAGE, CHINESE), (CHINESE, PAGE)])
def test_pages_in_two_languages_become_one_catalogue(
    tmp_path: Path, folders: Folders, order: tuple[str, str], *, together: bool
) -> None:
    documents = [page(tmp_path, text, f"{n}.md") for n, text in enumerate(order)]
    if together:
        install(documents, folders)
    else:
        for document in documents:
            install([document], folders)
    catalogue = installed(folders)
    assert len(catalogue.entries) == 4
    entry = by_code(catalogue)["Shop.0003", 404]
    assert entry.description == {"en": "Not there.", "zh-Hans": "商品不存在。"}
    assert entry.solution == {"en": "Check the id.", "zh-Hans": "请检查商品编号。"}
    assert set(entry.steps) == {"en", "zh-Hans"}


def test_a_new_edition_of_one_page_leaves_the_other_language_standing(
    tmp_path: Path, folders: Folders
) -> None:
    install([page(tmp_path, PAGE), page(tmp_path, CHINESE, "zh.md")], folders)
    assert counts([page(tmp_path, PAGE.replace("Not there.", "It is not there."))], folders) == [(0, 1, 0)]
    entry = by_code(installed(folders))["Shop.0003", 404]
    assert entry.description == {"en": "It is not there.", "zh-Hans": "商品不存在。"}


def test_entries_of_the_result_carry_their_lasting_ids(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    head, rows = PAGE.split(HEADER)
    swapped = page(tmp_path, head + HEADER + "".join(reversed(rows.splitlines(keepends=True))))
    (result,) = install([swapped], folders, dry_run=True)
    ids = {(entry.code, entry.status): entry.id for entry in result.document.entries}
    assert ids == {key: entry.id for key, entry in by_code(installed(folders)).items()}


def test_an_import_takes_the_place_of_the_bundled_pack_until_removed(
    tmp_path: Path, folders: Folders
) -> None:
    bundled = resources.packs()[0]
    (catalogue,) = load_pack(bundled)
    smaller = msgspec.structs.replace(
        catalogue,
        header=msgspec.structs.replace(catalogue.header, entries=2),
        entries=catalogue.entries[:2],
    )
    path = tmp_path / "exchange.jsonl"
    path.write_bytes(write_pack([smaller]))
    document = read_document(path)
    assert counts([document], folders) == [(0, 0, len(catalogue.entries) - 2)]
    assert bundled not in shelf.active_packs(folders)
    assert remove(bundled.stem, folders)
    assert bundled in shelf.active_packs(folders)
    with pytest.raises(BadInput, match="bundled"):
        remove(bundled.stem, folders)


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "no.such", "a/b.c"])
def test_what_is_not_imported_cannot_be_removed(folders: Folders, name: str) -> None:
    with pytest.raises(BadInput, match="cannot remove"):
        remove(name, folders)


def test_a_pack_of_several_catalogues_is_installed_whole(tmp_path: Path, folders: Folders) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(b"".join(pack.read_bytes() for pack in resources.packs()))
    (result,) = install([read_document(path)], folders)
    assert (result.new, result.changed, result.gone) == (0, 0, 0)
    written = {p.name: p.read_bytes() for p in shelf.imported_folder(folders).iterdir()}
    assert written == {pack.name: pack.read_bytes() for pack in resources.packs()}


def test_a_damaged_imported_pack_gives_way_to_the_bundled_one(folders: Folders) -> None:
    bundled = resources.packs()[0]
    place = shelf.imported_folder(folders) / bundled.name
    place.parent.mkdir(parents=True)
    place.write_bytes(b"{}")
    (catalogue,) = load_pack(bundled)
    assert present(catalogue.header.id, folders) == catalogue


def test_a_damaged_pack_says_nothing_of_one_whose_name_ends_its_own(folders: Folders) -> None:
    bundled = resources.packs()[0]
    place = shelf.imported_folder(folders)
    place.mkdir(parents=True)
    (place / bundled.name).write_bytes(bundled.read_bytes())
    (place / f"own.{bundled.name}").write_bytes(b"{}")
    found = register(folders)
    assert len(found.faults) == 1
    origins = {one.header.id: one.origin for one in found.catalogues}
    assert origins[CatalogueId(bundled.stem)] is Origin.IMPORTED


def test_a_full_disk_leaves_the_old_pack(
    tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    install([page(tmp_path, PAGE)], folders)
    before = installed(folders)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="No space left"):
        install([page(tmp_path, PAGE.replace("Not there.", "Gone."))], folders)
    assert installed(folders) == before
    assert [path.name for path in shelf.imported_folder(folders).iterdir()] == ["example-cloud.shop.jsonl"]


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(StorageError, match="Permission denied"):
        install([page(tmp_path, PAGE)], folders)


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path, folders: Folders) -> None:
    folders.data.parent.mkdir(parents=True)
    folders.data.write_text("in the way")
    with pytest.raises(StorageError, match="cannot use"):
        install([page(tmp_path, PAGE)], folders)


def test_kill_between_writing_and_renaming_leaves_the_old_pack(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    before = installed(folders)
    (tmp_path / "next.md").write_text(PAGE.replace("Not there.", "Gone."), encoding="utf-8")
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from index.folders import Folders\n"
        "from index.importing import install\n"
        "from index.importing.reader import read_document\n"
        "os.fsync = lambda _handle: os.kill(os.getpid(), signal.SIGKILL)\n"
        "document = read_document(sys.argv[1], provider='Example Cloud', service='Shop')\n"
        "install.install([document], Folders.under(Path(sys.argv[2])))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "next.md"), str(tmp_path / "home")], check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert installed(folders) == before
    assert len(shelf.active_packs(folders)) == len(resources.packs()) + 1


def test_a_removed_catalogue_can_be_brought_back(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    before = installed(folders)
    remove("example-cloud.shop", folders)
    assert is_kept("example-cloud.shop", folders)
    bring_back("example-cloud.shop", folders)
    assert installed(folders) == before
    assert not is_kept("example-cloud.shop", folders)
    with pytest.raises(BadInput, match="nothing is kept"):
        bring_back("example-cloud.shop", folders)


def test_what_an_import_took_the_place_of_can_be_brought_back(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    assert not is_kept(
        "example-cloud.shop", folders
    )  # nothing imported was there before: undoing is removing
    before = installed(folders)
    install([page(tmp_path, PAGE.replace("Not there.", "Gone."))], folders)
    install([page(tmp_path, PAGE.replace("Not there.", "Gone."))], folders)  # the same again changes nothing
    assert installed(folders) != before
    bring_back("example-cloud.shop", folders)
    assert installed(folders) == before


def test_what_was_laid_aside_goes_after_a_month(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    remove("example-cloud.shop", folders)
    (aside,) = (shelf.imported_folder(folders) / "before").iterdir()
    os.utime(aside, (0, 0))
    install([page(tmp_path, PAGE)], folders)
    assert not is_kept("example-cloud.shop", folders)


def test_the_new_the_changed_and_the_gone_are_named(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    rows = PAGE.replace("Not there.", "Gone.").splitlines(keepends=True)
    again = (
        "".join(row for row in rows if "Shop.0001" not in row) + "| 500 | Shop.9 | New. | New. | Wait. |\n"
    )
    (result,) = install([page(tmp_path, again)], folders, dry_run=True)
    ids = {entry.id: entry.code for entry in result.document.entries}
    assert [ids[one] for one in result.fresh] == ["Shop.9"]
    assert [ids[one] for one in result.altered] == ["Shop.0003"]
    assert [entry.code for entry in result.lost] == ["Shop.0001"]


def test_an_import_can_be_stopped_between_catalogues(tmp_path: Path, folders: Folders) -> None:
    with pytest.raises(Stopped):
        install([page(tmp_path, PAGE)], folders, should_stop=lambda: True)
    assert not folders.data.exists()


def test_packs_are_for_the_user_alone(tmp_path: Path, folders: Folders) -> None:
    install([page(tmp_path, PAGE)], folders)
    assert shelf.imported_folder(folders).stat().st_mode & 0o077 == 0
    assert (shelf.imported_folder(folders) / "example-cloud.shop.jsonl").stat().st_mode & 0o077 == 0


def test_what_a_killed_import_left_is_swept_away(tmp_path: Path, folders: Folders) -> None:
    folder = shelf.imported_folder(folders)
    folder.mkdir(parents=True)
    old, fresh = folder / "new-old.part", folder / "new-fresh.part"
    old.touch()
    fresh.touch()
    os.utime(old, (0, 0))
    install([page(tmp_path, PAGE)], folders)
    assert not old.exists()
    assert fresh.exists()


def test_what_was_imported_is_updated_not_what_it_took_the_place_of(folders: Folders) -> None:
    # GIVEN a bundled catalogue, and an imported one in its place
    name = CatalogueId("huawei-cloud.swr")
    bundled = present(name, folders)
    assert bundled is not None
    header = msgspec.structs.replace(bundled.header, entries=1)
    imported = msgspec.structs.replace(bundled, header=header, entries=bundled.entries[:1])
    store_pack(imported, folders)
    # THEN the next edition is compared with the imported one
    assert present(name, folders) == imported
