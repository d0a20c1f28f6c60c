"""Reads a large paste in a process of its own: text on standard input, a MessagePack `Explanation` on standard output.

The GIL of the window stays free: decoding 20 MB of JSON in a thread would stop every repaint for a second. Text and
redacted text are left out of the answer, since the asker has the one and needs the other only for a copy.
"""

import sys
from pathlib import Path

import msgspec

from index.folders import Folders


def command(folders: Folders) -> list[str]:
    """Return the command line of the child."""
    paths = [str(path) for path in (folders.data, folders.cache, folders.config, folders.state)]
    return [sys.executable, "-m", "desk.explain_child", *paths]


def main() -> int:
    """Read, explain, write."""
    from index.matching import explain  # noqa: PLC0415 - heavy; the window imports this module for `command`
    from index.store import open_table  # noqa: PLC0415 - the same

    data, cache, config, state = map(Path, sys.argv[1:5])
    folders = Folders(data=data, cache=cache, config=config, state=state)
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    table = open_table(folders)
    found = explain(text, table)
    sys.stdout.buffer.write(msgspec.msgpack.encode(msgspec.structs.replace(found, text="", redacted="")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
