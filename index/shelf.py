"""Which packs are active: the bundled ones, and the user's imported ones in their place.

A pack file is named after its one catalogue, so the folders themselves are the register: an imported file takes the
place of the bundled file of the same name, and the bundled one is back as soon as the imported one is removed.
"""

import hashlib
from pathlib import Path

import resources
from index.entry import Catalogue
from index.errors import BadPack, StorageError
from index.folders import Folders

IMPORTED = "packs"


def imported_folder(folders: Folders) -> Path:
    """Return where the user's imported packs lie."""
    return folders.data / IMPORTED


def active_packs(folders: Folders) -> list[Path]:
    """Return the files of the active packs, sorted by catalogue id."""
    by_name = {path.name: path for path in resources.packs()}
    try:
        by_name |= {path.name: path for path in imported_folder(folders).glob("*.jsonl")}
    except OSError as error:
        raise StorageError(f"cannot list the imported packs: {error.strerror or error}") from error
    return [by_name[name] for name in sorted(by_name)]


def fingerprint(packs: list[Path], version: int) -> str:
    """Return a name for what an index over these packs holds: their bytes and the version of what is derived."""
    digest = hashlib.sha256(f"derived {version}\n".encode())
    for path in packs:
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            content = f"unreadable: {error.strerror}"
        digest.update(f"{path.name} {content}\n".encode())
    return digest.hexdigest()[:20]


def load(packs: list[Path]) -> tuple[list[Catalogue], list[str]]:
    """Read the catalogues of the packs; returns them and, for each pack that cannot be used, one line that says why.

    An imported pack that cannot be used gives way to the bundled one of the same name; its file stays where it is.
    """
    from index.catalogue import load_pack  # noqa: PLC0415 - not needed where the derived files are fresh

    bundled = {path.name: path for path in resources.packs()}
    catalogues: list[Catalogue] = []
    faults: list[str] = []
    for path in packs:
        try:
            catalogues += load_pack(path)
        except BadPack as error:
            faults.append(str(error))
            instead = bundled.get(path.name)
            if instead is not None and instead != path:
                catalogues += load_pack(instead)
    return catalogues, faults
