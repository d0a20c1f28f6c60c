"""What `error-desk explain --triage` prints: a table for people, one JSON document for programs, progress for a terminal."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.payload.log_file import open_log, read_stream
from index.payload.triage import triage_log
from index.payload.triage_table import Triage, TriageRow
from index.redact import find_secrets, mask
from index.store import never
from index.table import EntryTable

SHAPE = """\
with --triage, --json prints:
  {"codes": [{"code", "count", "known", "services": [..], "first", "last", "line", "statuses": [..],
              "request_ids": [..], "request_id_count", "first_cause", "sample"}, ..],
   "first_cause": {"code", "line"} or null, "errors", "lines", "newest_first"}
The most frequent code comes first. `count` counts records of the log, `errors` all of them; `first` and `last` are
times as printed, "" where there are none; `line` counts from 1; of the request ids the first 200 are listed;
`sample` is the first record, without its secrets; `newest_first` tells a log that runs backwards.
"""
"""For `--help`."""
_SHOWN_IDS = 3
_STEP_S = 0.1
_MEGABYTE = 1_000_000


def read(path: Path | None, table: EntryTable) -> Triage:
    """Read a log, or standard input without a path; says how far it is if a person may be watching."""
    with _progress() as progress:
        if path is None or str(path) == "-":
            return triage_log(read_stream(sys.stdin.buffer), table, progress=progress, should_stop=never)
        with open_log(path) as log:
            return triage_log(log, table, progress=progress, should_stop=never)


def as_json(found: Triage) -> dict[str, Any]:
    """Return the table as documented in `SHAPE`."""
    cause = None
    if found.first_cause is not None:
        cause = {"code": found.first_cause, "line": found.first_cause_line}
    return {
        "codes": [_row(row, found) for row in found.rows],
        "first_cause": cause,
        "errors": found.errors,
        "lines": found.lines,
        "newest_first": found.newest_first,
    }


def _row(row: TriageRow, found: Triage) -> dict[str, Any]:
    return {
        "code": row.code,
        "count": row.count,
        "known": row.known,
        "services": row.services,
        "first": row.first,
        "last": row.last,
        "line": row.line,
        "statuses": row.statuses,
        "request_ids": row.request_ids,
        "request_id_count": row.id_count,
        "first_cause": row.code == found.first_cause,
        "sample": mask(row.sample, find_secrets(row.sample)),
    }


def lines(found: Triage) -> Iterator[str]:
    """Write the table for people."""
    if not found.rows:
        yield f"No error code was found; lines read: {found.lines:,}"
        return
    yield f"{found.errors:,} errors with {len(found.rows):,} codes in {found.lines:,} lines"
    yield ""
    head = ("", "code", "count", "status", "catalogue", "first", "last", "line", "ids")
    cells = [head, *(_cells(row, found) for row in found.rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    for number, row in enumerate(cells):
        yield _aligned(row, widths)
        ids = found.rows[number - 1].request_ids[:_SHOWN_IDS] if number else ()
        if ids:
            more = found.rows[number - 1].id_count - len(ids)
            yield f"    ids: {', '.join(ids)}" + (f" and {more:,} more" if more else "")
    yield ""
    if found.newest_first:
        yield "The log runs backwards: its first line is the latest."
    yield f"* Likely first cause: {found.first_cause}, line {found.first_cause_line}"


def _cells(row: TriageRow, found: Triage) -> tuple[str, ...]:
    return (
        "*" if row.code == found.first_cause else "",
        row.code,
        f"{row.count:,}",
        "/".join(map(str, row.statuses)) or "-",
        ", ".join(row.services) if row.known else "common code" if row.namesakes else "in none",
        row.first or "-",
        row.last or "-",
        f"{row.line:,}",
        f"{row.id_count:,}",
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    numbers = {2, 7, 8}
    cells = (
        text.rjust(width) if n in numbers else text.ljust(width)
        for n, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how far the reading is, in one line that goes away, whatever happens."""
    shown = sys.stderr.isatty()
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if shown and now - last >= _STEP_S:
            last = now
            of = f" of {total / _MEGABYTE:,.0f}" if total else ""
            sys.stderr.write(f"\rReading: {done / _MEGABYTE:,.0f}{of} MB\x1b[K")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
