"""Secrets said again: few and many are found alike."""

from hypothesis import given
from hypothesis import strategies as st

from index.redact import redact
from index.redaction.again import _by_head, _by_pattern

WORDS = st.lists(st.text(alphabet="ab1", min_size=8, max_size=11), min_size=1, max_size=8)


@given(WORDS, st.lists(st.integers(0, 12), max_size=30))
def test_both_ways_find_the_same(words: list[str], order: list[int]) -> None:
    text = "".join(words[number] if number < len(words) else "ab 1"[number % 4] for number in order)
    known = dict.fromkeys(words, "token")
    assert list(_by_head(text, known)) == list(_by_pattern(text, known))


def test_each_of_many_secrets_is_masked_wherever_it_stands_again() -> None:
    secrets = [f"EXAMPLEsecret{number:03}x" for number in range(40)]
    text = "".join(f"token={secret}\n" for secret in secrets) + "the key was " + ", ".join(secrets)
    assert not any(secret in redact(text) for secret in secrets)
