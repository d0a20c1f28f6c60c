"""Sheets of a workbook that was saved as one XML file."""

from typing import TYPE_CHECKING

from index.importing.formats.markup import tidy
from index.importing.formats.packed_xml import attribute, local
from index.importing.page import Page, Table
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WIDEST = 60


def workbook_page(root: "Element") -> Page | None:
    """Return the sheets as tables; None where the root is no workbook."""
    if local(root) != "Workbook":
        return None
    tables = []
    for sheet in (node for node in root if local(node) == "Worksheet"):
        rows = tuple(_cells(row) for row in sheet.iter() if local(row) == "Row")
        name = attribute(sheet, "Name")
        tables.append(Table(rows=tuple(row for row in rows if any(row)), name=name, where=f"sheet {name}"))
    return Page(blocks=tuple(tables))


def _cells(row: "Element") -> tuple[str, ...]:
    """Read the cells of a row; one may say at which column it stands."""
    cells: list[str] = []
    for cell in (node for node in row if local(node) == "Cell"):
        at = attribute(cell, "Index")
        if at.isascii() and at.isdecimal() and len(cells) < int(at) <= _WIDEST:
            cells += [""] * (int(at) - 1 - len(cells))
        wide = attribute(cell, "MergeAcross")
        cells.append(tidy(clean("".join(cell.itertext()))))
        cells += [""] * min(int(wide), _WIDEST) if wide.isascii() and wide.isdecimal() else []
    return tuple(cells[:_WIDEST])
