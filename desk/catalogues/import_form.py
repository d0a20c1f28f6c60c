"""The widgets of the import dialog: empty state, list of documents, one document, buttons."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.catalogues.import_page import DocumentPage
from desk.catalogues.import_state import ImportedDocument
from desk.catalogues.import_words import fault_said
from desk.language.counted import Counted
from desk.style.dialog_size import give_size
from desk.style.look import Look
from desk.style.tips import plain_tip

translate = QCoreApplication.translate

_SIZE = (1080, 700)
_LIST_WIDTH = 280


class ImportForm:
    """Lays the widgets out in a dialog and says what they are; what they do together is the dialog's."""

    NUMBER = Qt.ItemDataRole.UserRole

    def __init__(self, look: Look, dialog: QDialog) -> None:
        self._dialog, self._entries = dialog, 0
        self.list = QListWidget(dialog)
        self._items: dict[int, QListWidgetItem] = {}
        self.page = DocumentPage(look, dialog)
        self._big, self._small, self._state = QLabel(dialog), QLabel(dialog), QLabel(dialog)
        self.install, self.cancel = QPushButton(dialog), QPushButton(dialog)
        self._first, self._more = QPushButton(dialog), QPushButton(dialog)
        self.choosers = (self._first, self._more)
        self._bar = QProgressBar(dialog)
        self._stack = QStackedWidget(dialog)
        self._arrange(look)

    def list_document(self, document: ImportedDocument) -> None:
        """Show a document in the list as it is now; the first one is chosen."""
        number = document.read.number
        with QSignalBlocker(self.list):
            item = self._items.get(number)
            if item is None:
                item = self._items[number] = QListWidgetItem(self.list)
                item.setData(self.NUMBER, number)
            item.setText(self._told(document))
            item.setToolTip(plain_tip(document.read.path))
            ticked = document.wanted and document.read.entries > 0
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            checkable = Qt.ItemFlag.ItemIsUserCheckable
            flags = item.flags()
            item.setFlags(flags | checkable if document.read.entries else flags & ~checkable)
            if self.list.count() == 1:
                self.list.setCurrentItem(item)
        if not self._stack.currentIndex():
            self._stack.setCurrentIndex(1)
            self.list.setFocus()

    def leave_document(self, number: int) -> None:
        """Take a document off the list; the one behind it is chosen."""
        with QSignalBlocker(self.list):
            self.list.takeItem(self.list.row(self._items.pop(number)))
        if not self._items:
            self._stack.setCurrentIndex(0)

    def choose_document(self, number: int) -> None:
        """Choose a document of the list."""
        self.list.setCurrentItem(self._items[number])

    def current_number(self) -> int | None:
        """Return the number of the chosen document."""
        row = self.list.currentRow()
        number: int | None = self.list.item(row).data(self.NUMBER) if row >= 0 else None
        return number

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the reading is; a total of 0 is not known yet."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()

    def end_progress(self) -> None:
        """Nothing is being read."""
        self._bar.hide()

    def show_state(self, said: str, *, entries: int, ready: bool) -> None:
        """Say where things stand, and whether there is something to install."""
        self._state.setText(said)
        self._entries = entries
        self.install.setEnabled(ready)
        self._say_install()

    def state(self) -> str:
        """Return what is said."""
        return self._state.text()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._dialog.setWindowTitle(translate("Import", "Import error-code pages"))
        self._big.setText(translate("Import", "Drop error-code pages here"))
        self._small.setText(
            translate(
                "Import",
                "Pages saved from the browser (HTML, Markdown, RST, plain text), tables (Excel, CSV, JSON, YAML), C headers, "
                "packs from colleagues, or whole folders.\nYou see everything that was found before anything is stored.",
            )
        )
        self._first.setText(translate("Import", "Choose files…"))
        self._more.setText(translate("Import", "More files…"))
        self.cancel.setText(translate("Import", "Cancel"))
        self.list.setAccessibleName(translate("Import", "Documents"))
        self._bar.setAccessibleName(translate("Import", "Progress of reading"))
        self._say_install()
        self.page.retranslate()

    def _say_install(self) -> None:
        said = translate("Import", "Install {entries}") if self._entries else translate("Import", "Install")
        self.install.setText(said.format(entries=Counted().entries(self._entries)))

    def _told(self, document: ImportedDocument) -> str:
        read = document.read
        if read.refusal is not None:
            return f"✗ {document.name}\n{fault_said(read.refusal)}"
        if not read.entries:
            return f"– {document.name}\n" + translate("Import", "no error codes found")
        said = Counted().entries(read.entries)
        provider = translate("Import", "provider unknown") if document.is_nameless else read.provider
        whose = f"{provider} · {read.service}" if provider else read.title
        return f"{document.name}\n{whose}\n{said}"

    def _arrange(self, look: Look) -> None:
        for label in (self._big, self._small, self._state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._big.setFont(look.font(1.4, bold=True))
        self._small.setObjectName("muted")
        self.install.setProperty("primary", True)  # noqa: FBT003 - a property's value
        self.install.setDefault(True)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.hide()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._filled())
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._state, 1)
        below.addWidget(self._bar)
        below.addWidget(self.cancel)
        below.addWidget(self.install)
        column = QVBoxLayout(self._dialog)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._stack, 1)
        column.addLayout(below)
        give_size(self._dialog, *_SIZE)
        self._first.setFocus()

    def _empty(self) -> QWidget:
        inside = QWidget(self._dialog)
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        column.addStretch(1)
        for label in (self._big, self._small):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return inside

    def _filled(self) -> QWidget:
        left = QWidget(self._dialog)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._more)
        splitter = QSplitter(Qt.Orientation.Horizontal, self._dialog)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(left)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        return splitter
