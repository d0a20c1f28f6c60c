"""From a path to a `Document`: the readers are asked in turn, and the first whose page has error rows is believed."""

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from index.errors import BadInput, Stopped
from index.importing.decoding import decode, read_bytes
from index.importing.document import Document, Skipped
from index.importing.drawn import redrawn
from index.importing.entries import entries_of
from index.importing.fields import Field
from index.importing.formats.flattened import FlattenedText
from index.importing.formats.register import READERS
from index.importing.mail import unpacked
from index.importing.origin import origin_of
from index.importing.packs import is_pack, read_pack_document
from index.importing.page import Table
from index.importing.rows import Step
from index.importing.sheets import Reading, read_tables, rows_in, stepping
from index.store import never, quiet
from index.table import Progress, ShouldStop

_ADDRESS = re.compile(r"https?://[\w.-]{3,80}")
_MOST_ADDRESSES = 200
"""Hosts that a page links to: often the only mark of whose it is."""


def read_document(
    path: str | Path,
    *,
    provider: str | None = None,
    service: str | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = quiet,
    should_stop: ShouldStop = never,
) -> Document:
    """Read one document; never raises for what is in it: `error` then says in one line why it cannot be read.

    `provider` and `service` go before what the page says; `mapping` names the field of columns by their header text,
    or by their number where they have none (`{"Kode": "code", "column 3": "message"}`). Raises BadInput only for a
    mapping to a field that does not exist, Stopped once `should_stop()` is true. `progress` counts every row twice: when
    it is read and when its entry is made; it is not called before the first.
    """
    fields = _fields(mapping or {})
    try:
        data = unpacked(read_bytes(Path(path)))
        if is_pack(data):
            return read_pack_document(data, str(path), provider=provider, service=service)
        reading = _best(data, fields, progress, should_stop)
        rows = max(len(reading.rows), 1)
        total = max(rows_in(reading.page), rows)
        step = stepping(progress, should_stop, total, 2 * total)
        return _understood(Path(path), reading, provider, service, lambda done: step(done * total // rows))
    except BadInput as error:
        named = str(path) in str(error)
        refusal = error.said if named else BadInput("{path}: {fault}", path=path, fault=error).said
        return Document(path=str(path), error=str(refusal), refusal=refusal)


def _fields(mapping: Mapping[str, str]) -> dict[str, Field]:
    try:
        return {
            " ".join(header.split()): Field(field.strip().casefold()) for header, field in mapping.items()
        }
    except ValueError as error:
        raise BadInput(
            "{fault}: a column is code, status, message, description, solution or other", fault=error
        ) from error


def _best(data: bytes, fields: dict[str, Field], progress: Progress, should_stop: ShouldStop) -> Reading:
    """Read the document by the readers that claim it, until one finds error rows; else as the surest one reads it.

    A reader that finds the document damaged gives way to the next. Raises BadInput if none can read it.
    """
    if not data.strip():
        raise BadInput("an empty file")
    binary = [reader for reader in READERS if reader.binary and reader.claims(data)]
    text = "" if binary else redrawn(decode(data))
    addresses = tuple(dict.fromkeys(_ADDRESS.findall(text)))[:_MOST_ADDRESSES]
    surest: Reading | None = None
    fault: BadInput | None = None
    for reader in binary or (reader for reader in READERS if not reader.binary and reader.claims(text)):
        if should_stop():
            raise Stopped("the import was cancelled")
        try:
            page = reader.read(data if binary else text)
            page = msgspec.structs.replace(page, hints=(*page.hints, *addresses))
        except BadInput as error:
            fault = fault or error
            continue
        reading = read_tables(reader.name, page, fields, progress, should_stop)
        if reading.rows:
            return reading
        if surest is None or (reading.unread and not surest.unread):
            surest = reading
        if any(isinstance(block, Table) for block in page.blocks):
            break  # the tables are plain to see, and none is of errors: there is nothing to guess in the text
    if surest is None or (fault is not None and surest.format == FlattenedText.name):
        raise fault or BadInput("no format that can be read")
    return surest


def _understood(
    path: Path, reading: Reading, provider: str | None, service: str | None, step: Step
) -> Document:
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
        tables=reading.told,
        unread=reading.unread,
        entries=entries_of(rows, origin, step),
        skipped=tuple(skipped),
    )
