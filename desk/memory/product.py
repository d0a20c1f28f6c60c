"""Whose code an unknown one most likely is: what the chips, its own beginning and the pasted text say."""

import re

import msgspec

from desk.question.chips import Chosen
from index.table import EntryTable

_BEGINNING = re.compile(r"^(?=.*[A-Za-z]).*[._:/-](?=[^._:/-]+$)")
_MOST = 200
"""Entries with the same beginning that are looked at."""

Product = tuple[str, str]
"""Provider and service; "" where it is not known."""


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a code that no catalogue has."""

    code: str
    """As the API prints it."""
    chips: Chosen = frozenset()
    """Chips that are active."""
    text: str = ""
    """The pasted text; stays in memory."""


def likely_product(table: EntryTable, sought: Sought) -> Product:
    """Return provider and service where just one is possible, or the provider alone, or nothing: better than wrong."""
    every = {(header.provider, header.service) for header in table.headers()}
    for group, place in (("provider", 0), ("service", 1)):
        wanted = {value for name, value in sought.chips if name == group}
        every = {one for one in every if not wanted or one[place] in wanted}
    chosen = any(group in ("provider", "service") for group, _value in sought.chips)
    for told in (
        every if chosen else set(),
        _by_code(table, sought.code) & every,
        _by_text(sought.text, every),
    ):
        if len(told) == 1:
            return next(iter(told))
    providers = {provider for provider, _service in every} if chosen else _providers_in(sought.text)
    return (next(iter(providers)), "") if len(providers) == 1 else ("", "")


def _by_code(table: EntryTable, code: str) -> set[Product]:
    """Return whose codes begin alike: `WKS.` of `WKS.77777777`."""
    beginning = _BEGINNING.match(code.strip())
    if beginning is None:
        return set()
    entries = table.entries(table.numbers_by_prefix(beginning[0], _MOST))
    return {(entry.provider, entry.service) for entry in entries}


def _by_text(text: str, every: set[Product]) -> set[Product]:
    from index.payload.hints import hints_of  # noqa: PLC0415 - heavy, and not needed before the first own entry

    hints = hints_of(text)
    return {one for one in every if hints.name(*one)}


def _providers_in(text: str) -> set[str]:
    from index.payload.hints import hints_of  # noqa: PLC0415 - as above

    return hints_of(text).providers
