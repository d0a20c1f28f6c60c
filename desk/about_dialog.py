"""About: what this is, and a diagnosis that can be copied and holds nothing private."""

import platform
import sys
from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from index import build as index_build
from index.folders import Folders


def diagnosis(folders: Folders) -> str:
    """Return versions and the state of derived files; no paths, no queries, no texts."""
    built = "ready" if index_build.is_built(folders) else "not built"
    lines = [
        f"Error Desk {version('error-desk')}",
        f"Python {platform.python_version()} on {sys.platform}",
        f"Qt {qVersion()}, PySide6 {version('PySide6-Essentials')}, {QGuiApplication.platformName()}",
        f"Whoosh {version('whoosh3')}",
        f"Search index: {built}",
    ]
    return "\n".join(lines)


class AboutDialog(QDialog):
    """Not modal."""

    def __init__(self, folders: Folders, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Error Desk"))
        words = QLabel(
            self.tr("An offline search desk for cloud API error codes. Nothing ever leaves this computer."),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._text = QPlainTextEdit(diagnosis(folders), self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Diagnosis"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy diagnosis"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(16)
        for widget in (words, self._text, buttons):
            column.addWidget(widget)
        self.resize(480, 300)
