"""An X server of its own with a real window in it, and a person who has nothing but a keyboard and the clipboard.

What the window shows is read as any other program could read it: through its copy keys, its windows' titles, the colour
of its ground and the files it writes.
"""

import contextlib
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_TOOLS = ("Xvfb", "xdotool", "xclip", "openbox", "setxkbmap", "xkbcomp", "import", "xprop")
_PATIENCE_S = 30.0
_LOOK_S = 0.03
_NOTHING = "nothing was copied"
_FAILED = pytest.StashKey[bool]()

# A key for each letter, as a keyboard of this language would have; xdotool's own way (it gives one spare key a new
# letter between strokes) loses letters.
_CHINESE = "配额不足磁盘环境"
_SPARE = ("FK13", "FK14", "FK15", "FK16", "FK17", "FK18", "FK19", "FK20")


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
        """Start the desk and wait until its window has the keyboard."""
        desk = self.start(sys.executable, "-m", "desk.start", "window", *arguments)
        self.until(lambda: bool(self.windows(desk)) and self.focused() in self.windows(desk))
        return desk

    def windows(self, process: subprocess.Popen[bytes]) -> list[str]:
        """Return the windows of a program that can be seen."""
        return self.run("xdotool", "search", "--onlyvisible", "--pid", str(process.pid)).split()

    def focused(self) -> str:
        """Return the window that has the keyboard."""
        return self.run("xdotool", "getwindowfocus").strip()

    def title(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self.run("xdotool", "getwindowfocus", "getwindowname").strip()

    def ground(self) -> str:
        """Return the colour of the window's ground, `rrggbb`; "" where no window has the focus."""
        lines = self.run("xdotool", "getwindowgeometry", "--shell", self.focused()).splitlines()
        at = dict(line.split("=", 1) for line in lines if "=" in line)
        if not {"X", "Y"} <= at.keys():
            return ""
        # of the whole screen: asked for a window that has just gone, `import` waits for a click
        crop = (
            "-window",
            "root",
            "-crop",
            f"1x1+{int(at['X']) + 4}+{int(at['Y']) + 4}",
            "-depth",
            "8",
            "txt:-",
        )
        return self.run("import", *crop).split("#")[-1][:6].casefold()

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
        self.run("xdotool", "key", "--delay", "8", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "8", text)

    def put(self, text: str, *, selection: str = "clipboard") -> None:
        """Copy a text, as another program would, or select it (`primary`); xclip stays as its owner until somebody else copies."""
        subprocess.run(
            ("xclip", "-selection", selection),
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

    def copied(self, *keys: str) -> str:
        """Press keys that copy, and return what they copied; empty where it was nothing."""
        self.put(_NOTHING)
        self.keys(*keys)
        for _ in range(12):
            got = self.clipboard()
            if got != _NOTHING:
                return got
            select.select((), (), (), _LOOK_S)
        return ""

    def until(self, holds: Callable[[], bool], act: Callable[[], object] = lambda: None) -> None:
        """Wait until something holds; do `act` first, and again where nothing came of it, ever more patiently."""
        end = time.monotonic() + _PATIENCE_S
        rest = 0.25
        while True:
            act()
            acted = time.monotonic()
            while time.monotonic() < acted + rest:
                if holds():
                    return
                select.select((), (), (), _LOOK_S)
            rest *= 1.6
            if time.monotonic() > end:
                ended = [process.args for process in self._started if process.poll() is not None]
                pytest.fail(f"never came: {self.title()!r}, clipboard {self.clipboard()!r}, ended: {ended}")

    def learn_chinese(self) -> None:
        """Give the keyboard keys with Chinese letters."""
        folder = self.home / "xkb" / "symbols"
        folder.mkdir(parents=True)
        keys = " ".join(
            f"key <{key}> {{ [ U{ord(letter):04X} ] }};" for key, letter in zip(_SPARE, _CHINESE, strict=True)
        )
        (folder / "desk").write_text(f'partial xkb_symbols "zh" {{ {keys} }};')
        symbols = "pc+us+inet(evdev)+desk(zh)"
        keymap = self.run("setxkbmap", f"-I{folder.parent}", "-symbols", symbols, "-print")
        self.run("xkbcomp", "-w0", f"-I{folder.parent}", "-", self.env["DISPLAY"], given=keymap)

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


class Desk:
    """A running desk, as its user has it before them."""

    def __init__(self, screen: Screen, *arguments: str) -> None:
        self.screen = screen
        self.process = screen.open_desk(*arguments)

    def keys(self, *keys: str) -> None:
        """Press keys."""
        self.screen.keys(*keys)

    def ask(self, text: str) -> None:
        """Type into the search field, in place of what was there."""
        self.screen.keys("ctrl+k", "ctrl+a", "Delete")
        self.screen.type(text)

    def paste(self, text: str) -> None:
        """Copy a text somewhere else and paste it here; returns once something of it can be copied."""
        self.screen.put(text)
        self.screen.keys("ctrl+v")
        self.takes(text)

    def takes(self, text: str) -> None:
        """Wait until the desk has read this text off the clipboard and can copy a code in its place."""
        self.screen.until(lambda: self.screen.clipboard() != text, lambda: self.keys("ctrl+shift+k"))

    def code(self) -> str:
        """Return the code of the entry before the user's eyes."""
        return self.screen.copied("ctrl+shift+k")

    def field(self) -> str:
        """Return what the search field holds; the keyboard is there then."""
        return self.screen.copied("ctrl+k", "ctrl+a", "ctrl+c")

    def shows(self, code: str) -> None:
        """Wait until the entry of this code is shown."""
        self.screen.until(lambda: self.code() == code)

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.screen.until(holds)

    def tidy(self) -> None:
        """Put everything away; keys are taken in their order, so there is nothing to wait for."""
        self.keys("ctrl+shift+w", "ctrl+k", "Escape", "Escape", "Escape", "ctrl+k")

    def quit(self) -> None:
        """Close with the key: it ends without a fault and without a word."""
        self.keys("ctrl+q")
        assert self.process.wait(_PATIENCE_S) == 0
        assert self.process.stderr is not None
        assert self.process.stderr.read() == b""


@contextlib.contextmanager
def _screen_at(home: Path, built_cache: Path) -> Iterator[Screen]:
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    (home / ".cache").mkdir(parents=True, mode=0o700)
    home.chmod(0o700)
    shutil.copytree(built_cache, home / ".cache" / "error-desk")
    read, write = os.pipe()
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"),
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    made = Screen(f":{number}", home)
    try:
        made.start("openbox")
        # A window that comes before its manager never gets the keyboard.
        made.until(lambda: "window id" in made.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        yield made
    finally:
        made.close()
        server.terminate()
        server.wait()


@pytest.fixture
def screen(tmp_path: Path, built_cache: Path) -> Iterator[Screen]:
    """An X server on a free display whose user has a ready index."""
    with _screen_at(tmp_path / "home", built_cache) as made:
        yield made


@pytest.fixture
def new_desk(screen: Screen) -> Callable[..., Desk]:
    """Start a desk on the screen of this story alone."""
    return lambda *arguments: Desk(screen, *arguments)


class Office:
    """One desk for many stories; a story that fails takes it away, and the next gets a new one."""

    def __init__(self, new_screen: Callable[[], contextlib.AbstractContextManager[Screen]]) -> None:
        self._new_screen = new_screen
        self._open = contextlib.ExitStack()
        self._desk: Desk | None = None

    def desk(self) -> Desk:
        """Return a desk at which nothing is asked."""
        if self._desk is None or self._desk.process.poll() is not None:
            self.clear_away()
            screen = self._open.enter_context(self._new_screen())
            screen.learn_chinese()
            self._desk = Desk(screen)
        self._desk.tidy()
        return self._desk

    def clear_away(self) -> None:
        """End desk and screen."""
        self._desk = None
        self._open.close()

    def close(self) -> None:
        """Quit as a user would, and then clear away."""
        try:
            if self._desk is not None and self._desk.process.poll() is None:
                self._desk.quit()
        finally:
            self.clear_away()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember which stories failed."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory, built_cache: Path) -> Iterator[Office]:
    """The desk that stories share."""
    made = Office(lambda: _screen_at(tmp_path_factory.mktemp("office") / "home", built_cache))
    yield made
    made.close()


@pytest.fixture
def desk(request: pytest.FixtureRequest, office: Office) -> Iterator[Desk]:
    """A running desk at which nothing is asked."""
    yield office.desk()
    if request.node.stash.get(_FAILED, False):
        office.clear_away()
