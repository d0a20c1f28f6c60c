"""One window a user: what a second start hands over, and what is refused."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desk.handing import Place, framed
from desk.instance import InstanceServer
from desk.request import Request


@pytest.fixture
def server(qapp: object, tmp_path: Path) -> Iterator[InstanceServer]:
    """A server that listens."""
    made = InstanceServer(Place(name=str(tmp_path / "socket")))
    assert made.listen()
    yield made
    made.stop()


def _send(qtbot: QtBot, server: InstanceServer, body: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(server._place.name)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(body)
    socket.flush()
    return socket


def _framed(body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + body


def test_a_request_arrives_whole_and_is_answered(qtbot: QtBot, server: InstanceServer) -> None:
    body = framed(Request(query="配额", clipboard=True, token="t"))
    with qtbot.waitSignal(server.requested) as requested:
        socket = _send(qtbot, server, body[:7])
        socket.write(body[7:])
    assert requested.args == [Request(query="配额", clipboard=True, token="t")]
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0)
    assert socket.readAll().data() == b"ok\n"
    socket.abort()


@pytest.mark.parametrize(
    "body",
    [
        _framed(b"not json"),
        _framed(b"\xff\xfe"),
        _framed(b'{"query": 5}'),
        (4_000_000_000).to_bytes(4, "big"),
        _framed(b"\x80\x04\x95cposix\nsystem\n."),
    ],
)
def test_anything_else_is_refused(qtbot: QtBot, server: InstanceServer, body: bytes) -> None:
    with qtbot.assertNotEmitted(server.requested):
        socket = _send(qtbot, server, body)
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert not socket.readAll().data()


def test_the_socket_belongs_to_its_user_alone(server: InstanceServer) -> None:
    mode = stat.S_IMODE(Path(server._place.name).stat().st_mode)
    assert mode & 0o077 == 0


@pytest.mark.usefixtures("qapp")
def test_what_a_killed_process_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "socket").write_text("left behind")
    made = InstanceServer(Place(name=str(tmp_path / "socket")))
    assert made.listen()
    made.stop()
