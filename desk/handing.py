"""One window a user: a second start hands its request to the running window over a local socket and ends.

Nothing here knows Qt: the desktop's key for a hand-over is pressed all day, and to load Qt alone takes half a second.
For the same reason the first start takes its place at the socket before it loads anything, and starts look for one
another in turn: a key pressed twice opens one window. The socket belongs to this user alone. A request carries the activation token that the desktop
gave to the second start, so that the first may raise its window. `desk.instance` is the side of the window.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from desk.request import Request
from index.folders import Folders, private

ACK = b"ok\n"
"""What the window says once it has a request."""
_CONNECT_S = 0.5
_WAIT_S = 20.0
"""For a window that is still being loaded, on a slow machine: a request that it has must not be carried out twice."""
_WAITING = 16
_LONGEST_PATH = 100
_NOBODY_ELSE = 0o177


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where the one window of a user listens."""

    name: str
    """The path of the socket; on Windows the name of a pipe."""
    descriptor: int | None = None
    """What it listens on already; None where Qt has to make its own."""


def server_name(folders: Folders) -> str:
    """Return the name of the socket: one for each user and data folder. Raises StorageError."""
    digest = hashlib.sha256(str(folders.data).encode(errors="replace")).hexdigest()[:16]
    name = f"error-desk-{digest}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR")  # Qt, asked for it, complains aloud where there is none
    for place in (Path(runtime) if runtime else None, folders.cache):
        if place is not None and len(str(place / name)) <= _LONGEST_PATH:
            return str(private(place) / name)
    import tempfile  # noqa: PLC0415 - seldom: where the paths of all other folders are too long

    return str(Path(tempfile.gettempdir()) / name)


@contextmanager
def in_turn(name: str) -> Iterator[None]:
    """Let no other start look for a window or take its place meanwhile; without turns where there can be no lock."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    lock: int | None = None
    with suppress(OSError):
        lock = os.open(f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def framed(request: Request) -> bytes:
    """Return a request as it goes over the socket: its length in four bytes, then JSON."""
    body = msgspec.json.encode(request)
    return len(body).to_bytes(4, "big") + body


def hand_over(request: Request, name: str) -> bool:
    """Give a request to the window that is running; False where none is, or where it does not answer."""
    with suppress(OSError):
        if sys.platform == "win32":
            with Path(rf"\\.\pipe\{name}").open("r+b", buffering=0) as pipe:
                pipe.write(framed(request))
                return pipe.read(len(ACK)) == ACK
        if (
            Path(name).stat().st_uid == os.getuid()
        ):  # no file: no window was ever opened, or the last one was closed
            return _over_socket(name, framed(request))
    return False


def claim(name: str) -> Place:
    """Take the place of the one window, where `hand_over` found none in this turn; second starts wait there from now on."""
    if sys.platform == "win32":
        return Place(name=name)
    import socket  # noqa: PLC0415 - a hand-over that finds a window needs it too, the command line never

    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    mask = os.umask(_NOBODY_ELSE)
    try:
        Path(name).unlink(missing_ok=True)
        listening.bind(name)
        listening.listen(_WAITING)
    except OSError:
        listening.close()
        return Place(name=name)
    finally:
        os.umask(mask)
    return Place(name=name, descriptor=listening.detach())


def activation_token() -> str:
    """Return what the desktop gave this start so that it may raise a window."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


def _over_socket(name: str, body: bytes) -> bool:
    import socket  # noqa: PLC0415 - as above

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_CONNECT_S)
        connection.connect(name)
        connection.settimeout(_WAIT_S)
        connection.sendall(body)
        return connection.recv(len(ACK), socket.MSG_WAITALL) == ACK
