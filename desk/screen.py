"""Makes Qt's application; where it finds no screen, one clear line and exit status 2 instead of Qt's riddle and an abort."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_STYLE = "Fusion"
"""Qt's own, which takes any palette and looks alike on all systems."""
UNUSABLE = 2
"""Exit status: the command line is right, and the machine cannot do it."""


def make_application() -> QApplication:
    """Return the application in our style, the one that there is or a new one. Ends the process where no screen can be had."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        existing.setStyle(_STYLE)
        return existing
    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:  # Qt aborts the process as soon as this returns
            sys.stderr.write(f"error-desk: {_line(said or [text])}\n")
            sys.stderr.flush()
            os._exit(UNUSABLE)
        said.append(text)

    before = qInstallMessageHandler(listen)
    # Told so, and not by `setStyle`: what that returns has the binding make eleven enums, which takes 10 ms.
    application = QApplication([*sys.argv[:1], "-style", _STYLE])
    qInstallMessageHandler(before)
    for text in said:
        sys.stderr.write(f"{text}\n")
    return application


def _line(said: list[str]) -> str:
    """Return what to say: Qt's own first reason, and what works all the same."""
    reason = said[0].strip().splitlines()[0].rstrip(" .")
    return (
        f"no window can be opened: {reason}; check DISPLAY or WAYLAND_DISPLAY."
        " error-desk search, explain, show and ticket work without one"
    )
