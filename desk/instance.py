"""One window a user: a second start hands its request to the running window over a local socket and ends.

The socket lies in a place that only this user may enter and admits only this user. A request carries the activation
token that the desktop gave to the second start, so that the first may raise its window.
"""

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desk.request import Request
from index.folders import Folders, private

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_WAIT_MS = 3000
_LARGEST = 60_000_000
_LONGEST_PATH = 100
_ACK = b"ok\n"


def server_name(folders: Folders) -> str:
    """Return the name of the socket: one for each user and data folder."""
    digest = hashlib.sha256(str(folders.data).encode(errors="replace")).hexdigest()[:16]
    name = f"error-desk-{digest}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR")  # Qt, asked for it, complains aloud where there is none
    for place in (Path(runtime) if runtime else None, folders.cache):
        if place is not None and len(str(place / name)) <= _LONGEST_PATH:
            return str(private(place) / name)
    return name


def hand_over(request: Request, name: str) -> bool:
    """Give a request to the window that is running; False where none is."""
    if os.sep in name and not Path(name).exists():
        return False  # no window was ever opened, or the last one was closed
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - slow to load; most starts find no other window

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WAIT_MS // 6):
        return False
    body = msgspec.json.encode(request)
    socket.write(len(body).to_bytes(4, "big") + body)
    while socket.bytesToWrite() and socket.waitForBytesWritten(_WAIT_MS):
        pass
    answered = socket.waitForReadyRead(_WAIT_MS)
    heard = answered and socket.readAll().data() == _ACK
    socket.disconnectFromServer()
    return bool(heard)


def activation_token() -> str:
    """Return what the desktop gave this start so that it may raise a window."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


class InstanceServer(QObject):
    """Listens for second starts."""

    requested = Signal(object)
    """`Request` of a second start."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - slow to load; the window is made before

        self._buffers: dict[QLocalSocket, bytearray] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def listen(self) -> bool:
        """Begin to listen; False where it cannot be done (the window works all the same)."""
        if self._server.listen(self._name):
            return True
        # Nobody answered at this name before: what lies there was left by a killed process.
        self._server.removeServer(self._name)
        return self._server.listen(self._name)

    def stop(self) -> None:
        """Listen no more."""
        for socket in list(self._buffers):
            socket.abort()
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._buffers[socket] = bytearray()
            socket.readyRead.connect(lambda s=socket: self._read(s))
            socket.disconnected.connect(lambda s=socket: self._drop(s))

    def _read(self, socket: "QLocalSocket") -> None:
        buffer = self._buffers.get(socket)
        if buffer is None:
            return
        buffer += socket.readAll().data()
        if len(buffer) < 4:  # noqa: PLR2004 - the length comes in four bytes
            return
        length = int.from_bytes(buffer[:4], "big")
        if length > _LARGEST:
            socket.abort()
            return
        if len(buffer) < 4 + length:
            return
        try:
            request = msgspec.json.decode(bytes(buffer[4 : 4 + length]), type=Request)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            socket.abort()
            return
        buffer.clear()
        socket.write(_ACK)
        socket.flush()
        self.requested.emit(request)

    def _drop(self, socket: "QLocalSocket") -> None:
        self._buffers.pop(socket, None)
        socket.deleteLater()
