"""The register of very many entries, made in a process of its own: to read them here would hold up every thread.

`python -m index.importing.registry_child DATA CACHE CONFIG STATE` prints the register as JSON;
with `FILE ID...` behind the folders it writes these catalogues to the file and prints how many entries that are.
"""

import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

import msgspec

from index import child, shelf
from index.errors import DeskError, Said
from index.folders import Folders
from index.importing import registry
from index.importing.registry import Register

_MODULE = "index.importing.registry_child"
_SMALL = 4_000_000
"""Bytes of all packs up to which they are read here: that is done before a process has started."""
_Answer = TypeVar("_Answer")


def register(folders: Folders) -> Register:
    """List the active catalogues, as `registry.register` does."""
    if _are_small(folders):
        return registry.register(folders)
    return _asked(child.command(_MODULE, folders), Register)


def export(ids: Collection[str], path: Path, folders: Folders) -> int:
    """Write catalogues to one pack file, as `registry.export` does; returns how many entries it holds."""
    if _are_small(folders):
        return registry.export(ids, path, folders)
    return _asked(child.command(_MODULE, folders, path.absolute(), *sorted(ids)), int)


def _are_small(folders: Folders) -> bool:
    try:
        return sum(path.stat().st_size for path in shelf.active_packs(folders)) <= _SMALL
    except OSError:  # one went just now: what reads them says so
        return True


def _asked(command: list[str], kind: type[_Answer]) -> _Answer:
    """Run the process and return what it says. Raises DeskError, also where it says nothing."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - our own module
        if done.returncode:
            raise DeskError(msgspec.json.decode(done.stdout, type=Said))
        return msgspec.json.decode(done.stdout, type=kind)
    except (OSError, msgspec.MsgspecError) as error:
        raise DeskError("the catalogues could not be read: the reader ended early") from error


def main(arguments: list[str]) -> int:
    """Do what this process was started for, and print it."""
    folders, more = child.folders_told(arguments), arguments[child.FOLDERS :]

    def work() -> None:
        made = registry.export(more[1:], Path(more[0]), folders) if more else registry.register(folders)
        sys.stdout.buffer.write(msgspec.json.encode(made))

    return child.build_in_child(work)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
