"""The user's own glossary lines: index and questions are made with the same ones, and a change makes the index stale."""

import json
from collections.abc import Iterator
from contextlib import closing

import pytest

from index import build
from index.commands.main import main
from index.folders import Folders
from index.glossary_own import own_file, own_lines
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft
from index.search.engine import SearchEngine

ROWS = {
    "Box.1": "The bastion host rejected the session.",
    "Box.2": "The wardrobe has no room left.",
    "Box.3": "The ECS is locked.",
}
LINE = "quetsche = bastion host = 跳板宝机"


@pytest.fixture
def folders(tmp_path, monkeypatch) -> Iterator[Folders]:
    """A small desk: three entries, nothing else."""
    monkeypatch.setattr("resources.packs", list)
    made = Folders.under(tmp_path)
    with DeskLibrary.open(made) as library:
        for code, message in ROWS.items():
            library.own.add(Draft(provider="Test Cloud", service="Box", code=code, message=message))
    return made


def keep(folders: Folders, *lines: str) -> None:
    with DeskLibrary.open(folders) as library:
        library.glossary.replace(lines)


def found(folders: Folders, *queries: str, build: bool = True) -> list[list[str]]:
    with closing(SearchEngine.open(folders, build=build)) as engine:
        return [[hit.entry.code for hit in engine.search(query).hits] for query in queries]


def test_entries_are_found_by_kept_lines(folders, capsys):
    keep(folders, "# ours", LINE, "blechdose = virtual machine", "server\t\t\t\tkiste")
    # In both scripts, and beside words of the entry
    for codes in found(folders, "quetsche", "跳板宝机", "跳板寶機", "Quetsche rejected"):
        assert codes[0] == "Box.1"
    # A short line adds to what its words name already, one with columns to the concept of its id
    for codes in found(folders, "blechdose locked", "kiste locked"):
        assert codes[0] == "Box.3"
    assert main(["search", "quetsche", "--json"], folders) == 0
    assert json.loads(capsys.readouterr().out)["hits"][0]["entry"]["code"] == "Box.1"


def test_until_the_new_index_is_built_the_old_one_answers_with_its_own_lines(folders):
    keep(folders, LINE)
    assert not build.is_built(folders)
    assert found(folders, "quetsche", "schrankwand") == [["Box.1"], []]
    assert build.is_built(folders)
    keep(folders, "# a comment changes nothing", LINE)
    assert build.is_built(folders)
    keep(folders, "schrankwand = wardrobe")
    assert not build.is_built(folders)
    assert build.is_usable(build.index_folder(folders))
    assert found(folders, "quetsche", "schrankwand", build=False) == [["Box.1"], []]
    build.build(folders)
    assert build.is_built(folders)
    assert found(folders, "quetsche", "schrankwand", build=False) == [[], ["Box.2"]]


def test_lines_that_cannot_be_used_any_more_are_passed_over(folders):
    bad = "a\t甲\t\t\t\t\tdropped-concept\nb\t乙\t\t\t\t\ta\nalone\n"  # the second falls with the first
    own_file(folders).write_text(bad + LINE + "\n", encoding="utf-8")
    assert len(own_lines(folders)) == 4
    assert found(folders, "quetsche") == [["Box.1"]]
