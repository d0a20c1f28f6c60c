"""Imported catalogues on disk: packs in the user's own folder, where `index.shelf` finds them.

A pack is written beside its place, flushed to the disk and renamed, so that a kill, a power cut or a full disk leaves
the old pack or the new one. The folder is the register: there is nothing else that could disagree with it.
"""

import os
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

import resources
from index import shelf
from index.catalogue import load_pack, write_pack
from index.entry import Catalogue, CatalogueEntry, CatalogueId
from index.errors import BadInput, BadPack, StorageError
from index.folders import Folders, private
from index.importing.document import Document
from index.importing.identity import succeed
from index.importing.merging import catalogue_of, part_of

_STALE = 3600
"""Seconds after which an unfinished pack is nobody's."""
_ID = re.compile(r"[\w-]+\.[\w-]+")


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


def install(
    documents: Iterable[Document], folders: Folders, *, dry_run: bool = False
) -> tuple[Installed, ...]:
    """Install the catalogues of the documents; returns one result a document, in order.

    Documents of one service become one catalogue; it takes the place of the one installed or bundled before. The
    counts stand with the first document of each service. Documents without entries change nothing. With `dry_run`
    nothing is written. Raises StorageError if a pack cannot be written; packs written before it stay.
    """
    listed = list(documents)
    groups: defaultdict[CatalogueId, list[int]] = defaultdict(list)
    for n, document in enumerate(listed):
        for catalogue in dict.fromkeys(entry.catalogue for entry in document.entries):
            groups[catalogue].append(n)
    counts = [[0, 0, 0] for _ in listed]
    lasting: dict[CatalogueId, Catalogue] = {}
    for catalogue, numbers in groups.items():
        parts = [part_of(listed[n], catalogue) for n in numbers]
        difference = succeed(catalogue_of(parts), present(catalogue, folders))
        if not dry_run:
            _write(difference.catalogue, folders)
        lasting[catalogue] = difference.catalogue
        for i, count in enumerate((difference.new, difference.changed, difference.gone)):
            counts[numbers[0]][i] += count
    return tuple(
        Installed(document=_with_ids(document, lasting), new=new, changed=changed, gone=gone)
        for document, (new, changed, gone) in zip(listed, counts, strict=True)
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


def remove(catalogue: str, folders: Folders) -> bool:
    """Remove an imported catalogue; returns whether a bundled one of the same id comes back.

    Raises BadInput if none is imported under this id, StorageError if its pack cannot be removed.
    """
    path = _place(catalogue, folders)
    if path is None or not path.is_file():
        bundled = any(pack.stem == catalogue for pack in resources.packs())
        reason = "it is a bundled one" if bundled else "no such catalogue is imported"
        raise BadInput(f"cannot remove {catalogue}: {reason}")
    try:
        path.unlink()
        _flush_folder(path.parent)
    except OSError as error:
        raise StorageError(f"cannot remove {path}: {error.strerror or error}") from error
    return any(pack.name == path.name for pack in resources.packs())


def _place(catalogue: str, folders: Folders) -> Path | None:
    return shelf.imported_folder(folders) / f"{catalogue}.jsonl" if _ID.fullmatch(catalogue) else None


def _write(catalogue: Catalogue, folders: Folders) -> None:
    path = _place(catalogue.header.id, folders)
    if path is None:
        raise BadInput(f"provider and service give no usable name: {catalogue.header.id!r}")
    private(folders.data)
    folder = private(shelf.imported_folder(folders))
    _sweep(folder)
    try:
        handle, beside = tempfile.mkstemp(prefix="new-", suffix=".part", dir=folder)
    except OSError as error:
        raise StorageError(f"cannot write to {folder}: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(write_pack([catalogue]))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
        _flush_folder(folder)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            Path(beside).unlink()


def _sweep(folder: Path) -> None:
    """Remove what a killed import left behind, but nothing that another one may be writing now."""
    for path in folder.glob("new-*.part"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()


def _flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can do that for folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
