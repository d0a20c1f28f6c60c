"""A second start finds the running window and is gone, without a line of Qt; the first takes its place at once."""

import fcntl
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from desk import start
from desk.handing import Place, activation_token, claim, hand_over, in_turn, server_name
from desk.instance import InstanceServer
from desk.request import Request
from index.folders import Folders


def _second_start(request: Request, name: str) -> tuple[Thread, list[bool]]:
    """Hand over in a thread, as another process would."""
    heard: list[bool] = []
    thread = Thread(target=lambda: heard.append(hand_over(request, name)))
    thread.start()
    return thread, heard


@pytest.mark.usefixtures("qapp")
def test_a_start_that_comes_before_the_window_is_there_waits_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    # GIVEN a start that has taken its place, and a second one right behind it
    name = str(tmp_path / "socket")
    place = claim(name)
    request = Request(paste="配额\n" * 100_000, token="t")
    thread, heard = _second_start(request, name)
    # WHEN the window begins to listen
    server = InstanceServer(place)
    with qtbot.waitSignal(server.requested) as requested:
        assert server.listen()
    # THEN it hears the whole of what the second start wants
    assert requested.args == [request]
    thread.join(30)
    assert heard == [True]
    server.stop()
    assert not Path(name).exists()


def test_the_place_belongs_to_its_user_alone(tmp_path: Path) -> None:
    place = claim(str(tmp_path / "socket"))
    assert place.descriptor is not None
    assert stat.S_IMODE(Path(place.name).stat().st_mode) & 0o077 == 0
    socket.close(place.descriptor)


def test_a_start_right_behind_another_waits_until_that_one_has_its_place(tmp_path: Path) -> None:
    # GIVEN a start that has found nobody and is about to take the place
    name = str(tmp_path / "socket")
    heard: list[bool] = []

    def second() -> None:
        with in_turn(name):
            heard.append(hand_over(Request(query="x"), name))

    with in_turn(name):
        # WHEN another one comes
        other = Thread(target=second)
        other.start()
        other.join(0.1)
        place = claim(name)
    # THEN it has not looked for a window before there was one
    assert place.descriptor is not None
    with socket.socket(fileno=place.descriptor) as listening:
        listening.settimeout(10)  # it may have looked too early, and gone
        connection = listening.accept()[0]
        assert connection.recv(4096)
        connection.sendall(b"ok\n")
        connection.close()
    other.join(30)
    assert heard == [True]


def test_a_start_looks_for_a_window_and_takes_the_place_in_one_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "socket")
    held: list[bool] = []

    def look(*_asked: object) -> bool:
        with Path(f"{name}.lock").open("rb") as lock, pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held.append(True)
        if len(held) == 2:
            raise KeyboardInterrupt
        return False

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(start, "server_name", lambda _folders: name)
    monkeypatch.setattr(start, "hand_over", look)
    monkeypatch.setattr(start, "claim", look)
    monkeypatch.setattr(sys, "argv", ["error-desk"])
    with pytest.raises(KeyboardInterrupt):
        start.window()


def test_without_a_lock_there_are_no_turns(tmp_path: Path) -> None:
    with in_turn(str(tmp_path / "missing" / "socket")):
        assert not list(tmp_path.iterdir())


def test_what_belongs_to_somebody_else_hears_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = str(tmp_path / "socket")
    uid = os.getuid()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        listening.listen()
        listening.setblocking(False)  # noqa: FBT003 - no keyword is taken
        monkeypatch.setattr(os, "getuid", lambda: uid + 1)
        assert not hand_over(Request(paste="x"), name)
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_a_place_that_somebody_else_holds_is_left_to_them(tmp_path: Path) -> None:
    name = tmp_path / "socket"
    name.mkdir()  # it cannot be unlinked either
    assert claim(str(name)) == Place(name=str(name))


def test_what_a_killed_process_left_is_no_obstacle(tmp_path: Path) -> None:
    name = str(tmp_path / "socket")
    left = socket.socket(socket.AF_UNIX)
    left.bind(name)
    left.close()
    assert not hand_over(Request(query="x"), name)
    place = claim(name)
    assert place.descriptor is not None
    socket.close(place.descriptor)


def test_a_place_that_cannot_be_taken_is_left_to_qt(tmp_path: Path) -> None:
    name = str(tmp_path / "missing" / "socket")
    assert claim(name) == Place(name=name)


def test_nobody_there_is_told_at_once(tmp_path: Path) -> None:
    assert not hand_over(Request(query="x"), str(tmp_path / "nobody"))


def test_somebody_who_hangs_up_has_not_heard(tmp_path: Path) -> None:
    name = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        listening.listen()
        thread, heard = _second_start(Request(query="x"), name)
        listening.accept()[0].close()
        thread.join(30)
    assert heard == [False]


def test_the_name_lies_in_a_private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = Path(server_name(Folders.under(tmp_path / "one")))
    assert stat.S_IMODE(name.parent.stat().st_mode) == 0o700
    assert name != Path(server_name(Folders.under(tmp_path / "two")))
    assert len(str(name)) <= 107
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "abc")
    assert activation_token() == "abc"


def test_a_hand_over_loads_no_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # GIVEN a running window (its answer is enough)
    for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    name = server_name(Folders.of_user())
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        listening.listen()
        # WHEN the desk is started again
        program = "import sys; from desk.start import window; print(window(), 'PySide6' in sys.modules)"
        with subprocess.Popen(
            [sys.executable, "-c", program, "--query", "a\udcffb"], stdout=subprocess.PIPE
        ) as second:
            connection = listening.accept()[0]
            assert b'"query":"a\xef\xbf\xbdb"' in connection.recv(4096)
            connection.sendall(b"ok\n")
            said, _ = second.communicate(timeout=60)
            connection.close()
    # THEN it has handed over what it was told, and Qt was not loaded for it
    assert said == b"0 False\n"
