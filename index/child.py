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

from index.errors import DeskError, Stopped
from index.folders import Folders

if TYPE_CHECKING:
    import subprocess

FOLDERS = 4
"""Arguments that name the folders; what else a program is told stands behind them."""
_LOOK_S = 0.05
"""Between two looks whether an answer is still wanted."""


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


def run(command: list[str], should_stop: Callable[[], bool], *, finishes: bool = False) -> tuple[int, bytes]:
    """Run a child; returns its exit status and what it printed. Raises OSError where it cannot be started.

    Once `should_stop()` is true nobody waits any more: the child is ended, or with `finishes` left alone to end its work
    without us. That raises Stopped.
    """
    import subprocess  # noqa: PLC0415 - who only names a program needs it not

    nothing = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=nothing, stdout=subprocess.PIPE, stderr=nothing, start_new_session=finishes
    )
    while True:
        try:
            said, _ = process.communicate(timeout=_LOOK_S)
        except subprocess.TimeoutExpired:
            if not should_stop():
                continue
            if finishes:
                _let_go(process)
            else:
                bury(process)
            raise Stopped("the work was cancelled") from None
        return process.returncode, said


def _let_go(process: "subprocess.Popen[bytes]") -> None:
    """Leave a child to itself; who sees to its end is the system."""
    if process.stdout is not None:
        process.stdout.close()
    process.returncode = 0  # otherwise Python warns that it still runs: that is what is wanted here


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
