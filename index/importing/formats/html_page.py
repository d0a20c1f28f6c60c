"""HTML pages, and HTML tables inside other formats, through selectolax; real spans are kept as spans."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from index.importing.formats.html_grids import rows_of_grid
from index.importing.formats.html_tables import laid, own, rows_of_table
from index.importing.formats.markup import plain, raised, tidy
from index.importing.page import Block, Heading, Item, Page, Table, Text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PAGE = re.compile(r"<(?:!doctype html|html|head|body|h[1-6]|table|div|p)\b", re.IGNORECASE)
_KNOWN_TAGS = frozenset(
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite "
    "code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend "
    "li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre "
    "progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr path g use rect".split()
)
_TAG = re.compile(r"</?([A-Za-z][\w.:-]{0,60})(?=[\s/>])[^<>]{0,2000}>|<(?=[^A-Za-z/!?])")
_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "iframe", "select")
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article details summary ul ol li dl dt dd table pre blockquote h1 h2 h3 h4 h5 h6 tr td th br".split()
)
_ENDED_BY_PARSER = frozenset(
    "area base br col embed hr img input link meta source track wbr p li tr td th dt dd option optgroup thead tbody tfoot "
    "colgroup html head body".split()
)
_BOLD = frozenset(("b", "strong", "code"))
_EXCEPTIONS = ("Exception", "Full name", "Description")
_DEEPEST = 200
_DEEPEST_TABLE = 3
_LIMIT = 40 * 1024 * 1024


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
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        tree = _parsed(text)
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


def _parsed(text: str) -> "LexborHTMLParser":
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - needed for this format only

    return LexborHTMLParser(_with_placeholders(text[:_LIMIT]))


def _with_placeholders(text: str) -> str:
    """Escape what is no tag, such as `<name>` in a message: a parser would swallow it.

    Tags nested deeper than any page needs are left out: the parser takes a time that grows with their square.
    """
    depth = 0

    def checked(found: re.Match[str]) -> str:
        nonlocal depth
        name = (found[1] or "").casefold()
        if name not in _KNOWN_TAGS:
            return found[0].replace("<", "&lt;")
        if name in _ENDED_BY_PARSER or found[0].endswith("/>"):
            return found[0]
        closes = found[0].startswith("</")
        depth = max(0, depth + (-1 if closes else 1))
        return "" if depth >= _DEEPEST + closes else found[0]

    return _TAG.sub(checked, text)


def blocks_of(fragment: str, where: str, *, markdown: bool = False) -> list[Block]:
    """Read the blocks of a page or fragment; with `markdown` its texts may hold Markdown marks as well."""
    return _blocks(_parsed(fragment), where, markdown=markdown)


def _blocks(tree: "LexborHTMLParser", where: str, *, markdown: bool) -> list[Block]:
    body = tree.body
    if body is None:
        return []
    reader = _Reader(where, markdown=markdown)
    reader.walk(body, 0, 0)
    return reader.blocks


class _Reader:
    """Walks a tree and gathers blocks."""

    def __init__(self, where: str, *, markdown: bool) -> None:
        self.blocks: list[Block] = []
        self._where = where
        self._clean = plain if markdown else tidy
        self._tables = 0
        self._bold = ""

    def walk(self, node: "LexborNode", lists: int, depth: int) -> None:
        """Append the blocks below a node; `lists` counts the lists around it."""
        inline: list[str] = []
        blank = True
        for child in node.iter(include_text=True):
            name = child.tag or ""
            if name in _DROPPED or depth > _DEEPEST:
                continue
            if name == "br":
                inline.append("\n")
            elif name in _BLOCKS or _holds_blocks(child):
                self._add_text(inline)
                blank = True
                self._block(child, name, lists, depth)
            else:
                text = _raw(child)
                if blank and name in _BOLD:
                    self._bold = self._clean(text)
                inline.append(text)
                blank = blank and not text.strip()
        self._add_text(inline)

    def _block(self, node: "LexborNode", name: str, lists: int, depth: int) -> None:
        if name in _HEADINGS:
            text = self._clean(_raw(node))
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
            text = self._clean(_raw(node))
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
        rows = []
        for term in node.css("dt"):
            name = term.css_first(".descname")
            module = term.css_first(".descclassname")
            bare = tidy(_raw(name)) if name is not None else ""
            full = (tidy(_raw(module)) if module is not None else "") + bare
            meaning = next((one for one in _after(term) if one.tag == "dd"), None)
            rows.append((bare, full, self._cell(meaning) if meaning is not None else ""))
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Table) and last.rows[0] == _EXCEPTIONS:
            self.blocks[-1] = msgspec.structs.replace(last, rows=(*last.rows, *rows))
        else:
            self._tables += 1
            self.blocks.append(Table(rows=(_EXCEPTIONS, *rows), header=1, where=self._place(), exact=True))

    def _cell(self, node: "LexborNode") -> str:
        return self._clean(_raw(node))

    def _place(self) -> str:
        return f"{self._where}, table {self._tables}".removeprefix(", ")

    def _table(self, node: "LexborNode", inside: int = 0) -> Iterator[Block]:
        """Give a table, and those inside its cells: many pages are laid out with tables."""
        caption = node.css_first("caption")
        rows, header = rows_of_table(node, self._cell)
        if rows:
            name = tidy(_raw(caption)) if caption is not None else ""
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


def _holds_blocks(node: "LexborNode") -> bool:
    """Tell whether a node that is no block has blocks inside."""
    inside = node.traverse(include_text=False)
    return any((child.tag or "") in _BLOCKS and child.tag != "br" for child in inside)


def _raw(node: "LexborNode") -> str:
    """Return the text of a node, blocks and line breaks as lines, list items marked."""
    if node.is_text_node:
        return (node.text_content or "").replace("\n", " ")
    name = node.tag or ""
    if name in _DROPPED:
        return ""
    parts: list[str] = []
    number = 0
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "br":
            parts.append("\n")
        elif tag == "li":
            number += 1
            mark = f"{number}. " if name == "ol" else "- "
            parts.append(f"\n{mark}{_raw(child).strip()}\n")
        elif tag in _BLOCKS:
            parts.append(f"\n{_raw(child)}\n")
        elif tag == "sup":
            parts.append(raised(_raw(child)))
        else:
            parts.append(_raw(child))
    return "".join(parts)
