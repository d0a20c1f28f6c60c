"""Makes a document shorter, and says in it what was left out."""

from collections.abc import Callable, Iterator

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


def without_last_sections(document: Document, words: Words, limit: int) -> Iterator[Document]:
    """Yield the document without its last section, then without the last two, ..., each with a note that names them.

    The first section, which says what and where, stays.
    """
    starts = [at for at, block in enumerate(document.blocks) if isinstance(block, Heading)]
    names: list[str] = []
    for start in reversed(starts[1:]):
        heading = document.blocks[start]
        if isinstance(heading, Heading):
            names.insert(0, words_of(heading.runs, " "))
        said = words.left_out.format(limit=words.numerals.format(limit), names=words.comma.join(names))
        yield Document((*document.blocks[:start], Paragraph((Text(said),))), document.language)


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
