"""Makes a triage table of a long log: which codes, how often, from when to when, with which request ids, and what came first.

It reads in pieces and keeps only the table, so that its memory does not grow with the log; time grows with the length.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from index.payload import vocabulary
from index.payload.hints import hints_of
from index.payload.log_codes import codes_in
from index.payload.log_file import PIECE, Log, open_log
from index.payload.log_records import Record, ids_in, is_start, parted, record_at, status_in, time_in
from index.payload.triage_table import MOST_IDS, Triage, TriageRow
from index.table import EntryTable, Progress, ShouldStop

_MOST_COUNTED = 100_000
_MOST_CODES = 2000
_SAMPLE = 2000
_MOST_REMEMBERED = 20_000
_LOOK_AGAIN = 20
_FAR_BACK = 64 * 1024


@dataclass(slots=True)
class _Row:
    """What is kept of a code while the log is read."""

    code: str
    line: int
    sample: str
    known: bool = False
    services: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    times: tuple[str, str] = ("", "")
    last_line: int = 0
    count: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    counted: set[int] = field(default_factory=set)


def triage_file(path: Path, table: EntryTable, *, progress: Progress, should_stop: ShouldStop) -> Triage:
    """Read a log file; what was counted so far if cancelled. Raises BadInput if it cannot be read."""
    with open_log(path) as log:
        return triage_log(log, table, progress=progress, should_stop=should_stop)


def triage_log(log: Log, table: EntryTable, *, progress: Progress, should_stop: ShouldStop) -> Triage:
    """Read an open log; `progress` gets bytes read and in all (0 where that is not known). Raises as `triage_file`."""
    reader = _Reader(table)
    for block in _blocks(log.pieces):
        if should_stop():
            return reader.table(stopped=True)
        reader.read(block)
        progress(log.done(), log.total)
    return reader.table()


def triage(
    pieces: Iterable[str], table: EntryTable, *, total: int, progress: Progress, should_stop: ShouldStop
) -> Triage:
    """Read a log that comes in pieces of any length; `total` is its length for `progress`."""
    done = 0

    def counted() -> Iterator[str]:
        nonlocal done
        for piece in pieces:
            done += len(piece)
            yield piece

    log = Log(counted(), total, lambda: min(done, total))
    return triage_log(log, table, progress=progress, should_stop=should_stop)


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Cut pieces anew, about a megabyte each, where a record starts; a line without an end is cut behind a comma or space."""
    parts: list[str] = []
    size = 0
    for piece in pieces:
        parts.append(piece)
        size += len(piece)
        if size >= PIECE:
            text = "".join(parts)
            at = _cut(text)
            yield text[:at]
            parts, size = [text[at:]], len(text) - at
    if size:
        yield "".join(parts)


def _cut(text: str) -> int:
    at = end = text.rfind("\n", len(text) - _FAR_BACK) + 1
    while at and not is_start(text, at):
        at = text.rfind("\n", len(text) - _FAR_BACK, at - 1) + 1
    if at or end:
        return at or end
    return max(text.rfind(mark, len(text) - _FAR_BACK) + len(mark) for mark in ("},", " ", ",")) or len(text)


