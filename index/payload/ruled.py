"""Tables whose columns are told by places or blanks alone: ruled ones, as PowerShell and reStructuredText print them, and W3C logs."""

import re
from collections.abc import Iterator

from index.cells import fitted, ruled_in
from index.payload.grid import Grid, Row, key_of

_FIELDS = re.compile(r"^#Fields:[ \t]([^\n]{1,1000})$", re.MULTILINE)
_WORD = re.compile(r"[^ \t\r\n]+")
_MOST_ROWS = 5000


def ruled_of(text: str) -> Iterator[Grid]:
    """Find the tables with a rule of dashes under the header."""
    for table in ruled_in(text):
        keys = tuple(key_of(text[low:high]) for low, high in table.header)
        if any(keys):
            rows = tuple(Row(*span, cells) for span, cells in table.rows)
            yield Grid((table.header[0][0], table.header[-1][1]), keys, rows)


def logs_of(text: str) -> Iterator[Grid]:
    """Find the logs that name their fields in a line `#Fields:`, the columns parted by blanks. Linear in the text."""
    for head in _FIELDS.finditer(text):
        names = head[1].split()
        rows = tuple(_log_rows(text, head.end() + 1, len(names)))
        if rows:
            yield Grid(head.span(), tuple(key_of(name) for name in names), rows)


def _log_rows(text: str, at: int, width: int) -> Iterator[Row]:
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        if at >= len(text) or text.startswith("#", at):
            return
        words = [found.span() for found in _WORD.finditer(text, at, stop)]
        yield Row(at, stop, fitted(text, words, width))
        at = stop + 1
