"""A part of a text is masked as the whole of it tells its secrets."""

from index.redact import find_secrets
from index.reports import Explanation
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
