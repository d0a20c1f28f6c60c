"""Makes a triage table of a long log: which codes, how often, from when to when, with which request ids, and what came first.

It reads in pieces and keeps only the table, so that its memory does not grow with the log; time grows with the length.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from index.errors import BadInput, Stopped
from index.payload import vocabulary
from index.payload.codes import NUMBERED
from index.payload.context import ID_IN_PROSE
from index.payload.forms import is_code, is_id
from index.table import EntryTable, Progress, ShouldStop

LARGEST = 50 * 1024 * 1024
"""Longest log that is read, in bytes."""
_PIECE = 1024 * 1024
_LONGEST_LINE = 64 * 1024
_MOST_IDS = 200
_MOST_CODES = 2000
_SAMPLE = 2000
_FIELD = re.compile(
    r"(?:\b(?i:error_?code|err_?code|errorcode)|\b[Cc]ode)\\{0,7}[\"']?\s?[:=]{1,2}>?\s?\\{0,7}[\"']?(?P<field>[A-Za-z][\w.\-]{2,80})"
    r"|<[Cc]ode>(?P<element>[A-Za-z][\w.\-]{2,80})<|HTTP Status: \d{3} Error: ?(?P<text>[A-Za-z][\w.\-]{2,80})"
    r"|An error occurred \((?P<aws>[\w.\-]{3,80})\)"
)
_TIME = re.compile(
    r"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\b[IWEF]\d{4} \d\d:\d\d:\d\d"
)


class TriageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One code of a log."""

    code: str
    """As first printed."""
    count: int
    """How often it stands there."""
    known: bool
    """A catalogue has it."""
    first: str
    """Time of its first line as printed, "" if its line has none."""
    last: str
    """Time of its last line."""
    line: int
    """Number of its first line, from 1."""
    request_ids: tuple[str, ...]
    """Ids on its lines, in order, at most 200."""
    sample: str
    """Its first line, cut at 2,000 characters; to be explained when it is chosen."""


class Triage(msgspec.Struct, frozen=True, kw_only=True):
    """What a log holds."""

    rows: tuple[TriageRow, ...] = ()
    """Codes, most frequent first."""
    lines: int = 0
    """How many lines were read."""
    first_cause: str | None = None
    """The code that likely started it: the earliest one that a catalogue has, else the earliest."""


@dataclass(slots=True)
class _Row:
    code: str
    known: bool
    line: int
    sample: str
    first: str
    last: str = ""
    count: int = 0
    ids: dict[str, None] = field(default_factory=dict)


def triage_file(path: Path, table: EntryTable, *, progress: Progress, should_stop: ShouldStop) -> Triage:
    """Read a log file of up to 50 MB. Raises BadInput if it cannot be read or is larger, Stopped if cancelled."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise BadInput(
                f"{path}: {size:,} bytes are more than the 50 MB that are read at once; cut the log first"
            )
        with path.open(encoding="utf-8", errors="replace") as file:
            pieces = iter(lambda: file.read(_PIECE), "")
            return triage(pieces, table, total=size, progress=progress, should_stop=should_stop)
    except OSError as error:
        raise BadInput(f"cannot read {path}: {error.strerror or error}") from error


def triage(
    pieces: Iterable[str], table: EntryTable, *, total: int, progress: Progress, should_stop: ShouldStop
) -> Triage:
    """Read a log that comes in pieces of any length; `total` is its length for `progress`. Raises Stopped if cancelled."""
    rows: dict[str, _Row] = {}
    known: dict[str, bool] = {}
    done = lines = 0
    for block in _blocks(pieces):
        if should_stop():
            raise Stopped("reading the log was cancelled")
        progress(min(done, total), total)
        _read(block, lines, rows, known, table)
        done += len(block)
        lines += block.count("\n")
    progress(total, total)
    return _table(rows, lines)


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Cut pieces at line breaks; a line without an end is cut where it gets too long."""
    rest = ""
    for piece in pieces:
        text = rest + piece
        at = text.rfind("\n") + 1
        if len(text) - at > _LONGEST_LINE:
            at = len(text)
        if at:
            yield text[:at]
        rest = text[at:]
    if rest:
        yield rest


def _read(text: str, before: int, rows: dict[str, _Row], known: dict[str, bool], table: EntryTable) -> None:
    """Count the codes of whole lines; the same code twice in a line counts once."""
    counted = -1, ""
    line_number, counted_to = before + 1, 0
    for at, code in sorted({**dict(_numbered(text, known, table)), **dict(_fields(text))}.items()):
        start = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1 or max(0, at - _LONGEST_LINE)
        key = code.casefold()
        if (start, key) == counted:
            continue
        counted = start, key
        if key not in rows:
            if len(rows) >= _MOST_CODES:
                continue
            line_number += text.count("\n", counted_to, start)
            counted_to = start
            rows[key] = _Row(code, _is_known(code, known, table), line_number, "", "")
        _count(rows[key], text, start)


def _count(row: _Row, text: str, start: int) -> None:
    stop = text.find("\n", start)
    line = text[start : min(stop if stop >= 0 else len(text), start + _SAMPLE)]
    time = _TIME.search(line)
    if row.count == 0:
        row.sample, row.first = line, time[0] if time else ""
    row.count += 1
    row.last = time[0] if time else row.last
    if len(row.ids) < _MOST_IDS:
        for found in ID_IN_PROSE.finditer(line):
            one = next(group for group in found.groups() if group)
            if is_id(one):
                row.ids[one] = None


def _numbered(text: str, known: dict[str, bool], table: EntryTable) -> Iterator[tuple[int, str]]:
    for found in NUMBERED.finditer(text):
        family = re.split(r"[._]", found[0])[0].lower() in vocabulary.FAMILIES
        if family or _is_known(found[0], known, table):
            yield found.start(), found[0]


def _fields(text: str) -> Iterator[tuple[int, str]]:
    for found in _FIELD.finditer(text):
        name = str(found.lastgroup)
        code = found[name].rstrip(".-")
        if is_code(code, vocabulary.USUAL) and code not in vocabulary.RPC_CODES:
            yield found.start(name), code


def _is_known(code: str, known: dict[str, bool], table: EntryTable) -> bool:
    if len(known) > _MOST_CODES * 10:
        known.clear()
    if code not in known:
        known[code] = bool(table.numbers_by_code(code))
    return known[code]


def _table(rows: dict[str, _Row], lines: int) -> Triage:
    by_line = sorted(rows.values(), key=lambda row: row.line)
    cause = next((row.code for row in by_line if row.known), by_line[0].code if by_line else None)
    ordered = sorted(by_line, key=lambda row: -row.count)
    return Triage(
        rows=tuple(
            TriageRow(
                code=row.code,
                count=row.count,
                known=row.known,
                first=row.first,
                last=row.last,
                line=row.line,
                request_ids=tuple(row.ids)[:_MOST_IDS],
                sample=row.sample,
            )
            for row in ordered
        ),
        lines=lines,
        first_cause=cause,
    )
