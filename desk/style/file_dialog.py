"""The dialog that asks for a file: it begins where the last file was chosen, in pictures of the desk's own.

Where the system has a dialog of its own, Qt shows that one, and only the folder counts.
"""

from pathlib import Path

from PySide6.QtCore import QFileInfo, QModelIndex, QPersistentModelIndex, QSize, QStandardPaths, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from desk.style.dialog_size import give_size
from desk.style.icons import drawn

_LAST = "lastFolder"
_PICTURES = {
    "backButton": "back",
    "forwardButton": "forward",
    "toParentButton": "up",
    "newFolderButton": "folder-new",
}
_NEEDLESS = frozenset({"listModeButton", "detailModeButton"})
_VIEWS = frozenset({"sidebar", "treeView", "listView"})
_NAME, _TYPE = 0, 2
_SHARE = 5
"""The list of places has a fifth of the width."""
Place = QStandardPaths.StandardLocation


class FileDialog(QFileDialog):
    """Each dialog's `QFileDialog`; the folder is remembered as long as the window is open."""

    def __init__(self, parent: QWidget, title: str) -> None:
        self._window = _outermost(parent)
        super().__init__(parent, title, str(first_folder(self._window)))
        self.filesSelected.connect(self._remember)
        self.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in _places()])
        give_size(self, 760, 500)
        # Qt's own Chinese does not have these two.
        self.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("&Look in:"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Files of &type:"))
        self._draw()
        self._give_room()

    def _remember(self, files: list[str]) -> None:
        if files:
            self._window.setProperty(_LAST, str(Path(files[0]).parent))

    def _draw(self) -> None:
        """Put our pictures where Qt has its own; a dialog of the system has none of these parts."""
        colour = self.palette().text().color().name()
        for button in self.findChildren(QToolButton):
            if button.objectName() in _PICTURES:
                button.setIcon(drawn(_PICTURES[button.objectName()], colour))
            elif button.objectName() in _NEEDLESS:
                button.hide()
        for box in self.findChildren(QDialogButtonBox):
            for named in box.buttons():
                named.setIcon(QIcon())
        delegate = _FilePictures(drawn("folder", colour), drawn("file", colour), self)
        for view in self.findChildren(QAbstractItemView):
            if view.objectName() in _VIEWS:
                view.setItemDelegate(delegate)
        for combo in self.findChildren(QComboBox, "lookInCombo"):
            combo.setIconSize(QSize(0, 0))

    def _give_room(self) -> None:
        """Leave most of it to the names."""
        for splitter in self.findChildren(QSplitter, "splitter"):
            splitter.setSizes([self.width() // _SHARE, self.width() - self.width() // _SHARE])
        for tree in self.findChildren(QTreeView, "treeView"):
            tree.setColumnHidden(_TYPE, True)  # noqa: FBT003 - Qt's switch
            header = tree.header()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)


def first_folder(window: QWidget) -> Path:
    """Return where a dialog of this window begins: the last folder used, at first the user's documents or home."""
    documents = QStandardPaths.writableLocation(Place.DocumentsLocation)
    for folder in (window.property(_LAST), documents):
        if isinstance(folder, str) and folder and Path(folder).is_dir():
            return Path(folder)
    return Path.home()


class _FilePictures(QStyledItemDelegate):
    def __init__(self, folder: QIcon, file: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder, self._file = folder, file

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, at: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, at)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasDecoration:
            path = at.data(QFileSystemModel.Roles.FilePathRole)
            is_file = isinstance(path, str) and path and QFileInfo(path).isFile()
            option.icon = self._file if is_file else self._folder


def _places() -> list[Path]:
    kinds = (Place.HomeLocation, Place.DocumentsLocation, Place.DownloadLocation, Place.DesktopLocation)
    found = [Path(QStandardPaths.writableLocation(kind)) for kind in kinds]
    return [place for place in dict.fromkeys(found) if place.is_dir()]


def _outermost(widget: QWidget) -> QWidget:
    while (above := widget.parentWidget()) is not None:
        widget = above
    return widget
