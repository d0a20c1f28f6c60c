"""The tables of a page, each read in the light of the headings above it."""

from collections.abc import Iterator

import msgspec

from index.errors import Stopped
from index.importing.columns import speaks_of_errors
from index.importing.document import TableFound
from index.importing.fields import Field
from index.importing.headers import column_names
from index.importing.labelled import labelled_rows
from index.importing.page import Heading, Page, Table, Text
from index.importing.rows import Row, Step, TableRows, columns_told, rows_of
from index.importing.tongues import has_tongues, one_a_code
from index.importing.upright import laid_down
from index.table import Progress, ShouldStop

_LONGEST_TITLE = 80


class Reading(msgspec.Struct, frozen=True):
    """A document as one reader sees it."""

    format: str
    """Name of the format."""
    page: Page
    """Its blocks."""
    told: tuple[TableFound, ...]
    """The error tables, for people."""
    unread: tuple[TableFound, ...]
    """The other tables, for people."""
    found: tuple[TableRows, ...]
    """All tables, read."""

    @property
    def rows(self) -> list[Row]:
        """The error rows, in order."""
        return [row for table in self.found for row in table.rows]


def read_tables(
    name: str, page: Page, fields: dict[str, Field], progress: Progress, should_stop: ShouldStop
) -> Reading:
    """Read every table of a page, then what stands outside tables. Raises Stopped once `should_stop()` is true.

    `progress` counts the rows of all tables, twice: reading them is half of the work, making entries the other half.
    """
    total = rows_in(page)
    before = 0
    told: list[TableFound] = []
    unread: list[TableFound] = []
    found: list[TableRows] = []
    for table, about, heading in _tables(page):
        step = stepping(progress, should_stop, before, 2 * total)
        step(0)
        rows = rows_of(table, about=about, mapping=fields, step=step)
        if rows.layout is not None and has_tongues(rows.layout.headers, rows.sample):
            rows = msgspec.structs.replace(rows, rows=tuple(one_a_code(rows.rows)))
        before += len(table.rows)
        found.append(rows)
        if rows.layout is not None and rows.rows:
            told.append(_told(table, rows, columns_told(rows.layout), table.name or heading))
        elif rows.headers:
            columns = dict.fromkeys(column_names(rows.headers), "")
            unread.append(_told(table, rows, columns, table.name or heading))
    outside = labelled_rows(page)
    if outside:
        found.append(TableRows(rows=outside))
        told.append(TableFound(name="outside tables", where=outside[0].where, rows=len(outside), columns={}))
    return Reading(name, page, tuple(told), tuple(unread), tuple(found))


def rows_in(page: Page) -> int:
    """Count the rows of all tables of a page."""
    return sum(len(block.rows) for block in page.blocks if isinstance(block, Table))


def stepping(progress: Progress, should_stop: ShouldStop, before: int, total: int) -> Step:
    """Return what tells that so many rows more than `before` of `total` are done, and raises Stopped on request."""

    def step(done: int) -> None:
        if should_stop():
            raise Stopped("the import was cancelled")
        progress(before + done, total)

    return step


def _told(table: Table, rows: TableRows, columns: dict[str, str], name: str) -> TableFound:
    return TableFound(
        name=name,
        where=table.where,
        rows=len(rows.rows),
        columns=columns,
        sample=rows.sample,
        reason=rows.skipped[0][1] if rows.headers else "",
    )


def _tables(page: Page) -> Iterator[tuple[Table, str, str]]:
    """Go through the tables, each with what stands around it and the heading right above."""
    named = [block.text for block in page.blocks if isinstance(block, Heading)]
    title = page.title or (named[0] if named else _first_line(page))
    if any(speaks_of_errors(cell) for cell in _header_cells(page)):
        title += " (error codes)"  # one table of the page says what the others are
    headings: list[Heading] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            headings = [*(h for h in headings if h.level < block.level), block]
        elif isinstance(block, Table):
            about = " / ".join([title, *(heading.text for heading in headings)])
            heading = headings[-1].text if headings else ""
            yield laid_down(block, heading), about, heading


def _first_line(page: Page) -> str:
    """Return the line at the top of a page without headings, where it is short enough to be its title."""
    first = page.blocks[0] if page.blocks else None
    return first.text if isinstance(first, Text) and len(first.text) <= _LONGEST_TITLE else ""


def _header_cells(page: Page) -> Iterator[str]:
    tables = (block for block in page.blocks if isinstance(block, Table))
    return (cell or "" for table in tables for row in table.rows[:1] for cell in row)
