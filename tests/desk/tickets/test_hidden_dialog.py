"""The line above what is hidden says how much of it the ticket holds."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desk.style.look import Look
from desk.tickets.hidden_dialog import HiddenDialog
from desk.tickets.hidden_items import HiddenItem, Preview


def _item(number: int, in_ticket: int) -> HiddenItem:
    name = f"<token-{number}>"
    return HiddenItem(kind="token", placeholder=name, sample="EX… (11)", in_text=1, in_ticket=in_ticket)


@pytest.mark.parametrize(
    "in_ticket, said",
    [
        ((0, 0), "None of these is in the ticket."),
        ((1, 0), "Hidden in the ticket: 1."),
        ((1, 2), "Hidden in the ticket: 2."),
        ((), "Nothing in this ticket looks like a secret."),
    ],
)
def test_the_line_tells_what_the_ticket_holds(
    qtbot: QtBot, look: Look, in_ticket: tuple[int, ...], said: str
) -> None:
    preview = Preview(text="", items=tuple(_item(n, times) for n, times in enumerate(in_ticket, 1)))

    def write(_shown: tuple[str, ...], then: Callable[[object], None]) -> None:
        then(preview)

    dialog = HiddenDialog(write, look, None)
    qtbot.addWidget(dialog)
    assert dialog.words().startswith(said)


def test_nothing_is_said_of_the_ticket_before_it_is_written(qtbot: QtBot, look: Look) -> None:
    dialog = HiddenDialog(lambda _shown, _then: None, look, None)
    qtbot.addWidget(dialog)
    assert dialog.words() == "Looking for secrets…"
