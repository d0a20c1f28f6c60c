"""Which packs are active: the bundled ones, and the user's imported ones in their place.

A pack file is named after its one catalogue, so the folders themselves are the register: an imported file takes the
place of the bundled file of the same name, and the bundled one is back as soon as the imported one is removed.
"""

import hashlib
import time
from functools import lru_cache
from pathlib import Path

import resources
from index.entry import Catalogue
from index.errors import BadPack, Said, StorageError
from index.folders import Folders

IMPORTED = "packs"
_SETTLED_NS = 2_000_000_000
"""A file that was last written so long ago cannot be written again within the same tick of the clock."""


def imported_folder(folders: Folders) -> Path:
    """Return where the user's imported packs lie."""
    return folders.data / IMPORTED


def active_packs(folders: Folders) -> list[Path]:
    """Return the files of the active packs, sorted by catalogue id."""
    by_name = {path.name: path for path in resources.packs()}
    try:
        by_name |= {path.name: path for path in imported_folder(folders).glob("*.jsonl")}
    except OSError as error:
        raise StorageError(
            "cannot list the imported packs: {reason}", reason=error.strerror or error
        ) from error
    return [by_name[name] for name in sorted(by_name)]


def fingerprint(packs: list[Path], version: int) -> str:
    """Return a name for what an index over these packs holds: their bytes and the version of what is derived."""
    digest = hashlib.sha256(f"derived {version}\n".encode())
    for path in packs:
        try:
            content = content_hash(path)
        except OSError as error:
            content = f"unreadable: {error.strerror}"
        digest.update(f"{path.name} {content}\n".encode())
    return digest.hexdigest()[:20]


def content_hash(path: Path) -> str:
    """Return the hash of a file's content, read once as long as the file is not written. Raises OSError."""
    known = path.stat()
    if time.time_ns() - max(known.st_mtime_ns, known.st_ctime_ns) < _SETTLED_NS:
        return _hash_of(path)
    return _kept_hash(path, (known.st_dev, known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns))


@lru_cache(maxsize=1024)
def _kept_hash(path: Path, _as_it_is: tuple[int, ...]) -> str:
    return _hash_of(path)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def load(packs: list[Path]) -> tuple[list[Catalogue], list[Said]]:
    """Read the catalogues of the packs; returns them and, for each pack that cannot be used, one line that says why.

    An imported pack that cannot be used gives way to the bundled one of the same name; its file stays where it is.
    """
    from index.catalogue import load_pack  # noqa: PLC0415 - not needed where the derived files are fresh

    bundled = {path.name: path for path in resources.packs()}
    catalogues: list[Catalogue] = []
    faults: list[Said] = []
    for path in packs:
        try:
            catalogues += load_pack(path)
        except BadPack as error:
            faults.append(error.said)
            instead = bundled.get(path.name)
            if instead is not None and instead != path:
                catalogues += load_pack(instead)
    return catalogues, faults
