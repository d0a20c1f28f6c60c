"""Delimited text whose header says nothing that is known: every line has as many cells as the first one.

The last to be asked. Its tables are seldom of errors by themselves, but the user can name their columns.
"""

import re
from collections import Counter
from collections.abc import Sequence

from index.errors import BadInput
from index.importing.formats.delimited import cells_of, records
from index.importing.formats.protocol import text_of
from index.importing.formats.records import first_comment
from index.importing.page import Page, Table
from index.importing.values import Kind, kind_of

_DELIMITERS = "\t;,|"
_LINES, _FEWEST = 60, 3
_REGULAR = 0.9
_LONGEST_HEADER = 60
_GAP = re.compile(r"\t+| {2,}")
_MOST_ALIGNED = 0.6


class RegularText:
    """CSV and its relatives with any header."""

    name = "CSV"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text whose first lines have the same number of cells."""
        return isinstance(content, str) and (
            bool(_delimiter(content)) or _aligned(content[:100_000]) is not None
        )

    def read(self, content: str | bytes) -> Page:
        """Read the rows. Raises BadInput where the cells cannot be told apart."""
        text = text_of(content)
        delimiter = _delimiter(text)
        if not delimiter:
            table = _aligned(text)
            if table is None:
                raise BadInput("no regular rows")
            return Page(blocks=(table,), title=first_comment(text))
        rows = records(text.lstrip("\ufeff"), delimiter)
        header = 0 if _is_row(rows) else 1
        return Page(blocks=(Table(rows=rows, header=header, where="line 1", exact=True),))


def _aligned(text: str) -> Table | None:
    """Read lines whose cells are parted by several blanks; the header is a comment of as many cells, if there is one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    rows = [_GAP.split(line) for line in lines if not line.startswith(("#", "//", ";", "--"))]
    width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    if width < _FEWEST or count < max(_FEWEST, _MOST_ALIGNED * len(rows)):
        return None
    kept = [tuple(row) for row in rows if len(row) == width]
    comments = (
        _GAP.split(line.strip("#/;- \t")) for line in lines if line.startswith(("#", "//", ";", "--"))
    )
    header = next((tuple(cells) for cells in comments if len(cells) == width), None)
    where = "the whole document"
    return Table(
        rows=(header, *kept) if header else tuple(kept),
        header=int(header is not None),
        where=where,
        exact=True,
    )


def _is_row(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is one like the others: a code and a status stand where theirs do."""
    kinds = [kind_of(cell) for cell in rows[0]]
    below = [[kind_of(row[at]) for row in rows[1:_LINES] if at < len(row)] for at in range(len(kinds))]
    alike = [
        kind
        for kind, others in zip(kinds, below, strict=True)
        if others.count(kind) >= _REGULAR * len(others)
    ]
    return Kind.CODE in alike and (Kind.STATUS in alike or Kind.PROSE in alike)


def _delimiter(text: str) -> str:
    """Return what parts the cells of most lines into the same number; "" if nothing does."""
    lines = [line for line in text[:100_000].lstrip("\ufeff").split("\n") if line.strip()][:_LINES]
    for delimiter in _DELIMITERS:
        header = cells_of(lines[0], delimiter) if lines else []
        if len(lines) < _FEWEST or len(header) < 2 or len(header) != len(set(header)):  # noqa: PLR2004 - two columns
            continue
        if not all(cell.strip() and len(cell) <= _LONGEST_HEADER for cell in header):
            continue
        widths = Counter(len(cells_of(line, delimiter)) for line in lines)
        if widths[len(header)] >= _REGULAR * len(lines):
            return delimiter
    return ""
