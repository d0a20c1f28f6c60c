"""The document tree that every template builds and every target renders.

Small on purpose: what all targets can show. There are no links, so nothing from outside becomes one. Text in the tree is
text: escaping is the business of the renderers alone.
"""

from collections.abc import Iterable, Iterator

import msgspec


class Text(msgspec.Struct, frozen=True):
    """Plain text in a line."""

    text: str
    """As it is to be read."""


class Strong(msgspec.Struct, frozen=True):
    """Stressed text, such as a label."""

    text: str
    """As it is to be read."""


class Code(msgspec.Struct, frozen=True):
    """Something literal in a line: a code, an id, a value."""

    text: str
    """As it is to be read."""


class Break(msgspec.Struct, frozen=True):
    """A new line within a paragraph or quote."""


Run = Text | Strong | Code | Break
Runs = tuple[Run, ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading; 1 is the title of the ticket, 2 a section."""

    level: int
    """1 to 3."""
    runs: Runs
    """Its text."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph."""

    runs: Runs
    """Its text."""


class Numbered(msgspec.Struct, frozen=True):
    """A list numbered from 1."""

    items: tuple[Runs, ...]
    """One or more."""


class Bullets(msgspec.Struct, frozen=True):
    """A list without numbers."""

    items: tuple[Runs, ...]
    """One or more."""


class Table(msgspec.Struct, frozen=True):
    """A table with a head; each row has as many cells as the head."""

    head: tuple[Runs, ...]
    """The names of the columns."""
    rows: tuple[tuple[Runs, ...], ...]
    """The rows."""


class Quote(msgspec.Struct, frozen=True):
    """What somebody said, as paragraphs."""

    paragraphs: tuple[Runs, ...]
    """One or more."""


class CodeBlock(msgspec.Struct, frozen=True):
    """Literal text of several lines, such as the customer's message."""

    text: str
    """Lines joined with newlines."""


Block = Heading | Paragraph | Numbered | Bullets | Table | Quote | CodeBlock


class Document(msgspec.Struct, frozen=True):
    """A whole ticket text."""

    blocks: tuple[Block, ...]
    """In order."""
    language: str = "en"
    """The language its own words are in."""


def runs_of(block: Block) -> Iterator[Runs]:
    """List the lines of a block that hold runs, in reading order; a code block has none."""
    match block:
        case Heading(_, runs) | Paragraph(runs):
            yield runs
        case Numbered(items) | Bullets(items) | Quote(items):
            yield from items
        case Table(head, rows):
            yield from head
            for row in rows:
                yield from row
        case CodeBlock():
            return


def words_of(runs: Iterable[Run], line_break: str = "\n") -> str:
    """Return the text of some runs without any markup."""
    return "".join(line_break if isinstance(run, Break) else run.text for run in runs)


def text_of(document: Document) -> str:
    """Return every text of the document, a line each: what a reader must find in any target."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, CodeBlock):
            lines.append(block.text)
        lines += (words_of(runs) for runs in runs_of(block))
    return "\n".join(lines)


def lines_of(runs: Runs) -> Iterator[Runs]:
    """Cut runs at their breaks."""
    line: list[Run] = []
    for run in runs:
        if isinstance(run, Break):
            yield tuple(line)
            line = []
        else:
            line.append(run)
    yield tuple(line)


def prose(text: str, kind: type[Text | Strong | Code] = Text) -> Runs:
    """Make runs of a text from outside, with a break at each of its line ends; blank lines and edges are dropped."""
    runs: list[Run] = []
    for line in filter(None, (part.strip() for part in text.splitlines())):
        if runs:
            runs.append(Break())
        runs.append(kind(line))
    return tuple(runs)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Make paragraphs of a text from outside: a blank line parts two of them."""
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return tuple(Paragraph(prose("\n".join(part))) for part in parts if part)
