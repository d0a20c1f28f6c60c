"""The judged queries, held out and looked at, are well formed and name entries that exist."""

from collections import Counter
from pathlib import Path

import msgspec
import pytest

import resources
from index.catalogue import load_pack
from index.entry import CatalogueEntry

FOLDER = Path(__file__).parents[1] / "data" / "queries"
SPENT = ("development", "further", "third", "fourth", "fifth")
ORDER = ("Workspace", "WebPlus", "SWR", "Organizations", "ECS")
LEAST = {
    "code_exact": 8,
    "code_loose": 12,
    "code_typo": 8,
    "code_camel": 10,
    "message_filled": 15,
    "english_keywords": 15,
    "english_paraphrase": 25,
    "chinese_native": 15,
    "cross_zh_to_en": 25,
    "cross_en_to_zh": 6,
    "traditional": 10,
    "pinyin": 8,
    "mixed": 10,
    "prefix": 10,
    "typo_words": 12,
    "no_answer": 10,
}


class JudgedQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    kind: str
    query: str
    relevant: tuple[int, ...]
    also: tuple[int, ...]
    codes: tuple[str, ...]
    entries: tuple[str, ...]
    also_entries: tuple[str, ...]
    note: str = ""


def _read(name: str) -> list[JudgedQuery]:
    lines = (FOLDER / f"{name}.jsonl").read_bytes().splitlines()
    return msgspec.json.decode(b"[" + b",".join(lines) + b"]", type=list[JudgedQuery])


@pytest.fixture(scope="module", params=["held_out", *SPENT])
def queries(request: pytest.FixtureRequest) -> list[JudgedQuery]:
    return _read(request.param)


@pytest.fixture(scope="module")
def rows() -> dict[int, CatalogueEntry]:
    catalogues = {c.header.service: c for path in resources.packs() for c in load_pack(path)}
    return dict(enumerate((entry for name in ORDER for entry in catalogues[name].entries), 1))


def test_ids_and_queries_are_unique(queries: list[JudgedQuery]) -> None:
    assert len({query.id for query in queries}) == len(queries)
    assert len({query.query.casefold() for query in queries}) == len(queries)


def test_every_kind_is_asked_often_enough_in_the_held_out_set() -> None:
    queries = _read("held_out")
    counts = Counter(query.kind for query in queries)
    assert counts.keys() == LEAST.keys()
    assert {kind: n for kind, n in counts.items() if n < LEAST[kind]} == {}
    assert counts.total() >= 180


@pytest.mark.parametrize("other", SPENT)
def test_no_other_set_shares_a_query_with_the_held_out_one(other: str) -> None:
    held_out, asked = ({query.query.casefold() for query in _read(name)} for name in ("held_out", other))
    shared = len(held_out & asked)  # a count: a failure shows nothing of the held-out set
    assert shared == 0


def test_only_queries_without_an_answer_lack_relevant_rows(queries: list[JudgedQuery]) -> None:
    for query in queries:
        assert query.query.strip() == query.query != ""
        assert (query.kind == "no_answer") == (not query.relevant), query.id
        judged = query.relevant + query.also
        assert len(set(judged)) == len(judged), query.id


def test_rows_and_entries_name_the_same_bundled_entries(
    queries: list[JudgedQuery], rows: dict[int, CatalogueEntry]
) -> None:
    for query in queries:
        assert query.entries == tuple(rows[row].id for row in query.relevant), query.id
        assert query.also_entries == tuple(rows[row].id for row in query.also), query.id
        assert query.codes == tuple(dict.fromkeys(rows[row].code for row in query.relevant)), query.id
