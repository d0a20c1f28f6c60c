"""What is found by guessing alone is called weak; a few slips of the finger are not."""

import pytest

from index.hits import Reason


@pytest.mark.parametrize(
    "text", ["quta not enuf", "ipv6 adress missng", "zzqx frobnicate", "tokn bandwith snapshoot"]
)
def test_words_that_are_all_guessed_and_stand_nowhere_together_are_weak(engine, text):
    assert engine.search(text).weak


@pytest.mark.parametrize("text", ["instnce lockd", "permision denid", "tokn expired", "quota exceded"])
def test_words_put_right_that_stand_together_are_not(engine, text):
    answer = engine.search(text)
    assert answer.hits
    assert not answer.weak


@pytest.mark.parametrize("text", ['"', "'", "...", "！！", "?", "“”", "- -"])
def test_punctuation_finds_nothing(engine, text):
    answer = engine.search(text)
    assert (answer.hits, answer.total, answer.weak) == ((), 0, True)


@pytest.mark.parametrize("text", ["printer broken", "remote control", "the shard is gone"])
def test_english_words_that_stand_nowhere_were_not_mistyped(engine, text):
    answer = engine.search(text)
    assert answer.did_you_mean == ()
    assert Reason.SIMILAR not in {hit.reason for hit in answer.hits}


@pytest.mark.parametrize(
    "text",
    [
        "flight delayed",
        "translate to french",
        "rabbitmq queue full",
        "缓存雪崩",
        "公积金提取",
        "RDS.0010",
        "DBS.200042",
    ],
)
def test_what_shares_a_chance_word_with_an_entry_is_weak(engine, text):
    assert engine.search(text).weak


@pytest.mark.parametrize(
    "text",
    [
        "handshake",
        "the customer still sees members in there, so the company cannot be removed",
        "nobody told us which branch of the git sources is meant",
    ],
)
def test_one_telling_word_is_enough_and_a_long_question_need_not_be_had_whole(engine, text):
    assert not engine.search(text).weak
