"""A whole desk for each story, with the real search, the real reading and the real tickets."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request, build
from index import build as index_build
from index.folders import Folders

OpenDesk = Callable[..., Application]
_TOOLS = ("Xvfb", "xdotool", "xclip", "openbox")
_PATIENCE_S = 30.0


@pytest.fixture(scope="session")
def built_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the index of the bundled catalogues, built once."""
    folders = Folders.under(tmp_path_factory.mktemp("built"))
    index_build.build(folders)
    return folders.cache


@pytest.fixture
def folders(tmp_path: Path, built_cache: Path) -> Folders:
    """Folders of a new user whose index is ready."""
    made = Folders.under(tmp_path / "user")
    shutil.copytree(built_cache, made.cache)
    return made


@pytest.fixture
def open_desk(qtbot: QtBot, folders: Folders) -> Iterator[OpenDesk]:
    """Open a desk and wait until it answers; it is closed after the test."""
    opened: list[Application] = []

    def open_(request: Request | None = None, *, at: Folders | None = None) -> Application:
        desk = build(request or Request(), at or folders)
        opened.append(desk)
        qtbot.waitUntil(lambda: bool(desk.window.filters.chips()), timeout=10_000)
        return desk

    yield open_
    for desk in opened:
        _close(desk)


@pytest.fixture
def close_desk() -> Callable[[Application], None]:
    """Close a desk as its user would."""
    return _close


def _close(desk: Application) -> None:
    """Close once; closing again is harmless."""
    if not shiboken6.isValid(desk) or desk.property("closed"):
        return
    desk.setProperty("closed", True)  # noqa: FBT003 - a property's value
    desk.window.close()
    desk.stop()
    desk.window.deleteLater()
    desk.deleteLater()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


class Screen:
    """One X server with a window manager, and what a person does at it."""

    def __init__(self, display: str, home: Path) -> None:
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_"))}
        self.env |= {"DISPLAY": display, "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        self.env["XDG_RUNTIME_DIR"] = str(home)
        self.home = home
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program that is ended with the screen."""
        process = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self._started.append(process)
        return process

    def open_desk(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the desk and wait for its window."""
        desk = self.start(sys.executable, "-m", "desk.start", "window", *arguments)
        self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Error Desk")
        self.run(
            "xdotool", "search", "--sync", "--onlyvisible", "--name", "Error Desk", "windowfocus", "--sync"
        )
        return desk

    def run(self, *command: str, given: str | None = None) -> str:
        """Run a tool to its end."""
        done = subprocess.run(
            command,
            env=self.env,
            input=given,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.run("xdotool", "key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "30", text)

    def put(self, text: str) -> None:
        """Copy a text, as another program would; xclip stays as its owner until somebody else copies."""
        subprocess.run(
            ("xclip", "-selection", "clipboard"),
            env=self.env,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=True,
        )

    def clipboard(self) -> str:
        """Read the clipboard, as another program would."""
        return self.run("xclip", "-selection", "clipboard", "-o")

    def until(self, holds: Callable[[], bool], act: Callable[[], object] = lambda: None) -> None:
        """Wait until something holds; do `act` first, and again where nothing came of it for a while."""
        end = time.monotonic() + _PATIENCE_S
        while True:
            act()
            for _ in range(8):
                if holds():
                    return
                select.select((), (), (), 0.3)
            assert time.monotonic() < end, f"never came: clipboard is {self.clipboard()!r}"

    def close(self) -> None:
        """End everything that was started, the newest first."""
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stderr:
                process.stderr.close()


@pytest.fixture
def screen(tmp_path: Path, built_cache: Path) -> Iterator[Screen]:
    """An X server on a free display whose user has a ready index."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    home = tmp_path / "home"
    (home / ".cache").mkdir(parents=True, mode=0o700)
    home.chmod(0o700)
    shutil.copytree(built_cache, home / ".cache" / "error-desk")
    read, write = os.pipe()
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"),
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    made = Screen(f":{number}", home)
    made.start("openbox")
    yield made
    made.close()
    server.terminate()
    server.wait()
