"""The page of the settings about the user's data: where it lies, a backup of it, and taking one back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.language.refusals import refusal_said
from desk.settings.choices import Settings
from desk.settings.pages import heading, muted_label
from desk.style.file_dialog import FileDialog
from index.errors import StorageError
from index.folders import Folders, private

OpenFolder = Callable[[Path], bool]
_PATH_WIDTH = 280


def open_folder(folder: Path) -> bool:
    """Show a folder in the desktop's own program for files; tells whether that could be started."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class DataPage(QWidget):
    """Folders to open and to copy, and two buttons for the library."""

    changed = Signal()
    """Never sent: nothing is chosen here."""
    backup_wanted = Signal(object)
    """The `Path` to write a copy of the library to."""
    restore_wanted = Signal(object)
    """The `Path` of a backup to take back."""
    told = Signal(str)
    """One line: what was done, or could not be."""

    def __init__(
        self, folders: Folders, parent: QWidget | None = None, *, open_with: OpenFolder = open_folder
    ) -> None:
        super().__init__(parent)
        self._open_with = open_with
        self._folders = (folders.data, folders.config, folders.cache, folders.state)
        self._titles, self._names = [heading(self) for _ in range(2)], [QLabel(self) for _ in self._folders]
        self.paths = [QLineEdit(str(folder), self) for folder in self._folders]
        self.opens, self.copies = (
            [QPushButton(self) for _ in self._folders],
            [QPushButton(self) for _ in self._folders],
        )
        self.backup, self.restore = QPushButton(self), QPushButton(self)
        self._moving, self._kept = muted_label(self), muted_label(self)
        for button in (*self.opens, *self.copies, self.backup, self.restore):
            button.setAutoDefault(False)
        self._arrange()
        self._connect()

    def show_settings(self, _settings: Settings) -> None:
        """Nothing is chosen here."""

    def taken(self, settings: Settings) -> Settings:
        """Return the choices as they are: nothing is chosen here."""
        return settings

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for label, text in zip(self._titles, (self.tr("Folders"), self.tr("Backup")), strict=True):
            label.setText(text)
        names = (
            self.tr("Library and imported catalogues"),
            self.tr("Settings and templates"),
            self.tr("Search index (made again when missing)"),
            self.tr("Window and last search"),
        )
        for number, text in enumerate(names):
            self._names[number].setText(text)
            self.paths[number].setAccessibleName(text)
            for button, does in (
                (self.opens[number], self.tr("Open")),
                (self.copies[number], self.tr("Copy")),
            ):
                button.setText(does)
                button.setAccessibleName(f"{does}: {text}")
        self._moving.setText(
            self.tr(
                "To keep them elsewhere, move the folders while Error Desk is closed and set XDG_DATA_HOME, "
                "XDG_CONFIG_HOME, XDG_CACHE_HOME or XDG_STATE_HOME before it starts."
            )
        )
        self._kept.setText(
            self.tr(
                "One file with your notes, pins, own entries, glossary, recent searches, imported catalogues and "
                "ticket templates; settings are not in it. Restoring keeps what is here now in a file beside the "
                "library, and catalogues and templates that the backup does not know stay."
            )
        )
        self.backup.setText(self.tr("Back up…"))
        self.restore.setText(self.tr("Restore…"))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for number, (label, path) in enumerate(zip(self._names, self.paths, strict=True)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(path)
            path.setReadOnly(True)
            path.setCursorPosition(0)
            path.setMinimumWidth(_PATH_WIDTH)
            grid.addWidget(label, 2 * number, 0, 1, 3)
            grid.addWidget(path, 2 * number + 1, 0)
            grid.addWidget(self.opens[number], 2 * number + 1, 1)
            grid.addWidget(self.copies[number], 2 * number + 1, 2)
        grid.setColumnStretch(0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.backup)
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(self._titles[0])
        column.addLayout(grid)
        column.addWidget(self._moving)
        column.addSpacing(12)
        column.addWidget(self._titles[1])
        column.addWidget(self._kept)
        column.addLayout(buttons)
        column.addStretch(1)

    def _connect(self) -> None:
        for folder, opens, copies in zip(self._folders, self.opens, self.copies, strict=True):
            opens.clicked.connect(lambda _=False, at=folder: self._open(at))
            copies.clicked.connect(lambda _=False, at=folder: self._copy(at))
        self.backup.clicked.connect(self._ask_where_to)
        self.restore.clicked.connect(self._ask_which)

    def _open(self, folder: Path) -> None:
        try:
            private(folder)
        except StorageError as error:
            self.told.emit(refusal_said(error))
            return
        if not self._open_with(folder):
            self.told.emit(self.tr("No program to show folders was found; copy the path instead."))

    def _copy(self, folder: Path) -> None:
        QGuiApplication.clipboard().setText(str(folder))
        self.told.emit(self.tr("Copied: {path}").format(path=folder))

    def _ask_where_to(self) -> None:
        asked = FileDialog(self, self.tr("Back up the library"))
        asked.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix("sqlite")
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        asked.selectFile(f"error-desk-{today}.sqlite")
        self._open_dialog(asked, self.backup_wanted.emit)

    def _ask_which(self) -> None:
        asked = FileDialog(self, self.tr("Restore a backup"))
        asked.setFileMode(FileDialog.FileMode.ExistingFile)
        asked.setNameFilters([self.tr("Backups") + " (*.sqlite)", self.tr("All files") + " (*)"])
        self._open_dialog(asked, self.restore_wanted.emit)

    def _open_dialog(self, asked: FileDialog, take: Callable[[Path], object]) -> None:
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda chosen: take(Path(chosen)))
        asked.open()
