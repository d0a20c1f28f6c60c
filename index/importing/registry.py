"""Which catalogues there are and where they come from; and catalogues written to a file of the user's choice."""

from collections.abc import Collection
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import msgspec

import resources
from index import shelf
from index.catalogue import OWN, write_pack
from index.entry import Catalogue, CatalogueHeader
from index.errors import BadInput, Said
from index.folders import Folders
from index.importing.kept import write_file


class Origin(StrEnum):
    """Where a catalogue comes from."""

    BUNDLED = "bundled"
    IMPORTED = "imported"
    OWN = "own"
    """Written in the window, entry by entry."""


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """A catalogue that is searched."""

    header: CatalogueHeader
    """What is known of it."""
    origin: Origin
    """Where it comes from."""
    hides_bundled: bool = False
    """It is imported, and removing it brings a bundled one back."""


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """All catalogues."""

    catalogues: tuple[Registered, ...]
    """Sorted by provider and service."""
    faults: tuple[Said, ...]
    """One line for each pack that cannot be used."""


def register(folders: Folders) -> Register:
    """List the active catalogues. Raises StorageError if the folder of imported packs cannot be listed."""
    active, faults = shelf.load(shelf.active_packs(folders))
    bundled = {path.stem for path in resources.packs()}
    imported = {path.stem for path in shelf.imported_folder(folders).glob("*.jsonl")}

    def entered(catalogue: Catalogue) -> Registered:
        name = catalogue.header.id
        path = shelf.imported_folder(folders) / f"{name}.jsonl"
        read = name in imported and not any(str(fault).startswith(str(path)) for fault in faults)
        origin = Origin.OWN if name.startswith(OWN) else Origin.IMPORTED if read else Origin.BUNDLED
        hides = origin is Origin.IMPORTED and name in bundled
        return Registered(header=catalogue.header, origin=origin, hides_bundled=hides)

    listed = sorted(
        map(entered, active), key=lambda one: (one.header.provider, one.header.service, one.origin)
    )
    return Register(catalogues=tuple(listed), faults=tuple(faults))


def export(ids: Collection[str], path: Path, folders: Folders) -> int:
    """Write catalogues to one pack file, whole or not at all; returns how many entries it holds.

    Raises BadInput if there is none of these ids, StorageError if the file cannot be written.
    """
    active, _ = shelf.load(shelf.active_packs(folders))
    chosen = [catalogue for catalogue in active if catalogue.header.id in ids]
    if not chosen:
        raise BadInput("no catalogue to export")
    write_file(path, write_pack(chosen))
    with suppress(OSError):  # an exported pack is for others too, unlike what lies in the user's own folder
        path.chmod(0o644)
    return sum(len(catalogue.entries) for catalogue in chosen)
