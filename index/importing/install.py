"""Installing documents: one pack a service, put where `index.shelf` finds it.

The folder of packs is the register: there is nothing else that could disagree with it.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

import msgspec

import resources
from index import shelf
from index.catalogue import load_pack
from index.entry import Catalogue, CatalogueEntry, CatalogueId, EntryId
from index.errors import BadPack, Stopped
from index.folders import Folders
from index.importing.document import Document
from index.importing.identity import Difference, succeed
from index.importing.kept import store_pack
from index.importing.merging import catalogue_of, part_of
from index.store import never, quiet
from index.table import Progress, ShouldStop


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """What installing one document did."""

    document: Document
    """The document, its entries with the ids they have now."""
    new: int = 0
    """Entries that the catalogue did not have before; documents of one service share the count of the first one."""
    changed: int = 0
    """Entries whose texts or status differ."""
    gone: int = 0
    """Entries that the catalogue no longer has."""
    fresh: frozenset[EntryId] = frozenset()
    """Ids of the new ones."""
    altered: frozenset[EntryId] = frozenset()
    """Ids of the changed ones."""
    lost: tuple[CatalogueEntry, ...] = ()
    """The ones that are gone."""


def install(
    documents: Iterable[Document],
    folders: Folders,
    *,
    dry_run: bool = False,
    progress: Progress = quiet,
    should_stop: ShouldStop = never,
) -> tuple[Installed, ...]:
    """Install the catalogues of the documents; returns one result a document, in order.

    Documents of one service become one catalogue; it takes the place of the one installed or bundled before. The
    counts stand with the first document of each service. Documents without entries change nothing. With `dry_run`
    nothing is written. Raises StorageError if a pack cannot be written, Stopped once `should_stop()` is true; packs
    written before it stay.
    """
    listed = list(documents)
    groups: defaultdict[CatalogueId, list[int]] = defaultdict(list)
    for n, document in enumerate(listed):
        for catalogue in dict.fromkeys(entry.catalogue for entry in document.entries):
            groups[catalogue].append(n)
    differences: defaultdict[int, list[Difference]] = defaultdict(list)
    lasting: dict[CatalogueId, Catalogue] = {}
    for done, (catalogue, numbers) in enumerate(groups.items()):
        if should_stop():
            raise Stopped("the import was cancelled")
        progress(done, len(groups))
        parts = [part_of(listed[n], catalogue) for n in numbers]
        difference = succeed(catalogue_of(parts), present(catalogue, folders))
        if not dry_run:
            store_pack(difference.catalogue, folders)
        lasting[catalogue] = difference.catalogue
        differences[numbers[0]].append(difference)
    return tuple(_result(_with_ids(document, lasting), differences[n]) for n, document in enumerate(listed))


def _result(document: Document, differences: list[Difference]) -> Installed:
    return Installed(
        document=document,
        new=sum(one.new for one in differences),
        changed=sum(one.changed for one in differences),
        gone=sum(one.gone for one in differences),
        fresh=frozenset().union(*(one.fresh for one in differences)),
        altered=frozenset().union(*(one.altered for one in differences)),
        lost=tuple(entry for one in differences for entry in one.lost),
    )


def _with_ids(document: Document, lasting: dict[CatalogueId, Catalogue]) -> Document:
    """Give the entries of a document the ids that the same rows have in their catalogues."""
    rows: defaultdict[tuple[CatalogueId, str], list[CatalogueEntry]] = defaultdict(list)
    for catalogue, kept in lasting.items():
        for entry in kept.entries:
            rows[catalogue, entry.code].append(entry)
    entries = []
    for entry in document.entries:
        free = rows[entry.catalogue, entry.code]
        same = next((other for other in free if _is_row(entry, other)), free[0] if free else entry)
        if same in free:
            free.remove(same)
        entries.append(msgspec.structs.replace(entry, id=same.id))
    return msgspec.structs.replace(document, entries=tuple(entries))


def _is_row(entry: CatalogueEntry, kept: CatalogueEntry) -> bool:
    return (
        entry.message in (kept.message, None)
        and (entry.status == kept.status)
        and entry.description.items() <= kept.description.items()
    )


def present(catalogue: CatalogueId, folders: Folders) -> Catalogue | None:
    """Return the catalogue that is active now: the imported one, else the bundled one, else None.

    An imported pack that cannot be read gives way to the bundled one, as it does in searching.
    """
    name = f"{catalogue}.jsonl"
    places = [shelf.imported_folder(folders) / name, *(p for p in resources.packs() if p.name == name)]
    for path in places:
        with suppress(BadPack):
            for found in load_pack(path):
                if found.header.id == catalogue:
                    return found
    return None
