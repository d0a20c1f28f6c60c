"""How programs of our own are started beside the window, hear which folders are the user's, and are ended.

They are modules of ours, run by the Python that runs us. `-P` keeps the folder we were started in off the path of
their imports: an `index.py` or `queue.py` that lies there is not ours, and must neither break nor run anything.
"""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.errors import DeskError
from index.folders import Folders

if TYPE_CHECKING:
    import subprocess

FOLDERS = 4
"""Arguments that name the folders; what else a program is told stands behind them."""


def module_command(module: str, *arguments: object) -> list[str]:
    """Return the command line that runs a module of ours."""
    return [sys.executable, "-P", "-m", module, *map(str, arguments)]


def command(module: str, folders: Folders, *arguments: object) -> list[str]:
    """Return the command line that runs a module of ours over these folders."""
    return module_command(module, folders.data, folders.cache, folders.config, folders.state, *arguments)


def folders_told(arguments: Sequence[str]) -> Folders:
    """Return the folders that `command` put first among the arguments."""
    data, cache, config, state = map(Path, arguments[:FOLDERS])
    return Folders(data=data, cache=cache, config=config, state=state)


def bury(process: "subprocess.Popen[bytes]") -> None:
    """End a child, wait until it is gone, and close its pipes; a question that it did not take is lost."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what was left to send finds no reader
            if pipe is not None:
                pipe.close()


def build_in_child(work: Callable[[], object]) -> int:
    """Do what a child was started for, and return its exit status: a fault is one line of JSON, then words."""
    try:
        work()
    except DeskError as error:
        sys.stdout.write(f"{msgspec.json.encode(error.said).decode()}\n")
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def print_progress(done: int, total: int) -> None:
    """Tell the parent how far the work is: one line of JSON."""
    sys.stdout.write(f'{{"done": {done}, "total": {total}}}\n')
    sys.stdout.flush()
