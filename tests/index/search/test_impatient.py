"""What an impatient user types: short numbers, slipped digits, fields copied with their code, syllables with blanks, talk."""

import pytest

from index.search.codes_tier import slips
from index.search.engine import SearchEngine


def codes(engine: SearchEngine, query: str, count: int = 5) -> list[str]:
    return [hit.entry.code for hit in engine.search(query, limit=count).hits]


def test_a_short_number_is_a_code_only_where_it_is_no_status(engine: SearchEngine) -> None:
    assert codes(engine, "219") == ["Ecs.0219"]
    assert "SVCSTG.SWR.4040010" in codes(engine, "404")


@pytest.mark.parametrize(
    "typed, meant",
    [("Ecs.0291", "Ecs.0219"), ("Ecs.02219", "Ecs.0219"), ("WKS.00051410", "WKS.00051401")],
)
def test_a_slip_of_the_finger_is_suggested_and_never_taken(
    engine: SearchEngine, typed: str, meant: str
) -> None:
    answer = engine.search(typed)
    assert (answer.hits, answer.weak) == ((), True)
    assert meant in answer.did_you_mean[:2]


@pytest.mark.parametrize("code", ["", "EnvNotExists", "7", "Ecs.7", "²²", "1"])
def test_slips_need_a_number_to_slip_on(code: str) -> None:
    assert slips(code) == []


@pytest.mark.parametrize(
    "query", ["errorCode=EnvNotExists", "code=EnvNotExists;", "a=1&errorCode=EnvNotExists"]
)
def test_a_field_copied_with_its_code(engine: SearchEngine, query: str) -> None:
    assert codes(engine, query) == ["EnvNotExists", "EnvNotExists"]


def test_pinyin_syllable_by_syllable(engine: SearchEngine) -> None:
    assert codes(engine, "pei e bu zu") == codes(engine, "配额不足")
    assert codes(engine, "an quan zu")[0] == "SecurityGroupNotExists"


def test_a_suggestion_is_written_as_words(engine: SearchEngine) -> None:
    assert engine.search("InvalidParamter").did_you_mean == ("invalid parameter",)


def test_words_of_talk_change_little(engine: SearchEngine) -> None:
    bare = engine.search("image not found", limit=3)
    talk = engine.search("hi, unfortunately we keep getting image not found since yesterday morning", limit=3)
    assert {hit.entry.id for hit in talk.hits} & {hit.entry.id for hit in bare.hits}
    assert not talk.weak


def test_a_word_of_talk_alone_still_finds(engine: SearchEngine) -> None:
    assert engine.search("already").hits


@pytest.mark.parametrize(
    "query, code",
    [
        ("the script did not run", "WKS.00211808"),
        ("couldn't delete the image", "SVCSTG.SWR.5000049"),
        ("won't delete image", "SVCSTG.SWR.5000049"),
    ],
)
def test_a_denied_verb_is_a_failure(engine: SearchEngine, query: str, code: str) -> None:
    assert code in codes(engine, query)


def test_a_container_does_not_contain(engine: SearchEngine) -> None:
    first = engine.search("container", limit=1).hits[0]
    assert "contains" not in (first.entry.message or "")
