"""One document of an import: whose it is, its entries to look through, its columns, what was left out."""

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.catalogues.import_columns import ColumnsPage
from desk.catalogues.import_rows import Column, EntriesModel
from desk.catalogues.import_state import (
    ImportedDocument,
    Rows,
    Shown,
    beside_said,
    column_groups,
    counts_said,
)
from desk.catalogues.import_words import reason_said, where_said
from desk.language.refusals import refusal_said
from desk.style.look import Look
from desk.style.quiet_table import make_quiet
from desk.style.tips import plain_tip
from index.importing.document import UNKNOWN
from index.importing.products import PROVIDERS

translate = QCoreApplication.translate

_NARROW = (Column.STATE, Column.CODE, Column.STATUS)
_WIDE = (Column.MESSAGE, Column.DESCRIPTION, Column.SOLUTION)
_MEASURED = 100
"""Rows by which the width of a column is found."""


class DocumentPage(QWidget):
    """Shows one `ImportedDocument`; what the user knows better is told, never written into it."""

    origin_chosen = Signal(str, str)
    """Provider and service as the user wrote them."""
    column_chosen = Signal(str, str)
    """Name of a column, and its field."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: ImportedDocument | None = None
        self.provider, self.service = QLineEdit(self), QLineEdit(self)
        self._source, self._counts = QLabel(self), QLabel(self)
        self.shown, self.table, self.model = QComboBox(self), QTableView(self), EntriesModel(self)
        self.whole = QPlainTextEdit(self)
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.columns = ColumnsPage(look, self)
        self.left_out = QPlainTextEdit(self)
        self.left_out.setReadOnly(True)
        self.left_out.setTabChangesFocus(True)
        self.tabs = QTabWidget(self)
        self._labels = [QLabel(self) for _ in range(3)]
        self._arrange()
        self._connect()
        self.retranslate()

    def show_document(self, document: ImportedDocument | None) -> None:
        """Show a document as it is now; `None` shows nothing."""
        same = document is not None and document is self._document
        self._document = document
        self.setEnabled(document is not None)
        if document is None:
            return
        read = document.read
        for field, text in ((self.provider, read.provider), (self.service, read.service)):
            if not (same and field.hasFocus()):
                field.setText("" if text == UNKNOWN else text)
        facts = [read.title, read.updated, read.format, read.url]
        told = refusal_said(read.refusal) if read.refusal is not None else ""
        self._source.setText(told or " · ".join(fact for fact in facts if fact))
        self._source.setToolTip(plain_tip(read.path))
        self.columns.show_groups(column_groups(read))
        lines = [
            translate("Import", "{where}: {reason}").format(
                where=where_said(part.where), reason=reason_said(part.reason)
            )
            if part.where
            else reason_said(part.reason)
            for part in read.skipped
        ]
        self.left_out.setPlainText("\n".join(lines))
        self.show_entries()
        if not same:
            self.tabs.setCurrentIndex(1 if not read.entries and read.unread else 0)

    def show_entries(self) -> None:
        """Show the entries of the document as they are now."""
        document = self._document
        if document is None:
            return
        before = self.table.currentIndex()
        code, near = self.model.text(before.siblingAtColumn(Column.CODE)), before.row()
        self.model.set_rows(document.rows.of[Shown(self.shown.currentData())])
        self._fit()
        self._say()
        at = self.model.index(self.model.row_of(code, near) if code else 0, Column.CODE)
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(at, flag.ClearAndSelect | flag.Rows)
        self._show_whole()

    def _fit(self) -> None:
        """Make the narrow columns as wide as what stands in them. Qt would measure every cell, several times over."""
        header = self.table.horizontalHeader()
        for section in _NARROW:
            widest = self.table.sizeHintForIndex(self.model.longest(section, _MEASURED)).width()
            header.resizeSection(section, max(widest + 1, header.sectionSizeHint(section)))
        for section in _WIDE:  # one that says nothing leaves its place to the others
            says = bool(self.model.text(self.model.longest(section, _MEASURED)))
            mode = QHeaderView.ResizeMode.Stretch if says else QHeaderView.ResizeMode.Fixed
            if header.sectionResizeMode(section) is not mode:
                header.setSectionResizeMode(section, mode)
            if not says:
                header.resizeSection(section, header.sectionSizeHint(section))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        words = (translate("Import", "Provider"), translate("Import", "Service"), translate("Import", "Page"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self.provider.setAccessibleName(words[0])
        self.service.setAccessibleName(words[1])
        self.provider.setPlaceholderText(translate("Import", "The page does not say whose it is"))
        self.table.setAccessibleName(translate("Import", "Entries found"))
        self.whole.setAccessibleName(translate("Import", "The whole entry"))
        self.left_out.setAccessibleName(translate("Import", "What was left out, and why"))
        self.left_out.setPlaceholderText(translate("Import", "Nothing was left out."))
        self.columns.setAccessibleName(translate("Import", "Columns"))
        self.shown.setAccessibleName(translate("Import", "Which entries are shown"))
        self._say()
        if self._document is not None:
            self.show_document(self._document)

    def _say(self) -> None:
        document = self._document
        rows = document.rows if document else Rows()
        words = {
            Shown.ALL: translate("Import", "All entries ({count})"),
            Shown.NEW: translate("Import", "New ({count})"),
            Shown.CHANGED: translate("Import", "Changed ({count})"),
            Shown.GONE: translate("Import", "Gone ({count})"),
        }
        if not self.shown.count():
            for one in words:
                self.shown.addItem("", str(one))
        for at, (one, text) in enumerate(words.items()):
            self.shown.setItemText(at, text.format(count=len(rows.of[one])))
        entries = document.read.entries if document else 0
        left = len(document.read.skipped) if document else 0
        self.tabs.setTabText(0, translate("Import", "Entries ({count})").format(count=entries))
        self.tabs.setTabText(1, translate("Import", "Columns"))
        self.tabs.setTabText(2, translate("Import", "Left out ({count})").format(count=left))
        comparison = document.comparison if document else None
        self._counts.setText(
            f"{counts_said([comparison])} · {beside_said(comparison)}" if comparison and entries else ""
        )

    def _show_whole(self) -> None:
        at = self.table.currentIndex()
        texts = [self.model.text(at.siblingAtColumn(column)) for column in Column] if at.isValid() else []
        head = " · ".join(text for text in texts[1:3] if text)
        names = [self.model.header_name(column) for column in Column]
        said = [f"{name}: {text}" for name, text in zip(names[3:], texts[3:], strict=False) if text]
        self.whole.setPlainText("\n".join((head, *said) if head else said))

    def _arrange(self) -> None:
        for label in (self._source, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        completer = QCompleter([provider.name for provider in PROVIDERS], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.provider.setCompleter(completer)
        whose = QHBoxLayout()
        whose.setSpacing(12)
        whose.addWidget(self.provider, 1)
        whose.addWidget(self._labels[1])
        whose.addWidget(self.service, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self._labels[0], whose)
        form.addRow(self._labels[2], self._source)
        self._labels[0].setBuddy(self.provider)
        self._labels[1].setBuddy(self.service)
        self.tabs.addTab(self._entries(), "")
        self.tabs.addTab(self.columns, "")
        self.tabs.addTab(self.left_out, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.tabs, 1)

    def _entries(self) -> QWidget:
        table = self.table
        table.setModel(self.model)
        make_quiet(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        for section in Column:
            mode = QHeaderView.ResizeMode.Fixed if section in _NARROW else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(section, mode)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(table)
        splitter.addWidget(self.whole)
        splitter.setSizes([300, 120])
        above = QHBoxLayout()
        above.addWidget(self.shown)
        above.addWidget(self._counts, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(splitter, 1)
        return inside

    def _connect(self) -> None:
        self.columns.chosen.connect(self.column_chosen)
        for field in (self.provider, self.service):
            field.editingFinished.connect(self._origin)
        self.shown.activated.connect(self.show_entries)
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)

    def _origin(self) -> None:
        document = self._document
        if document is None:
            return
        provider, service = self.provider.text().strip(), self.service.text().strip()
        known = ("" if document.read.provider == UNKNOWN else document.read.provider, document.read.service)
        if (provider, service) != known:
            self.origin_chosen.emit(provider, service)
