"""Markdown as CommonMark and GitHub read it.

Backslashes before whatever could be markup in any of the usual dialects: emphasis, links, HTML, tables, strike-through,
formulas, emoji names, mentions, bare addresses, quotes and dots that a "smart" renderer would change. Literal runs are
code spans, in which nothing is interpreted.
"""

import re
from collections.abc import Iterator

from index.ticket.targets.target import Rendered
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

_SPECIAL = re.compile(
    r"[\\`*\[\]<>{}|~^$\"'@]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # within a word it is no markup
    r"|&(?=[#A-Za-z]|$)"
    r"|:(?=//|[\w+-]+:)"  # addresses, :emoji:
    r"|(?<=www)\."
    r"|#(?=\w)"  # issue numbers
    r"|\.(?=\.)|(?<=\.)\.|-(?=-)|(?<=-)-|\+(?=[-+])|=(?==)|(?<=[?!,])[?!,]"  # smart dots, dashes and the like
    r"|\((?=(?:c|r|p|tm)\))",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"^(\s*)(?:([#>+=-])|(\d{1,9})([.)](?=\s|$)))")
_BACKTICKS = re.compile(r"`+")
_FENCES = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


class Markdown:
    """GitHub, GitLab, Notion and the like."""

    name = "markdown"
    label = "Markdown"

    def render(self, document: Document) -> Rendered:
        """Render as Markdown, once for text/plain and once for text/markdown."""
        text = markdown(document)
        return Rendered(text=text, markdown=text)


def markdown(document: Document) -> str:
    """Render as Markdown; lists are numbered as they count, so that they read well as plain text too."""
    return "\n\n".join("\n".join(_lines(block)) for block in document.blocks) + "\n"


def escaped(text: str) -> str:
    """Escape a text for the middle of a line."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one branch for each kind of block
    match block:
        case Heading(level, runs):
            yield "#" * level + " " + _one_line(runs)
        case Paragraph(runs):
            yield from _broken(runs)
        case Numbered(items):
            for number, item in enumerate(items, 1):
                yield from _indented(item, f"{number}. ")
        case Bullets(items):
            for item in items:
                yield from _indented(item, "- ")
        case Quote(quoted):
            for number, paragraph in enumerate(quoted):
                if number:
                    yield ">"
                yield from (f"> {line}" for line in _broken(paragraph))
        case CodeBlock(text):
            longest = max((len(found[1]) for found in _FENCES.finditer(text)), default=2)
            fence = "`" * max(3, longest + 1)
            yield fence
            yield text
            yield fence
        case Table(head, rows):
            yield _row(head)
            yield "|" + " --- |" * len(head)
            yield from map(_row, rows)


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(_inline(cell, in_table=True) for cell in cells) + " |"


def _one_line(runs: Runs) -> str:
    text = _inline(runs)
    return text[:-1] + "\\#" if text.endswith("#") else text  # a closing # would be dropped


def _broken(runs: Runs) -> Iterator[str]:
    """Render the lines of a paragraph, each but the last with the backslash that breaks a line."""
    lines = [_guarded(_inline(line)) for line in lines_of(runs)]
    yield from (line + "\\" for line in lines[:-1])
    yield lines[-1]


def _indented(runs: Runs, mark: str) -> Iterator[str]:
    for line in _broken(runs):
        yield mark + line
        mark = " " * len(mark)


def _guarded(line: str) -> str:
    """Escape what is markup only at the beginning of a line."""

    def guard(found: re.Match[str]) -> str:
        return f"\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}"

    return _LINE_START.sub(guard, line).strip(" \t")


def _inline(runs: Runs, *, in_table: bool = False) -> str:
    parts: list[str] = []
    before: Run = Break()
    for run in runs:
        if _stick(before, run):
            parts.append(" ")
        parts.append(_run(run, in_table=in_table))
        before = run
    return "".join(parts)


def _stick(before: Run, after: Run) -> bool:
    """Tell whether two runs need a blank between them: stress and code must not touch each other, nor stress a letter."""
    if isinstance(before, Break | Text) and isinstance(after, Break | Text):
        return False
    if isinstance(before, Break) or isinstance(after, Break):
        return False
    left, right = before.text[-1:], after.text[:1]
    if isinstance(before, Text) or isinstance(after, Text):
        stressed = isinstance(before, Strong) or isinstance(after, Strong)
        return stressed and not (left.isspace() or right.isspace())
    return True


def _run(run: Run, *, in_table: bool) -> str:
    match run:
        case Break():
            return " "
        case Code(text):
            return code_span(text, in_table=in_table)
        case Strong(text):
            return f"**{escaped(text)}**"
        case _:
            return escaped(run.text)


def code_span(text: str, *, in_table: bool = False) -> str:
    """Render literal text in a line: a fence of backticks longer than any in it."""
    if not text:
        return ""
    runs = {len(found[0]) for found in _BACKTICKS.finditer(text)}
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    if in_table:
        text = text.replace("|", "\\|")
    return f"{fence}{pad}{text}{pad}{fence}"
