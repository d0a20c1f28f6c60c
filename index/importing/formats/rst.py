"""reStructuredText through docutils, with everything off that reads files, runs code or lets raw markup through."""

import re
from typing import TYPE_CHECKING, Any

from index.errors import BadInput
from index.importing.formats.markup import tidy
from index.importing.formats.protocol import text_of
from index.importing.page import Block, Cell, Heading, Item, Page, Table, Text

if TYPE_CHECKING:
    from docutils import nodes

_GRID = re.compile(r"^[ \t]*\+(?:[-=]{2,}\+){2,}[ \t]*$", re.MULTILINE)
_SIMPLE = re.compile(r"^[ \t]*={2,}(?:[ \t]+={2,})+[ \t]*$", re.MULTILINE)
_LISTED = re.compile(r"^[ \t]*\.\. (?:list-table|csv-table)::", re.MULTILINE)
_DIRECTIVE = re.compile(r"^\.\. (?:_[\w-]+:|[\w-]+::)", re.MULTILINE)
_TITLE = re.compile(r"^\S[^\n]{1,80}\n(?:={3,}|-{3,}|~{3,}|\^{3,})[ \t]*\n\s*\n", re.MULTILINE)
_LITERAL = re.compile(r"^``[^`\n]{2,80}``[ \t]*\n[ \t]+\S", re.MULTILINE)
_MARKDOWN = re.compile(r"^(?:```|#{1,6} |\|)", re.MULTILINE)
_ROLE = re.compile(r":[\w:+-]{2,30}:`([^`<]{1,300}?)\s*(?:<[^`>]{0,300}>)?`")
_NAME = re.compile(r"^\.\. _([^:\n]{3,100}):", re.MULTILINE)
_FIELD = re.compile(r"^:(\w{3,30}):[ ]*(.{1,200})$", re.MULTILINE)
_LIMIT = 40 * 1024 * 1024
_LINE = 100_000


