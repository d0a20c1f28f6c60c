"""Makes a document shorter, and says in it what was left out."""

from collections.abc import Callable

from index.ticket.tree import (
    Block,
    Break,
    Bullets,
    CodeBlock,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Text,
    words_of,
)
from index.ticket.words import Words

Cut = Callable[[str], str]
"""Shortens one text."""


def shortened(document: Document, longest: int, words: Words) -> Document:
    """Cut every text of over `longest` characters to that length, with a note how many were cut."""

    def cut(text: str) -> str:
        note = " " + words.cut.format(count=words.numerals.format(len(text) - longest))
        return text[:longest] + note if len(text) > longest + len(note) else text

    return Document(tuple(_cut_block(block, cut) for block in document.blocks), document.language)


def sections(document: Document) -> tuple[int, ...]:
    """Return where the sections begin that can be left out: all but the first, which says what and where."""
    return tuple(at for at, block in enumerate(document.blocks) if isinstance(block, Heading))[1:]


def without_last_sections(document: Document, count: int, words: Words, limit: int) -> Document:
    """Leave out the last sections, with a note that names them and the limit that they would have broken."""
    starts = sections(document)[-count:]
    headings = (document.blocks[start] for start in starts)
    names = words.comma.join(
        words_of(heading.runs, " ") for heading in headings if isinstance(heading, Heading)
    )
    said = words.left_out.format(limit=words.numerals.format(limit), names=names)
    return Document((*document.blocks[: starts[0]], Paragraph((Text(said),))), document.language)


def _cut_block(block: Block, cut: Cut) -> Block:  # noqa: PLR0911 - one branch for each kind of block
    def runs_cut(runs: Runs) -> Runs:
        return tuple(_cut_run(run, cut) for run in runs)

    match block:
        case CodeBlock(text):
            return CodeBlock(cut(text))
        case Heading(level, runs):
            return Heading(level, runs_cut(runs))
        case Paragraph(runs):
            return Paragraph(runs_cut(runs))
        case Numbered(items):
            return Numbered(tuple(map(runs_cut, items)))
        case Bullets(items):
            return Bullets(tuple(map(runs_cut, items)))
        case Quote(quoted):
            return Quote(tuple(map(runs_cut, quoted)))
        case Table(head, rows):
            return Table(head, tuple(tuple(map(runs_cut, row)) for row in rows))


def _cut_run(run: Run, cut: Cut) -> Run:
    return run if isinstance(run, Break) else type(run)(cut(run.text))
