"""Builds the entry table of very many entries in a process of its own: built in a thread, it would slow the window down.

`python -m index.table_child DATA CACHE CONFIG STATE` builds it where it is missing, and says nothing.
"""

import sys
from contextlib import suppress
from threading import Lock

from index import child, store
from index.errors import Stopped
from index.folders import Folders
from index.table import ShouldStop

_TURN = Lock()
_LOOK_S = 0.05
_LEFT: set[Folders] = set()
"""Where a desk is about to go, so that no thread of it may wait for a child."""


def build_beside(folders: Folders, should_stop: ShouldStop = store.never) -> None:
    """Have the table built; where that does not work, or nothing is missing, nothing happens. Any thread may ask.

    Raises Stopped once `should_stop()` is true, or the desk over these folders goes.
    """

    def unwanted() -> bool:
        return folders in _LEFT or should_stop()

    while not _TURN.acquire(timeout=_LOOK_S):
        if unwanted():
            raise Stopped("building the entry table was cancelled")
    try:
        if unwanted():
            raise Stopped("building the entry table was cancelled")
        if not store.is_whole(store.generation_folder(folders)):
            with suppress(OSError):
                child.run(child.command("index.table_child", folders), unwanted)
    finally:
        _TURN.release()


def leave(folders: Folders) -> None:
    """Let no thread wait for a child over these folders any more: the desk goes."""
    _LEFT.add(folders)


def stay(folders: Folders) -> None:
    """Have tables built over these folders again: a desk begins."""
    _LEFT.discard(folders)


if __name__ == "__main__":
    store.open_table(child.folders_told(sys.argv[1:])).close()