class RestructuredText:
    """Documents with tables, or with underlined titles and literals."""

    name = "RST"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim grid table borders, simple tables beside directives, and titles beside terms in double backticks."""
        if not isinstance(content, str):
            return False
        return bool(
            _GRID.search(content)
            or _LISTED.search(content)
            or (_SIMPLE.search(content) and _DIRECTIVE.search(content))
            or (_TITLE.search(content) and _LITERAL.search(content) and not _MARKDOWN.search(content))
        )

    def read(self, content: str | bytes) -> Page:
        """Read with docutils. Raises BadInput where docutils gives up."""
        text = text_of(content)
        if len(text) > _LIMIT:
            raise BadInput("an RST document larger than {megabytes} MB", megabytes=_LIMIT // 2**20)
        hints = (*_NAME.findall(text[:50_000]), *(f"{k}: {v}" for k, v in _FIELD.findall(text[:2_000])))
        return Page(blocks=tuple(_blocks(_ROLE.sub(r"\1", text))), hints=hints)


def _blocks(text: str) -> list[Block]:
    from docutils import nodes  # noqa: PLC0415 - slow to load, needed for this format only
    from docutils.core import publish_doctree  # noqa: PLC0415

    from index.importing.formats.rst_states import quick_parser  # noqa: PLC0415

    settings = {
        "_disable_config": True,
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "report_level": 5,
        "halt_level": 5,
        "line_length_limit": _LINE,
        "smart_quotes": False,
        "doctitle_xform": False,
        "sectsubtitle_xform": False,
        "docinfo_xform": False,
        "warning_stream": "",
    }
    try:
        tree = publish_doctree(text, parser=quick_parser(), settings_overrides=settings)
    except Exception as error:
        raise BadInput("not readable as RST: {kind}", kind=type(error).__name__) from error
    blocks: list[Block] = []
    _walk(tree, blocks, nodes, 0, 0)
    return blocks


def _walk(node: "nodes.Element", blocks: list[Block], kinds: Any, level: int, depth: int) -> None:
    """Append what stands below a node."""
    for child in node.children:
        where = f"line {child.line}" if getattr(child, "line", None) else ""
        if isinstance(child, kinds.section):
            _walk(child, blocks, kinds, level + 1, depth)
        elif isinstance(child, kinds.title):
            blocks.append(Heading(text=tidy(child.astext()), level=max(1, level), where=where))
        elif isinstance(child, kinds.table):
            blocks.append(_table(child, kinds, where))
        elif isinstance(child, kinds.paragraph | kinds.term):
            first = child.children[0] if child.children else None
            whole = isinstance(child, kinds.term)
            bold = first.astext() if isinstance(first, kinds.strong | kinds.literal) else ""
            bold = child.astext() if whole else bold
            blocks.append(Text(text=tidy(child.astext()), where=where, bold=bold))
        elif isinstance(child, kinds.list_item):
            _item(child, blocks, kinds, level, depth)
        elif isinstance(child, kinds.bullet_list | kinds.enumerated_list):
            _walk(child, blocks, kinds, level, depth + 1)
        elif isinstance(child, kinds.Element) and not isinstance(
            child, kinds.Invisible | kinds.literal_block | kinds.system_message
        ):
            _walk(child, blocks, kinds, level, depth)


def _item(node: "nodes.Element", blocks: list[Block], kinds: Any, level: int, depth: int) -> None:
    """Append an item: its first paragraph; the rest follows by itself."""
    first = node.children[0] if node.children else None
    if isinstance(first, kinds.paragraph):
        strong = first.children[0] if first.children else None
        bold = strong.astext() if isinstance(strong, kinds.strong) else ""
        blocks.append(Item(text=tidy(first.astext()), depth=depth - 1, bold=bold))
        node.remove(first)
    _walk(node, blocks, kinds, level, depth)


def _table(node: "nodes.Element", kinds: Any, where: str) -> Table:
    """Rows with None where a cell spans; the header rows counted."""
    rows: list[tuple[Cell, ...]] = []
    header = 0
    pending: dict[int, int] = {}
    for row in node.findall(kinds.row):
        header += isinstance(row.parent, kinds.thead)
        rows.append(_cells(row, pending, kinds))
    title = next((child.astext() for child in node.children if isinstance(child, kinds.title)), "")
    return Table(rows=tuple(rows), header=header, name=title, where=where)


def _cells(row: "nodes.Element", pending: dict[int, int], kinds: Any) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for entry in row.findall(kinds.entry):
        if entry.parent is not row:
            continue  # of a table inside a cell
        while pending.get(len(cells), 0) > 0:
            pending[len(cells)] -= 1
            cells.append(None)
        start = len(cells)
        width = 1 + int(entry.get("morecols", 0))
        cells += [_cell_text(entry, kinds), *[""] * (width - 1)]
        for column in range(start, start + width):
            pending[column] = int(entry.get("morerows", 0))
    while pending.get(len(cells), 0) > 0:
        pending[len(cells)] -= 1
        cells.append(None)
    return tuple(cells)


def _cell_text(entry: "nodes.Element", kinds: Any) -> str:
    lines: list[str] = []

    def add(node: Any, mark: str) -> None:
        for number, child in enumerate(node.children, 1):
            if isinstance(child, kinds.bullet_list):
                add(child, "- ")
            elif isinstance(child, kinds.enumerated_list):
                add(child, "1. ")
            elif isinstance(child, kinds.list_item):
                lines.append((f"{number}. " if mark == "1. " else mark) + tidy(_first_text(child, kinds)))
                add(child, mark)
            elif isinstance(child, kinds.TextElement | kinds.Text):
                lines.append(tidy(child.astext().replace("\n", " ")))
            elif isinstance(child, kinds.Element) and not isinstance(
                child, kinds.system_message | kinds.Invisible
            ):
                add(child, mark)

    add(entry, "")
    return "\n".join(line for line in lines if line)


def _first_text(item: Any, kinds: Any) -> str:
    first = item.children[0] if item.children else None
    if not isinstance(first, kinds.TextElement):
        return ""
    item.remove(first)
    return str(first.astext().replace("\n", " "))
