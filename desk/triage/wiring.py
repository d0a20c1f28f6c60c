"""Connects long logs: a file, a drop or a long paste -> TriageThread -> table of codes -> list and detail of the code chosen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desk.language.refusals import refusal_said
from desk.payload.flow import PayloadFlow
from desk.payload.put_away import Kept
from desk.payload.wiring import PayloadWiring
from desk.question.search_thread import SearchThread
from desk.question.wiring import QuestionWiring
from desk.results.empty_state import Notice
from desk.settings.preferences import Preferences
from desk.tickets.copy_flow import CopyFlow
from desk.tickets.source import Choice
from desk.triage.drop import FileDrop
from desk.triage.files import fault_said, small_text
from desk.triage.source import TriageSource
from desk.triage.thread import LogFault, TriageThread
from desk.window import MainWindow
from index.payload.log_file import UnreadableLog
from index.payload.triage_table import Triage, TriageRow
from index.reports import Confidence, Explanation, MatchedError, ReportedError
from index.table import EntryTable

if TYPE_CHECKING:
    from desk.payload.pane import PayloadPane

_REST_MS = 60
_PAINTED_MS = 10
"""After so long Qt has painted what was changed; it waits for 5 ms before it begins."""


class TriageWiring(QObject):
    """Beside `desk.payload.wiring`."""

    shown = Signal()
    """List and detail show what was chosen."""
    given_up = Signal()
    """What was under way does not come any more."""

    def __init__(
        self,
        window: MainWindow,
        triage: TriageThread,
        search: SearchThread,
        question: QuestionWiring,
        pasted: PayloadWiring,
        payload: PayloadFlow,
        copy: CopyFlow,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window, self._triage, self._search = window, triage, search
        self._question, self._pasted, self._payload = question, pasted, payload
        self._copy, self._preferences = copy, preferences
        self._asked = self._taken = 0
        self._row: TriageRow | None = None
        self._code = ""
        self._made: Triage | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look_up)
        self._drop = FileDrop(window, window.field)
        self._drop.files_dropped.connect(self._take_drop)
        self._drop.text_dropped.connect(pasted.take_text)
        pasted.long_log.connect(self.read_text)
        pasted.table_back.connect(self._bring_back)
        triage.made.connect(self._show)
        triage.failed.connect(self._tell)
        window.with_payload(self._connect_pane)

    def _take_drop(self, files: object) -> None:
        self._window.payload.files_dropped.emit(files)

    def _connect_pane(self, pane: "PayloadPane") -> None:
        pane.files_dropped.connect(self.take_files)
        pane.triage_wanted.connect(self._triage_of_paste)
        pane.text_wanted.connect(self._back_to_text)
        pane.table_wanted.connect(self._copy_table)
        pane.triage.row_selected.connect(self._select)
        self._triage.progressed.connect(pane.show_triage_progress)

    def is_under_way(self) -> bool:
        """Tell whether a log is being read, or list and detail do not yet show the code chosen in its table."""
        chosen = self._rest.isActive() or self._asked != self._taken
        making = self._triage.is_reading() or self._made is not None
        return making or (chosen and self._window.payload.shows_triage())

    def open_file(self) -> None:
        """Ask for a log or text file and read it."""
        from desk.style.file_dialog import FileDialog  # noqa: PLC0415 - not at the start

        dialog = FileDialog(self._window, self.tr("Open a log or text file"))
        dialog.setObjectName("openLog")
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Logs and texts (*.log *.txt *.json *.jsonl *.out *.csv *.gz)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(lambda path: self.take_files((path,)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_files(self, paths: object) -> None:
        """Read dropped or opened files: small ones like a paste, a long one as a log."""
        files = [Path(str(path)) for path in paths] if isinstance(paths, tuple | list) else []
        if not files:
            return
        try:
            text = small_text(files)
        except UnreadableLog as fault:
            self._tell(LogFault(fault=fault.fault, name=fault.name, said=refusal_said(fault)))
            return
        if text is not None:
            self._pasted.take_text(text, sure=True)
            return
        if len(files) > 1:
            said = self.tr("One log at a time: only {name} is read.").format(name=files[0].name)
            self._window.status.show_news(said)
        self._start(files[0].name, path=files[0])

    def read_text(self, text: object) -> None:
        """Read a long pasted text as a log."""
        if isinstance(text, str):
            self._start("", text=text)

    def _start(self, name: str, *, path: Path | None = None, text: str = "") -> None:
        self._pasted.forget()
        self._say_reading()
        self._read(name, path=path, text=text)

    def _say_reading(self) -> None:
        """Say in list and detail that something comes, where nothing else is asked."""
        reading = Notice(title=self.tr("Reading…"))
        if not self._window.results.rows():
            self._window.results.show_notice(reading)
            self._window.detail.show_notice(reading)

    def _read(self, name: str, *, path: Path | None = None, text: str = "") -> None:
        self._made, self._code = None, ""
        self._window.turns.settle()
        self._window.payload.show()
        self._window.payload.show_triage_reading(name)
        self._triage.read(path=path, text=text)

    def _bring_back(self, kept: object) -> None:
        if isinstance(kept, Kept):
            self._code = kept.code
            self._say_reading()
            self._window.turns.settle()
            self._window.payload.show()
            self._window.payload.show_triage_reading(kept.name)
            self._show(kept.table)

    def _triage_of_paste(self) -> None:
        found = self._window.payload.found()
        if found is not None:
            self._read("", text=found.text)

    def _back_to_text(self) -> None:
        self._rest.stop()
        self.given_up.emit()
        self._asked = self._taken = self._asked + 1
        self._triage.cancel()
        self._payload.take_back()
        self._window.payload.show_text()

    def _show(self, found: object) -> None:
        """Make room for a table, show it, and go into it: each is laid out and painted in a turn of its own."""
        if isinstance(found, Triage):
            self._made = found
            self._question.step_back()
            QTimer.singleShot(_PAINTED_MS, self, self._show_table)

    def _show_table(self) -> None:
        pane, made = self._window.payload, self._made
        if made is None:  # another log is being read
            return
        if pane.shows_triage():
            pane.show_triage(made)
            QTimer.singleShot(_PAINTED_MS, self, self._go_into_table)
        else:  # put away meanwhile
            self._made = None
            self.given_up.emit()

    def _go_into_table(self) -> None:
        made, self._made = self._made, None
        if made is None or not self._window.payload.shows_triage():
            return
        if not made.rows:  # nothing comes any more
            self._window.results.show_notice(None)
            self._window.detail.show_notice(None)
        at = next((number for number, row in enumerate(made.rows) if row.code == self._code), 0)
        self._window.payload.triage.select_position(at)
        self._window.payload.take_focus()
        self._window.status.show_read(partial(self._counted, len(made.rows)))
        self.shown.emit()

    def _counted(self, number: int) -> str:
        return self.tr("Codes counted: {count}").format(count=number)

    def _tell(self, fault: object) -> None:
        """Say why a log was not read, and go back to what was there."""
        if not isinstance(fault, LogFault):
            return
        pane = self._window.payload
        self.given_up.emit()
        if pane.shows_triage():
            if pane.found() is not None:
                self._back_to_text()
            else:
                self._pasted.close_payload()
        self._window.status.show_news(fault_said(fault))

    def _select(self, row: object) -> None:
        if isinstance(row, TriageRow):
            self._row = row
            self._rest.start()

    def _look_up(self) -> None:
        row = self._row
        if row is None or not self._window.payload.shows_triage():
            return
        self._asked += 1
        preferred = self._preferences.settings().preferred_services
        self._search.look_up(_explained(row.sample, preferred), partial(self._take, self._asked, row))

    def _take(self, number: int, row: TriageRow, found: object) -> None:
        if number != self._asked or not isinstance(found, Explanation):
            return
        self._taken = number
        number_of_error = next(
            (n for n, one in enumerate(found.errors) if _same(one.error.code, row.code)), None
        )
        if number_of_error is None:
            error = ReportedError(code=row.code, request_ids=row.request_ids)
            unread = MatchedError(error=error, known=False, confidence=Confidence.CERTAIN)
            found, number_of_error = msgspec.structs.replace(found, errors=(unread,)), 0
        self._question.step_back()
        self._payload.lend(msgspec.structs.replace(found, request_ids=row.request_ids), row.id_count)
        self._payload.select(number_of_error)
        self.shown.emit()

    def _copy_table(self) -> None:
        choice: Choice = self._copy.choice()
        self._copy.copy(TriageSource(triage=self._window.payload.triage.found()), choice)


def _explained(sample: str, preferred: tuple[str, ...]) -> Callable[[EntryTable], Explanation]:
    def look(table: EntryTable) -> Explanation:
        from index.matching import explain  # noqa: PLC0415 - heavy, and not needed before the first log

        return explain(sample, table, preferred=preferred)

    return look


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()
