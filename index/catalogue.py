"""Packs: catalogues as one file of JSON Lines, and the ids in them.

A pack holds, for each catalogue, one header line and then one line an entry; design section 2 gives the format.
The header's `sha256` is over the bytes of its entry lines, newlines included.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from index.entry import Catalogue, CatalogueEntry, CatalogueHeader, CatalogueId, EntryId
from index.errors import BadPack
from index.text import clean, fold_code, slug

OWN = "own."
"""Prefix of the id of the user's own entries for a service: a catalogue beside that service's, not in its
place. No other catalogue's id begins so, as it has one dot."""


class _HeaderLine(msgspec.Struct, kw_only=True, frozen=True):
    pack: Literal[1]
    catalogue: CatalogueId
    provider: str
    service: str
    title: str
    updated: str
    url: str
    entries: int
    sha256: str


_encode = msgspec.json.Encoder().encode
_decode_entry = msgspec.json.Decoder(CatalogueEntry).decode
_decode_header = msgspec.json.Decoder(_HeaderLine).decode


def catalogue_id(provider: str, service: str) -> CatalogueId:
    """Return the id of a service's catalogue.

    >>> catalogue_id("Huawei Cloud", "SWR")
    'huawei-cloud.swr'
    """
    return CatalogueId(f"{slug(provider)}.{slug(service)}")


def entry_id(catalogue: CatalogueId, code: str, ordinal: int) -> EntryId:
    """Return the id of the row with this ordinal (from 1) among the rows of a code."""
    return EntryId(f"{catalogue}:{fold_code(code)}:{ordinal}")


def write_pack(catalogues: Iterable[Catalogue]) -> bytes:
    """Render catalogues as a pack: UTF-8, LF, keys in fixed order, the same bytes for the same values."""
    lines: list[bytes] = []
    for catalogue in catalogues:
        header = catalogue.header
        body = [_encode(entry) + b"\n" for entry in catalogue.entries]
        lines.append(
            _encode(
                _HeaderLine(
                    pack=1,
                    catalogue=header.id,
                    provider=header.provider,
                    service=header.service,
                    title=header.title,
                    updated=header.updated,
                    url=header.url,
                    entries=len(body),
                    sha256=hashlib.sha256(b"".join(body)).hexdigest(),
                )
            )
            + b"\n"
        )
        lines += body
    return b"".join(lines)


def read_pack(data: bytes, *, name: str = "pack") -> tuple[Catalogue, ...]:
    """Read a pack and check it whole: form, counts, checksums, texts that the index can hold.

    Raises BadPack with the name, the line and the reason.
    """
    return tuple(_catalogues(data, name))


def load_pack(path: Path) -> tuple[Catalogue, ...]:
    """Read a pack from a file. Raises BadPack, also where the file cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadPack(
            "{path}: cannot be read: {reason}", path=path, reason=error.strerror or error
        ) from error
    return read_pack(data, name=str(path))


def _catalogues(data: bytes, name: str) -> Iterator[Catalogue]:
    lines = data.splitlines(keepends=True)
    at = 0
    while at < len(lines):
        header = _header(lines[at], name, at + 1)
        body = lines[at + 1 : at + 1 + header.entries]
        if len(body) != header.entries:
            raise BadPack(
                "{name}: {catalogue} says {stated} entries and holds {held}",
                name=name,
                catalogue=header.catalogue,
                stated=header.entries,
                held=len(body),
            )
        if hashlib.sha256(b"".join(body)).hexdigest() != header.sha256:
            raise BadPack(
                "{name}: the entries of {catalogue} do not fit their checksum",
                name=name,
                catalogue=header.catalogue,
            )
        entries = tuple(_entry(line, header, name, at + 2 + i) for i, line in enumerate(body))
        seen: set[str] = set()
        for entry in entries:
            if entry.id in seen:
                raise BadPack("{name}: the id {entry} stands twice", name=name, entry=entry.id)
            seen.add(entry.id)
        yield Catalogue(
            header=CatalogueHeader(
                id=header.catalogue,
                provider=header.provider,
                service=header.service,
                title=header.title,
                updated=header.updated,
                url=header.url,
                entries=header.entries,
            ),
            entries=entries,
        )
        at += 1 + header.entries


def _header(line: bytes, name: str, number: int) -> _HeaderLine:
    try:
        header = _decode_header(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadPack(
            "{name}, line {number}: not the header of a catalogue: {reason}",
            name=name,
            number=number,
            reason=error,
        ) from error
    if header.catalogue.removeprefix(OWN) != catalogue_id(header.provider, header.service):
        raise BadPack(
            "{name}, line {number}: {catalogue!r} is not the id of this provider and service",
            name=name,
            number=number,
            catalogue=header.catalogue,
        )
    if header.entries < 0:
        raise BadPack("{name}, line {number}: a negative number of entries", name=name, number=number)
    return header


def _entry(line: bytes, header: _HeaderLine, name: str, number: int) -> CatalogueEntry:
    try:
        text = line.decode()
        entry = _decode_entry(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadPack(
            "{name}, line {number}: not an entry: {reason}", name=name, number=number, reason=error
        ) from error
    if entry.catalogue != header.catalogue or not entry.id.startswith(f"{header.catalogue}:"):
        raise BadPack(
            "{name}, line {number}: the entry belongs to another catalogue", name=name, number=number
        )
    if (entry.provider, entry.service) != (header.provider, header.service) or not entry.code.strip():
        raise BadPack(
            "{name}, line {number}: the entry lacks its code, or its provider and service differ",
            name=name,
            number=number,
        )
    # Escaped controls and surrogates pass the JSON reader and would damage the index.
    if "\\u" in text and any(clean(part) != part for part in _strings(entry)):
        raise BadPack(
            "{name}, line {number}: a text holds characters that no text may hold", name=name, number=number
        )
    return entry


def _strings(entry: CatalogueEntry) -> Iterator[str]:
    yield entry.code
    yield entry.message or ""
    yield entry.status_text
    yield from entry.also_codes
    for texts in (entry.description, entry.solution):
        yield from texts
        yield from texts.values()
    for steps in entry.steps.values():
        yield from steps
    yield from (alias.message for alias in entry.aliases)
    yield from (entry.source.title, entry.source.updated, entry.source.url)
