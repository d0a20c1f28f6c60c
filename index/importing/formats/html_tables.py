"""Rows of HTML tables with their spans."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from index.importing.formats.html_grids import CELL_ROLES
from index.importing.page import Cell

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DIGITS = 5
_WIDEST, _TALLEST = 60, 5_000


def rows_of_table(
    table: "LexborNode", clean: Callable[["LexborNode"], str]
) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """Return the rows of a table with its spans, and how many are header rows; tables inside it are left out."""
    rows: list[tuple[Cell, ...]] = []
    header = 0
    pending: dict[int, int] = {}
    for row in own(table, "tr"):
        cells = [cell for cell in row.iter() if _is_cell(cell)]
        in_head = row.parent is not None and row.parent.tag == "thead"
        if header == len(rows) and cells and (in_head or all(_is_header(cell) for cell in cells)):
            header += 1
        rows.append(laid(cells, pending, clean))
    return tuple(rows), header


def _is_cell(node: "LexborNode") -> bool:
    return node.tag in {"td", "th"} or node.attributes.get("role") in CELL_ROLES


def _is_header(cell: "LexborNode") -> bool:
    return cell.tag == "th" or cell.attributes.get("role") == "columnheader"


def own(table: "LexborNode", tag: str) -> "Iterator[LexborNode]":
    """Go through the rows of a table, or the tables in its cells, but not through what stands in those tables."""
    # `node == table` would write both out as HTML first, the whole table for each row of it.
    waiting = list(table.iter())
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        if node.tag == tag:
            yield node
        elif node.tag != "table":
            waiting += reversed(list(node.iter()))


def laid(
    cells: "list[LexborNode]", pending: dict[int, int], clean: Callable[["LexborNode"], str]
) -> tuple[Cell, ...]:
    """Put the cells of a row at their columns; None where a cell above reaches down."""
    laid: list[Cell] = []

    def skip() -> None:
        while pending.get(len(laid), 0) > 0 and len(laid) < _WIDEST:
            pending[len(laid)] -= 1
            laid.append(None)

    for cell in cells:
        skip()
        tall = _number(cell.attributes.get("rowspan"), _TALLEST) - 1
        wide = _number(cell.attributes.get("colspan"), _WIDEST)
        for column in range(wide):
            if tall > 0:
                pending[len(laid)] = tall
            laid.append(clean(cell) if column == 0 else "")
    skip()
    return tuple(laid)


def _number(text: str | None, most: int) -> int:
    digits = (text or "1").strip()
    return (
        min(max(int(digits), 1), most)
        if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS
        else 1
    )
