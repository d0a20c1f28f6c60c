"""A window in a process of its own: garbage is not looked for while it starts, and is afterwards."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.folders import Folders

_PROGRAM = """
import gc, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk import app
from index.folders import Folders
app._LOADED_MS = int(sys.argv[2])
opened = []
desk = app.open_window(app.Request(), Folders.under(Path(sys.argv[1])))
desk.search.opened.connect(opened.append)
assert not gc.isenabled()
while not (opened and (gc.isenabled() or app._LOADED_MS)):
    QApplication.processEvents()
print(gc.isenabled(), gc.get_freeze_count() > 1000)
desk.stop()
"""


@pytest.fixture
def user(tmp_path: Path, bundled_cache: Path) -> Path:
    """The folder of a user whose index is ready."""
    shutil.copytree(bundled_cache, Folders.under(tmp_path).cache)
    return tmp_path


def _run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_what_was_loaded_is_kept_and_garbage_is_looked_for_again(user: Path) -> None:
    assert _run(_PROGRAM, user, 0).stdout == "True True\n"


def test_garbage_is_not_looked_for_while_panes_and_dialogs_are_loaded(user: Path) -> None:
    assert _run(_PROGRAM, user, 3_600_000).stdout.startswith("False ")


_PAINTED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk.app import Request, open_window
from index.folders import Folders
painted = []
desk = open_window(Request(), Folders.under(Path(sys.argv[1])))
assert not desk.library._thread.isRunning() and not desk.search._thread.isRunning()
desk.window.painted.connect(lambda: painted.append([name for name in sys.argv[2:] if name in sys.modules]))
while not painted:
    QApplication.processEvents()
desk.window.field.setText("quota")
assert desk.wiring.query.now().text == "quota"
desk.stop()
print(*painted[0])
"""


def test_what_the_start_page_does_not_need_is_not_loaded_before_it_is_painted(user: Path) -> None:
    heavy = ("whoosh", "index.redact", "index.search.engine", "index.library.desk_library")
    later = ("desk.payload.pane", "desk.fault_dialog", "desk.keys_overlay", "desk.tickets.hidden_dialog")
    slow = ("PySide6.QtNetwork", "importlib.metadata", "numpy", "rjieba")
    first = _run(_PAINTED, user)  # makes the window's texts, which takes a process of its own
    ran = _run(_PAINTED, user, *heavy, *later, *slow, "subprocess")
    assert (first.returncode, ran.returncode) == (0, 0), ran.stderr
    assert ran.stdout.split() == []


_UNSEEN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk import app
from index.folders import Folders
app._UNSEEN_MS = 0
opened = []
desk = app.open_window(app.Request(), Folders.under(Path(sys.argv[1])))
desk.window.hide()
desk.search.opened.connect(opened.append)
while not opened:
    QApplication.processEvents()
desk.stop()
"""


def test_a_window_that_nobody_sees_gets_ready_all_the_same(user: Path) -> None:
    ran = _run(_UNSEEN, user)
    assert ran.returncode == 0, ran.stderr
