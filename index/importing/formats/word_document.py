"""DOCX documents: headings by their styles, paragraphs, lists and tables."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.importing.formats.markup import tidy
from index.importing.formats.packed_xml import Packed, attribute, local, read_packed
from index.importing.page import Block, Cell, Heading, Item, Page, Table, Text
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MEMBER = "word/document.xml"
_STYLE = re.compile(r"(?:heading|berschrift|titre|título|标题|title)\s*(\d?)", re.IGNORECASE)
_DEEPEST = 20
_WIDEST = 60


class WordDocument:
    """Word documents (DOCX)."""

    name = "DOCX"
    binary = True

    def claims(self, content: str | bytes) -> bool:
        """Claim a zip archive that holds the text of a document."""
        return isinstance(content, bytes) and content[:4] == b"PK\x03\x04" and _MEMBER.encode() in content

    def read(self, content: str | bytes) -> Page:
        """Read all blocks. Raises BadInput if it is too large or damaged."""
        return read_packed(content, "DOCX", lambda packed: Page(blocks=tuple(_blocks(packed))))


def _blocks(packed: Packed) -> Iterator[Block]:
    tables = 0
    for node in _children(packed.xml(_MEMBER), 0):
        if local(node) == "p":
            yield from _paragraph(node)
        else:
            tables += 1
            yield Table(rows=tuple(_rows(node)), where=f"table {tables}", exact=True)


def _children(node: "Element", depth: int) -> Iterator["Element"]:
    """Go through the paragraphs and tables of a body, also of those wrapped into sections and controls."""
    for child in node if depth < _DEEPEST else ():
        if local(child) in {"p", "tbl"}:
            yield child
        elif local(child) in {"body", "sdt", "sdtContent", "customXml", "ins"}:
            yield from _children(child, depth + 1)


def _paragraph(node: "Element") -> Iterator[Block]:
    text = _text(node)
    if not text:
        return
    style = next((attribute(one, "val") for one in node.iter() if local(one) == "pStyle"), "")
    found = _STYLE.search(style)
    bold = text if _is_bold(node) else ""
    if found:
        yield Heading(text=text, level=int(found[1] or 1))
    elif any(local(one) == "numPr" for one in node.iter()):
        level = next((attribute(one, "val") for one in node.iter() if local(one) == "ilvl"), "")
        yield Item(text=text, depth=int(level) if level.isascii() and level.isdecimal() else 0, bold=bold)
    else:
        yield Text(text=text, bold=bold)


def _is_bold(node: "Element") -> bool:
    """Tell whether the first run of a paragraph is bold from end to end, and the only one."""
    runs = [one for one in node.iter() if local(one) == "r"]
    marks = [one for run in runs for one in run.iter() if local(one) == "b"]
    return len(runs) == len(marks) > 0 and not any(attribute(one, "val") in {"0", "false"} for one in marks)


def _text(node: "Element") -> str:
    parts: list[str] = []
    for one in node.iter():
        name = local(one)
        if name == "t":
            parts.append(one.text or "")
        elif name in {"br", "cr"}:
            parts.append("\n")
        elif name == "tab":
            parts.append(" ")
    return tidy(clean("".join(parts)))


def _rows(table: "Element") -> Iterator[tuple[Cell, ...]]:
    """Read the rows; a cell that goes on from the row above is None."""
    for row in table:
        cells: list[Cell] = []
        for cell in (one for one in row if local(row) == "tr" and local(one) == "tc"):
            facts = {
                local(one): attribute(one, "val") for part in cell if local(part) == "tcPr" for one in part
            }
            wide = facts.get("gridSpan", "")
            below = "vMerge" in facts and facts["vMerge"] != "restart"
            lines = [_text(one) for one in cell.iter() if local(one) == "p"]
            cells.append(None if below else "\n".join(line for line in lines if line))
            cells += [""] * (min(int(wide), _WIDEST) - 1 if wide.isascii() and wide.isdecimal() else 0)
        if cells:
            yield tuple(cells[:_WIDEST])
