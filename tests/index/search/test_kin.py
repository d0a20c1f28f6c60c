"""Entries that speak of the same things in other words stand before those that share a chance word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from index.glossary_lines import read_rows
from index.search.engine import SearchEngine
from index.search.kin import BITS, FILE, Kin, KinTable, write


@pytest.fixture(scope="module")
def table() -> KinTable:
    return KinTable.load()


def alike(table: KinTable, one: str, other: str) -> int:
    """Return in how many bits two terms agree."""
    first, second = table.of(one), table.of(other)
    assert first is not None
    assert second is not None
    return BITS - (first[1] ^ second[1]).bit_count()


def test_the_table_is_sorted_and_every_line_is_whole() -> None:
    lines = (resources.folder("fallback") / "kin.tsv").read_bytes().splitlines()
    told = [line.split(b"\t") for line in lines if not line.startswith(b"# ")]
    terms = [term for term, _, _ in told]
    assert terms == sorted(set(terms))
    assert all(1 <= int(weight) <= 15 and len(signature) == 43 for _, weight, signature in told)


@pytest.mark.parametrize(
    "one, near, far",
    [("laptop", "comput", "invoic"), ("silent", "quiet", "bucket"), ("#disk", "#data-disk", "#sms")],
)
def test_terms_used_alike_agree_in_more_bits(table: KinTable, one: str, near: str, far: str) -> None:
    assert alike(table, one, near) > alike(table, one, far) + 10


def test_concepts_are_told_as_well(table: KinTable) -> None:
    known = [table.of("#" + row[0]) for row in read_rows()]
    assert sum(one is not None for one in known) > 0.98 * len(known)


def test_an_unknown_term_and_the_remarks_above_say_nothing(table: KinTable) -> None:
    assert table.of("zzqx") is None
    assert table.of("") is None
    assert table.of("#") is None
    assert table.of("\ud800") is None


def test_the_nearer_of_two_entries_with_the_same_words_stands_first(
    engine_of: Callable[..., SearchEngine],
) -> None:
    messages = ("The invoice of the sms was rejected", "The laptop of the virus was rejected")
    rows = [{"code": f"Box.{n}", "status": 400, "message": text} for n, text in enumerate(messages)]
    asked = engine_of(rows)
    assert asked.search("rejected computer notebook").hits[0].entry.code == "Box.1"
    assert asked.search("rejected billing receipt").hits[0].entry.code == "Box.0"


def test_words_that_explain_everything_leave_nothing_to_gain(engine: SearchEngine) -> None:
    kin = engine._sources.kin
    assert kin is not None
    assert kin.near(["disk"], 1.0).gains == {}
    some, more = kin.near(["disk"], 0.8).gains, kin.near(["disk"], 0.2).gains
    assert some.keys() == more.keys()
    assert all(0 < some[n] < more[n] <= 0.5 for n in some)


def test_concepts_alone_help_less(engine: SearchEngine) -> None:
    kin = engine._sources.kin
    assert kin is not None
    words = kin.near(["#disk"], 0.2).gains
    concepts = kin.near(["#disk"], 0.2, concepts_alone=True).gains
    assert words.keys() == concepts.keys()
    assert all(concepts[n] < words[n] / 2 for n in words)


def test_gains_go_down_with_distance_and_unknown_terms_give_none(engine: SearchEngine) -> None:
    kin = engine._sources.kin
    assert kin is not None
    gains = list(kin.near(["drive", "laptop", "zzqx"], 0.0).gains.values())
    assert gains == sorted(gains, reverse=True)
    assert len(gains) > 10
    assert kin.near(["zzqx"], 0.0).gains == {}


def test_an_index_without_signatures_is_done_without(tmp_path: Path, table: KinTable) -> None:
    assert Kin.open(tmp_path, 3, table) is None
    (tmp_path / FILE).write_bytes(b"cut off")
    assert Kin.open(tmp_path, 3, table) is None


TERMS = ["disk", "invoic", "laptop", "zzqx", "#disk", "quota"]


def test_without_entries_nothing_is_near(tmp_path: Path, table: KinTable) -> None:
    write(tmp_path, {}, 0)
    kin = Kin.open(tmp_path, 0, table)
    assert kin is not None
    assert kin.near(["disk"], 0.0).gains == {}


def test_very_many_entries_go_without(tmp_path: Path, table: KinTable) -> None:
    write(tmp_path, {"disk": [0]}, 20_001)
    assert Kin.open(tmp_path, 20_001, table) is None


@settings(max_examples=25)
@given(st.lists(st.sets(st.sampled_from(TERMS)), max_size=30))
def test_an_entry_is_nearest_to_its_own_terms(
    tmp_path_factory: pytest.TempPathFactory, table: KinTable, entries: list[set[str]]
) -> None:
    folder = tmp_path_factory.mktemp("kin")
    lists: dict[str, list[int]] = {}
    for n, terms in enumerate(entries):
        for term in terms:
            lists.setdefault(term, []).append(n)
    write(folder, lists, len(entries))
    kin = Kin.open(folder, len(entries), table)
    assert kin is not None
    for n, terms in enumerate(entries):
        gains = kin.near(sorted(terms), 0.0).gains
        if terms - {"zzqx"} and len(gains) > 1:
            assert gains.get(n, 0.0) >= max(gains.values()) - 0.1
