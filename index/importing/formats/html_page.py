"""HTML pages, and HTML tables inside other formats, through selectolax; real spans are kept as spans."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from index.importing.formats.html_grids import rows_of_grid
from index.importing.formats.html_parsing import BLOCKS, DEEPEST, DROPPED, holds_blocks, parsed, raw
from index.importing.formats.html_tables import laid, own, rows_of_table
from index.importing.formats.markup import plain, tidy
from index.importing.formats.protocol import text_of
from index.importing.page import Block, Heading, Item, Page, Table, Text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PAGE = re.compile(r"<(?:!doctype html|html|head|body|h[1-6]|table|div|p)\b", re.IGNORECASE)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset(("b", "strong", "code"))
_EXCEPTIONS = ("Exception", "Full name", "Description")
_DEEPEST_TABLE = 3


class Html:
    """Whole HTML pages and fragments."""

    name = "HTML"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text that begins with a tag and has block tags."""
        if not isinstance(content, str):
            return False
        head = content[:4000].lstrip("\ufeff \n\t")
        return (
            head.startswith("<") and bool(_PAGE.search(content[:200_000])) and not head.startswith("<?xml ")
        )

    def read(self, content: str | bytes) -> Page:
        """Read the visible blocks."""
        text = text_of(content)
        tree = parsed(text)
        title = tree.css_first("title")
        facts = {
            (
                node.attributes.get("name") or node.attributes.get("property") or ""
            ).casefold(): node.attributes.get("content") or ""
            for node in tree.css("meta")
        }
        canonical = tree.css_first("link[rel=canonical]")
        address = (
            (canonical.attributes.get("href") or "") if canonical is not None else facts.get("og:url", "")
        )
        return Page(
            blocks=tuple(_blocks(tree, "", markdown=False)),
            title=tidy(title.text(deep=True)) if title is not None else "",
            updated=facts.get("last-modified", facts.get("article:modified_time", ""))[:10],
            url=address if re.match(r"https?://", address) else "",
            hints=tuple(f"{name}: {value}" for name, value in facts.items() if value)[:60],
        )


def blocks_of(fragment: str, where: str, *, markdown: bool = False) -> list[Block]:
    """Read the blocks of a page or fragment; with `markdown` its texts may hold Markdown marks as well."""
    return _blocks(parsed(fragment), where, markdown=markdown)


def _blocks(tree: "LexborHTMLParser", where: str, *, markdown: bool) -> list[Block]:
    body = tree.body
    if body is None:
        return []
    return _Reader(where, markdown=markdown).read(body)


class _Reader:
    """Walks a tree and gathers blocks."""

    def __init__(self, where: str, *, markdown: bool) -> None:
        self.blocks: list[Block] = []
        self._where = where
        self._clean = plain if markdown else tidy
        self._tables = 0
        self._bold = ""
        self._growing: dict[int, list[tuple[str, ...]]] = {}
        """By the number of its block, the rows of a table that goes on."""

    def read(self, body: "LexborNode") -> list[Block]:
        """Return the blocks of a page."""
        self.walk(body, 0, 0)
        for at, rows in self._growing.items():
            self.blocks[at] = msgspec.structs.replace(self.blocks[at], rows=tuple(rows))
        return self.blocks

    def walk(self, node: "LexborNode", lists: int, depth: int) -> None:
        """Append the blocks below a node; `lists` counts the lists around it."""
        inline: list[str] = []
        blank = True
        for child in node.iter(include_text=True):
            name = child.tag or ""
            if name in DROPPED or depth > DEEPEST:
                continue
            if name == "br":
                inline.append("\n")
            elif name in BLOCKS or holds_blocks(child):
                self._add_text(inline)
                blank = True
                self._block(child, name, lists, depth)
            else:
                text = raw(child)
                if blank and name in _BOLD:
                    self._bold = self._clean(text)
                inline.append(text)
                blank = blank and not text.strip()
        self._add_text(inline)

    def _block(self, node: "LexborNode", name: str, lists: int, depth: int) -> None:
        if name in _HEADINGS:
            text = self._clean(raw(node))
            if text:
                self.blocks.append(Heading(text=text, level=_HEADINGS[name], where=self._where))
        elif name == "table":
            self._tables += 1
            self.blocks += self._table(node)
        elif grid := rows_of_grid(node):
            self._tables += 1
            rows = tuple(laid(row, {}, self._cell) for row in grid)
            self.blocks.append(Table(rows=rows, header=1, where=self._place(), exact=True))
        elif name == "pre":
            return
        elif name == "li":
            self._item(node, lists, depth)
        elif name == "dl" and "exception" in (node.attributes.get("class") or ""):
            self._exceptions(node)
        elif name in {"dt", "summary"}:
            text = self._clean(raw(node))
            if text:
                self.blocks.append(Text(text=text, where=self._where, bold=text.split("\n", 1)[0]))
        else:
            self.walk(node, lists + (name in {"ul", "ol"}), depth + 1)

    def _item(self, node: "LexborNode", lists: int, depth: int) -> None:
        """Append an item: what stands before the lists inside it."""
        before = len(self.blocks)
        self.walk(node, lists, depth + 1)
        inside = self.blocks[before:]
        own: list[Text] = []
        for block in inside:
            if not isinstance(block, Text):
                break
            own.append(block)
        text = "\n".join(block.text for block in own)
        bold = next((block.bold for block in own if block.bold), "")
        item = Item(text=text, depth=max(0, lists - 1), where=self._where, bold=bold)
        self.blocks[before:] = [item, *inside[len(own) :]]

    def _add_text(self, inline: list[str]) -> None:
        text = self._clean("".join(inline))
        if text:
            bold = self._bold if text.startswith(self._bold) else ""
            self.blocks.append(Text(text=text, where=self._where, bold=bold))
        self._bold = ""
        inline.clear()

    def _exceptions(self, node: "LexborNode") -> None:
        """Append the exceptions that documentation of Python describes to the table of those right above."""
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, Table) or last.rows[0] != _EXCEPTIONS:
            self._tables += 1
            self._growing[len(self.blocks)] = [_EXCEPTIONS]
            self.blocks.append(Table(rows=(_EXCEPTIONS,), header=1, where=self._place(), exact=True))
        rows = self._growing[len(self.blocks) - 1]
        for term in node.css("dt"):
            name = term.css_first(".descname")
            module = term.css_first(".descclassname")
            bare = tidy(raw(name)) if name is not None else ""
            full = (tidy(raw(module)) if module is not None else "") + bare
            meaning = next((one for one in _after(term) if one.tag == "dd"), None)
            rows.append((bare, full, self._cell(meaning) if meaning is not None else ""))

    def _cell(self, node: "LexborNode") -> str:
        return self._clean(raw(node))

    def _place(self) -> str:
        return f"{self._where}, table {self._tables}".removeprefix(", ")

    def _table(self, node: "LexborNode", inside: int = 0) -> Iterator[Block]:
        """Give a table, and those inside its cells: many pages are laid out with tables."""
        caption = node.css_first("caption")
        rows, header = rows_of_table(node, self._cell)
        if rows:
            name = tidy(raw(caption)) if caption is not None else ""
            yield Table(rows=rows, header=header or None, name=name, where=self._place(), exact=True)
        for inner in own(node, "table") if inside < _DEEPEST_TABLE else ():
            self._tables += 1
            yield from self._table(inner, inside + 1)


def _after(node: "LexborNode") -> "Iterator[LexborNode]":
    """Go through the tags behind a node."""
    following = node.next
    while following is not None:
        if following.is_element_node:
            yield following
        following = following.next
