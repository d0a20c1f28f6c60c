"""Own entries as pack files beside the imported ones, where `index.shelf` finds them.

The library is the master; the files are derived from it, one a service, named after their catalogue. They also serve as
a second copy: an entry that only a file knows is taken back into the library.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from index.catalogue import OWN, write_pack
from index.entry import Catalogue, CatalogueEntry, CatalogueHeader, CatalogueId
from index.files import flush_folder, write_whole
from index.folders import private

TITLE = "Own entries"
"""Title of every own catalogue."""

_decode = msgspec.json.Decoder(CatalogueEntry).decode


def contents(entries: Iterable[CatalogueEntry]) -> dict[str, bytes]:
    """Return the files of these entries, by name."""
    by_catalogue: defaultdict[CatalogueId, list[CatalogueEntry]] = defaultdict(list)
    for entry in entries:
        by_catalogue[entry.catalogue].append(entry)
    return {f"{name}.jsonl": write_pack([_catalogue(name, own)]) for name, own in by_catalogue.items()}


def in_place(folder: Path, wanted: dict[str, bytes]) -> bool:
    """Tell whether exactly these files of own entries lie in the folder."""
    return {path.name: _bytes(path) for path in _files(folder)} == wanted


def put_in_place(folder: Path, wanted: dict[str, bytes]) -> None:
    """Write the files that differ and remove those that have no entries any more. Raises OSError or StorageError."""
    for name, content in wanted.items():
        if _bytes(folder / name) != content:
            write_whole(private(folder) / name, content)
    for path in _files(folder):
        if path.name not in wanted:
            path.unlink(missing_ok=True)
    flush_folder(folder)


def read_entries(folder: Path) -> list[tuple[CatalogueEntry, bool]]:
    """Return the entries of all own files, and whether their file fits its checksum; never raises for damage.

    Lines that are no entry of their file's catalogue are passed over.
    """
    found: list[tuple[CatalogueEntry, bool]] = []
    for path in _files(folder):
        lines = (_bytes(path) or b"").splitlines(keepends=True)
        whole = bool(lines) and hashlib.sha256(b"".join(lines[1:])).hexdigest().encode() in lines[0]
        for line in lines[1:]:
            with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                entry = _decode(line)
                if f"{entry.catalogue}.jsonl" == path.name:
                    found.append((entry, whole))
    return found


def _catalogue(name: CatalogueId, entries: list[CatalogueEntry]) -> Catalogue:
    header = CatalogueHeader(
        id=name,
        provider=entries[0].provider,
        service=entries[0].service,
        title=TITLE,
        updated=max(entry.source.updated for entry in entries),
        entries=len(entries),
    )
    return Catalogue(header=header, entries=tuple(entries))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{OWN}*.jsonl"))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
