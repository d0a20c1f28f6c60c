"""Brings a document into the form that renderers expect, whatever it was built from.

Afterwards every text is one line, neighbouring runs differ in kind, no line begins or ends with a blank or a break, and
nothing is empty but a table's cell.
"""

from collections.abc import Iterable, Iterator

from index.ticket.tree import (
    Block,
    Break,
    Bullets,
    Code,
    CodeBlock,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Quote,
    Run,
    Runs,
    Strong,
    Table,
    Text,
    lines_of,
)


def tidied(document: Document) -> Document:
    """Return the document in the form that renderers expect."""
    blocks = (_tidy(block) for block in document.blocks)
    return Document(tuple(block for block in blocks if block is not None), document.language)


def _tidy(block: Block) -> Block | None:
    match block:
        case CodeBlock(text):
            text = "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
            return CodeBlock(text) if text else None
        case Heading(level, runs):
            runs = _line(runs)
            return Heading(level, runs) if runs else None
        case Paragraph(runs):
            runs = tidy_runs(runs)
            return Paragraph(runs) if runs else None
        case Numbered(items) | Bullets(items) | Quote(items):
            kept = tuple(filter(None, map(tidy_runs, items)))
            return type(block)(kept) if kept else None
        case Table(head, rows):
            return Table(tuple(map(_line, head)), tuple(tuple(map(_line, row)) for row in rows))


def _line(runs: Runs) -> Runs:
    """Tidy runs where there can be one line only."""
    return tidy_runs(tuple(Text(" ") if isinstance(run, Break) else run for run in runs))


def tidy_runs(runs: Runs) -> Runs:
    """Tidy the runs of one paragraph, item or cell."""
    tidy: list[Run] = []
    for line in lines_of(runs):
        kept = _stripped(_joined(_without_edges(line)))
        if kept:
            tidy += [Break(), *kept] if tidy else kept
    return tuple(tidy)


def _without_edges(line: Runs) -> Iterator[Text | Strong | Code]:
    """Make every text one line, and take blanks at the edges of stress and code out of it."""
    for run in line:
        if isinstance(run, Break):
            continue
        text = " ".join(part.strip() for part in run.text.splitlines()) if "\n" in run.text else run.text
        if isinstance(run, Text):
            yield Text(text)
            continue
        inner = text.strip()
        start = text.find(inner)
        yield Text(text[:start])
        yield type(run)(inner)
        yield Text(text[start + len(inner) :])


def _joined(runs: Iterable[Text | Strong | Code]) -> list[Text | Strong | Code]:
    out: list[Text | Strong | Code] = []
    for run in runs:
        if out and type(out[-1]) is type(run):
            out[-1] = type(run)(out[-1].text + run.text)
        elif run.text:
            out.append(run)
    return out


def _stripped(line: list[Text | Strong | Code]) -> list[Text | Strong | Code]:
    if line:
        line[0] = type(line[0])(line[0].text.lstrip())
        line[-1] = type(line[-1])(line[-1].text.rstrip())
    return [run for run in line if run.text]
