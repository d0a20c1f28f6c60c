"""Tables that stand upright: the labels in the first column, one error a table or one error a column.

| Code    | LMP-1           |
| Message | The lamp is off |
"""

import msgspec

from index.importing.fields import TEXT_FIELDS, Field
from index.importing.headers import field_of
from index.importing.page import Table
from index.importing.values import Kind, kind_of

_TALLEST = 12
"""Labels of one error."""
_WIDEST = 60


def laid_down(table: Table, heading: str) -> Table:
    """Return a table whose first column holds labels with these as its header; any other table as it is.

    Where no label names the code, the heading above the table has to be one.
    """
    rows = [row for row in table.rows if any(row)]
    if not rows or len(rows) > _TALLEST + 1 or not 1 < max(map(len, rows)) <= _WIDEST:
        return table
    if rows and all(field_of(cell or "") is not Field.OTHER for cell in rows[0]) and len(rows) > 1:
        rows = rows[1:] if field_of(rows[0][0] or "") in (Field.PARAMETER, Field.NAME) else rows
    labels = [row[0] or "" for row in rows]
    if not _are_labels(labels) or any(None in row for row in rows):
        return table
    width = max(map(len, rows))
    body = [tuple(row[at] if at < len(row) else "" for row in rows) for at in range(1, width)]
    header: tuple[str, ...] = tuple(labels)
    fields = [field_of(label) for label in labels]
    if Field.CODE in fields:
        codes = [row[fields.index(Field.CODE)] or "" for row in body]
        if not all(kind_of(code) in (Kind.CODE, Kind.NUMBER, Kind.STATUS) for code in codes):
            return table  # a table of the members of an answer: `code | string | what went wrong`
    else:
        if width > 2 or kind_of(heading) not in (Kind.CODE, Kind.NUMBER):  # noqa: PLR2004 - label and text
            return table
        header, body = ("Error code", *header), [(heading, *body[0])]
    return msgspec.structs.replace(table, rows=(header, *body), header=1, exact=True)


def _are_labels(labels: list[str]) -> bool:
    """Tell whether these are the labels of one error: known words, none twice, among them one of a text."""
    fields = [field_of(label) for label in labels]
    known = [field for field in fields if field is not Field.OTHER]
    texts = TEXT_FIELDS & set(known)
    parameters = fields.count(Field.PARAMETER)
    return (
        len(set(labels)) == len(labels) > 1
        and len(known) * 2 > len(labels)
        and bool(texts)
        and not parameters
        and (Field.CODE in known or len(texts) > 1)
    )
