"""Reads pasted texts in a process of its own that stays there for the next one: MessagePack questions in, answers out.

The GIL of the window stays free: a search through 40 KB in a thread would stop every repaint for as long. Each message is
its length in eight bytes and itself. Text and redacted text are left out of the answer, since the asker has the one and
needs the other only for a copy. Nothing is written but the answers.
"""

import sys
from typing import IO

import msgspec

from index import child
from index.errors import DeskError, Said
from index.folders import Folders
from index.reports import Explanation

_LENGTH = 8


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A text to read."""

    text: str
    """As pasted, cleaned one for one."""
    sure: bool = True
    """It is meant as a payload; else a text without errors is a query."""
    preferred: tuple[str, ...] = ()
    """Services whose rows come first."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read."""

    found: Explanation | None = None
    """None: the text holds no error, or could not be read."""
    fault: Said | None = None
    """The line that says why it could not be read."""


def command(folders: Folders) -> list[str]:
    """Return the command line of the child."""
    return child.command("desk.payload.explain_child", folders)


def send(stream: IO[bytes], message: msgspec.Struct) -> None:
    """Write one message."""
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(_LENGTH, "big"))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message, None where the other side has ended."""
    size = stream.read(_LENGTH)
    body = stream.read(int.from_bytes(size, "big")) if len(size) == _LENGTH else b""
    return body if len(size) == _LENGTH and len(body) == int.from_bytes(size, "big") else None


def serve(folders: Folders, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until there are no more questions."""
    from index import matching  # noqa: PLC0415 - heavy; the window imports this module for `command`
    from index.payload.parts import parts_of  # noqa: PLC0415 - the same
    from index.store import open_table  # noqa: PLC0415 - the same

    table = open_table(folders)
    while (raw := receive(questions)) is not None:
        asked = msgspec.msgpack.decode(raw, type=Question)
        found = None
        if asked.sure or matching.holds_error(asked.text, table):
            found = matching.explain(asked.text, table, preferred=asked.preferred)
            found = msgspec.structs.replace(found, text="", redacted="", parts=parts_of(asked.text))
        send(answers, Reading(found=found))


def main() -> int:
    """Serve on standard input and output."""
    folders = child.folders_told(sys.argv[1:])
    try:
        serve(folders, sys.stdin.buffer, sys.stdout.buffer)
    except DeskError as error:
        send(sys.stdout.buffer, Reading(fault=error.said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
