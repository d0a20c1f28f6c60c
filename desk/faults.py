"""Faults of ours: one calm dialog with a report that can be copied, and the desk goes on.

The report names places in the program only. Messages of exceptions and values of variables may hold what a customer
sent, so they stay out.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

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
        self.dialog = FaultDialog(report, self._window)
        self.dialog.show()


class FaultDialog(QDialog):
    """Says that something went wrong, and that the desk goes on; not modal."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("faultDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's switch
        self.setWindowTitle(self.tr("Something went wrong"))
        words = QLabel(
            self.tr(
                "Error Desk met a fault of its own and goes on. Your data is untouched."
                " The report below holds nothing that was pasted or typed."
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._report = QPlainTextEdit(report, self)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        for widget in (words, self._report, buttons):
            column.addWidget(widget)
        self.resize(620, 360)

    def add(self, report: str) -> None:
        """Add another report."""
        self._report.appendPlainText("\n" + report)

    def report(self) -> str:
        """Return what would be copied."""
        return self._report.toPlainText()
