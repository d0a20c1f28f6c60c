"""Copying: tickets for the payload or the selected row, codes, ids; what was copied is said in one line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk.clipboard import DeskClipboard
from desk.marking import QT_TRANSLATE_NOOP
from desk.payload_flow import PayloadFlow
from desk.rows import Row
from desk.search_thread import SearchThread
from index.errors import DeskError
from index.table import EntryTable

if TYPE_CHECKING:
    from index.ticket.writer import TicketText

translate = QCoreApplication.translate

TARGET_NAMES = {
    "text": QT_TRANSLATE_NOOP("Copy", "plain text"),
    "markdown": "Markdown",
    "html": QT_TRANSLATE_NOOP("Copy", "HTML mail"),
    "jira-wiki": "Jira (wiki)",
    "jira-cloud": "Jira Cloud",
    "zendesk": "Zendesk",
    "servicenow": "ServiceNow",
    "freshdesk": "Freshdesk",
    "slack": "Slack",
    "teams": "Teams",
}
"""Names of ticket targets; most are names of products and stay as they are."""


class CopyFlow(QObject):
    """Writes tickets on the search thread (templates are slow to load) and puts them on the clipboard."""

    said = Signal(str)
    """What was copied, or why nothing was."""

    def __init__(
        self,
        clipboard: DeskClipboard,
        payload: PayloadFlow,
        thread: SearchThread,
        row: Callable[[], Row | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._payload, self._thread, self._row = clipboard, payload, thread, row
        self._target, self._language = "text", "en"

    def set_target(self, target: str) -> None:
        """Write tickets for this target."""
        self._target = target

    def set_language(self, language: str) -> None:
        """Write tickets in this language."""
        self._language = language

    def copy_ticket(self, target: str | None = None) -> None:
        """Copy the ticket of the payload, or of the selected row where nothing was pasted."""
        wanted = target or self._target
        write = self._writer(wanted)
        if write is None:
            self.said.emit(translate("Copy", "Nothing to copy yet: search or paste something first."))
            return
        self._thread.look_up(write, partial(self._put, wanted))

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
        found = self._payload.found()
        if found is None or not found.request_ids:
            self.said.emit(translate("Copy", "There are no request ids to copy."))
            return
        said = translate("Copy", "Copied request ids: {count}").format(count=len(found.request_ids))
        self._put_text("\n".join(found.request_ids), said)

    def _writer(self, target: str) -> Callable[[EntryTable], "TicketText | DeskError"] | None:
        found, chosen, row = self._payload.found(), self._payload.chosen(), self._row()
        language = self._language
        pasted = found if found is not None and found.errors and self._payload.is_active() else None
        if pasted is None and row is None:
            return None

        def write(_table: EntryTable) -> "TicketText | DeskError":
            from index.ticket import writer  # noqa: PLC0415 - loads templates; not needed at the start

            try:
                options = writer.TicketOptions(target=target, language=language)
                if pasted is not None:
                    return writer.ticket_of_payload(pasted, chosen=chosen, options=options)
                shown = cast("Row", row)  # one of the two is there
                return writer.ticket_of_entry(shown.entry, values=shown.values, options=options)
            except DeskError as error:
                return error

        return write

    def _put(self, target: str, ticket: object) -> None:
        if isinstance(ticket, DeskError):
            self.said.emit(str(ticket))
            return
        text, html = _forms(cast("TicketText", ticket), target)
        self._clipboard.put(text, html)
        name = TARGET_NAMES.get(target, target)
        said = translate("Copy", "Copied for {target}").format(target=translate("Copy", name))
        hidden = cast("TicketText", ticket).secrets
        if hidden:
            said += ", " + translate("Copy", "secrets hidden: {count}").format(count=hidden)
        self.said.emit(said)

    def _put_text(self, text: str, said: str) -> None:
        self._clipboard.put(text)
        self.said.emit(said)


def _forms(ticket: "TicketText", target: str) -> tuple[str, str]:
    """Return what goes to the clipboard as plain text, and as HTML where the target takes it."""
    if target == "text":
        return ticket.text, ""
    return ticket.text, ticket.html or ""
