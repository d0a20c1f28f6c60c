"""The desk in a real window: an X server of its own, real keys, the real X clipboard."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11

_TOOLS = ("Xvfb", "xdotool", "xclip", "openbox")
_MISSING = [tool for tool in _TOOLS if shutil.which(tool) is None]
if _MISSING and not os.environ.get("CI"):
    pytest.skip(f"not installed: {', '.join(_MISSING)}", allow_module_level=True)

SWR = '[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]'
_PATIENCE_S = 30.0


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
        """Wait until something holds, doing `act` before each look."""
        end = time.monotonic() + _PATIENCE_S
        while True:
            act()
            if holds():
                return
            assert time.monotonic() < end, f"never came: clipboard is {self.clipboard()!r}"
            select.select((), (), (), 0.3)

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


def test_a_pasted_array_becomes_a_ticket_on_the_clipboard(screen: Screen) -> None:
    # GIVEN an open desk, and the customer's error on the clipboard
    screen.open_desk()
    screen.put(SWR)
    # WHEN it is pasted into the desk and the ticket is copied
    screen.until(
        lambda: "SVCSTG.SWR.4001048" in screen.clipboard() and screen.clipboard() != SWR,
        lambda: screen.keys("ctrl+v", "ctrl+shift+c"),
    )
    # THEN another program gets the ticket with the entry's text
    ticket = screen.clipboard()
    assert "Failed to obtain the token." in ticket
    assert "Failed to get Token from Context" in ticket


def test_a_typed_code_is_copied_with_its_message(screen: Screen) -> None:
    screen.open_desk()
    screen.type("ecs 219")
    screen.until(
        lambda: screen.clipboard() == "Ecs.0219",
        lambda: screen.keys("ctrl+shift+k"),
    )


def test_a_second_start_hands_the_clipboard_over(screen: Screen) -> None:
    # GIVEN a running desk and an error on the clipboard
    first = screen.open_desk()
    screen.put(SWR)
    # WHEN the desk is started again with --clipboard, as a desktop key would
    second = screen.start(sys.executable, "-m", "desk.start", "--clipboard")
    # THEN the second start ends at once and the first shows the entry
    assert second.wait(_PATIENCE_S) == 0
    assert first.poll() is None
    screen.until(
        lambda: "Failed to obtain the token." in screen.clipboard(), lambda: screen.keys("ctrl+shift+c")
    )


def test_the_ticket_outlives_the_desk_and_the_query_comes_back(screen: Screen) -> None:
    # GIVEN a desk that has copied a rich ticket
    desk = screen.open_desk()
    screen.type("quota")
    screen.until(lambda: bool(re.search(r"\S", screen.clipboard())), lambda: screen.keys("ctrl+shift+c"))
    # WHEN it is closed with its key
    screen.keys("ctrl+q")
    # THEN it ends without a fault
    assert desk.wait(_PATIENCE_S) == 0
    assert desk.stderr is not None
    assert desk.stderr.read() == b""
    # AND the next start shows the same query
    screen.put("nothing")
    screen.open_desk()
    screen.until(lambda: screen.clipboard() == "quota", lambda: screen.keys("ctrl+k", "ctrl+a", "ctrl+c"))


def test_no_start_and_stop_crashes(screen: Screen) -> None:
    # GIVEN HTML on the clipboard, copied by the desk itself
    config = screen.home / ".config" / "error-desk"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"ticket_target": "html"}')
    times = int(os.environ.get("ERROR_DESK_STARTS", "3"))
    for _ in range(times):
        desk = screen.open_desk("--query", "quota")
        screen.put("before")
        screen.until(lambda: "before" not in screen.clipboard(), lambda: screen.keys("ctrl+shift+c"))
        # WHEN the desk is closed THEN it ends cleanly
        screen.keys("ctrl+q")
        assert desk.wait(_PATIENCE_S) == 0
        assert desk.stderr is not None
        assert desk.stderr.read() == b""
