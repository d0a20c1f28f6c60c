"""What the dictionary and the vectors add to the tiers of words, and that they touch no other."""

import pytest

from index.folders import Folders
from index.hits import Reason
from index.meaning.vectors import Meaning, Near
from index.search.engine import SearchEngine


@pytest.fixture(scope="module")
def engine(bundled_folders):
    opened = SearchEngine.open(bundled_folders)
    yield opened
    opened.close()


class Fixed(Meaning):
    """Finds one entry near to every question."""

    def __init__(self, engine, code, *, sure=False):
        self.wanted = engine.table.numbers_by_code(code)[0]
        self.is_sure = sure
        self.asked = []

    def near(self, question, covered=0.0):
        self.asked.append((question, covered))
        return Near(gains={self.wanted: 0.6}, first=(self.wanted,), sure=self.is_sure)


@pytest.fixture
def meaning(engine, monkeypatch):
    def use(code, *, sure=False):
        fixed = Fixed(engine, code, sure=sure)
        monkeypatch.setattr(engine, "_meaning", fixed)
        return fixed

    return use


def codes(answer):
    return [hit.entry.code for hit in answer.hits]


class Dictionary:
    """Knows one word."""

    def synonyms(self, word):
        return (("locked", 0.75),) if word == "魑魅" else ()


def test_a_chinese_word_that_only_the_dictionary_knows_finds_english_rows(engine, monkeypatch):
    assert engine.search("魑魅").hits == ()
    monkeypatch.setattr(engine._sources.slots, "fallback", Dictionary())
    assert "Ecs.0605" in codes(engine.search("魑魅"))


def test_the_nearest_entry_stands_behind_what_shares_words(engine, meaning):
    meaning("Ecs.0605")
    answer = engine.search("bucket does not exist", limit=1000, by_meaning=True)
    assert "Ecs.0605" in codes(answer)
    assert answer.hits[0].reason is Reason.ALL_WORDS


def test_an_entry_that_shares_no_word_is_found_by_meaning_as_similar(engine, meaning):
    meaning("Ecs.0605")
    answer = engine.search("zeppelin xylophone", by_meaning=True)
    assert [(hit.entry.code, hit.reason) for hit in answer.hits] == [("Ecs.0605", Reason.SIMILAR)]
    assert answer.weak


@pytest.mark.parametrize("query", ["Ecs.0219", "ecs 219", "Ecs.02"])
def test_codes_are_found_without_asking_for_meaning(engine, meaning, query):
    fixed = meaning("Ecs.0605")
    assert engine.search(query, by_meaning=True).hits == engine.search(query).hits
    assert fixed.asked == []


def test_meaning_is_asked_for_only_when_wanted(engine, meaning):
    fixed = meaning("Ecs.0605")
    engine.search("server is locked up")
    assert fixed.asked == []


def test_gains_lift_an_entry_within_its_tier_and_not_out_of_it(engine, meaning):
    plain = engine.search("server locked upside", limit=1000)
    some = [hit.entry.code for hit in plain.hits if hit.reason is Reason.SOME_WORDS]
    meaning(some[20])
    lifted = engine.search("server locked upside", limit=1000, by_meaning=True)
    after = [hit.entry.code for hit in lifted.hits if hit.reason is Reason.SOME_WORDS]
    assert after.index(some[20]) < 20
    assert sorted(after) == sorted(some)


def test_gains_lift_an_entry_where_a_word_was_mistyped_too(engine, meaning):
    plain = engine.search("servr locked upside", limit=200)
    assert plain.hits[0].reason is Reason.SIMILAR
    wanted = plain.hits[25].entry
    meaning(wanted.code)
    lifted = engine.search("servr locked upside", limit=200, by_meaning=True)
    assert [hit.entry.id for hit in lifted.hits].index(wanted.id) < 20


def test_without_vectors_there_is_nothing_to_open(engine, tmp_path):
    assert not engine.open_meaning(Folders.under(tmp_path))
