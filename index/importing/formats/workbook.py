"""XLSX workbooks, read with the standard library: sheets become tables, merged cells become spans."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import BadInput
from index.importing.formats.markup import tidy
from index.importing.formats.packed_xml import Packed, local, read_packed
from index.importing.headers import is_header_row
from index.importing.page import Block, Cell, Page, Table
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_ROWS, _MOST_COLUMNS = 200_000, 60
_MOST_SHEETS = 50
_TITLE_ROWS = 10
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Workbook:
    """Excel workbooks (XLSX)."""

    name = "XLSX"
    binary = True

    def claims(self, content: str | bytes) -> bool:
        """Claim a zip archive."""
        return isinstance(content, bytes) and content[:4] == b"PK\x03\x04"

    def read(self, content: str | bytes) -> Page:
        """Read all sheets. Raises BadInput if it is no workbook, too large or damaged."""
        return read_packed(content, "XLSX", lambda packed: Page(blocks=tuple(_sheets(packed))))


def _sheets(packed: Packed) -> Iterator[Block]:
    names = sorted(
        (name for name in packed.sizes if re.fullmatch(r"xl/worksheets/sheet\d{1,4}\.xml", name)),
        key=lambda name: int(re.sub(r"\D", "", name)),
    )
    if not names:
        raise BadInput("a zip archive that is no workbook")
    strings = _strings(packed) if "xl/sharedStrings.xml" in packed.sizes else []
    titles = _titles(packed) if "xl/workbook.xml" in packed.sizes else []
    for number, name in enumerate(names[:_MOST_SHEETS]):
        title = titles[number] if number < len(titles) else f"sheet {number + 1}"
        rows = below_title(_rows(packed.xml(name), strings))
        if rows:
            yield Table(rows=tuple(rows), header=None, name=title, where=f"sheet {title}", exact=True)


def below_title(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Return the rows of a sheet from its header on, where one of the first reads like one; else all of them."""
    start = next((n for n, row in enumerate(rows[:_TITLE_ROWS]) if is_header_row([c or "" for c in row])), 0)
    return rows[start:]


def _strings(packed: Packed) -> list[str]:
    return [_text(node) for node in packed.xml("xl/sharedStrings.xml") if local(node) == "si"]


def _text(node: "Element") -> str:
    """Return the text of a string with its runs; phonetic readings are left out."""
    parts = []
    for child in node:
        if local(child) == "t":
            parts.append(child.text or "")
        elif local(child) == "r":
            parts.append(_text(child))
    return "".join(parts)


def _titles(packed: Packed) -> list[str]:
    return [node.get("name", "") for node in packed.xml("xl/workbook.xml").iter() if local(node) == "sheet"]


def _rows(sheet: "Element", strings: list[str]) -> list[tuple[Cell, ...]]:
    rows: dict[int, dict[int, str]] = {}
    number = 0
    for row in sheet.iter():
        if local(row) != "row":
            continue
        number = _number(row.get("r", "")) or number + 1  # a place that is not written is the next one
        column = -1
        for cell in row:
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            at = int(place[2]) if place else number
            if at <= _MOST_ROWS and column < _MOST_COLUMNS:
                rows.setdefault(at, {})[column] = tidy(clean(_value(cell, strings)))
    spanned = set(_spanned(sheet))
    width = max((max(cells) for cells in rows.values() if cells), default=-1) + 1
    return [
        tuple(None if (number, c) in spanned else cells.get(c, "") for c in range(width))
        for number, cells in sorted(rows.items())
    ]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0  # noqa: PLR2004 - rows


def _value(cell: "Element", strings: list[str]) -> str:
    kind = cell.get("t", "n")
    inner = next((child for child in cell if local(child) in {"v", "is"}), None)
    if inner is None:
        return ""
    if local(inner) == "is":
        return _text(inner)
    text = inner.text or ""
    if kind == "s":
        return strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""
    return text[:-2] if kind == "n" and text.endswith(".0") else text


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _spanned(sheet: "Element") -> Iterator[tuple[int, int]]:
    """List the places (row, column) that a merged cell above reaches down to."""
    for node in sheet.iter():
        if local(node) != "mergeCell":
            continue
        ends = [_PLACE.fullmatch(end) for end in node.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:  # noqa: PLR2004 - from and to
            first, last = int(ends[0][2]), min(int(ends[1][2]), int(ends[0][2]) + 5_000)
            for row in range(first + 1, last + 1):
                for column in range(_column(ends[0][1]), min(_column(ends[1][1]) + 1, _MOST_COLUMNS)):
                    yield row, column
