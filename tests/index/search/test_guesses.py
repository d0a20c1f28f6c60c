"""What is found by guessing alone is called weak; a few slips of the finger are not."""

import pytest


@pytest.mark.parametrize(
    "text", ["quta not enuf", "ipv6 adress missng", "zzqx frobnicate", "servr not respnding"]
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
