"""The widgets of the catalogues dialog."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
)

from desk.style.dialog_size import give_size
from desk.style.look import USUAL, Look
from desk.style.quiet_table import make_quiet

translate = QCoreApplication.translate

_SIZE = (1000, 520)
_WIDTHS = (180, 140, 80, 210, 110)


class CataloguesForm:
    """Lays the widgets out in a dialog and says what they are."""

    ENTRIES = 2
    """The column of the numbers."""

    def __init__(self, look: Look, dialog: QDialog) -> None:
        self._dialog = dialog
        self.table, self._news = QTableWidget(dialog), QLabel(dialog)
        self.add, self.export, self.source = (QPushButton(dialog) for _ in range(3))
        self.remove, self.undo, self.leave = (QPushButton(dialog) for _ in range(3))
        self._arrange(look)

    def say(self, line: str) -> None:
        """Say one line about what was done."""
        self._news.setText(line)

    def news(self) -> str:
        """Return what was said last."""
        return self._news.text()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._dialog.setWindowTitle(translate("CataloguesDialog", "Catalogues"))
        self.table.setAccessibleName(translate("CataloguesDialog", "Catalogues"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("CataloguesDialog", "Provider"),
                translate("CataloguesDialog", "Service"),
                translate("CataloguesDialog", "Entries"),
                translate("CataloguesDialog", "Comes from"),
                translate("CataloguesDialog", "Date"),
                translate("CataloguesDialog", "Page"),
            ]
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.table.model().setHeaderData(
            self.ENTRIES, Qt.Orientation.Horizontal, right, Qt.ItemDataRole.TextAlignmentRole
        )
        self.add.setText(translate("CataloguesDialog", "Import…"))
        self.export.setText(translate("CataloguesDialog", "Export…"))
        self.source.setText(translate("CataloguesDialog", "Open the page in the browser"))
        self.remove.setText(translate("CataloguesDialog", "Remove"))
        self.undo.setText(translate("CataloguesDialog", "Undo"))
        self.leave.setText(translate("CataloguesDialog", "Close"))

    def _arrange(self, look: Look) -> None:
        table = self.table
        table.setColumnCount(len(_WIDTHS) + 1)
        make_quiet(table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setProperty("card", True)  # noqa: FBT003 - a property's value
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        factor = look.size / USUAL
        for at, width in enumerate(_WIDTHS):
            table.setColumnWidth(at, int(width * factor))
        table.setFocus()
        self._news.setTextFormat(Qt.TextFormat.PlainText)
        self._news.setWordWrap(True)
        self.undo.hide()
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in (self.add, self.export, self.source, self.remove, self.undo):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.leave)
        column = QVBoxLayout(self._dialog)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(table, 1)
        column.addWidget(self._news)
        column.addLayout(below)
        give_size(self._dialog, *_SIZE)
