"""A part of a text is masked as the whole of it tells its secrets."""

import pytest

from index.redact import find_secrets
from index.reports import Explanation, Secret
from index.ticket.masking import Masker

TEXT = "Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE\nregion eu-de"


def test_a_secret_is_hidden_also_where_only_half_of_it_is_taken() -> None:
    at = TEXT.index("EXAMPLE")
    for start, end in ((at, at + 31), (at + 5, at + 12), (at - 7, at + 9)):
        masker = Masker()
        part = masker.part(TEXT, start, end)
        assert "EXAMPLE" not in part
        assert "TOKEN" not in part
        assert masker.hidden == 1


def test_the_rest_is_taken_as_it_stands() -> None:
    masker = Masker(Explanation(text=TEXT, secrets=find_secrets(TEXT)))
    assert masker.part(TEXT, TEXT.index("region"), len(TEXT)) == "region eu-de"
    assert masker.hidden == 0
    assert masker.part(TEXT, 0, len(TEXT)) == masker.mask(TEXT)


def test_what_stands_behind_a_placeholder_stays() -> None:
    page = "Message\npassword=<password> was refused\n\nSolution\nAsk for a new one\n"
    masker = Masker()
    assert masker.part(page, 0, len(page)) == page
    assert masker.hidden == 0


@pytest.mark.parametrize(
    "text",
    [
        "https://u:<password>@host.example/x",
        '{"password":"<password>"}',
        "curl -u bob:<password> https://x.example",
    ],
)
def test_what_stands_for_a_secret_is_none(text: str) -> None:
    masker = Masker()
    assert masker.part(text, 0, len(text)) == text
    assert masker.hidden == 0


def test_a_secret_as_short_as_a_word_is_masked_where_it_is_one_only() -> None:
    # GIVEN a payload whose password is five letters long, and one whose password is longer
    for secret, said in (("disks", "the disks are full"), ("diskette", "the <password> are full")):
        payload = f"password={secret}"
        about = Secret(kind="password", span=(9, len(payload)), placeholder="<password>")
        masker = Masker(Explanation(text=payload, secrets=(about,)))
        # THEN another text that has these letters stays as it is, unless they are too many to be there by chance
        assert masker.mask(f"the {secret} are full") == said
