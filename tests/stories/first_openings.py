"""Opens every dialog for the first time, in a process of its own, and tells what the window's thread had to import for it.

Called with a root folder, and pairs of an act and the name of its dialog; prints the names of modules, one a line.
"""

import sys
import threading
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desk.app import build
from desk.rehearsal import MODULES
from desk.request import Request
from index.folders import Folders

PASTED = '{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}'


class Watch:
    """Stands before all other finders of modules and notes what this thread looks for."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if threading.current_thread() is threading.main_thread():
            self.seen.append(name)
        return None


def until(holds: Callable[[], bool]) -> None:
    """Let the desk work until something holds."""
    while not holds():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def is_open(name: str) -> bool:
    """Tell whether a dialog of this name is there to be seen."""
    return any(top.objectName() == name and top.isVisible() for top in QApplication.topLevelWidgets())


def main() -> None:
    """Wait for an idle moment and for what is done in it, then open the dialogs."""
    desk = build(Request(paste=PASTED), Folders.under(Path(sys.argv[1])))
    beat = QTimer()
    beat.start(20)  # so that every wait looks again
    until(lambda: desk.window.results.current_row() is not None)
    desk.payloads.idle.emit()
    until(lambda: all(name in sys.modules for name in MODULES))
    watch = Watch()
    sys.meta_path.insert(0, watch)
    for act, name in zip(sys.argv[2::2], sys.argv[3::2], strict=True):
        desk.wiring.actions[act].trigger()
        until(lambda name=name: is_open(name))
    sys.meta_path.remove(watch)
    sys.stdout.writelines(f"{name}\n" for name in watch.seen)
    desk.window.close()
    desk.stop()


if __name__ == "__main__":
    main()
