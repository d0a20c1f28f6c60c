"""The values everything else is about: catalogue entries and where they come from.

These are the JSON of packs and of the command line as well (design: ENTRY), so a field's name is part of the
contract. All are frozen; their mappings are never changed after construction.
"""

from typing import NewType

import msgspec

CatalogueId = NewType("CatalogueId", str)
"""`huawei-cloud.swr`: provider and service in lower case, joined with hyphens, parted by a dot."""

EntryId = NewType("EntryId", str)
"""`huawei-cloud.swr:svcstg.swr.4001048:1`: catalogue id, folded code, ordinal among the rows of that code."""

LanguageTag = str
"""BCP 47: `en`, `zh-Hans`, `zh-Hant`, `de`, `ja`, ..."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where an entry was read."""

    title: str = ""
    """Title of the page."""
    updated: str = ""
    """Date the page states, ISO 8601 where it could be read as a date, else as printed; "" if it states none."""
    url: str = ""
    """Address or file name of the page, never followed by the program."""


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """A message that this entry had in an earlier edition of its page."""

    message: str
    """The old template."""
    until: str = ""
    """Date of the edition that replaced it."""


class CatalogueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of one error-code page."""

    id: EntryId
    """Unique over all catalogues; stable over re-imports."""
    catalogue: CatalogueId
    """The catalogue it belongs to."""
    provider: str
    """`Huawei Cloud`, `Alibaba Cloud`, ..."""
    service: str
    """`Workspace`, `SWR`, ..."""
    code: str
    """As the page prints it, misspellings included."""
    status: int | None = None
    """HTTP status, or None where the page gives no single one."""
    status_text: str = ""
    """What the page prints instead of one status: `404/500`, `NA`."""
    message: str | None = None
    """What the API prints, as a template (`{0}`, `%s`, ...), or None if the page has no such column."""
    description: dict[LanguageTag, str] = {}
    """What the code means, by language."""
    solution: dict[LanguageTag, str] = {}
    """What to do, by language, as printed."""
    steps: dict[LanguageTag, tuple[str, ...]] = {}
    """The solution cut into numbered steps, by language; absent where there is no solution."""
    also_codes: tuple[str, ...] = ()
    """Other names of the same code: hexadecimal, decimal, symbol or module twins."""
    aliases: tuple[Alias, ...] = ()
    """Earlier messages of this row."""
    source: Source = Source()
    """Where it was read."""


class CatalogueHeader(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a catalogue without its entries; the header line of a pack is this with `pack` and `sha256`."""

    id: CatalogueId
    """Catalogue id."""
    provider: str
    """Provider of the service."""
    service: str
    """The service whose codes these are."""
    title: str = ""
    """Title of the page it was read from."""
    updated: str = ""
    """Date of that page."""
    url: str = ""
    """Address of that page."""
    entries: int = 0
    """How many entries it holds."""


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of one service of one provider."""

    header: CatalogueHeader
    """Provenance and size."""
    entries: tuple[CatalogueEntry, ...]
    """In the order of the page."""
