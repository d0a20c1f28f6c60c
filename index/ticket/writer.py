"""The entrance: from an explanation or an entry to the text of a ticket, for one target."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from index.advice import language_of
from index.entry import CatalogueEntry, EntryId
from index.reports import Explanation
from index.ticket.compose import compose
from index.ticket.facts import Facts
from index.ticket.gather import Gatherer
from index.ticket.masking import Masker
from index.ticket.targets.table import target_named
from index.ticket.templates.store import TemplateStore
from index.ticket.tidy import tidied
from index.ticket.tree import Document

STANDARD = "internal"
"""The template that needs no template engine."""


class TicketOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the person chose for one copy."""

    target: str = "text"
    """Name of a target: `jira-wiki`."""
    template: str = STANDARD
    """Name of a template: `internal`, `customer-reply`, ... or one of the person's own."""
    language: str = "en"
    """`en` or `zh`, with or without script and region."""
    note: str = ""
    """Own words to add."""
    shown: tuple[str, ...] = ()
    """Placeholders of secrets that are to be shown after all, for this copy only."""
    templates: Path | None = None
    """Folder of the person's own templates."""


class TicketText(msgspec.Struct, frozen=True, kw_only=True):
    """A finished ticket."""

    target: str
    """The target it is for."""
    text: str
    """For text/plain."""
    html: str | None = None
    """For text/html, where the target takes it."""
    markdown: str | None = None
    """For text/markdown, where the target takes it."""
    secrets: int = 0
    """How many different secrets were hidden."""
    placeholders: tuple[str, ...] = ()
    """The placeholders of all secrets found, hidden or shown: what may be named in `shown`."""
    languages: tuple[str, ...] = ()
    """Languages in which the vendor's texts of all its entries exist."""


def ticket_of_payload(
    explanation: Explanation, *, chosen: Mapping[int, EntryId] | None = None, options: TicketOptions
) -> TicketText:
    """Write the ticket of all errors of a payload.

    `chosen` names the confirmed entry by the number of the error in `explanation.errors`, from 0; where several entries
    are possible and none was confirmed, the first is told of and called unconfirmed. Raises BadInput for a target,
    template, language, number or entry that there is none of.
    """
    masker = Masker(explanation, options.shown)
    gatherer = Gatherer(language_of(options.language), masker)
    return _write(gatherer.of_payload(explanation, chosen or {}, options.note), masker, options)


def ticket_of_entry(
    entry: CatalogueEntry,
    *,
    values: Sequence[str] | None = None,
    message: str | None = None,
    options: TicketOptions,
) -> TicketText:
    """Write the ticket of one entry, with the customer's message or values where there are any.

    Raises BadInput for a target, template or language that there is none of.
    """
    masker = Masker(None, options.shown)
    gatherer = Gatherer(language_of(options.language), masker)
    return _write(gatherer.of_entry(entry, values, message, options.note), masker, options)


def _write(facts: Facts, masker: Masker, options: TicketOptions) -> TicketText:
    target = target_named(options.target)
    rendered = target.render(tidied(_document(facts, options)))
    return TicketText(
        target=target.name,
        text=rendered.text,
        html=rendered.html,
        markdown=rendered.markdown,
        secrets=masker.hidden,
        placeholders=masker.names,
        languages=_languages(facts),
    )


def _document(facts: Facts, options: TicketOptions) -> Document:
    store = TemplateStore(options.templates)
    if options.template == STANDARD and not store.is_own(STANDARD):
        return compose(facts)
    return store.document(options.template, facts)


def _languages(facts: Facts) -> tuple[str, ...]:
    known = [set(error.languages) for error in facts.errors if error.known]
    return tuple(sorted(set.intersection(*known))) if known else ()
