"""Copying: tickets for the payload or the selected row, codes, ids; what was copied is said in one line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk.clipboard import DeskClipboard
from desk.detail.safe_browser import Selected, tidy
from desk.language.counted import Counted
from desk.language.refusals import refusal_said
from desk.payload.flow import PayloadFlow
from desk.question.keys_ahead import KeysAhead
from desk.question.search_thread import SearchThread
from desk.results.rows import Row
from desk.tickets.names import FORMS, language_name, target_name, template_name
from desk.tickets.source import Choice, TicketSource
from index.errors import DeskError
from index.reports import Explanation

if TYPE_CHECKING:
    from index.ticket.writer import TicketText

translate = QCoreApplication.translate

STANDARD = "internal"
"""The template that goes without saying."""


class CopyFlow(QObject):
    """Writes tickets on the search thread (templates are slow to load) and puts them on the clipboard."""

    said = Signal(str)
    """What was copied, or why nothing was."""
    hid = Signal()
    """Something was hidden in what was copied."""

    def __init__(
        self,
        clipboard: DeskClipboard,
        payload: PayloadFlow,
        thread: SearchThread,
        row: Callable[[], Row | None],
        ahead: KeysAhead,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._payload, self._thread, self._row = clipboard, payload, thread, row
        self._ahead, self._choice = ahead, Choice()
        self._window_language = "en"
        self._read_note: Callable[[Callable[[str], object]], object] = _no_note
        self._is_reading: Callable[[], bool] = bool

    def set_choice(self, choice: Choice, window_language: str) -> None:
        """Write tickets like this, and say so in this language."""
        self._choice, self._window_language = choice, window_language

    def watch(
        self, *, read_note: Callable[[Callable[[str], object]], object], is_reading: Callable[[], bool]
    ) -> None:
        """Ask these for the note to add, which may come later, and whether a pasted text is still being read."""
        self._read_note, self._is_reading = read_note, is_reading

    def choice(self) -> Choice:
        """Return how a ticket is written now, but for the note."""
        return self._choice

    def with_note(self, choice: Choice, then: Callable[[Choice], object]) -> None:
        """Go on with the note about the selected row, if tickets are to carry it."""
        self._read_note(lambda note: then(msgspec.structs.replace(choice, note=note)))

    def source(self) -> TicketSource | None:
        """Return what a ticket would be written from now: the payload, or the selected row where nothing was pasted."""
        found, row = self._payload.found(), self._row()
        if found is not None and found.errors and self._payload.is_active():
            return TicketSource(found=found, chosen=self._payload.chosen())
        return TicketSource(entry=row.entry, values=row.values) if row is not None else None

    def copy_ticket(self, target: str | None = None) -> None:
        """Copy the ticket for this target, without one for the target chosen last.

        While an answer or a pasted text is still under way, it is copied as soon as that is shown.
        """
        if self._is_reading():
            self.said.emit(translate("Copy", "The ticket is copied as soon as the text was read"))
        self._ahead.when_shown(partial(self._copy_now, target))

    def copy(self, source: TicketSource, choice: Choice) -> None:
        """Copy the ticket of this source, written like this."""
        self._thread.look_up(lambda _table: source.write(choice), partial(self._put, choice))

    def copy_row(self) -> None:
        """Copy code and message of the selected row."""
        row = self._row()
        if row is None:
            return
        message = row.entry.message or row.text
        self._put_text(f"{row.entry.code} {message}".strip(), translate("Copy", "Copied code and message"))

    def copy_code(self) -> None:
        """Copy the code alone; of an unknown error too."""
        row, current = self._row(), self._payload.current() if self._payload.is_active() else None
        code = row.entry.code if row else current.error.code if current else None
        if code:
            self._put_text(code, translate("Copy", "Copied {code}").format(code=code))

    def copy_ids(self) -> None:
        """Copy the request ids of the payload, one a line."""
        ids, total = self._payload.ids()
        if not ids:
            self.said.emit(translate("Copy", "There are no request ids to copy."))
            return
        said = Counted().ids_copied(len(ids))
        if total > len(ids):
            said = translate(
                "Copy", "{count} of {total} request ids copied: no more are kept of a log's code"
            )
            said = said.format(count=f"{len(ids):,}", total=f"{total:,}")
        self._put_text("\n".join(ids), said)

    def copy_selected(self, selected: object) -> None:
        """Copy what is selected on a page (`Selected`), without secrets."""
        if isinstance(selected, Selected):
            found = self._payload.found()
            self._thread.look_up(lambda _table: _without_secrets(selected, found), self._put_selected)

    def without_secrets(self, selected: object, then: Callable[[str], object]) -> None:
        """Hand on what is selected on a page (`Selected`) as it would be copied."""

        def hand_on(part: object) -> None:
            then(cast("tuple[str, int]", part)[0])

        if isinstance(selected, Selected):
            found = self._payload.found()
            self._thread.look_up(lambda _table: _without_secrets(selected, found), hand_on)

    def copy_hidden(self, text: str, secrets: int) -> None:
        """Copy a selection in which so many secrets were hidden."""
        self._put_selected((text, secrets))

    def _put_selected(self, part: object) -> None:
        text, secrets = cast("tuple[str, int]", part)
        said = translate("Copy", "Copied the selection")
        if secrets:
            said = translate("Copy", ", ").join((said, Counted().hidden(secrets)))
        self._put_text(text, said)

    def _copy_now(self, target: str | None) -> None:
        source = self.source()
        if source is None:
            self.said.emit(translate("Copy", "Nothing to copy yet: search or paste something first."))
            return
        choice = msgspec.structs.replace(self._choice, target=target) if target else self._choice
        self.with_note(choice, partial(self.copy, source))

    def _put(self, choice: Choice, written: object) -> None:
        if isinstance(written, DeskError):
            self.said.emit(refusal_said(written))
            return
        ticket = cast("TicketText", written)
        self._clipboard.put(ticket.text, ticket.html or "", ticket.markdown or "")
        self.said.emit(copied_line(ticket, choice, self._window_language))
        if ticket.secrets:
            self.hid.emit()

    def _put_text(self, text: str, said: str) -> None:
        self._clipboard.put(text)
        self.said.emit(said)


def _without_secrets(selected: Selected, found: Explanation | None) -> tuple[str, int]:
    """Return what is selected and how many secrets it would have held."""
    from index.ticket.masking import Masker  # noqa: PLC0415 - not needed at the start

    masker = Masker(found)
    part = masker.part(selected.text, selected.start, selected.end)
    return tidy(part), masker.hidden


def _no_note(then: Callable[[str], object]) -> None:
    then("")


def copied_line(ticket: "TicketText", choice: Choice, language: str) -> str:
    """Say what went out: where to, how many secrets were hidden, how long it is."""
    name = target_name(choice.target)
    form = translate("Copy", "Copied as {target}") if choice.target in FORMS else ""
    parts = [(form or translate("Copy", "Copied for {target}")).format(target=name)]
    if choice.template != STANDARD:
        parts.append(template_name(choice.template, language))
    if ticket.secrets:
        parts.append(Counted().hidden(ticket.secrets))
    shown = len(set(choice.shown) & set(ticket.placeholders))
    if shown:
        parts.append(Counted().shown_after_all(shown))
    parts.append(Counted().characters(len(ticket.text)))
    if ticket.languages and choice.language not in ticket.languages:
        names = translate("Copy", ", ").join(map(language_name, ticket.languages))
        parts.append(
            translate("Copy", "the vendor's text is there in {languages} only").format(languages=names)
        )
    return translate("Copy", ", ").join(parts)
