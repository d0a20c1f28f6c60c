"""Connects imports with the window: the two dialogs, the offer for dropped pages, and what happens after Install."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from desk.language.counted import Counted
from desk.memory.library_thread import LibraryThread
from desk.memory.undo import Step
from desk.style.look import Look
from desk.window import MainWindow
from index import table_child
from index.folders import Folders

if TYPE_CHECKING:
    from desk.catalogues.dialog import CataloguesDialog
    from desk.catalogues.import_dialog import ImportDialog
    from desk.catalogues.import_process import ImportProcess

_FEWEST = 3
_LARGEST = 20 * 1024 * 1024


class ImportWiring(QObject):
    """Beside `desk.wiring`."""

    catalogues_changed = Signal()
    """The search has to look again."""
    removed = Signal(object)
    """Catalogues were removed: the `Step` that brings them back."""
    brought_back = Signal(object)
    """They were brought back in their own dialog: this `Step` is done with."""

    def __init__(
        self,
        window: MainWindow,
        library: LibraryThread,
        folders: Folders,
        look: Callable[[], Look],
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._folders, self._look = window, library, folders, look
        self._import: ImportDialog | None = None
        self._catalogues: CataloguesDialog | None = None
        self._looking: ImportProcess | None = None
        self._entries: dict[str, int] = {}
        self._steps: dict[tuple[str, ...], Step] = {}
        window.offer.taken.connect(self.open_import)
        table_child.stay(folders)

    def open_import(self, paths: Iterable[Path] = ()) -> None:
        """Show the import, with these files and those that were offered; one that is open is taken further."""
        from desk.catalogues.import_dialog import ImportDialog  # noqa: PLC0415 - not needed at the start
        from desk.catalogues.import_process import ImportProcess  # noqa: PLC0415 - the same

        wanted = (*paths, *self._window.offer.pop())
        if self._import is None or not shiboken6.isValid(self._import):
            process = ImportProcess(self._folders, _command, self)
            self._import = ImportDialog(process, self._look(), self._window)
            self._import.installed.connect(self._installed)
            process.gone.connect(process.deleteLater)
        self._raise(self._import)
        self._import.add(wanted)

    def open_catalogues(self) -> None:
        """Show the catalogues."""
        from desk.catalogues.dialog import CataloguesDialog  # noqa: PLC0415 - not needed at the start

        if self._catalogues is None or not shiboken6.isValid(self._catalogues):
            run = self._library.run
            self._catalogues = CataloguesDialog(
                self._folders,
                lambda job, then, refused: run(lambda _library: job(), then, refused),
                self._look(),
                self._window,
            )
            self._catalogues.changed.connect(self.catalogues_changed)
            self._catalogues.said.connect(self._window.status.show_news)
            self._catalogues.removed.connect(self._removed)
            self._catalogues.brought_back.connect(self._brought_back)
            self._catalogues.import_wanted.connect(self.open_import)
        self._raise(self._catalogues)

    def _raise(self, dialog: "ImportDialog | CataloguesDialog") -> None:
        if dialog.isVisible():
            dialog.raise_()
            dialog.activateWindow()
        else:
            self._window.open_dialog(dialog)

    def _removed(self, ids: object) -> None:
        names = _listed(ids)

        def back() -> None:
            self._library.run(lambda _library: _bring_back(names, self._folders), self._back)

        self._steps[names] = Step(said="", back=back)
        self.removed.emit(self._steps[names])

    def _brought_back(self, ids: object) -> None:
        self.brought_back.emit(self._steps.pop(_listed(ids), None))

    def _back(self, done: object) -> None:
        if done:
            self._window.status.show_news(self.tr("The catalogue is back"))
        self.catalogues_changed.emit()
        if self._catalogues is not None and shiboken6.isValid(self._catalogues):
            self._catalogues.refresh()

    def look_at(self, paths: object) -> None:
        """See whether dropped files are error-code pages, in a process of their own; offer to import them if so."""
        from desk.catalogues.import_process import ImportProcess  # noqa: PLC0415 - not needed at the start
        from index.importing.preview_values import Add  # noqa: PLC0415 - the same

        files = [path for one in _listed(paths) if (path := Path(one)).is_file()]
        small = [str(path) for path in files if path.stat().st_size <= _LARGEST]
        self._window.offer.pop()
        if not small:
            return
        self.stop()
        self._entries = {}
        self._looking = ImportProcess(self._folders, _command, self)
        self._looking.document_read.connect(self._looked)
        self._looking.compared.connect(self._offer)
        self._looking.refused.connect(self.stop)
        self._looking.gone.connect(self._looking.deleteLater)
        self._looking.ask(Add(paths=tuple(small)))

    def stop(self) -> None:
        """End what is looking into dropped files."""
        looking, self._looking = self._looking, None
        if looking is not None:
            looking.stop()

    def close(self) -> None:
        """End everything: the desk goes."""
        from desk.catalogues.import_process import ImportProcess  # noqa: PLC0415 - not needed at the start

        self.stop()
        table_child.leave(self._folders)
        if self._import is not None and shiboken6.isValid(self._import):
            self._import.close()
        if self._catalogues is not None and shiboken6.isValid(self._catalogues):
            self._catalogues.leave()
        for process in self.findChildren(ImportProcess):
            process.wait_gone()

    def _looked(self, read: object) -> None:
        from index.importing.preview_values import DocumentRead  # noqa: PLC0415 - not needed at the start

        if isinstance(read, DocumentRead) and read.entries >= _FEWEST:
            self._entries[read.path] = read.entries

    def _offer(self) -> None:
        self.stop()
        if self._entries:
            files = tuple(Path(path) for path in self._entries)
            self._window.offer.offer(files, sum(self._entries.values()))

    def _installed(self, done: object) -> None:
        from index.importing.preview_values import InstallDone  # noqa: PLC0415 - not needed at the start

        if not isinstance(done, InstallDone):
            return
        names = ", ".join(f"{one.provider} · {one.service}" for one in done.catalogues[:3])
        said = self.tr("Imported: {entries} of {names}. To undo, remove them in Catalogues.")
        count = sum(one.entries for one in done.catalogues)
        self._window.status.show_news(said.format(entries=Counted().entries(count), names=names))
        self.catalogues_changed.emit()
        if self._catalogues is not None and shiboken6.isValid(self._catalogues):
            self._catalogues.refresh()


def _bring_back(ids: tuple[str, ...], folders: Folders) -> bool:
    """Bring back those that have not come back already; tells whether there were any."""
    from index.importing import kept  # noqa: PLC0415 - not needed at the start

    wanted = [one for one in ids if kept.is_kept(one, folders)]
    for one in wanted:
        kept.bring_back(one, folders)
    return bool(wanted)


def _command(folders: Folders) -> list[str]:
    from index.importing.preview_values import command  # noqa: PLC0415 - not needed at the start

    return command(folders)


def _listed(paths: object) -> tuple[str, ...]:
    return tuple(map(str, paths)) if isinstance(paths, tuple | list) else ()
