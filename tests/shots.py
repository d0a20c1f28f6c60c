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

import msgspec

MAIL = """\
2026-05-01 10:00:02 ERROR gateway: upstream answered
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."},
 "request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c"}
[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
{"error_code":"WKS.77777777","error_msg":"The desktop cannot be woken up."}
{"code":"AppNotExist","message":"The specified application does not exist."}
"""
SECRETS = """\
{"error_code":"Ecs.1000","error_msg":"Failed to call the Nova API because token=EXAMPLETOKENEXAMPLE expired."}
{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context","password":"EXAMPLEPASSWORD"}
Authorization: Bearer EXAMPLETOKENEXAMPLE
"""
_READY_MS, _REST_MS = 200, 900


class Shot(msgspec.Struct, frozen=True, kw_only=True):
    """One picture."""

    name: str
    """File name without `.png`."""
    theme: str = "light"
    """`light` or `dark`."""
    language: str = "en"
    """`en` or `zh-Hans`."""
    query: str = ""
    """What is searched."""
    paste: str = ""
    """What is pasted."""
    keys: tuple[str, ...] = ()
    """Actions that are done then."""
    size: tuple[int, int] = (1280, 800)
    """Width and height of the window, in pixels before scaling."""
    scale: str = "1"
    """Qt's scale factor."""
    dialog: bool = False
    """The picture is of the dialog over the window."""


SHOTS = (
    Shot(name="start-light-en"),
    Shot(name="start-dark-zh", theme="dark", language="zh-Hans"),
    Shot(name="search-light-en", query="quota"),
    Shot(name="search-dark-en", theme="dark", query="vm locked"),
    Shot(name="search-light-zh", language="zh-Hans", query="配额不足"),
    Shot(name="search-dark-zh", theme="dark", language="zh-Hans", query="环境不存在"),
    Shot(name="no-solution-light-en", query="EnvNotExists"),
    Shot(name="weak-light-en", query="printer tray missing quota"),
    Shot(name="nothing-light-en", query="zzzzqqqq wwwwxxxx"),
    Shot(name="payload-light-en", paste=MAIL, keys=("copy-ticket",)),
    Shot(name="payload-dark-zh", theme="dark", language="zh-Hans", paste=MAIL),
    Shot(name="choose-light-en", paste=MAIL, keys=("next-error",) * 3),
    Shot(name="unknown-dark-en", theme="dark", paste=MAIL, keys=("next-error",) * 2),
    Shot(name="find-light-en", query="Ecs.0615", keys=("find",)),
    Shot(name="keys-light-en", keys=("keys",), dialog=True),
    Shot(name="settings-dark-en", theme="dark", keys=("settings",), dialog=True),
    Shot(name="copies-light-en", paste=MAIL, keys=("copy-menu",), dialog=True),
    Shot(name="hidden-light-en", paste=SECRETS, keys=("hidden",), dialog=True),
    Shot(
        name="hidden-dark-zh", theme="dark", language="zh-Hans", paste=SECRETS, keys=("hidden",), dialog=True
    ),
    Shot(name="templates-light-en", keys=("templates",), dialog=True),
    Shot(name="templates-dark-zh", theme="dark", language="zh-Hans", keys=("templates",), dialog=True),
    Shot(name="small-light-en", query="quota", paste="", size=(900, 600)),
    Shot(name="payload-small-dark-en", theme="dark", paste=MAIL, size=(900, 600)),
    Shot(name="search-light-en-200", query="quota", scale="2"),
    Shot(name="payload-dark-zh-200", theme="dark", language="zh-Hans", paste=MAIL, scale="2"),
)


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

    from PySide6.QtCore import QTimer  # noqa: PLC0415 - the parent needs no Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    from desk import settings as settings_file  # noqa: PLC0415 - the same
    from desk.app import Request, build  # noqa: PLC0415 - the same
    from index.folders import Folders  # noqa: PLC0415 - the same

    folders = Folders.under(home)
    shutil.rmtree(folders.state, ignore_errors=True)
    chosen = {"theme": shot.theme, "language": shot.language}
    settings_file.save(folders, msgspec.convert(chosen, settings_file.Settings))
    desk = build(Request(), folders)
    desk.window.resize(*shot.size)

    def later(step: Callable[[], None]) -> None:
        QTimer.singleShot(_REST_MS, step)

    def ready() -> None:
        if not desk.window.filters.chips():
            QTimer.singleShot(_READY_MS, ready)
            return
        if shot.query:
            desk.wiring.search_for(shot.query)
        if shot.paste:
            desk.wiring.take_text(shot.paste, sure=True)
        later(act)

    def act() -> None:
        for key in shot.keys:
            desk.wiring.actions[key].trigger()
        later(finish)

    def finish() -> None:
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not desk.window]
        (others[0] if shot.dialog and others else desk.window).grab().save(str(out / f"{shot.name}.png"))
        for other in others:
            other.close()
        desk.window.close()
        QApplication.quit()

    ready()
    QApplication.exec()
    desk.stop()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        take(next(shot for shot in SHOTS if shot.name == sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
        sys.exit(0)
    sys.exit(main())
