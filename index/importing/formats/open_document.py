"""OpenDocument: ODS sheets and ODT texts with their headings, paragraphs and tables."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.importing.formats.markup import tidy
from index.importing.formats.packed_xml import Packed, attribute, local, read_packed
from index.importing.formats.workbook import below_title
from index.importing.page import Block, Cell, Heading, Page, Table, Text
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MEMBER = "content.xml"
_WIDEST, _MOST_ROWS = 60, 200_000
_MOST_REPEATED = 1_000
_DEEPEST = 20


class OpenDocument:
    """OpenDocument sheets and texts (ODS, ODT)."""

    name = "OpenDocument"
    binary = True

    def claims(self, content: str | bytes) -> bool:
        """Claim a zip archive that begins with its type and holds the content."""
        return (
            isinstance(content, bytes)
            and content[:4] == b"PK\x03\x04"
            and b"mimetype" in content[:100]
            and _MEMBER.encode() in content
        )

    def read(self, content: str | bytes) -> Page:
        """Read all blocks. Raises BadInput if it is too large or damaged."""
        return read_packed(content, "OpenDocument", lambda packed: Page(blocks=tuple(_blocks(packed))))


def _blocks(packed: Packed) -> Iterator[Block]:
    for node in _parts(packed.xml(_MEMBER), 0):
        if local(node) == "table":
            name = attribute(node, "name")
            rows = tuple(below_title(list(_rows(node))))
            if rows:
                yield Table(rows=rows, name=name, where=f"sheet {name}", exact=True)
        elif text := _text(node):
            level = attribute(node, "outline-level")
            yield (
                Heading(text=text, level=int(level) if level.isascii() and level.isdecimal() else 1)
                if local(node) == "h"
                else Text(text=text)
            )


def _parts(node: "Element", depth: int) -> Iterator["Element"]:
    for child in node if depth < _DEEPEST else ():
        if local(child) in {"table", "h", "p"}:
            yield child
        else:
            yield from _parts(child, depth + 1)


def _text(node: "Element") -> str:
    return tidy(clean("".join(node.itertext())))


def _rows(table: "Element") -> Iterator[tuple[Cell, ...]]:
    """Read the rows; what is covered by a cell above is None, repetitions are bounded."""
    left = _MOST_ROWS
    for row in table.iter():
        if local(row) != "table-row":
            continue
        cells: list[Cell] = []
        for cell in row:
            if local(cell) not in {"table-cell", "covered-table-cell"}:
                continue
            lines = [_text(one) for one in cell if local(one) in {"p", "h"}]
            said = None if local(cell).startswith("covered") else "\n".join(line for line in lines if line)
            cells += [said] * min(_times(cell, "number-columns-repeated"), _WIDEST - len(cells))
        while cells and not cells[-1]:
            cells.pop()
        for _ in range(min(_times(row, "number-rows-repeated"), left) if cells else 0):
            left -= 1
            yield tuple(cells)


def _times(node: "Element", name: str) -> int:
    value = attribute(node, name)
    return min(int(value), _MOST_REPEATED) if value.isascii() and value.isdecimal() and len(value) < 10 else 1  # noqa: PLR2004 - digits
