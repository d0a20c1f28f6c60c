"""What reading a payload gives: the errors it reports, with their places in the text, and its secrets.

All spans count characters of the text as it was given, through every decoding.
"""

from enum import StrEnum

import msgspec

from index.entry import CatalogueEntry
from index.hits import Span


class Confidence(StrEnum):
    """How sure a reported error is."""

    CERTAIN = "certain"
    """Reported for sure, and if known, exactly one match."""
    CHOOSE = "choose"
    """Reported for sure; several rows stay possible and all are in `matches`."""
    WEAK = "weak"
    """Mentioned, but probably not an error of these services."""


class ReportedError(msgspec.Struct, frozen=True, kw_only=True):
    """One error found in a payload, before it is matched with the catalogues."""

    code: str | None
    """As the text has it (decoded), None if it has only a message."""
    status: int | None = None
    """HTTP status that the text states for this error; never taken from a catalogue."""
    message: str | None = None
    """The message that belongs to it."""
    request_ids: tuple[str, ...] = ()
    """Ids of the requests that failed with it, in order."""
    span: Span = (0, 0)
    """Where the code stands, or the message where there is no code."""
    message_span: Span | None = None
    """Where its message stands."""
    status_span: Span | None = None
    """Where its status stands."""
    id_spans: tuple[Span, ...] = ()
    """Where its request ids stand."""
    more_spans: tuple[Span, ...] = ()
    """Where the same error stands again."""
    mentioned: bool = False
    """The code is merely mentioned: no field, neighbour or message reports it as an error."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate entry for a reported error."""

    entry: CatalogueEntry
    """The candidate."""
    reason: str
    """Why it is one, in words for people: `code`, `code and message`, `message`, `code and status`, ..."""
    values: tuple[str, ...] | None = None
    """What stands in the placeholders of its template; () without placeholders, None where it does not fit."""
    value_spans: tuple[Span, ...] = ()
    """Where those values stand in the payload; as many as `values`, or none."""


class MatchedError(msgspec.Struct, frozen=True, kw_only=True):
    """A reported error with its candidate entries, best first."""

    error: ReportedError
    """What the text reports."""
    known: bool
    """A catalogue has its code (or, without a code, its message)."""
    confidence: Confidence
    """How sure it is."""
    matches: tuple[Match, ...] = ()
    """Candidates, best first; exactly one if certain and known."""
    possible: tuple[Match, ...] = ()
    """Rows that have this code, though nothing in the text says that it is their product's; only where `matches` is empty."""
    foreign: bool = False
    """The text names another product than that of the `possible` rows."""
    closest: tuple[str, ...] = ()
    """Other codes that exist and are near, where no catalogue has the code."""

    def namesakes(self) -> tuple[str, ...]:
        """Name the products of the `possible` rows: `ECS (Open Telekom Cloud)`."""
        named = (f"{one.entry.service} ({one.entry.provider})" for one in self.possible)
        return tuple(dict.fromkeys(named))


class Secret(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a text that must not leave the desk."""

    kind: str
    """`access-key`, `token`, `password`, `signature`, `cookie`, `private-key`, `e-mail`, ..."""
    span: Span
    """Where it stands in the text as given."""
    placeholder: str
    """What replaces it: `<access-key>`; a second one of the same kind is `<access-key-2>`."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One body of a pasted text."""

    span: Span
    """Where it stands."""
    cut: int | None = None
    """Number of the line, from 1, at whose end it is cut off; None if it is whole."""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read from one payload. Stays in memory, never written anywhere."""

    text: str
    """The text as given."""
    errors: tuple[MatchedError, ...] = ()
    """Errors in the order of the text, weak mentions last."""
    request_ids: tuple[str, ...] = ()
    """All request ids of the text, in order."""
    secrets: tuple[Secret, ...] = ()
    """All secrets of the text, sorted by place, not overlapping."""
    redacted: str = ""
    """The text with every secret replaced by its placeholder."""
    notes: tuple[str, ...] = ()
    """What could not be read, in words for people: `the last body is cut off at line 4`."""
    parts: tuple[Part, ...] = ()
    """Its bodies, in order; empty where nobody looked for them."""
