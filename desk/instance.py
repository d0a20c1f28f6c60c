"""The window's side of a hand-over: listens for second starts and reads what they want (`desk.handing`).

The socket admits only the user it belongs to.
"""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desk.handing import ACK, Place
from desk.request import Request

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_LARGEST = 60_000_000


class InstanceServer(QObject):
    """Listens for second starts."""

    requested = Signal(object)
    """`Request` of a second start."""

    def __init__(self, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - slow to load; the window is made before

        self._buffers: dict[QLocalSocket, bytearray] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def listen(self) -> bool:
        """Begin to listen; False where it cannot be done (the window works all the same)."""
        name, descriptor = self._place.name, self._place.descriptor
        if descriptor is not None:
            return self._server.listen(descriptor)
        if self._server.listen(name):
            return True
        # Nobody answered at this name before: what lies there was left by a killed process.
        self._server.removeServer(name)
        return self._server.listen(name)

    def stop(self) -> None:
        """Listen no more."""
        for socket in self._buffers:
            # The server takes its sockets along when it goes: Qt crashes where one of them can still call us then.
            socket.readyRead.disconnect()
            socket.disconnected.disconnect()
            socket.abort()
        self._buffers.clear()
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
        socket.write(ACK)
        socket.flush()
        self.requested.emit(request)

    def _drop(self, socket: "QLocalSocket") -> None:
        self._buffers.pop(socket, None)
        socket.deleteLater()
