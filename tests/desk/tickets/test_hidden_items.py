"""What a ticket hides is listed with what it really holds first, and nothing of it can be read from the list."""

from types import SimpleNamespace

import pytest

from desk.tickets.hidden_items import _items, masked_sample
from desk.tickets.source import TicketSource
from index.reports import Explanation, Secret

TEXT = "key EXAMPLEKEY1 token EXAMPLETOKEN22 again EXAMPLEKEY1 short abc"


def _secret(kind: str, raw: str, placeholder: str, nth: int = 0) -> Secret:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(raw, start + 1)
    return Secret(kind=kind, span=(start, start + len(raw)), placeholder=placeholder)


def test_what_the_ticket_holds_comes_first() -> None:
    # GIVEN a text with three secrets, of which the ticket would hold the token twice
    secrets = (
        _secret("access-key", "EXAMPLEKEY1", "<access-key>"),
        _secret("token", "EXAMPLETOKEN22", "<token>"),
        _secret("access-key", "EXAMPLEKEY1", "<access-key>", 1),
        _secret("password", "abc", "<password>"),
    )
    found = Explanation(text=TEXT, secrets=secrets)
    names = ("<access-key>", "<password>", "<token>")
    ticket = SimpleNamespace(placeholders=names, text="<token> and <token>")
    # THEN it comes first, and each tells how often it stands where
    items = _items(TicketSource(found=found), ticket)
    assert [(item.placeholder, item.in_text, item.in_ticket) for item in items] == [
        ("<token>", 1, 2),
        ("<access-key>", 2, 0),
        ("<password>", 1, 0),
    ]
    assert [item.sample for item in items] == ["EX… (14)", "EX… (11)", "… (3)"]


@pytest.mark.parametrize(
    "secret, sample", [("1234567", "… (7)"), ("12345678", "12… (8)"), ("a\nbcdefgh", "… (9)")]
)
def test_a_sample_shows_next_to_nothing(secret: str, sample: str) -> None:
    assert masked_sample(secret) == sample
