"""What every document reader gives: a page as plain blocks, without the markup of its format.

A cell or paragraph is plain text; lines in it are parted by newlines, list items begin with `- ` or `1. `.
"""

from collections.abc import Iterator

import msgspec

Cell = str | None
"""Text of a cell; None where a cell of a row above or a column before spans this place."""


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading, or a line that stands as one."""

    text: str
    """Without its marks."""
    level: int = 1
    """1 for the highest."""
    where: str = ""
    """`line 12`, for people."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph."""

    text: str
    """Without markup."""
    where: str = ""
    """Its place."""
    bold: str = ""
    """The emphasised words it begins with: often a code or a label."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a list, without the items inside it."""

    text: str
    """Without bullet."""
    depth: int = 0
    """0 for the outermost list."""
    where: str = ""
    """Its place."""
    bold: str = ""
    """The emphasised words it begins with."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table of text cells; rows may differ in length."""

    rows: tuple[tuple[Cell, ...], ...]
    """All rows, header rows first."""
    header: int | None = None
    """How many rows are marked as header; None where the format does not say."""
    name: str = ""
    """Caption."""
    where: str = ""
    """Its place."""
    exact: bool = False
    """Cells are where they belong (data formats, real spans): no row has lost a cell."""


Block = Heading | Text | Item | Table
"""What a page is made of, in reading order."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One document, read but not yet understood."""

    blocks: tuple[Block, ...] = ()
    """In reading order."""
    title: str = ""
    """The document's own title, where the format has a place for it."""
    updated: str = ""
    """The document's own date, where the format has a place for it."""
    url: str = ""
    """Address that the document states for itself."""
    hints: tuple[str, ...] = ()
    """Marks of origin that are no visible text: anchors, attributes, generator names."""


def texts(page: Page) -> Iterator[str]:
    """List the visible texts outside tables, in order."""
    return (block.text for block in page.blocks if not isinstance(block, Table))
