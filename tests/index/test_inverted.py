"""Whoosh against plain Python: every posting list that is read back is the one that was written."""

import pickle  # noqa: TID251 - to make what must be refused
import random
from pathlib import Path

import pytest
import whoosh.query
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage

import resources
from index.catalogue import load_pack
from index.glossary import Glossary
from index.inverted import IndexDamaged, Inverted, Postings, write
from index.schema import FIELDS, MAIN, REST, Reader


@pytest.fixture(scope="module")
def scanned() -> list[set[str]]:
    """Return the terms of all bundled entries, found by reading them one after the other."""
    reader = Reader(Glossary.load())
    packs = [one for path in resources.packs() for one in load_pack(path)]
    return [set(reader.entry(entry).main) for one in packs for entry in one.entries]


@pytest.fixture(scope="module")
def folder(scanned, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("index")
    postings = Postings(FIELDS)
    for n, terms in enumerate(scanned):
        postings.add(MAIN, terms, n)
    write(made, postings, len(scanned), FIELDS)
    return made


def test_every_term_has_the_entries_of_a_plain_scan(scanned, folder):
    index = Inverted(folder)
    terms = set().union(*scanned)
    assert index.documents == len(scanned)
    assert set(index.terms(MAIN)) == terms
    assert index.terms(REST) == []
    for term in terms:
        assert index.numbers(MAIN, term) == [n for n, found in enumerate(scanned) if term in found]
    assert index.numbers(MAIN, "nosuchterm") == []
    assert index.numbers("nosuchfield", "disk") == []
    index.close()


def test_safe_query_types_agree_with_a_plain_scan(scanned, folder):
    """Term, And, Or and Prefix with no limit: what CONTRIBUTING.md calls safe."""
    chance = random.Random(3)
    terms = sorted(set().union(*scanned))
    term, both = whoosh.query.Term, whoosh.query.And
    with FileStorage(folder).open_index().searcher() as searcher:
        for _ in range(40):
            a, b = chance.sample(terms, 2)
            cases = {
                term(MAIN, a): lambda found, a=a: a in found,
                both([term(MAIN, a), term(MAIN, b)]): lambda found, a=a, b=b: a in found and b in found,
                whoosh.query.Or([term(MAIN, a), term(MAIN, b)]): lambda found, a=a, b=b: (
                    a in found or b in found
                ),
                whoosh.query.Prefix(MAIN, a[:2]): lambda found, a=a: any(t.startswith(a[:2]) for t in found),
            }
            for query, holds in cases.items():
                got = sorted(hit.docnum for hit in searcher.search(query, limit=None))
                assert got == [n for n, found in enumerate(scanned) if holds(found)], query


@settings(max_examples=15)
@given(
    data=st.lists(
        st.sets(st.sampled_from(["a", "é", "配额", "#id", "~x", "日", "z" * 60]), max_size=4), max_size=40
    )
)
def test_odd_terms_come_back(tmp_path_factory, data):
    made = tmp_path_factory.mktemp("odd")
    postings = Postings([MAIN])
    for n, terms in enumerate(data):
        postings.add(MAIN, terms, n)
    write(made, postings, len(data), [MAIN])
    index = Inverted(made)
    for term in {"a", "é", "配额", "#id", "~x", "日", "z" * 60}:
        assert index.numbers(MAIN, term) == [n for n, terms in enumerate(data) if term in terms]
    index.close()


def test_lists_of_several_blocks_come_back_whole(tmp_path):
    postings = Postings([MAIN])
    for n in range(20_000):
        postings.add(
            MAIN, ["every", *(["third"] if n % 3 == 0 else []), *(["last"] if n == 19_999 else [])], n
        )
    write(tmp_path, postings, 20_000, [MAIN])
    index = Inverted(tmp_path)
    assert index.numbers(MAIN, "every") == list(range(20_000))
    assert index.numbers(MAIN, "third") == list(range(0, 20_000, 3))
    assert index.numbers(MAIN, "last") == [19_999]
    index.close()


class _Evil:
    def __reduce__(self):
        return (Path.touch, (Path("evil"),))


# Whoosh leaves a damaged file open for the garbage collector to close.
leaves_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@leaves_open
def test_a_pickle_that_names_anything_else_is_refused(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in folder.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    toc = next(path for path in copy.iterdir() if path.suffix == ".toc")
    whole = toc.read_bytes()
    start = whole.index(b"\x80\x02") if b"\x80\x02" in whole else whole.index(b"\x80")
    toc.write_bytes(whole[:start] + pickle.dumps(_Evil(), 2))
    with pytest.raises(IndexDamaged):
        Inverted(copy)
    assert not Path("evil").exists()


@leaves_open
@pytest.mark.parametrize("cut", [0, 10, 200, -1, -50])
def test_a_cut_file_is_damage_and_nothing_else(folder, tmp_path, cut):
    for path in folder.iterdir():
        data = path.read_bytes()
        (tmp_path / path.name).write_bytes(data[:cut] if path.suffix == ".toc" else data)
    with pytest.raises(IndexDamaged):
        Inverted(tmp_path)
