"""Times cold starts: a code on the command line against bare Python, the window's first answer against a bare window."""

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

_ROUNDS = 5
_CODE = "Ecs.0219"
_BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
import whoosh.index
app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
"""
_FIRST_ANSWER = f"""
import os
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from desk.app import Request, build
from index.folders import Folders
desk = build(Request(query="{_CODE}"), Folders.of_user())
while not desk.window.results.rows():
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
os._exit(0)
"""


def measure() -> dict[str, float]:
    """Return the median seconds of each kind of start; index and table are built before."""
    with tempfile.TemporaryDirectory() as root:
        places = {f"XDG_{name}_HOME": f"{root}/{name}" for name in ("DATA", "CACHE", "CONFIG", "STATE")}
        env = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
        desk = [sys.executable, "-m", "desk.start"]
        _seconds([*desk, "search", _CODE], env)
        kinds = {
            "python": [sys.executable, "-c", "pass"],
            "show": [*desk, "show", _CODE],
            "bare_window": [sys.executable, "-c", _BARE_WINDOW],
            "first_answer": [sys.executable, "-c", _FIRST_ANSWER],
        }
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(_ROUNDS):  # in turn, so that a busy moment falls on all of them
            for name, command in kinds.items():
                taken[name].append(_seconds(command, env))
    return {name: median(times) for name, times in taken.items()}


def show(times: dict[str, float]) -> None:
    """Print the times and their ratios."""
    pairs = (("show", "python", "show CODE"), ("first_answer", "bare_window", "window to first answer"))
    print(f"\nstart-up, median of {_ROUNDS}")
    for name, bare, words in pairs:
        ratio = times[name] / times[bare]
        print(
            f"  {words:24} {times[name] * 1000:6.0f} ms, {ratio:5.2f} of {bare} ({times[bare] * 1000:.0f} ms)"
        )


def _seconds(command: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, timeout=120)
    return time.perf_counter() - began
