"""XLSX workbooks, read with the standard library: sheets become tables, merged cells become spans."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import BadInput
from index.importing.formats.markup import tidy
from index.importing.headers import is_header_row
from index.importing.page import Block, Cell, Page, Table
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LIMIT = 200 * 1024 * 1024
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
        data = content if isinstance(content, bytes) else content.encode()
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return Page(blocks=tuple(_sheets(archive)))
        except BadInput:
            raise
        except Exception as error:
            # Damaged archives raise a dozen kinds of errors out of zipfile, zlib and the XML parser.
            raise BadInput("not a readable workbook: {kind}", kind=type(error).__name__) from error


def _sheets(archive: zipfile.ZipFile) -> Iterator[Block]:
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    if sum(sizes.values()) > _LIMIT:
        raise BadInput("a workbook that unpacks to more than {megabytes} MB", megabytes=_LIMIT // 2**20)
    names = sorted(
        (name for name in sizes if re.fullmatch(r"xl/worksheets/sheet\d{1,4}\.xml", name)),
        key=lambda name: int(re.sub(r"\D", "", name)),
    )
    if not names:
        raise BadInput("a zip archive that is no workbook")
    strings = _strings(archive) if "xl/sharedStrings.xml" in sizes else []
    titles = _titles(archive) if "xl/workbook.xml" in sizes else []
    for number, name in enumerate(names[:_MOST_SHEETS]):
        title = titles[number] if number < len(titles) else f"sheet {number + 1}"
        rows = _rows(_xml(archive, name), strings)
        start = next(
            (n for n, row in enumerate(rows[:_TITLE_ROWS]) if is_header_row([c or "" for c in row])), 0
        )
        if rows:
            yield Table(rows=tuple(rows[start:]), header=None, name=title, where=f"sheet {title}", exact=True)


def _xml(archive: zipfile.ZipFile, name: str) -> "Element":
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - needed for this format only

    with archive.open(name) as member:
        data = member.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise BadInput("a sheet of more than {megabytes} MB", megabytes=_LIMIT // 2**20)
    root: Element = fromstring(data, forbid_dtd=True)
    return root


def _local(node: "Element") -> str:
    return node.tag.rpartition("}")[2]


def _strings(archive: zipfile.ZipFile) -> list[str]:
    return [_text(node) for node in _xml(archive, "xl/sharedStrings.xml") if _local(node) == "si"]


def _text(node: "Element") -> str:
    """Return the text of a string with its runs; phonetic readings are left out."""
    parts = []
    for child in node:
        if _local(child) == "t":
            parts.append(child.text or "")
        elif _local(child) == "r":
            parts.append(_text(child))
    return "".join(parts)


def _titles(archive: zipfile.ZipFile) -> list[str]:
    return [
        node.get("name", "") for node in _xml(archive, "xl/workbook.xml").iter() if _local(node) == "sheet"
    ]


def _rows(sheet: "Element", strings: list[str]) -> list[tuple[Cell, ...]]:
    rows: dict[int, dict[int, str]] = {}
    for row in sheet.iter():
        if _local(row) != "row":
            continue
        for cell in row:
            place = _PLACE.fullmatch(cell.get("r", ""))
            if place and int(place[2]) <= _MOST_ROWS and (column := _column(place[1])) < _MOST_COLUMNS:
                rows.setdefault(int(place[2]), {})[column] = tidy(clean(_value(cell, strings)))
    spanned = set(_spanned(sheet))
    width = max((max(cells) for cells in rows.values() if cells), default=-1) + 1
    return [
        tuple(None if (number, c) in spanned else cells.get(c, "") for c in range(width))
        for number, cells in sorted(rows.items())
    ]


def _value(cell: "Element", strings: list[str]) -> str:
    kind = cell.get("t", "n")
    inner = next((child for child in cell if _local(child) in {"v", "is"}), None)
    if inner is None:
        return ""
    if _local(inner) == "is":
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
        if _local(node) != "mergeCell":
            continue
        ends = [_PLACE.fullmatch(end) for end in node.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:  # noqa: PLR2004 - from and to
            first, last = int(ends[0][2]), min(int(ends[1][2]), int(ends[0][2]) + 5_000)
            for row in range(first + 1, last + 1):
                for column in range(_column(ends[0][1]), min(_column(ends[1][1]) + 1, _MOST_COLUMNS)):
                    yield row, column
