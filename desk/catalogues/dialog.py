"""The catalogues that are searched: where each comes from, exported for colleagues, imported ones removed and brought back."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTableWidgetItem, QWidget
from typing_extensions import override

from desk.catalogues.form import CataloguesForm
from desk.language.counted import Counted
from desk.language.marking import QT_TRANSLATE_NOOP
from desk.language.refusals import refusal_said
from desk.language.retranslated import Retranslated
from desk.style.file_dialog import FileDialog
from desk.style.look import Look
from desk.style.quiet_table import choose_rows
from desk.style.tips import plain_tip
from index.folders import Folders
from index.importing import kept
from index.importing.registry import Origin, Register, Registered
from index.importing.registry_child import export, register

translate = QCoreApplication.translate

Run = Callable[[Callable[[], object], Callable[[object], object], Callable[[str], object]], None]
"""Does a job on a thread; hands its result, or the line of a refusal, over in the window's."""

_ORIGINS = {
    Origin.BUNDLED: QT_TRANSLATE_NOOP("CataloguesDialog", "bundled"),
    Origin.IMPORTED: QT_TRANSLATE_NOOP("CataloguesDialog", "imported"),
    Origin.OWN: QT_TRANSLATE_NOOP("CataloguesDialog", "own entries"),
}
_LINKS = ("https://", "http://")


