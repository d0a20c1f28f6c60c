"""Base64 that holds secrets, one run and thousands of them."""

from base64 import b64encode

import pytest

from index.redact import find_secrets


def packed(text: str) -> str:
    return b64encode(text.encode()).decode()


@pytest.mark.parametrize("count", [3, 1500])
def test_runs_with_a_secret_are_masked_and_others_stay(count: int) -> None:
    secret = [packed(f'{{"password":"EXAMPLEpw{number}!"}}') for number in range(count)]
    plain = [packed(f'{{"region":"somewhere-{number}","zone":"a"}}') for number in range(count)]
    text = "\n".join(one for pair in zip(secret, plain, strict=True) for one in pair)
    found = {text[slice(*each.span)] for each in find_secrets(text)}
    assert found == set(secret)
