"""Makes the triage table of a log in a process of its own, and streams it as JSON lines.

The log is a file that the user named, or comes on standard input: a pasted text is never written anywhere. Lines are steps
`{"done", "total"}` in bytes, then one `{"row": ...}` for each code and `{"table": ...}` without rows, or `{"fault", "name"}`.
A byte on standard input while a file is read says that what was counted so far is enough.
"""

import sys
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from threading import Event, Thread
from typing import IO

import msgspec

from index import child
from index.errors import DeskError, Said
from index.folders import Folders
from index.payload.log_file import Fault, UnreadableLog
from index.payload.triage_table import Triage, TriageRow

PASTED = "-"
"""Instead of a path: the log comes on standard input."""


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the answer; one of its parts is there."""

    done: int = 0
    """Bytes read."""
    total: int = 0
    """Bytes in all, 0 where that is not known."""
    row: TriageRow | None = None
    """A code, in the order of the table."""
    table: Triage | None = None
    """The table, its rows left out; the last line."""
    fault: Fault | None = None
    """Why the log cannot be read; the last line."""
    name: str = ""
    """The file that cannot be read."""
    said: Said | None = None
    """The line that says why it cannot be read."""


def command(folders: Folders, path: Path | None, size: int) -> list[str]:
    """Return the command line of the child; without a path it reads `size` bytes from standard input."""
    return child.command("desk.triage.child", folders, path or PASTED, size)


def serve(folders: Folders, path: str, size: int, given: IO[bytes], answer: IO[bytes]) -> None:
    """Read the log and answer."""
    from index.payload.log_file import open_log, read_stream  # noqa: PLC0415 - the window imports `command`
    from index.payload.triage import triage_log  # noqa: PLC0415 - the same
    from index.store import never, open_table  # noqa: PLC0415 - the same

    encode = msgspec.json.Encoder().encode

    def tell(line: Line) -> None:
        answer.write(encode(line) + b"\n")
        answer.flush()

    def step(done: int, total: int) -> None:
        tell(Line(done=done, total=total))

    try:
        table = open_table(folders)
        if path == PASTED:
            log = read_stream(given, size)
            found = triage_log(log, table, progress=step, should_stop=never)
        else:
            with open_log(Path(path)) as log:
                found = triage_log(log, table, progress=step, should_stop=_enough(given))
    except UnreadableLog as fault:
        tell(Line(fault=fault.fault, name=fault.name, said=fault.said))
        return
    except DeskError as error:
        tell(Line(fault=Fault.SYSTEM, said=error.said))
        return
    for row in found.rows:
        tell(Line(row=row))
    tell(Line(table=msgspec.structs.replace(found, rows=())))


def _enough(given: IO[bytes]) -> Callable[[], bool]:
    """Return what tells whether a byte has come, without waiting for it."""
    enough = Event()

    def wait() -> None:
        if given.read(1):
            enough.set()

    Thread(target=wait, daemon=True).start()
    return enough.is_set


def main() -> int:
    """Do what the command line says."""
    path, size = sys.argv[1 + child.FOLDERS :]
    # without a buffer, whose lock a thread that still waits would hold at the end
    given = FileIO(sys.stdin.fileno(), closefd=False)
    serve(child.folders_told(sys.argv[1:]), path, int(size), given, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