class _Reader:
    """Counts the codes of blocks that come one after the other."""

    def __init__(self, table: EntryTable) -> None:
        self._table = table
        self._rows: dict[str, _Row] = {}
        self._known: dict[str, bool] = {}
        self._words = frozenset(
            code
            for code in table.codes()
            if code.isalpha() and not code.islower() and code.lower() not in vocabulary.GENERIC_CODES
        )
        self._lines = self._unended = self._errors = self._ids = 0

    def read(self, text: str) -> None:
        """Count the codes of whole records; the same code twice in one counts once, but for a list of objects in a line."""
        record, seen = Record(0, 0), dict[str, int]()
        line, counted_to = self._lines + 1, 0
        for at, code in codes_in(text, self._is_known, self._words):
            if not record.start <= at < record.end:
                record, seen = record_at(text, at), {}
            key = code.casefold()
            if key in seen and not parted(text, seen[key], at):
                continue
            seen[key] = at
            self._errors += 1
            row = self._rows.get(key)
            if row is None and len(self._rows) < _MOST_CODES:
                row = self._rows[key] = _Row(code, 0, _sample(text, record, at))
            if row is not None:
                line += text.count("\n", counted_to, at)
                counted_to = at
                self._count(row, text, record, line)
        self._lines += text.count("\n")
        self._unended = int(not text.endswith("\n"))

    def table(self, *, stopped: bool = False) -> Triage:
        """Return what was read so far; `stopped` says that there is more."""
        by_line = sorted(self._rows.values(), key=lambda row: row.line)
        backwards = _runs_backwards(by_line)
        if backwards:
            by_line.sort(key=lambda row: -row.last_line)
        cause = next((row for row in by_line if row.known), by_line[0] if by_line else None)
        return Triage(
            rows=tuple(
                _row(row, backwards=backwards)
                for row in sorted(by_line, key=lambda row: (-row.count, row.line))
            ),
            lines=self._lines + self._unended,
            errors=self._errors,
            first_cause=cause.code if cause else None,
            first_cause_line=(cause.last_line if backwards else cause.line) if cause else None,
            newest_first=backwards,
            stopped=stopped,
        )

    def _count(self, row: _Row, text: str, record: Record, line: int) -> None:
        if not row.known and row.count < _LOOK_AGAIN:
            self._look_up(row, text[record.start : record.end])
        row.count += 1
        row.line, row.last_line = row.line or line, line
        time = time_in(text, record)
        if time:
            row.times = row.times[0] or time, time
        status = status_in(text, record)
        if status is not None:
            row.statuses[status] += 1
        for one in ids_in(text, record):
            mark = hash(one)
            if mark not in row.counted and self._ids < _MOST_COUNTED:
                self._ids += 1
                row.counted.add(mark)
                if len(row.ids) < MOST_IDS:
                    row.ids.append(one)

    def _look_up(self, row: _Row, text: str) -> None:
        """See whether a catalogue has a code; one of letters alone may be another product's."""
        same = found = self._table.by_code(row.code)
        if found and row.code.isalpha():
            hints = hints_of(text)
            generic = row.code.lower() in vocabulary.GENERIC_CODES
            found = [
                one
                for one in found
                if hints.name(one.provider, one.service)
                or (not generic and one.code == row.code and hints.allow(one.provider, one.service))
            ]
        row.known = bool(found)
        row.services = tuple(dict.fromkeys(one.service for one in found))
        row.namesakes = () if found else tuple(dict.fromkeys(one.service for one in same))

    def _is_known(self, code: str) -> bool:
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        if code not in self._known:
            self._known[code] = bool(self._table.numbers_by_code(code))
        return self._known[code]


def _sample(text: str, record: Record, at: int) -> str:
    """Return the beginning of a record, cut only where no value is cut in two: half a secret looks like none."""
    start = record.start if text[record.start - 1 : record.start] in {"", "\n", ",", "}", "{"} else at
    sample = text[start : record.end]
    if len(sample) <= _SAMPLE:
        return sample
    return sample[: max(sample.rfind(mark, 0, _SAMPLE) for mark in (" ", ",", ";", "\n"))]


def _runs_backwards(rows: list[_Row]) -> bool:
    """Tell whether the times of most codes fall; only times that sort as text can tell."""
    votes = [
        (late > early) - (late < early)
        for early, late in (row.times for row in rows)
        if len(early) == len(late) and early[:4].isdigit()
    ]
    return sum(votes) < 0


def _row(row: _Row, *, backwards: bool) -> TriageRow:
    first, last = reversed(row.times) if backwards else row.times
    return TriageRow(
        code=row.code,
        count=row.count,
        known=row.known,
        services=row.services,
        namesakes=row.namesakes,
        first=first,
        last=last,
        line=row.line,
        statuses=tuple(status for status, _ in row.statuses.most_common()),
        request_ids=tuple(row.ids),
        id_count=len(row.counted),
        sample=row.sample,
    )