class CataloguesDialog(Retranslated, QDialog):
    """Not modal. Removing asks nothing and can be undone."""

    changed = Signal()
    """A catalogue was removed or brought back."""
    removed = Signal(object)
    """The ids of the catalogues that were removed."""
    brought_back = Signal(object)
    """The ids of a removal that was taken back here."""
    said = Signal(str)
    """One line about what was done."""
    import_wanted = Signal()
    """The user wants to import pages."""

    def __init__(self, folders: Folders, run: Run, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("cataloguesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folders, self._run = folders, run
        self._catalogues: tuple[Registered, ...] = ()
        self._removed: list[tuple[Registered, ...]] = []
        self._closed, self._left = Event(), Event()
        self.finished.connect(self._closed.set)
        self.form = CataloguesForm(look, self)
        self._connect()
        self.form.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """List the catalogues as they are now."""
        unwanted = self._closed.is_set  # the dialog itself is gone by then
        self._do(lambda: register(self._folders, unwanted), self._list)

    def catalogues(self) -> tuple[Registered, ...]:
        """Return what is listed."""
        return self._catalogues

    def export_to(self, path: Path) -> None:
        """Write the chosen catalogues, or all where none is chosen, to a file."""
        chosen = self._chosen() or list(self._catalogues)
        ids = frozenset(one.header.id for one in chosen)

        def tell(entries: object) -> None:
            said = self.tr("{entries} of {catalogues} written to {file}")
            number = entries if isinstance(entries, int) else 0
            whole, packs = Counted().entries(number), Counted().catalogues(len(ids))
            self._say(said.format(entries=whole, catalogues=packs, file=path.name))

        left = self._left.is_set
        self._do(lambda: export(ids, path, self._folders, left), tell)

    def leave(self) -> None:
        """Close, and wait for nothing any more: the desk goes. What is being exported is written all the same."""
        self._left.set()
        self._closed.set()
        self.close()

    @override
    def retranslate(self) -> None:
        self.form.retranslate()
        self._fill()

    def _connect(self) -> None:
        form = self.form
        form.table.itemSelectionChanged.connect(self._offer)
        form.export.clicked.connect(self._choose_file)
        form.remove.clicked.connect(self._remove)
        form.undo.clicked.connect(self._bring_back)
        form.source.clicked.connect(self._open_source)
        form.add.clicked.connect(self.import_wanted)
        form.leave.clicked.connect(self.close)
        for keys, todo in (
            (QKeySequence(Qt.Key.Key_Delete), self._remove),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._bring_back),
        ):
            QShortcut(keys, self).activated.connect(todo)

    def _do(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        self._run(
            job,
            lambda found: then(found) if shiboken6.isValid(self) else None,
            lambda line: self._say(line) if shiboken6.isValid(self) else None,
        )

    def _say(self, line: str) -> None:
        self.form.say(line)
        self.said.emit(line)

    def _list(self, found: object) -> None:
        if not isinstance(found, Register):
            return
        self._catalogues = found.catalogues
        there = {one.header.id for one in found.catalogues if one.origin is Origin.IMPORTED}
        # The window undoes too.
        self._removed = [gone for gone in self._removed if not there.issuperset(map(_id, gone))]
        if found.faults:
            self._say(refusal_said(found.faults[0]))
        self._fill()

    def _fill(self) -> None:
        chosen = {one.header.id for one in self._chosen()}
        table = self.form.table
        table.setRowCount(len(self._catalogues))
        for row, one in enumerate(self._catalogues):
            header = one.header
            origin = str(translate("CataloguesDialog", _ORIGINS[one.origin]))
            if one.hides_bundled:
                origin = self.tr("{origin}, in place of the bundled one").format(origin=origin)
            texts = (
                header.provider,
                header.service,
                str(header.entries),
                origin,
                header.updated,
                header.title,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(
                    plain_tip(f"{text}\n{header.url}".strip() if column == len(texts) - 1 else text)
                )
                if column == self.form.ENTRIES:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        rows = [row for row, one in enumerate(self._catalogues) if one.header.id in chosen]
        choose_rows(table, rows or range(min(1, len(self._catalogues))))
        self._offer()

    def _chosen(self) -> list[Registered]:
        rows = {item.row() for item in self.form.table.selectedItems()}
        return [self._catalogues[row] for row in sorted(rows) if row < len(self._catalogues)]

    def _offer(self) -> None:
        """Let only those buttons be pressed that would do something."""
        chosen, form = self._chosen(), self.form
        form.remove.setEnabled(any(one.origin is Origin.IMPORTED for one in chosen))
        form.source.setEnabled(len(chosen) == 1 and chosen[0].header.url.startswith(_LINKS))
        form.export.setEnabled(bool(self._catalogues))
        form.undo.setVisible(bool(self._removed))

    def _choose_file(self) -> None:
        chosen = self._chosen()
        name = chosen[0].header.id if len(chosen) == 1 else "catalogues"
        dialog = FileDialog(self, self.tr("Export as a pack"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Packs (*.jsonl)"))
        dialog.setDefaultSuffix("jsonl")
        dialog.selectFile(f"{name}.jsonl")
        dialog.setModal(False)
        dialog.fileSelected.connect(lambda file: self.export_to(Path(file)))
        dialog.show()

    def _remove(self) -> None:
        """Remove the chosen imported catalogues."""
        gone = tuple(one for one in self._chosen() if one.origin is Origin.IMPORTED)
        if not gone:
            self._say(self.tr("Only imported catalogues can be removed."))
            return

        def job() -> None:
            for one in gone:
                kept.remove(one.header.id, self._folders)

        def tell(_done: object) -> None:
            self._removed.append(gone)
            names = _names(gone)
            if any(one.hides_bundled for one in gone):
                said = self.tr("Removed: {names}; the bundled one is back. Ctrl+Z undoes it.")
            else:
                said = self.tr("Removed: {names}. Ctrl+Z undoes it.")
            self._say(said.format(names=names))
            self._changed()
            self.removed.emit(tuple(map(_id, gone)))

        self._do(job, tell)

    def _bring_back(self) -> None:
        """Bring back what was removed last."""
        if not self._removed:
            return
        last = self._removed.pop()

        def job() -> None:
            for one in last:
                kept.bring_back(one.header.id, self._folders)

        def tell(_done: object) -> None:
            self._say(self.tr("{names}: back again").format(names=_names(last)))
            self._changed()
            self.brought_back.emit(tuple(map(_id, last)))

        self._do(job, tell)

    def _changed(self) -> None:
        self.changed.emit()
        self.refresh()

    def _open_source(self) -> None:
        """Show the page of the catalogue in the browser; the desk itself opens no address."""
        chosen = self._chosen()
        if len(chosen) == 1 and chosen[0].header.url.startswith(_LINKS):
            QDesktopServices.openUrl(QUrl(chosen[0].header.url))


def _id(one: Registered) -> str:
    return one.header.id


def _names(catalogues: tuple[Registered, ...]) -> str:
    return ", ".join(f"{one.header.provider} · {one.header.service}" for one in catalogues)
