"""The templates of tickets: the program's and the user's own, written with faults by line and a preview beside."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget
from typing_extensions import override

from desk.careful_dialog import CarefulDialog
from desk.language.refusals import refusal_said
from desk.language.retranslated import Retranslated
from desk.style.look import Look
from desk.tickets import template_jobs as jobs
from desk.tickets.names import template_name
from desk.tickets.templates_form import TemplatesForm
from index.errors import DeskError
from index.ticket.templates.store import TemplateInfo

Run = Callable[[Callable[[], object], Callable[[object], None]], None]
"""Does a job on a thread and hands its result over in the window's."""

_REST_MS = 200


class TemplatesDialog(Retranslated, CarefulDialog):
    """Not modal. Nothing is written before Save; a text that was not saved is asked about once."""

    changed = Signal()
    """Templates were kept or removed."""

    def __init__(self, folder: Path, run: Run, look: Look, language: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._folder, self._run, self._language = folder, run, language
        self._infos: dict[str, TemplateInfo] = {}
        self._drafts: dict[tuple[str, str], str] = {}
        self._open: tuple[str, str] = ("", "")
        self._clean = ""
        self._gone: jobs.Removed | None = None
        self._asked = self._warned = False
        self._checks = 0
        self.form = TemplatesForm(look, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._check)
        self._connect()
        self._refresh("internal")

    def open_template(self, name: str, language: str | None = None) -> None:
        """Show a template in one of its languages, as it is kept or as it was left."""
        info = self._infos.get(name)
        if info is None:
            return
        self._keep_draft()
        if language is None:
            there = info.languages or ("",)
            language = self._language if self._language in there else there[0]
        self._open = name, language
        then = partial(self._show, self._open)
        self._do(lambda: jobs.read(self._folder, name, language), then)

    def set_language(self, language: str) -> None:
        """Call the program's templates, and show the preview, in this language from now on."""
        shown = self.form.name.text().strip() == self._title(self._open[0])
        self._language = language
        for row in range(self.form.list.count()):
            item = self.form.list.item(row)
            item.setText(self._listed_as(self._infos[item.data(self.form.NAME)]))
        if shown:
            self.form.name.setText(self._title(self._open[0]))
        self._check()

    @override
    def retranslate(self) -> None:
        self.form.retranslate()

    @override
    def may_close(self) -> bool:
        self._keep_draft()
        if not self._drafts or self._warned:
            return True
        self._warned = True
        names = ", ".join(sorted({self._title(name) for name, _ in self._drafts}))
        self.form.say(self.tr("Not saved: {names}. Close again to give it up.").format(names=names))
        return False

    def _connect(self) -> None:
        form = self.form
        form.list.currentItemChanged.connect(self._row_chosen)
        form.language.activated.connect(self._language_chosen)
        form.editor.textChanged.connect(self._typed)
        form.save.clicked.connect(self._save)
        form.new.clicked.connect(self._begin)
        form.remove.clicked.connect(self._remove)
        form.undo.clicked.connect(self._put_back)
        form.leave.clicked.connect(self.reject)
        window = self.parentWidget()
        if window is not None:
            window.installEventFilter(self)

    def _do(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        def take(result: object) -> None:
            if not shiboken6.isValid(self):  # closed meanwhile
                return
            if isinstance(result, DeskError):
                self.form.say(refusal_said(result))
            else:
                then(result)

        self._run(job, take)

    def _refresh(self, name: str) -> None:
        self._do(lambda: jobs.listed(self._folder), partial(self._list, name))

    def _list(self, name: str, found: object) -> None:
        if not isinstance(found, tuple):
            return
        self._infos = {info.name: info for info in found}
        rows = self.form.list
        rows.blockSignals(True)  # noqa: FBT003 - Qt's switch
        rows.clear()
        for info in found:
            item = QListWidgetItem(self._listed_as(info), rows)
            item.setData(self.form.NAME, info.name)
            if info.name == name:
                rows.setCurrentItem(item)
        rows.blockSignals(False)  # noqa: FBT003 - Qt's switch
        self.open_template(name if name in self._infos else next(iter(self._infos), ""))

    def _title(self, name: str) -> str:
        return template_name(name, self._language)

    def _listed_as(self, info: TemplateInfo) -> str:
        title = self._title(info.name)
        return self.tr("{name} (own)").format(name=title) if info.own else title

    def _row_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_template(item.data(self.form.NAME))

    def _language_chosen(self) -> None:
        """Show the template in this language; a text that was changed is taken along to it."""
        name, wanted = self._open[0], self.form.language.currentData()
        if self.form.editor.toPlainText() == self._clean:
            self.open_template(name, wanted)
        else:
            self._open = name, wanted
            self._check()

    def _show(self, key: tuple[str, str], source: object) -> None:
        if key != self._open or not isinstance(source, str):
            return  # another one was chosen meanwhile
        self._clean = source
        info = self._infos.get(key[0])
        self.form.show_template(
            self._title(key[0]), key[1], self._drafts.pop(key, source), own=info is not None and info.own
        )
        self._check()

    def _typed(self) -> None:
        self._warned = False
        self._rest.start()

    def _check(self) -> None:
        self._checks += 1
        source, language = self.form.editor.toPlainText(), self._open[1] or self._language
        self._do(lambda: jobs.checked(source, language), partial(self._show_checked, self._checks))

    def _show_checked(self, number: int, checked: object) -> None:
        if number == self._checks and isinstance(checked, jobs.Checked):
            self.form.show_checked(checked)

    def _keep_draft(self) -> None:
        text = self.form.editor.toPlainText()
        if self._open[0] and text != self._clean:
            self._drafts[self._open] = text

    def _begin(self) -> None:
        """Begin an own template with the present text."""
        name = f"{self._open[0]}-2".lstrip("-")
        self.form.begin(name)

    def _save(self) -> None:
        written, language = self.form.name.text().strip(), self.form.language.currentData()
        # The program's templates are called by a title in the window's language, and kept under a name of their own.
        name = {self._title(name): name for name in self._infos}.get(written, written)
        source = self.form.editor.toPlainText()
        self._do(lambda: jobs.saved(self._folder, name, source, language), self._saved)

    def _saved(self, name: object) -> None:
        self._drafts.pop(self._open, None)
        self._drafts.pop((str(name), self.form.language.currentData()), None)
        self._clean = self.form.editor.toPlainText()
        self.form.say(self.tr("Saved"))
        self.changed.emit()
        self._refresh(str(name))

    def _remove(self) -> None:
        info = self._infos.get(self._open[0])
        if info is not None and info.own:
            self._do(lambda: jobs.removed(self._folder, info), self._removed)

    def _removed(self, gone: object) -> None:
        if isinstance(gone, jobs.Removed):
            self._gone = gone
            self._drafts = {key: text for key, text in self._drafts.items() if key[0] != gone.name}
            self._clean = self.form.editor.toPlainText()
            self.form.offer_undo(self._title(gone.name))
            self.changed.emit()
            self._refresh(gone.name)

    def _put_back(self) -> None:
        gone, self._gone = self._gone, None
        if gone is not None:
            self.form.offer_undo("")
            self._do(lambda: jobs.put_back(self._folder, gone), self._saved)
