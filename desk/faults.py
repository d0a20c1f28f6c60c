"""Faults of ours: one calm dialog with a report that can be copied, and the desk goes on.

The report names places in the program only. Messages of exceptions and values of variables may hold what a customer
sent, so they stay out.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desk.fault_dialog import FaultDialog

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the report: versions, kind of fault, places in the program."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to load, and seldom needed

    lines = [
        f"Error Desk {version('error-desk')}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}",
        f"Fault: {kind.__name__}",
    ]
    for frame in traceback.extract_tb(trace):
        where = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
        lines.append(f"  {where}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


class FaultDesk(QObject):
    """Takes exceptions that no code of ours has caught."""

    arrived = Signal(str)
    """A report; sent from whatever thread failed, taken in the window's."""

    def __init__(self, window: QWidget | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._before: Hook | None = None
        self.dialog: FaultDialog | None = None
        self.arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def set_window(self, window: QWidget) -> None:
        """Show dialogs over this window."""
        self._window = window

    def install(self) -> None:
        """Take over `sys.excepthook`: the binding hands it what escapes from slots and threads."""
        self._before = sys.excepthook
        sys.excepthook = self._take

    def remove(self) -> None:
        """Give the hook back."""
        if self._before is not None:
            sys.excepthook = self._before
            self._before = None
        if self.dialog is not None:
            self.dialog.close()

    def _take(self, kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        sys.stderr.write("error-desk: " + report_of(kind, trace) + "\n")
        self.arrived.emit(report_of(kind, trace))

    def _show(self, report: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(report)
            return
        from desk.fault_dialog import FaultDialog  # noqa: PLC0415 - seldom needed

        self.dialog = FaultDialog(report, self._window)
        self.dialog.show()
