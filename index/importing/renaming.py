"""Another provider and service for a document that is already read: its entries stay, only whose they are changes."""

from collections.abc import Iterator

import msgspec

from index.catalogue import catalogue_id
from index.entry import CatalogueEntry
from index.importing.document import Document
from index.importing.merging import renumbered
from index.importing.packs import FORMAT


def renamed(document: Document, provider: str, service: str) -> Document | None:
    """Return a document as it would be read with this provider and service; None where it has to be read for that.

    Where either is "" the page itself must say it, and a pack may hold several catalogues.
    """
    if not provider or not service or document.refusal is not None or document.format == FORMAT:
        return None
    catalogue = catalogue_id(provider, service)

    def entries() -> Iterator[CatalogueEntry]:
        for entry in document.entries:
            yield msgspec.structs.replace(entry, provider=provider, service=service, catalogue=catalogue)

    return msgspec.structs.replace(
        document, provider=provider, service=service, entries=tuple(renumbered(entries()))
    )
