"""The table of a log's codes, as a value: the window shows it without loading what reads logs."""

import msgspec

MOST_IDS = 200
"""Request ids kept of each code."""


class TriageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One code of a log."""

    code: str
    """As first printed."""
    count: int
    """How many records of the log hold it."""
    known: bool
    """A catalogue has it, and the log does not say that it is another product's."""
    services: tuple[str, ...] = ()
    """Services whose catalogues have it."""
    namesakes: tuple[str, ...] = ()
    """Services that have a code of this name, though nothing in the log says that it is theirs."""
    first: str
    """Earliest time as printed, "" if its records print none."""
    last: str
    """Latest time."""
    line: int
    """Number of the line where it stands first, from 1."""
    statuses: tuple[int, ...] = ()
    """HTTP statuses stated with it, the most frequent first."""
    request_ids: tuple[str, ...] = ()
    """The first request ids in its records, at most 200."""
    id_count: int = 0
    """How many different request ids there are."""
    sample: str = ""
    """Its first record, its secrets too, cut at 2,000 characters; to be explained when it is chosen."""


class Triage(msgspec.Struct, frozen=True, kw_only=True):
    """What a log holds."""

    rows: tuple[TriageRow, ...] = ()
    """Codes, most frequent first."""
    lines: int = 0
    """How many lines were read."""
    errors: int = 0
    """How many records hold a code; also those of codes that found no place in the table."""
    first_cause: str | None = None
    """The code that likely started it: the earliest one that a catalogue has, else the earliest."""
    first_cause_line: int | None = None
    """Number of the line where it stands first in time."""
    newest_first: bool = False
    """The log runs backwards: its first line is the latest."""
    stopped: bool = False
    """Reading was cancelled: only the first lines were counted, as many as `lines`."""
