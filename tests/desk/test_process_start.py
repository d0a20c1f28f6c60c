"""A window in a process of its own: garbage is not looked for while it starts, and is afterwards."""

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import gc, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk.app import Request, open_window
from index.folders import Folders
opened = []
desk = open_window(Request(), Folders.under(Path(sys.argv[1])))
desk.search.opened.connect(opened.append)
assert not gc.isenabled()
while not opened:
    QApplication.processEvents()
assert gc.isenabled() and gc.get_freeze_count() > 1000
desk.stop()
"""


def test_what_was_loaded_is_kept_and_garbage_is_looked_for_again(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
