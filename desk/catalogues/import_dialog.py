"""Error-code pages on their way in: what each was read as, all entries to look through, and nothing stored before Install."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidgetItem, QWidget
from typing_extensions import override

from desk.catalogues.import_form import ImportForm
from desk.catalogues.import_process import ImportProcess
from desk.catalogues.import_state import ImportedDocument, Rows, counts_said
from desk.catalogues.import_words import step_said
from desk.language.retranslated import Retranslated
from desk.own_keys import ENTER
from desk.style.file_dialog import FileDialog
from desk.style.look import Look
from index.importing.preview_values import (
    Add,
    Command,
    Compared,
    DocumentRead,
    Install,
    InstallDone,
    Leave,
    RowsRead,
    Step,
)


class ImportDialog(Retranslated, QDialog):
    """Not modal. Closing it at any time leaves everything as it was."""

    installed = Signal(object)
    """What was installed: an `InstallDone`."""

    def __init__(self, process: ImportProcess, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._process = process
        self._documents: dict[int, ImportedDocument] = {}
        self._busy = self._compared_once = self._installing = False
        self._step = Step()
        self._line = ""
        self.form = ImportForm(look, self)
        self._connect()
        self.form.retranslate()
        self._say()

    def add(self, paths: Sequence[Path]) -> None:
        """Read files, and those in folders."""
        if paths:
            self._ask(Add(paths=tuple(str(path) for path in paths)))

    def documents(self) -> list[ImportedDocument]:
        """Return the documents of the list, in order."""
        return list(self._documents.values())

    def choose_files(self) -> None:
        """Let the user choose files; the desk goes on meanwhile."""
        dialog = FileDialog(self, self.tr("Error-code pages to import"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(FileDialog.FileMode.ExistingFiles)
        dialog.setModal(False)
        dialog.filesSelected.connect(lambda files: self.add([Path(file) for file in files]))
        dialog.show()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.add(files)

    @override
    def retranslate(self) -> None:
        self.form.retranslate()
        for document in self.documents():
            self.form.list_document(document)
        self._say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field says that it is filled in, not that everything is to be installed.
        if event.key() in ENTER and isinstance(self.focusWidget(), QLineEdit):
            return
        super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        self._process.stop()
        super().done(result)

    def _connect(self) -> None:
        process, form = self._process, self.form
        process.progressed.connect(self._stepped)
        process.document_read.connect(self._read)
        process.rows_read.connect(self._rows)
        process.compared.connect(self._compared)
        process.installed.connect(self._installed)
        process.refused.connect(self._refused)
        for button in form.choosers:
            button.clicked.connect(self.choose_files)
        form.list.currentRowChanged.connect(self._show)
        form.list.itemChanged.connect(self._ticked)
        form.page.origin_chosen.connect(self._origin)
        form.page.column_chosen.connect(self._column)
        form.install.clicked.connect(self._install)
        form.cancel.clicked.connect(self.reject)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), form.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._leave)

    def _ask(self, command: Command) -> None:
        self._busy, self._line, self._installing = True, "", isinstance(command, Install)
        self._stepped(Step())
        self._process.ask(command)

    def _stepped(self, step: Step) -> None:
        """Show how far the process is; a late word of it changes nothing."""
        if self._busy:
            self._step = step
            self.form.show_progress(step.done, step.total)
            self._say()

    def _current(self) -> ImportedDocument | None:
        number = self.form.current_number()
        return None if number is None else self._documents.get(number)

    def _read(self, read: DocumentRead) -> None:
        document = self._documents.setdefault(read.number, ImportedDocument(read=read))
        document.read = read
        self.form.list_document(document)
        if document is self._current():
            self._show()

    def _rows(self, lot: RowsRead) -> None:
        document = self._documents.get(lot.number)
        if document is None:
            return
        if lot.first:
            document.rows = Rows()
        document.rows.add(lot.rows)
        if lot.first and document is self._current():
            self.form.page.show_entries()

    def _compared(self, compared: Compared) -> None:
        for comparison in compared.documents:
            if comparison.number in self._documents:
                self._documents[comparison.number].comparison = comparison
        self._rest()
        current = self._current()
        first = next((one.read.number for one in self.documents() if one.read.entries), None)
        if not self._compared_once and first is not None and current and not current.read.entries:
            self.form.choose_document(first)
        self._compared_once = True
        self.form.page.show_entries()

    def _installed(self, done: InstallDone) -> None:
        self._rest()
        self.installed.emit(done)
        self.accept()

    def _refused(self, line: str) -> None:
        self._line = line
        self._rest()

    def _rest(self) -> None:
        self._busy = False
        self.form.end_progress()
        self._say()

    def _show(self) -> None:
        self.form.page.show_document(self._current())

    def _ticked(self, item: QListWidgetItem) -> None:
        document = self._documents.get(item.data(self.form.NUMBER))
        if document is not None:
            document.wanted = item.checkState() == Qt.CheckState.Checked
            self._say()

    def _origin(self, provider: str, service: str) -> None:
        document = self._current()
        if document is not None:
            document.provider, document.service = provider, service
            self._ask(document.change())

    def _column(self, name: str, field: str) -> None:
        document = self._current()
        if document is not None:
            document.mapping[name] = field
            self._ask(document.change())

    def _leave(self) -> None:
        document = self._current()
        if document is not None:
            del self._documents[document.read.number]
            self.form.leave_document(document.read.number)
            self._show()
            self._ask(Leave(number=document.read.number))

    def _install(self) -> None:
        if self._is_ready():
            numbers = tuple(one.read.number for one in self.documents() if one.counts)
            self._ask(Install(numbers=numbers))

    def _say(self) -> None:
        """Say where things stand below the list, and whether there is something to install."""
        chosen = [one for one in self.documents() if one.counts]
        entries = sum(one.read.entries for one in chosen)
        nameless = [one.name for one in chosen if one.is_nameless]
        if self._busy:
            said = self.tr("Installing…") if self._installing else step_said(self._step)
        elif self._line:
            said = self._line
        elif nameless:
            said = self.tr("Say whose it is, or untick it: {names}").format(names=", ".join(nameless[:3]))
        elif chosen:
            said = counts_said(one.comparison for one in chosen)
        elif self._documents:
            said = self.tr(
                "No error codes were found. Is it in the columns? Say there which column holds the code."
            )
        else:
            said = ""
        self.form.show_state(said, entries=entries, ready=self._is_ready())

    def _is_ready(self) -> bool:
        """Tell whether there is something to install, and of each page whose it is."""
        chosen = [one for one in self.documents() if one.counts]
        return bool(chosen) and not self._busy and not any(one.is_nameless for one in chosen)
