"""The entry table answers what a plain scan over the packs answers."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from index.catalogue import load_pack
from index.entry import CatalogueEntry
from index.folders import Folders
from index.store import open_table
from index.table import EntryTable
from index.template import HOLE, anchor_words, message_texts, words
from index.text import clean, code_parts, fold_code, loose_keys


@pytest.fixture(scope="module")
def table(bundled_folders: Folders) -> EntryTable:
    return open_table(bundled_folders)


@pytest.fixture(scope="module")
def everything() -> list[CatalogueEntry]:
    return [entry for path in resources.packs() for c in load_pack(path) for entry in c.entries]


def test_entries_come_back_whole_and_in_order(table: EntryTable, everything: list[CatalogueEntry]) -> None:
    assert list(table.all_entries()) == everything
    numbers = [600, 3, 9999, 3]
    assert table.entries(numbers) == [everything[600], everything[3], everything[3]]
    assert table.by_id(everything[5].id) == everything[5]
    assert table.by_id("nothing") is None
    assert [header.entries for header in table.headers()] == [114, 97, 188, 143, 148]


def test_codes_are_found_as_a_scan_finds_them(table: EntryTable, everything: list[CatalogueEntry]) -> None:
    for code in table.codes():
        wanted = [entry for entry in everything if fold_code(entry.code) == fold_code(code)]
        assert table.by_code(code.upper()) == wanted
        assert set(table.numbers_by_code(code)) <= set(table.numbers_by_loose_code(code))


def test_prefix_finds_what_starts_with_it(table: EntryTable, everything: list[CatalogueEntry]) -> None:
    wanted = {n for n, entry in enumerate(everything) if entry.code.lower().startswith("ecs.06")}
    assert set(table.numbers_by_prefix("ECS.06")) == wanted
    assert len(table.numbers_by_prefix("e", limit=3)) == 3


@pytest.mark.parametrize(
    "asked, code",
    [
        ("ecs 219", "Ecs.0219"),
        ("wks51103", "WKS.00051103"),
        ("4001048", "SVCSTG.SWR.4001048"),
        ("SWR-4001048", "SVCSTG.SWR.4001048"),
        ("org.1703", "Organizations.1703"),
        ("env not exists", "EnvNotExists"),
    ],
)
def test_loose_codes(table: EntryTable, asked: str, code: str) -> None:
    assert {entry.code for entry in table.entries(table.numbers_by_loose_code(asked))} == {code}


def test_another_number_is_another_code(table: EntryTable) -> None:
    assert table.numbers_by_loose_code("ecs 2190") == []
    assert table.numbers_by_loose_code("") == []


def test_every_message_is_found_by_its_own_words(table: EntryTable, everything: list[CatalogueEntry]) -> None:
    for n, entry in enumerate(everything):
        for template in message_texts(entry):
            if anchor_words(template):
                filled = HOLE.sub(" v-1 ", template)
                assert n in table.numbers_by_words(words(filled)), template


@given(st.text(max_size=40))
@settings(max_examples=50)
def test_any_text_may_be_asked(table: EntryTable, text: str) -> None:
    text = clean(text)
    table.numbers_by_code(text)
    table.numbers_by_loose_code(text)
    table.numbers_by_prefix(text, limit=5)
    table.numbers_by_words(words(text))


@given(st.text(max_size=30))
def test_loose_keys_end_alike(code: str) -> None:
    keys = loose_keys(code)
    assert all(keys[0].endswith(key) for key in keys)
    assert bool(keys) == bool(code_parts(code))


def test_build_reports_progress_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    open_table(Folders.under(tmp_path), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (690, 690)
