"""Times cold starts: a code on the command line against bare Python, the window's first answers against a bare window.

Each program is started once before, as after any installation: its byte code is there, its index and table are built.
"""

import os
import subprocess
import sys
import tempfile
import time
from statistics import median
from threading import Timer

_ROUNDS = 9
_PATIENCE_S = 120
_CODE, _WORDS = "Ecs.0219", "quota exceeded"
_BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
import whoosh.index
app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
"""
_DESK = """
import os  # what desk.start does, step by step
from index.folders import Folders
from desk.handing import claim, hand_over, server_name
from desk.request import Request
folders = Folders.of_user()
name = server_name(folders)
hand_over(Request(), name)
place = claim(name)
from desk.start import get_ready
ahead = get_ready(folders)
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from desk.app import open_window
desk = open_window(Request(query={query!r}), folders, ahead)
QApplication.processEvents()
# Asleep between events, as a running window is: to ask on and on would keep the threads from their work.
waiting = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
while {query!r} and not desk.window.results.rows():
    QApplication.processEvents(waiting)
QApplication.processEvents()
os._exit(0)
"""
_KINDS = {
    "show": ("python", "show CODE"),
    "painted": ("bare_window", "window painted"),
    "first_answer": ("bare_window", "window answers a code"),
    "first_words": ("bare_window", "window answers words"),
}
"""What is timed: beside what, and how it is called."""


def measure() -> dict[str, float]:
    """Return the median seconds of each kind of start; index and table are built before."""
    with tempfile.TemporaryDirectory() as root:
        places = {f"XDG_{name}_HOME": f"{root}/{name}" for name in ("DATA", "CACHE", "CONFIG", "STATE")}
        env = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": f"{root}/code"}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        desk = [sys.executable, "-m", "desk.start"]
        kinds = {
            "python": [sys.executable, "-c", "pass"],
            "show": [*desk, "show", _CODE],
            "bare_window": [sys.executable, "-c", _BARE_WINDOW],
            "painted": [sys.executable, "-c", _DESK.format(query="")],
            "first_answer": [sys.executable, "-c", _DESK.format(query=_CODE)],
            "first_words": [sys.executable, "-c", _DESK.format(query=_WORDS)],
        }
        for command in ([*desk, "search", _CODE], *kinds.values()):
            _seconds(command, env)
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(_ROUNDS):  # in turn, so that a busy moment falls on all of them
            for name, command in kinds.items():
                taken[name].append(_seconds(command, env))
    return {name: median(times) for name, times in taken.items()}


def show(times: dict[str, float]) -> None:
    """Print the times and their ratios."""
    print(f"\nstart-up, median of {_ROUNDS}")
    for name, (bare, words) in _KINDS.items():
        ratio = times[name] / times[bare]
        print(
            f"  {words:24} {times[name] * 1000:6.0f} ms, {ratio:5.2f} of {bare} ({times[bare] * 1000:.0f} ms)"
        )


def _seconds(command: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as process:
        # To wait with a timeout is to look every 50 ms.
        patience = Timer(_PATIENCE_S, process.kill)
        patience.start()
        status = process.wait()
        taken = time.perf_counter() - began
        patience.cancel()
    if status != 0:
        raise subprocess.CalledProcessError(status, command)
    return taken
