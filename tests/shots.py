"""Takes the pictures in docs/ from real runs: `python tests/shots.py docs`.

Each picture is one desk of its own on Qt's offscreen screen, with the real catalogues, search and tickets. Sizes and
scales are fixed, so that a picture changes only when the window does.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from shot_list import SHOTS, Shot, log

if TYPE_CHECKING:
    from desk.app import Application

_READY_MS, _REST_MS = 200, 900
_LOOKS = 40


def main() -> int:
    """Take all pictures, or those whose names hold the second argument."""
    out = Path(sys.argv[1]).resolve()
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="error-desk-shots-") as home:
        from index import build as index_build  # noqa: PLC0415 - the children need it no more
        from index.folders import Folders  # noqa: PLC0415 - the same

        index_build.build(Folders.under(Path(home)))
        screen = {"name": "shots", "x": 0, "y": 0, "width": 2800, "height": 1800, "logicalDpi": 96, "dpr": 1}
        config = Path(home) / "screen.json"
        config.write_text(json.dumps({"screens": [screen]}))
        for shot in SHOTS:
            if wanted not in shot.name:
                continue
            env = os.environ | {
                "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
                "QT_SCALE_FACTOR": shot.scale,
                "LANG": "C.UTF-8",
            }
            subprocess.run(
                [sys.executable, __file__, "--one", shot.name, home, str(out)], env=env, check=True
            )
    return 0


def take(shot: Shot, home: Path, out: Path) -> None:
    """Take one picture in this process."""
    import shutil  # noqa: PLC0415 - only in the child

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the parent needs no Qt

    from desk.app import Request, build  # noqa: PLC0415 - the same
    from desk.settings import choices as settings_file  # noqa: PLC0415 - the same
    from index.folders import Folders  # noqa: PLC0415 - the same

    folders = Folders.under(home)
    shutil.rmtree(folders.state, ignore_errors=True)
    chosen = {"theme": shot.theme, "language": shot.language, "entry_texts": shot.texts}
    settings_file.save(folders, msgspec.convert(chosen, settings_file.Settings))
    desk = build(Request(), folders)
    desk.window.resize(*shot.size)
    sitting = Sitting(desk, shot, home)
    sitting.wait(lambda: bool(desk.window.filters.chips()), sitting.ask)
    QApplication.exec()
    sitting.picture.save(str(out / f"{shot.name}.png"))
    desk.stop()


class Sitting:
    """One desk that is asked, used and looked at."""

    def __init__(self, desk: "Application", shot: Shot, home: Path) -> None:
        self._desk, self._shot, self._home = desk, shot, home

    def wait(self, holds: Callable[[], bool], then: Callable[[], object], looks: int = _LOOKS) -> None:
        """Go on once something holds, or after a while."""
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - the platform is chosen before Qt is loaded

        if holds() or not looks:
            QTimer.singleShot(_REST_MS, then)
        else:
            QTimer.singleShot(_READY_MS, lambda: self.wait(holds, then, looks - 1))

    def ask(self) -> None:
        """Search, paste, or open a log."""
        shot, desk = self._shot, self._desk
        if shot.query:
            desk.wiring.search_for(shot.query)
        if shot.paste:
            desk.wiring.take_text(shot.paste, sure=True)
        if shot.log:
            path = self._home / "gateway.log"
            path.write_text(log())
            desk.window.payload.files_dropped.emit((str(path),))
        self.wait(self._is_there, self.act)

    def _is_there(self) -> bool:
        window, shot = self._desk.window, self._shot
        if shot.log:
            return bool(window.payload.triage.rows())
        if shot.paste:
            return self._desk.wiring.payload.found() is not None
        return not shot.query or bool(window.results.rows()) or window.results.notice_texts() is not None

    def act(self) -> None:
        """Do what the picture is of."""
        for key in self._shot.keys:
            self._desk.wiring.actions[key].trigger()
        self.wait(lambda: True, self.look)

    def look(self) -> None:
        """Take the picture and end."""
        from PySide6.QtWidgets import QApplication, QTabWidget  # noqa: PLC0415 - as above

        window = self._desk.window
        others = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]
        for tabs in (tabs for other in others for tabs in other.findChildren(QTabWidget)):
            tabs.setCurrentIndex(self._shot.tab)
        self.picture = (others[0] if self._shot.dialog and others else window).grab()
        for other in others:
            other.close()
        window.close()
        QApplication.quit()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        take(next(shot for shot in SHOTS if shot.name == sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
        sys.exit(0)
    sys.exit(main())
