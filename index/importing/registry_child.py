"""The register of very many entries, made in a process of its own: to read them here would hold up every thread.

`python -m index.importing.registry_child DATA CACHE CONFIG STATE` prints the register as JSON;
with `FILE ID...` behind the folders it writes these catalogues to the file and prints how many entries that are.
"""

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
from index.store import never
from index.table import ShouldStop

_MODULE = "index.importing.registry_child"
_SMALL = 4_000_000
"""Bytes of all packs up to which they are read here: that is done before a process has started."""
_Answer = TypeVar("_Answer")


def register(folders: Folders, should_stop: ShouldStop = never) -> Register:
    """List the active catalogues, as `registry.register` does. Raises Stopped once `should_stop()` is true."""
    if _are_small(folders):
        return registry.register(folders)
    return _asked(child.command(_MODULE, folders), Register, should_stop)


def export(ids: Collection[str], path: Path, folders: Folders, should_stop: ShouldStop = never) -> int:
    """Write catalogues to one pack file, as `registry.export` does; returns how many entries it holds.

    Once `should_stop()` is true that raises Stopped, and the file is written all the same.
    """
    if _are_small(folders):
        return registry.export(ids, path, folders)
    command = child.command(_MODULE, folders, path.absolute(), *sorted(ids))
    return _asked(command, int, should_stop, finishes=True)


def _are_small(folders: Folders) -> bool:
    try:
        return sum(path.stat().st_size for path in shelf.active_packs(folders)) <= _SMALL
    except OSError:  # one went just now: what reads them says so
        return True


def _asked(
    command: list[str], kind: type[_Answer], should_stop: ShouldStop, *, finishes: bool = False
) -> _Answer:
    """Run the process and return what it says. Raises DeskError, also where it says nothing."""
    try:
        status, said = child.run(command, should_stop, finishes=finishes)
        if status:
            raise DeskError(msgspec.json.decode(said, type=Said))
        return msgspec.json.decode(said, type=kind)
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
