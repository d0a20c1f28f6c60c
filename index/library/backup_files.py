"""The user's files that lie beside the library and belong into a backup of it: imported packs and ticket templates.

They are rows of a table of their own in the backup's file, each with its hash. Own entries are not among them: their
packs are derived from the library. Settings are not either: they are choices about this machine.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from index import shelf
from index.catalogue import OWN, read_pack
from index.errors import BadPack
from index.files import write_whole
from index.folders import Folders, private

_TABLE = "CREATE TABLE kept_files (name TEXT PRIMARY KEY, content BLOB, sha256 TEXT)"
_PACK = re.compile(r"packs/([\w-]+\.[\w-]+)\.jsonl")
_TEMPLATE = re.compile(r"templates/[a-z0-9][a-z0-9-]{0,39}(?:\.[A-Za-z-]{2,10})?\.md")
_LONGEST_TEMPLATE = 100_000


def put_into(backup: sqlite3.Connection, folders: Folders) -> None:
    """Add the files to a backup that is being written. Raises OSError where one cannot be read."""
    backup.execute("BEGIN")
    backup.execute("DROP TABLE IF EXISTS kept_files")
    backup.execute(_TABLE)
    for path in (*shelf.imported_folder(folders).glob("*.jsonl"), *folders.templates.glob("*.md")):
        name = f"{'packs' if path.suffix == '.jsonl' else 'templates'}/{path.name}"
        if _is_ours(name):
            content = path.read_bytes()
            row = (name, content, hashlib.sha256(content).hexdigest())
            backup.execute("INSERT INTO kept_files VALUES (?, ?, ?)", row)
    backup.execute("COMMIT")


def take_from(backup: Path, folders: Folders) -> bool:
    """Put the files of a backup in their places, those that differ; files of meanwhile stay beside them.

    Tells whether all that the backup says it holds could be read; what is damaged is passed over. Raises OSError or
    StorageError where one cannot be written.
    """
    whole = True
    for name, content in _rows(backup):
        if content is None:
            whole = False
            continue
        folder = shelf.imported_folder(folders) if _PACK.fullmatch(name) else folders.templates
        place = folder / Path(name).name
        if not place.is_file() or place.read_bytes() != content:
            write_whole(private(folder) / place.name, content)
    return whole


def _rows(backup: Path) -> Iterator[tuple[str, bytes | None]]:
    """Go through the files in a backup, with None for one that is damaged or none of ours."""
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept_files'").fetchone():
                return  # a backup of an older Error Desk
            for name, content, digest in db.execute("SELECT name, content, sha256 FROM kept_files"):
                good = (
                    isinstance(name, str)
                    and isinstance(content, bytes)
                    and hashlib.sha256(content).hexdigest() == digest
                    and _is_ours(name)
                    and _is_usable(name, content)
                )
                yield str(name), content if good else None
    except (sqlite3.Error, UnicodeDecodeError):
        yield "", None


def _is_ours(name: str) -> bool:
    """Tell whether a name is one that the program gives: no other may be written."""
    pack = _PACK.fullmatch(name)
    return bool(_TEMPLATE.fullmatch(name)) or (pack is not None and not pack[1].startswith(OWN))


def _is_usable(name: str, content: bytes) -> bool:
    pack = _PACK.fullmatch(name)
    if pack is None:
        return len(content) <= _LONGEST_TEMPLATE
    with suppress(BadPack):
        return [one.header.id for one in read_pack(content, name=name)] == [pack[1]]
    return False
