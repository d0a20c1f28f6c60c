"""About: what this is, and a diagnosis that can be copied and holds nothing private."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version

from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.style.dialog_buttons import DialogButtons, Role, Standard
from desk.style.dialog_size import give_size
from index import build as index_build
from index.folders import Folders


def diagnosis(folders: Folders) -> Iterator[str]:
    """Tell versions and the state of derived files, line by line; no paths, no queries, no texts."""
    yield f"Error Desk {version('error-desk')}"
    yield f"Python {platform.python_version()} on {sys.platform}"
    yield f"Qt {qVersion()}, PySide6 {version('PySide6-Essentials')}, {QGuiApplication.platformName()}"
    yield f"Whoosh {version('whoosh3')}"
    yield "Search index: " + ("ready" if index_build.is_built(folders) else "not built")


class AboutDialog(Retranslated, QDialog):
    """Not modal. The lines of the diagnosis come one by one: to look for each takes its time."""

    def __init__(self, folders: Folders, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        buttons = DialogButtons(Standard.Close, self)
        self._copy = buttons.addButton("", Role.ActionRole)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(16)
        for widget in (words, self._text, buttons):
            column.addWidget(widget)
        give_size(self, 500, 320)
        self.retranslate()
        self._lines = diagnosis(folders)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._tell_more)
        self._turn.start()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Error Desk"))
        self._words.setText(
            self.tr("An offline search desk for cloud API error codes. Nothing ever leaves this computer.")
        )
        self._text.setAccessibleName(self.tr("Diagnosis"))
        self._copy.setText(self.tr("Copy diagnosis"))

    def text(self) -> str:
        """Return the diagnosis, as far as it is told."""
        return self._text.toPlainText()

    def _tell_more(self) -> None:
        line = next(self._lines, None)
        if line is not None:
            self._text.appendPlainText(line)
        else:
            self._turn.stop()
            self._copy.setEnabled(True)
