"""A ticket of the table of codes: written like every other ticket, for the target and in the language chosen."""

from typing import TYPE_CHECKING

from typing_extensions import override

from desk.tickets.source import Choice, TicketSource
from index.errors import DeskError
from index.payload.triage_table import Triage

if TYPE_CHECKING:
    from index.ticket.writer import TicketText


class TriageSource(TicketSource, frozen=True, kw_only=True):
    """A triage table."""

    triage: Triage
    """The table."""

    @override
    def write(self, choice: Choice) -> "TicketText | DeskError":
        """Write the ticket, or return why it cannot be written."""
        from index.ticket import triage_table, writer  # noqa: PLC0415 - not needed at the start

        options = writer.TicketOptions(target=choice.target, language=choice.language, shown=choice.shown)
        try:
            return triage_table.ticket_of_triage(self.triage, options=options)
        except DeskError as error:
            return error
