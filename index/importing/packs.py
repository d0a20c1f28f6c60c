"""Packs as documents: what a team exchanges is imported like a page, only that nothing needs to be guessed."""

import msgspec

from index.catalogue import catalogue_id, read_pack
from index.entry import CatalogueEntry
from index.importing.document import Document, TableFound
from index.importing.merging import renumbered

FORMAT = "pack"


def is_pack(data: bytes) -> bool:
    """Tell whether bytes begin like a pack."""
    return data[:400].lstrip(b"\xef\xbb\xbf \r\n").replace(b" ", b"").startswith(b'{"pack":')


def read_pack_document(data: bytes, path: str, *, provider: str | None, service: str | None) -> Document:
    """Read a pack; `provider` and `service` go before what it says. Raises BadPack if it is damaged."""
    catalogues = read_pack(data.removeprefix(b"\xef\xbb\xbf"), name=path)
    entries = [entry for catalogue in catalogues for entry in catalogue.entries]
    if provider or service:
        entries = renumbered(_moved(entry, provider, service) for entry in entries)
    one = catalogues[0].header if len(catalogues) == 1 else None
    return Document(
        path=path,
        format=FORMAT,
        provider=provider or (one.provider if one else ""),
        service=service or (one.service if one else ""),
        title=one.title if one else f"{len(catalogues)} catalogues",
        updated=one.updated if one else "",
        url=one.url if one else "",
        tables=tuple(
            TableFound(
                name=f"{found.header.provider} / {found.header.service}",
                where="",
                rows=len(found.entries),
                columns={},
            )
            for found in catalogues
        ),
        entries=tuple(entries),
    )


def _moved(entry: CatalogueEntry, provider: str | None, service: str | None) -> CatalogueEntry:
    provider, service = provider or entry.provider, service or entry.service
    return msgspec.structs.replace(
        entry, provider=provider, service=service, catalogue=catalogue_id(provider, service)
    )
