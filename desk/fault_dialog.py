"""The dialog that tells of a fault of ours, with a report that can be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desk.style.dialog_buttons import DialogButtons, Role, Standard
from desk.style.dialog_size import give_size


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
        buttons = DialogButtons(Standard.Close, self)
        copy = buttons.addButton(self.tr("Copy report"), Role.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        for widget in (words, self._report, buttons):
            column.addWidget(widget)
        give_size(self, 620, 360)

    def add(self, report: str) -> None:
        """Add another report."""
        self._report.appendPlainText("\n" + report)

    def report(self) -> str:
        """Return what would be copied."""
        return self._report.toPlainText()
