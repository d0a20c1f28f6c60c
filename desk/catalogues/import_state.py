"""The documents of an import as the window knows them: what was read, what the user knows better, what is ticked."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePath

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.language.counted import Counted
from index.importing.document import UNKNOWN, TableFound
from index.importing.preview_values import Change, Comparison, DocumentRead, PreviewRow

translate = QCoreApplication.translate


class Shown(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Rows:
    """The entries of a document, sorted as they come in: with many of them, going through all takes too long."""

    def __init__(self) -> None:
        self.of: dict[Shown, list[PreviewRow]] = {one: [] for one in Shown}
        """Those of each choice, in the order of the page."""

    def add(self, rows: Iterable[PreviewRow]) -> None:
        """Take more rows, those that would be gone as well."""
        for row in rows:
            self.of[Shown.ALL].append(row)
            if row.state:
                self.of[Shown(row.state)].append(row)


class ImportedDocument(msgspec.Struct, kw_only=True):
    """One document of the list."""

    read: DocumentRead
    """What the process last said of it."""
    rows: Rows = msgspec.field(default_factory=Rows)
    """Its entries, and those that would be gone."""
    comparison: Comparison | None = None
    """It beside the catalogue that is there now."""
    provider: str = ""
    """What the user wrote; "" for what the page says."""
    service: str = ""
    """The same for the service."""
    mapping: dict[str, str] = {}
    """Fields of columns that the user chose."""
    wanted: bool = True
    """It is ticked."""

    @property
    def name(self) -> str:
        """The file's name."""
        return PurePath(self.read.path).name

    @property
    def counts(self) -> bool:
        """It will be installed."""
        return self.wanted and self.read.entries > 0

    @property
    def is_nameless(self) -> bool:
        """The page does not say whose it is, and neither did the user."""
        return self.read.entries > 0 and self.read.provider == UNKNOWN

    def change(self) -> Change:
        """Return what to ask of the process so that it reads the document as the user wants."""
        return Change(
            number=self.read.number,
            provider=self.provider,
            service=self.service,
            mapping=dict(self.mapping),
        )


class ColumnGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Tables of a document that have the same columns."""

    tables: tuple[TableFound, ...]
    """In the order of the page, at least one."""
    columns: dict[str, str]
    """Name to field, as in `TableFound`."""
    sample: tuple[tuple[str, ...], ...]
    """Rows of the first of them."""

    @property
    def rows(self) -> int:
        """How many entries were read from them."""
        return sum(table.rows for table in self.tables)

    @property
    def reason(self) -> str:
        """Why nothing was read from them; "" where something was."""
        return self.tables[0].reason


def column_groups(document: DocumentRead) -> tuple[ColumnGroup, ...]:
    """Put the tables with the same columns together, the error tables first."""
    groups: dict[tuple[object, ...], list[TableFound]] = {}
    for table in (*document.tables, *document.unread):
        if table.columns:
            groups.setdefault((*table.columns.items(), table.reason), []).append(table)
    return tuple(
        ColumnGroup(tables=tuple(tables), columns=tables[0].columns, sample=tables[0].sample)
        for tables in groups.values()
    )


def counts_said(comparisons: Iterable[Comparison | None]) -> str:
    """Say how much is new, changed and gone."""
    known = [one for one in comparisons if one is not None]
    said: str = translate("Import", "{new} new · {changed} changed · {gone} gone")
    return said.format(
        new=sum(one.new for one in known),
        changed=sum(one.changed for one in known),
        gone=sum(one.gone for one in known),
    )


def beside_said(comparison: Comparison) -> str:
    """Say which catalogue a document is compared with."""
    if comparison.beside == "bundled":
        said = translate("Import", "beside the bundled catalogue ({entries})")
    elif comparison.beside:
        said = translate("Import", "beside the imported catalogue ({entries})")
    else:
        said = translate("Import", "a new catalogue")
    return str(said).format(entries=Counted().entries(comparison.there))
