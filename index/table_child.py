"""Builds the entry table of very many entries in a process of its own: built in a thread, it would slow the window down.

`python -m index.table_child DATA CACHE CONFIG STATE` builds it where it is missing, and says nothing.
"""

import subprocess
import sys
from threading import Lock

from index import child, store
from index.folders import Folders

_TURN = Lock()


def build_beside(folders: Folders) -> None:
    """Have the table built; where that does not work, or nothing is missing, nothing happens. Any thread may ask."""
    with _TURN:
        if not store.is_whole(store.generation_folder(folders)):
            nothing = subprocess.DEVNULL
            command = child.command("index.table_child", folders)
            subprocess.run(command, stdin=nothing, stdout=nothing, stderr=nothing, check=False)  # noqa: S603 - our own module


if __name__ == "__main__":
    store.open_table(child.folders_told(sys.argv[1:])).close()
