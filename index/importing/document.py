"""What importing one document gives."""

import msgspec

from index.entry import CatalogueEntry
from index.errors import Said

UNKNOWN = "Unknown"
"""Provider of a page that does not tell; `--provider` says it."""


class TableFound(msgspec.Struct, frozen=True, kw_only=True):
    """An error table in a document, as told to people."""

    name: str
    """Caption or heading; "" if it has none."""
    where: str
    """`line 12`."""
    rows: int
    """Error rows read from it."""
    columns: dict[str, str]
    """Name of each column (its header, or `column 2`) to its field; "" for a column that is not used."""
    sample: tuple[tuple[str, ...], ...] = ()
    """The first rows below the header, cells cut short."""
    reason: str = ""
    """Why it is no error table; "" for one that is."""


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was left out."""

    where: str
    """`line 12, row 3`."""
    reason: str
    """Why, one line."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One document, understood."""

    path: str
    """As given."""
    format: str = ""
    """Name of the format it was read as; "" if it could not be read."""
    provider: str = ""
    """Provider of the service."""
    service: str = ""
    """The service whose codes these are."""
    title: str = ""
    """Title of the page."""
    updated: str = ""
    """Date of the page."""
    url: str = ""
    """Address that the page states."""
    tables: tuple[TableFound, ...] = ()
    """The error tables, or groups of headings, that were found."""
    unread: tuple[TableFound, ...] = ()
    """The tables that are no error tables; naming the field of a column (`code`) makes one of them."""
    entries: tuple[CatalogueEntry, ...] = ()
    """In the order of the page."""
    skipped: tuple[Skipped, ...] = ()
    """What was left out."""
    error: str | None = None
    """Why the document could not be read, one line; None if it could."""
    refusal: Said | None = None
    """The same in its parts."""
