"""What a ticket hides: each secret with its kind, its placeholder, and just enough of it to be recognised."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import msgspec

from desk.tickets.source import Choice, TicketSource
from index.errors import DeskError
from index.table import EntryTable

if TYPE_CHECKING:
    from index.ticket.writer import TicketText

_MOST = 200
_LEAST_TO_SHOW = 8
"""A secret shorter than this shows nothing of itself."""
_BEGINNING = 2


class HiddenItem(msgspec.Struct, frozen=True, kw_only=True):
    """One secret."""

    kind: str
    """`access-key`, `token`, ..."""
    placeholder: str
    """What stands in its place: `<token-2>`."""
    sample: str
    """Its beginning and its length, for people; the secret cannot be read from it."""
    in_text: int
    """How often it stands in the pasted text."""
    in_ticket: int
    """How often the ticket would hold it."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket and what it hides."""

    text: str
    """The ticket as it would be copied."""
    items: tuple[HiddenItem, ...]
    """Its secrets; those that the ticket does not hold anyway come last."""


def preview_of(source: TicketSource, choice: Choice) -> Callable[[EntryTable], Preview | DeskError]:
    """Return the work for the search thread: write the ticket with everything hidden, and as chosen."""

    def write(_table: EntryTable) -> Preview | DeskError:
        plain = source.write(msgspec.structs.replace(choice, target="text", shown=()))
        wanted = source.write(choice)
        for ticket in (plain, wanted):
            if isinstance(ticket, DeskError):
                return ticket
        hidden, written = cast("TicketText", plain), cast("TicketText", wanted)
        return Preview(text=written.text, items=_items(source, hidden))

    return write


def masked_sample(secret: str) -> str:
    """Return the first characters and the length of a secret, on one line.

    >>> masked_sample("EXAMPLEKEY1")
    'EX… (11)'
    """
    beginning = secret[:_BEGINNING] if len(secret) >= _LEAST_TO_SHOW else ""
    return f"{beginning if beginning.isprintable() else ''}… ({len(secret)})"


def _items(source: TicketSource, ticket: "TicketText") -> tuple[HiddenItem, ...]:
    raws: dict[str, str] = {}
    kinds: dict[str, str] = {}
    counts = dict.fromkeys(ticket.placeholders, 0)
    for secret in source.found.secrets if source.found else ():
        if secret.placeholder in counts:
            counts[secret.placeholder] += 1
            kinds[secret.placeholder] = secret.kind
            raws.setdefault(
                secret.placeholder, source.found.text[slice(*secret.span)] if source.found else ""
            )
    items = [
        HiddenItem(
            kind=kinds.get(name, _kind(name)),
            placeholder=name,
            sample=masked_sample(raws[name]) if name in raws else "…",
            in_text=times,
            in_ticket=ticket.text.count(name),
        )
        for name, times in counts.items()
    ]
    items.sort(key=lambda item: (item.in_ticket == 0, item.kind, len(item.placeholder), item.placeholder))
    return tuple(items[:_MOST])


def _kind(placeholder: str) -> str:
    """Return the kind that a placeholder names: `token` for `<token-2>`."""
    name = placeholder.strip("<>")
    base, _, number = name.rpartition("-")
    return base if number.isdecimal() else name
