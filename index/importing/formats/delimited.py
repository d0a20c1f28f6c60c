"""CSV and its relatives: comma, semicolon, tab or pipe, with a header that reads like one of an error table."""

import csv
import io

from index.errors import BadInput
from index.importing.formats.markup import plain
from index.importing.formats.pipes import is_delimiter
from index.importing.formats.protocol import text_of
from index.importing.headers import is_header_row
from index.importing.page import Page, Table

_DELIMITERS = ",;\t|^~¦\x1f"
_MOST_TITLE_LINES = 5
_FIELD_LIMIT = 1_000_000


class Delimited:
    """CSV, TSV and semicolon-separated values."""

    name = "CSV"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text one of whose first lines is a header by its words, with as many cells below."""
        return isinstance(content, str) and _dialect(content) is not None

    def read(self, content: str | bytes) -> Page:
        """Read the rows. Raises BadInput where a field is endless, as after a quote that never closes."""
        text = text_of(content)
        found = _dialect(text)
        if found is None:
            raise BadInput("no header row that names an error code")
        start, delimiter = found
        lines = text.lstrip("\ufeff").split("\n")
        cells = records("\n".join(lines[start:]), delimiter)
        title = lines[0].strip(f'{delimiter}" ') if start else ""
        return Page(blocks=(Table(rows=cells, header=1, where=f"line {start + 1}", exact=True),), title=title)


def records(text: str, delimiter: str) -> tuple[tuple[str, ...], ...]:
    """Read all rows that are not empty. Raises BadInput where a field is endless."""
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise BadInput("damaged CSV: {reason}", reason=error) from error
    return tuple(tuple(plain(cell) for cell in row) for row in rows)


def _dialect(text: str) -> tuple[int, str] | None:
    """Return the line of the header and the delimiter; None if there is none."""
    lines = text[:100_000].lstrip("\ufeff").split("\n")
    for start, line in enumerate(lines[:_MOST_TITLE_LINES]):
        for delimiter in _DELIMITERS:
            if delimiter not in line or len(line) > 2000:  # noqa: PLR2004 - no header is longer
                continue
            header = cells_of(line, delimiter)
            if is_header_row(header) and (delimiter != "|" or not line.startswith("|")):
                below = next((later for later in lines[start + 1 :] if later.strip()), "")
                after = cells_of(below, delimiter)
                if 1 < len(after) <= len(header) and not is_delimiter(below):
                    return start, delimiter
    return None


def cells_of(line: str, delimiter: str) -> list[str]:
    """Cut one line into cells; none if it cannot be read."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
