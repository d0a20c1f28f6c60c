"""Tables of HTML pages that are made of other tags than `table`: by roles, rows of equal tags, cells in one run.

<div role="table">...            <div><div>Code</div><div>Meaning</div></div>      <div class="table-header">Code</div>
                                 <div><div>LMP1</div><div>Off.</div></div>         <div>LMP1</div><div>Off.</div>
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from index.importing.headers import is_header_row

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TABLE_ROLES = frozenset(("table", "grid", "treegrid"))
CELL_ROLES = frozenset(("cell", "gridcell", "columnheader", "rowheader"))
_TAGS = frozenset(("div", "span", "ul", "li", "dl", "dt", "dd", "section", "p"))
_FEWEST_ROWS, _WIDEST = 2, 12
_LONGEST_HEADER, _MOST_NODES = 60, 40

Rows = list[list["LexborNode"]]


def rows_of_grid(node: "LexborNode") -> Rows:
    """Return the cells of each row of a node that is a table without the tags of one; [] where it is none.

    The first row is the header, where one is marked or reads like one.
    """
    if node.attributes.get("role") in _TABLE_ROLES:
        inside = node.css_first("[role=row]") is not None and node.css_first("table") is None
        return [_cells_by_role(row) for row in _of_roles(node)] if inside else []
    if node.tag not in _TAGS:
        return []
    children = [child for child in node.iter() if child.tag in _TAGS]
    return _in_rows(children) or _in_one_run(children)


def _cells_by_role(row: "LexborNode") -> list["LexborNode"]:
    return [
        cell for cell in row.iter() if cell.tag in {"td", "th"} or cell.attributes.get("role") in CELL_ROLES
    ]


def _in_rows(children: list["LexborNode"]) -> Rows:
    """Read children that have as many cells as the first, whose cells are words of a header."""
    if len(children) < _FEWEST_ROWS:
        return []
    header = _inner(children[0])
    if not 1 < len(header) <= _WIDEST or not is_header_row([_short(cell) for cell in header]):
        return []
    rows = [_inner(child) for child in children]
    return [row for row in rows if len(row) == len(header)]


def _inner(node: "LexborNode") -> list["LexborNode"]:
    return [child for child in node.iter() if child.tag in _TAGS]


def _in_one_run(children: list["LexborNode"]) -> Rows:
    """Read cells without rows, as documentation of Java has them: headers by their class, then cell after cell."""
    width = 0
    while width < min(len(children), _WIDEST + 1) and "header" in (
        children[width].attributes.get("class") or ""
    ):
        width += 1
    if not 1 < width <= _WIDEST or len(children) % width or len(children) < _FEWEST_ROWS * width:
        return []
    if not is_header_row([_short(cell) for cell in children[:width]]):
        return []
    return [children[at : at + width] for at in range(0, len(children), width)]


def _short(cell: "LexborNode") -> str:
    """Return the beginning of what a cell says, long enough to tell whether it is a header."""
    said = ""
    for node in islice(cell.traverse(include_text=True), _MOST_NODES):
        if node.is_text_node:
            said += node.text_content or ""
        if len(said) > _LONGEST_HEADER:
            break
    return " ".join(said.split())


def _of_roles(table: "LexborNode") -> "Iterator[LexborNode]":
    """Go through the rows of a table that is made of other tags with roles."""
    waiting = list(reversed(list(table.iter())))
    while waiting:
        node = waiting.pop()
        if node.attributes.get("role") == "row":
            yield node
        else:
            waiting += reversed(list(node.iter()))
