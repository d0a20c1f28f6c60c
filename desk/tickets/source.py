"""What a ticket is written from: the payload or the entry as it stands when somebody wants to copy it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.entry import CatalogueEntry, EntryId
from index.errors import DeskError
from index.reports import Explanation

if TYPE_CHECKING:
    from index.ticket.writer import TicketText


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """How one ticket is written."""

    target: str = "text"
    """Where it will be pasted."""
    template: str = "internal"
    """Which kind of text."""
    language: str = "en"
    """`en` or `zh-Hans`."""
    note: str = ""
    """Own words to add."""
    shown: tuple[str, ...] = ()
    """Placeholders of secrets that this one ticket shows after all."""
    templates: Path | None = None
    """Folder of the person's own templates."""


class TicketSource(msgspec.Struct, frozen=True, kw_only=True):
    """A payload with its confirmed rows, or one entry."""

    found: Explanation | None = None
    """What was read from a pasted text."""
    chosen: Mapping[int, EntryId] = {}
    """Confirmed rows: entry by number of the error."""
    entry: CatalogueEntry | None = None
    """The selected entry, where nothing was pasted."""
    values: tuple[str, ...] | None = None
    """What stands in the placeholders of its message."""

    def write(self, choice: Choice) -> "TicketText | DeskError":
        """Write the ticket, or return why it cannot be written. Slow the first time: templates are loaded."""
        from index.ticket import writer  # noqa: PLC0415 - not needed at the start

        options = writer.TicketOptions(
            target=choice.target,
            template=choice.template,
            language=choice.language,
            note=choice.note,
            shown=choice.shown,
            templates=choice.templates,
        )
        try:
            if self.found is not None:
                return writer.ticket_of_payload(self.found, chosen=self.chosen, options=options)
            if self.entry is not None:
                return writer.ticket_of_entry(self.entry, values=self.values, options=options)
        except DeskError as error:
            return error
        return DeskError("there is nothing to write a ticket from")
