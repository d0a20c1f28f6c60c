"""The register of very many entries is made in a process of its own, and is the same as the one made here."""

from pathlib import Path

import pytest

from index import child, shelf
from index.errors import BadInput, DeskError, Stopped
from index.folders import Folders
from index.importing import registry, registry_child
from index.importing.install import install
from index.importing.reader import read_document

PAGE = (
    "# Error codes\n\n| Error code | Message |\n|---|---|\n| Shop.0001 | Empty. |\n| Shop.0002 | 已满。 |\n"
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders.under(tmp_path / "a home")
    path = tmp_path / "shop.md"
    path.write_text(PAGE, "utf-8")
    install([read_document(path, provider="例云", service="Shop")], made)
    return made


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many entries as there are, they are very many."""
    monkeypatch.setattr(registry_child, "_SMALL", 0)
    monkeypatch.setattr(registry, "register", lambda _folders: pytest.fail("read here"))
    monkeypatch.setattr(registry, "export", lambda *_: pytest.fail("read here"))


def test_few_entries_are_read_here(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry_child, "_asked", lambda *_: pytest.fail("a process was started"))
    assert registry_child.register(folders) == registry.register(folders)


def test_the_register_is_the_same(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    damaged = shelf.imported_folder(folders) / "huawei-cloud.swr.jsonl"
    damaged.write_text("no pack\n")
    here = registry.register(folders)
    assert here.faults
    request.getfixturevalue("many")
    assert registry_child.register(folders) == here


def test_the_export_is_the_same(folders: Folders, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ids = [one.header.id for one in registry.register(folders).catalogues][:3]
    entries = registry.export(ids, tmp_path / "here.jsonl", folders)
    request.getfixturevalue("many")
    assert registry_child.export(frozenset(ids), tmp_path / "there.jsonl", folders) == entries
    assert (tmp_path / "there.jsonl").read_bytes() == (tmp_path / "here.jsonl").read_bytes()


@pytest.mark.usefixtures("many")
def test_what_is_refused_there_is_refused_here(folders: Folders, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refused:
        registry_child.export(["nobody.nothing"], tmp_path / "x.jsonl", folders)
    assert str(refused.value) == "no catalogue to export"
    with pytest.raises(DeskError, match="cannot write"):
        registry_child.export(["huawei-cloud.swr"], tmp_path / "none" / "x.jsonl", folders)


@pytest.mark.usefixtures("many")
def test_an_end_of_the_process_is_one_line(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry_child, "_MODULE", "index.importing.nothing_of_this_name")
    with pytest.raises(DeskError, match="the reader ended early"):
        registry_child.register(folders)


def test_it_is_a_wrong_input_here(folders: Folders, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        registry_child.export(["nobody.nothing"], tmp_path / "x.jsonl", folders)


@pytest.mark.usefixtures("many")
def test_who_closes_the_dialog_waits_for_nothing(folders: Folders) -> None:
    with pytest.raises(Stopped):
        registry_child.register(folders, lambda: True)


@pytest.mark.usefixtures("many")
def test_an_export_is_written_although_nobody_waits_for_it(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_LOOK_S", 0.001)
    ids = ["huawei-cloud.swr"]
    with pytest.raises(Stopped):
        registry_child.export(ids, tmp_path / "there.jsonl", folders, lambda: True)
    while not (tmp_path / "there.jsonl").exists():  # the test's own time limit ends it
        pass
    assert (tmp_path / "there.jsonl").read_bytes().startswith(b'{"pack"')
