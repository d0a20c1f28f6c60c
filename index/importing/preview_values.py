"""What the window and the importing process say to each other: one JSON value a line, told apart by its `type`."""

import msgspec

from index import child
from index.errors import Said
from index.folders import Folders
from index.importing.document import Skipped, TableFound


class Add(msgspec.Struct, frozen=True, kw_only=True, tag="add"):
    """Read these files as well, and those in these folders."""

    paths: tuple[str, ...]
    """Files and folders."""


class Change(msgspec.Struct, frozen=True, kw_only=True, tag="change"):
    """Read a document again, with what the user knows better."""

    number: int
    """The document."""
    provider: str = ""
    """Goes before what the page says; "" for what it says."""
    service: str = ""
    """The same for the service."""
    mapping: dict[str, str] = {}
    """Fields by names of columns, as in `TableFound.columns`."""


class Leave(msgspec.Struct, frozen=True, kw_only=True, tag="leave"):
    """Forget a document."""

    number: int
    """The document."""


class Install(msgspec.Struct, frozen=True, kw_only=True, tag="install"):
    """Install the entries of these documents, as they were shown."""

    numbers: tuple[int, ...]
    """The documents."""


Command = Add | Change | Leave | Install


class Step(msgspec.Struct, frozen=True, kw_only=True, tag="step"):
    """How far the work is."""

    done: int = 0
    """Of `total`."""
    total: int = 0
    """0 while it is not known."""
    name: str = ""
    """Name of the file that is being read; "" if none is."""
    size: int = 0
    """Its length in bytes."""
    row: int = 0
    """The row of it that was reached; 0 while its rows are being looked for."""
    rows: int = 0
    """How many rows it has."""


class DocumentRead(msgspec.Struct, frozen=True, kw_only=True, tag="document"):
    """A document was read, for the first time or again."""

    number: int
    """Names the document."""
    path: str
    """The file."""
    format: str = ""
    """What it was read as."""
    provider: str = ""
    """Provider of the service."""
    service: str = ""
    """The service."""
    title: str = ""
    """Title of the page."""
    updated: str = ""
    """Date of the page."""
    url: str = ""
    """Address that the page states."""
    tables: tuple[TableFound, ...] = ()
    """The error tables."""
    unread: tuple[TableFound, ...] = ()
    """The other tables."""
    skipped: tuple[Skipped, ...] = ()
    """What was left out."""
    entries: int = 0
    """How many entries it holds."""
    refusal: Said | None = None
    """Why it could not be read; None if it could."""


class PreviewRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An entry, for a table to look through; long texts are cut."""

    code: str
    """With its twins."""
    status: str
    """As the page prints it."""
    message: str
    """The template."""
    description: str
    """In the languages of the page."""
    solution: str
    """The same."""
    state: str
    """`new`, `changed`, `gone`, or "" for an entry that stays as it is."""


class RowsRead(msgspec.Struct, frozen=True, kw_only=True, tag="rows"):
    """Some entries of a document; the first lot takes the place of what was told before."""

    number: int
    """The document."""
    first: bool
    """It is the first lot."""
    rows: tuple[PreviewRow, ...]
    """In the order of the page; those that are gone stand at the end."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A document beside the catalogue that is there now."""

    number: int
    """The document."""
    new: int = 0
    """Entries that the catalogue does not have."""
    changed: int = 0
    """Entries that it has otherwise."""
    gone: int = 0
    """Entries that it has and the document has not."""
    beside: str = ""
    """`bundled`, `imported`, or "" where there is no such catalogue yet."""
    there: int = 0
    """How many entries that catalogue has."""


class Compared(msgspec.Struct, frozen=True, kw_only=True, tag="compared"):
    """All documents beside the catalogues that are there now; everything asked for was done."""

    documents: tuple[Comparison, ...]
    """One a document, in order."""


class CatalogueInstalled(msgspec.Struct, frozen=True, kw_only=True):
    """A catalogue that was installed."""

    id: str
    """Its id."""
    provider: str
    """Provider of the service."""
    service: str
    """The service."""
    entries: int
    """How many entries came from the documents."""


class InstallDone(msgspec.Struct, frozen=True, kw_only=True, tag="installed"):
    """The packs are in their place."""

    catalogues: tuple[CatalogueInstalled, ...]
    """The catalogues."""


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """Something could not be done."""

    said: Said
    """Why, in its parts."""


Answer = Step | DocumentRead | RowsRead | Compared | InstallDone | Refused


def command(folders: Folders) -> list[str]:
    """Return the command line of the process, without loading what it loads; it may be killed at any time."""
    return child.command("index.importing.preview", folders)
