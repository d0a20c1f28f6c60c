"""Plain text, wrapped for mail: nothing needs escaping, everything stands as it is."""

from collections.abc import Iterator

from index.ticket.targets.target import Rendered
from index.ticket.tree import (
    Block,
    Bullets,
    CodeBlock,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Quote,
    Runs,
    Table,
    lines_of,
    words_of,
)
from index.ticket.wrap import width, wrap

COLUMNS = 76
_UNDERLINES = {1: "=", 2: "-"}


class PlainText:
    """Mail and whatever takes no markup."""

    name = "text"
    label = "Plain text"

    def render(self, document: Document) -> Rendered:
        """Render with wrapped lines, underlined headings and indented literal text."""
        return Rendered(text=plain_text(document))


def plain_text(document: Document, *, columns: int = COLUMNS, fenced: str = "    ") -> str:
    """Render as plain text; `fenced` goes before each line of literal text."""
    parts = ("\n".join(_lines(block, columns, fenced)) for block in document.blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(  # noqa: C901, PLR0912 - one branch for each kind of block
    block: Block, columns: int, fenced: str
) -> Iterator[str]:
    match block:
        case Heading(level, runs):
            title = words_of(runs, " ")
            yield wrap(title, columns)
            if level in _UNDERLINES:
                yield _UNDERLINES[level] * min(width(title), columns)
        case Paragraph(runs):
            yield from _wrapped(runs, columns, "", "")
        case Numbered(items):
            for number, item in enumerate(items, 1):
                mark = f"{number}. "
                yield from _wrapped(item, columns, mark, " " * len(mark))
        case Bullets(items):
            for item in items:
                yield from _wrapped(item, columns, "- ", "  ")
        case Quote(quoted):
            for number, paragraph in enumerate(quoted):
                if number:
                    yield ">"
                yield from _wrapped(paragraph, columns, "> ", "> ")
        case CodeBlock(text):
            for line in text.splitlines():
                yield wrap(line, columns, first=fenced, rest=fenced)
        case Table(head, rows):
            yield from table_lines(head, rows, columns)


def _wrapped(runs: Runs, columns: int, first: str, rest: str) -> Iterator[str]:
    for line in lines_of(runs):
        yield wrap(words_of(line), columns, first=first, rest=rest)
        first = rest


def table_lines(head: tuple[Runs, ...], rows: tuple[tuple[Runs, ...], ...], columns: int) -> Iterator[str]:
    """Lay a table out in aligned columns, or as records of `name: value` where it is too wide."""
    cells = [[words_of(cell, " ") for cell in row] for row in (head, *rows)]
    widths = [max(width(row[at]) for row in cells) for at in range(len(head))]
    if sum(widths) + 2 * (len(widths) - 1) <= columns:
        for number, row in enumerate(cells):
            padded = (text + " " * (wide - width(text)) for text, wide in zip(row, widths, strict=True))
            yield "  ".join(padded).rstrip()
            if number == 0:
                yield "  ".join("-" * wide for wide in widths)
        return
    for number, row in enumerate(cells[1:]):
        if number:
            yield ""
        for name, text in zip(cells[0], row, strict=True):
            yield wrap(f"{name}: {text}", columns, rest="  ")
