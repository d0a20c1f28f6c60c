"""Connects the pasted text: clipboard and drops -> PayloadThread -> PayloadFlow -> payload pane and result list."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.clipboard import LARGEST, DeskClipboard
from desk.language.counted import Counted
from desk.memory.undo import UndoStack
from desk.payload.coming_back import ComingBack
from desk.payload.flow import PayloadFlow
from desk.payload.put_away import Kept
from desk.payload.rows_shown import RowsShown
from desk.payload.thread import PayloadThread
from desk.question.keys_ahead import KeysAhead
from desk.question.query_flow import Asked, QueryFlow
from desk.question.wiring import QuestionWiring
from desk.results.empty_state import Notice
from desk.settings.preferences import Preferences
from desk.window import MainWindow
from index.entry import EntryId
from index.reports import Explanation

if TYPE_CHECKING:
    from desk.payload.pane import PayloadPane

_ONE_LINE = 200
LONG = 1_000_000
"""Characters from which a pasted text is a log: its codes are counted, its errors are not told one by one."""


class PayloadWiring(QObject):
    """What happens when something is pasted."""

    long_log = Signal(object)
    """A pasted text that is to be read as a log."""
    table_back = Signal(object)
    """The table of a log comes back: `Kept`."""

    def __init__(
        self,
        window: MainWindow,
        payloads: PayloadThread,
        question: QuestionWiring,
        query: QueryFlow,
        payload: PayloadFlow,
        clipboard: DeskClipboard,
        preferences: Preferences,
        ahead: KeysAhead,
        *,
        undo: UndoStack,
    ) -> None:
        super().__init__(window)
        self._ahead, self.back = ahead, ComingBack(window, query, payload, undo)
        self._window, self._payloads, self._question = window, payloads, question
        self._query, self._payload, self._clipboard, self._preferences = (
            query,
            payload,
            clipboard,
            preferences,
        )
        self._rows = RowsShown(window, payload)
        self._whole = False
        window.field.paste_wanted.connect(self.paste_clipboard)
        window.field.text_dropped.connect(self.take_text)
        window.start.paste_chosen.connect(lambda text: self.take_text(text, sure=True))
        payloads.idle.connect(window.prepare_payload)
        payloads.explained.connect(self._explained)
        payloads.no_error.connect(self._no_error)
        payloads.failed.connect(self._not_read)
        window.field.watch_reading(lambda: self._whole and payloads.is_reading())
        for source in (window.field, window.results, window.detail):
            source.digit_pressed.connect(self._take_digit)
        query.changed.connect(window.status.end_read)
        question.stepped_back.connect(self._resume)
        self.back.wanted.connect(self._bring_back)
        self.back.taken_up.connect(self._take_up_again)
        window.with_payload(self._connect_pane)

    def _connect_pane(self, pane: "PayloadPane") -> None:
        pane.error_selected.connect(self.take_up)
        pane.opened.connect(self._window.detail.setFocus)
        pane.close_wanted.connect(self.close_payload)
        pane.cancel_wanted.connect(self._cancel)
        pane.text_dropped.connect(self.take_text)
        pane.id_wanted.connect(self._copy_id)
        pane.query_wanted.connect(partial(self._question.search_for, pasted=True))
        pane.digit_pressed.connect(self._take_digit)
        self._payload.confirmed.connect(pane.confirm)

    def _take_digit(self, digit: int) -> None:
        self._ahead.when_shown(partial(self._confirm, digit))

    def set_language(self, language: str) -> None:
        """Show texts of entries in this language first."""
        self._rows.set_language(language)

    def paste_clipboard(self) -> None:
        """Read the clipboard: a payload when it holds an error, else a query."""
        if not self._clipboard.when_readable(lambda: self.take_text(self._clipboard.text())):
            self._window.status.show_news(
                self.tr("Bring this window to the front: only then may it read the clipboard here.")
            )

    def take_text(self, text: str, *, sure: bool = False) -> None:
        """Read a text, as if pasted."""
        self._ahead.forget()
        self._window.status.end_read()
        if not text or text.isspace():
            self._window.status.show_news(self.tr("The clipboard holds no text."))
        elif len(text) > LARGEST:
            self._window.status.show_news(
                self.tr("That text is too long to read (over 50 million characters).")
            )
        elif len(text) > LONG:
            self.long_log.emit(text)
        else:
            self._whole = whole = len(text) > _ONE_LINE or "\n" in text.strip()
            if whole:
                self.back.replace_table()
                self._open_payload()
                self._window.payload.show_reading(text)
            preferred = self._preferences.settings().preferred_services
            self._payloads.read(text, sure=sure or whole, preferred=preferred)
            if whole:
                self._window.turns.do("paste", [self._make_room])

    def close_payload(self) -> None:
        """Put the pasted text away and show the question again."""
        self._payloads.cancel()
        if self._payload.found() is None and not self._window.shows_payload():
            return
        self.back.replace(self.tr("Pasted text closed"), closed=True)
        self._drop()
        was_inside = self._window.payload.isAncestorOf(self._window.focusWidget())
        self._window.dividers.give_back()
        self._window.payload.hide()
        self._query.ask_again()
        if was_inside or self._window.is_at_start():
            self._window.field.setFocus()

    def forget(self) -> None:
        """Put away what was pasted before: something else takes its place, and nothing of it may be copied."""
        self.back.replace()
        self._drop()

    def _drop(self) -> None:
        self._ahead.forget()
        self._window.status.end_read()
        if self._payload.is_active():
            self._window.results.set_rows(())
            self._window.detail.show_notice(None)
        self._payloads.cancel()
        self._payload.clear()
        self._window.payload.clear()

    def take_up(self, position: int) -> None:
        """Show an error of the pasted text; a question asked meanwhile steps back."""
        if position >= 0:
            if self._question.is_under_way():
                self._ahead.forget()
            is_back = not self._payload.is_active()
            self._question.step_back()
            self._payload.select(position)
            if is_back:
                self.back.visit()

    def step(self, by: int) -> None:
        """Go to the next or previous error, or back to the current one from a question."""
        if self._payload.found() is not None and not self._payload.is_active():
            self._take_up_again()
        else:
            self._window.payload.step(by)

    def _cancel(self) -> None:
        """Stop reading; a table that was wanted of a text leaves the text as it was."""
        pane = self._window.payload
        if pane.shows_triage() and pane.found() is not None:
            pane.text_wanted.emit()
            return
        if pane.shows_triage() and self._payloads.triage.finish():
            return  # the table of what was counted so far comes
        said = self.tr("Reading was cancelled.")
        if pane.shows_triage():
            percent = pane.head.progress()
            said = self.tr("Cancelled: no codes were counted.")
            if percent is not None:
                said = self.tr("Cancelled at {percent} %: no codes were counted.").format(percent=percent)
        self.close_payload()
        self._window.status.show_news(said)

    def _copy_id(self, one: str) -> None:
        self._clipboard.put(one)
        self._window.status.show_news(self.tr("Copied {id}").format(id=one))

    def _resume(self) -> None:
        self.take_up(self._payload.position())

    def _make_room(self) -> None:
        if self._payloads.is_reading():
            self._question.step_back()

    def _open_payload(self) -> None:
        self._window.turns.settle()
        self._window.payload.show()

    def _take_up_again(self) -> None:
        """Go on with the text from a question: a digit is meant for its rows, no longer for the field."""
        self._resume()
        self._go_on()

    def _bring_back(self, kept: Kept) -> None:
        self._ahead.forget()
        self._payloads.cancel()
        if kept.table is not None:
            self._drop()
            self.table_back.emit(kept)
        elif kept.found is not None:
            self._open_payload()
            self._window.payload.show_reading(kept.found.text)
            self._window.turns.do("paste", [self._question.step_back, partial(self._show_again, kept)])

    def _show_again(self, kept: Kept) -> None:
        window, found = self._window, kept.found
        if found is None:
            return
        self._show(found, kept.chosen)
        for number in kept.chosen:
            window.payload.errors.confirm(number)
        window.payload.errors.select_position(kept.at)

    def _explained(self, found: object) -> None:
        if not isinstance(found, Explanation):
            return
        self.back.replace()
        self._open_payload()
        self._question.step_back()
        self._show(found, {})

    def _show(self, found: Explanation, chosen: dict[int, EntryId]) -> None:
        window = self._window
        self._payload.take_again(found, chosen)
        window.payload.show_found(found)
        self.back.visit()
        if found.errors:
            window.status.show_read(lambda: Counted().errors_read(len(found.errors)))
        else:
            window.results.show_notice(
                Notice(title=self.tr("No error in this text"), hint=self.tr("See the pasted text below."))
            )
            window.detail.show_notice(None)
        QTimer.singleShot(0, self, self._go_on)  # what was read is shown first

    def _go_on(self) -> None:
        """Now keys are about what was read."""
        if self._payload.current() is not None:
            self._window.results.setFocus()
        self._ahead.go_on()

    def _no_error(self, text: str) -> None:
        self._payload.rest()
        with self._ahead.handed_over():
            self._query.show(Asked(text=" ".join(text.split()), pasted=True))
        self._window.field.setFocus()

    def _not_read(self, line: str) -> None:
        self._ahead.forget()
        self.close_payload()
        self._window.status.show_news(line)

    def _confirm(self, digit: int) -> None:
        if self._payload.confirm(digit):
            self._window.status.show_news(self.tr("Row {digit} confirmed").format(digit=digit))
