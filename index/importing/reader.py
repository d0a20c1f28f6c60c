"""From a path to a `Document`: the readers are asked in turn, and the first whose page has error rows is believed."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from index.errors import BadInput
from index.importing.columns import speaks_of_errors
from index.importing.decoding import decode, read_bytes
from index.importing.document import Document, Skipped, TableFound
from index.importing.entries import entries_of
from index.importing.fields import Field
from index.importing.formats.register import READERS
from index.importing.labelled import labelled_rows
from index.importing.origin import origin_of
from index.importing.packs import is_pack, read_pack_document
from index.importing.page import Heading, Page, Table
from index.importing.rows import Row, TableRows, columns_told, rows_of


def read_document(
    path: str | Path,
    *,
    provider: str | None = None,
    service: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Document:
    """Read one document; never raises for what is in it: `error` then says in one line why it cannot be read.

    `provider` and `service` go before what the page says; `mapping` names the field of columns by their header text
    (`{"Kode": "code"}`). Raises BadInput only for a mapping to a field that does not exist.
    """
    fields = _fields(mapping or {})
    try:
        data = read_bytes(Path(path))
        if is_pack(data):
            return read_pack_document(data, str(path), provider=provider, service=service)
        reading = _best(data, fields)
        return _understood(Path(path), reading, provider, service)
    except BadInput as error:
        line = str(error)
        return Document(path=str(path), error=line if str(path) in line else f"{path}: {line}")


def _fields(mapping: Mapping[str, str]) -> dict[str, Field]:
    try:
        return {header.strip(): Field(field.strip().casefold()) for header, field in mapping.items()}
    except ValueError as error:
        raise BadInput(
            f"{error}: a column is code, status, message, description, solution or other"
        ) from error


class _Reading(msgspec.Struct, frozen=True):
    """A document as one reader sees it."""

    format: str
    page: Page
    told: list[TableFound]
    found: list[TableRows]

    @property
    def rows(self) -> list[Row]:
        return [row for table in self.found for row in table.rows]


def _best(data: bytes, fields: dict[str, Field]) -> _Reading:
    """Read the document by the readers that claim it, until one finds error rows; else as the surest one reads it.

    A reader that finds the document damaged gives way to the next. Raises BadInput if none can read it.
    """
    if not data.strip():
        raise BadInput("an empty file")
    binary = [reader for reader in READERS if reader.binary and reader.claims(data)]
    text = "" if binary else decode(data)
    surest: _Reading | None = None
    fault: BadInput | None = None
    for reader in binary or (reader for reader in READERS if not reader.binary and reader.claims(text)):
        try:
            page = reader.read(data if binary else text)
        except BadInput as error:
            fault = fault or error
            continue
        reading = _Reading(reader.name, page, *_rows(page, fields))
        if reading.rows:
            return reading
        surest = surest or reading
        if any(isinstance(block, Table) for block in page.blocks):
            break  # the tables are plain to see, and none is of errors: there is nothing to guess in the text
    if surest is None or (fault is not None and surest.format == READERS[-1].name):
        raise fault or BadInput("no format that can be read")
    return surest


def _understood(path: Path, reading: _Reading, provider: str | None, service: str | None) -> Document:
    rows, page = reading.rows, reading.page
    origin = origin_of(page, [row.code for row in rows], path, provider=provider, service=service)
    skipped = [
        Skipped(where=where, reason=reason) for table in reading.found for where, reason in table.skipped
    ]
    if not rows and not skipped:
        skipped.append(Skipped(where="the whole document", reason="no table or list of error codes"))
    return Document(
        path=str(path),
        format=reading.format,
        provider=origin.provider,
        service=origin.service,
        title=origin.title,
        updated=origin.updated,
        url=origin.url,
        tables=tuple(reading.told),
        entries=entries_of(rows, origin),
        skipped=tuple(skipped),
    )


def _rows(page: Page, fields: dict[str, Field]) -> tuple[list[TableFound], list[TableRows]]:
    """Read every table of a page, each in the light of the headings above it, then what stands outside tables."""
    told: list[TableFound] = []
    found: list[TableRows] = []
    headings: list[Heading] = []
    named = [block.text for block in page.blocks if isinstance(block, Heading)]
    title = page.title or (named[0] if named else "")
    if any(
        speaks_of_errors(cell or "")
        for b in page.blocks
        if isinstance(b, Table)
        for row in b.rows[:1]
        for cell in row
    ):
        title += " (error codes)"  # one table of the page says what the others are
    for block in page.blocks:
        if isinstance(block, Heading):
            headings = [*(h for h in headings if h.level < block.level), block]
        elif isinstance(block, Table):
            about = " / ".join([title, *(heading.text for heading in headings)])
            rows = rows_of(block, about=about, mapping=fields)
            found.append(rows)
            if rows.layout is not None and rows.rows:
                name = block.name or (headings[-1].text if headings else "")
                told.append(
                    TableFound(
                        name=name, where=block.where, rows=len(rows.rows), columns=columns_told(rows.layout)
                    )
                )
    outside = labelled_rows(page)
    if outside:
        found.append(TableRows(rows=outside))
        told.append(TableFound(name="outside tables", where=outside[0].where, rows=len(outside), columns={}))
    return told, found
