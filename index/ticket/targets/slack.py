"""Slack: rich text for its message box, and `mrkdwn` for its interface for programs.

mrkdwn has no backslash: `& < >` are entities, which takes the meaning from `<!here>` and links; the signs of stress are
kept from pairing by a word joiner (U+2060, unseen) on both sides. Nothing is interpreted within backticks.
"""

import re
from collections.abc import Iterator

from index.ticket.targets.html import html
from index.ticket.targets.target import Rendered
from index.ticket.targets.text import table_lines
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
    lines_of,
    words_of,
)

JOINER = "\u2060"
"""Keeps signs apart; texts from outside hold none, for `visible` writes it out."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ENTITY = re.compile(r"[&<>]")
_SIGN = re.compile(r"(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])|`|[@#](?=\w)|:(?=[\w+-]+:|//)|(?<=www)\.")
_LINE_START = re.compile(r"^(?=(?:[-*•>]|\d{1,9}[.)])(?:\s|$)|&gt;)")
_APART = frozenset(" ,.;:()，。；：（）、")
_COLUMNS = 100


class Slack:
    """Slack's message box, and messages sent by programs."""

    name = "slack"
    label = "Slack"

    def render(self, document: Document) -> Rendered:
        """Render as HTML without styles and as mrkdwn."""
        text = "\n\n".join("\n".join(_lines(block)) for block in document.blocks) + "\n"
        return Rendered(text=text, html=html(document, styles={}))


def escaped(text: str) -> str:
    """Escape a text for the middle of a line."""
    return _entities(_SIGN.sub(lambda found: f"{JOINER}{found[0]}{JOINER}", text))


def _entities(text: str) -> str:
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, runs):
            yield _run(Strong(words_of(runs, " ")))
        case Paragraph(runs):
            yield from _broken(runs)
        case Numbered(items):
            yield from (f"{number}. {_inline(item)}" for number, item in enumerate(items, 1))
        case Bullets(items):
            yield from (f"• {_inline(item)}" for item in items)
        case Quote(quoted):
            for number, paragraph in enumerate(quoted):
                if number:
                    yield ">"
                yield from (f"> {line}" for line in _broken(paragraph))
        case CodeBlock(text):
            yield _fenced(text)
        case Table(head, rows):
            yield _fenced("\n".join(table_lines(head, rows, _COLUMNS)))


def _fenced(text: str) -> str:
    """Render literal text; three backticks within it are kept apart."""
    return "```\n" + _entities(text.replace("``", f"`{JOINER}`").replace("``", f"`{JOINER}`")) + "\n```"


def _broken(runs: Runs) -> Iterator[str]:
    return (_LINE_START.sub(JOINER, _inline(line)) for line in lines_of(runs))


def _inline(runs: Runs) -> str:
    parts: list[str] = []
    last = " "
    marked = False
    for run in runs:
        part = _run(run)
        now = isinstance(run, Strong | Code)
        if (marked and part[0] not in _APART) or (now and last not in _APART):
            parts.append(" ")  # a sign counts only where no letter touches it from outside
        parts.append(part)
        last, marked = part[-1], now
    return "".join(parts)


def _run(run: Run) -> str:
    match run:
        case Break():
            return " "
        case Strong(text):
            return f"*{escaped(text)}*"
        case Code(text) if "`" in text:
            return escaped(text)
        case Code(text):
            return f"`{_entities(text)}`"
        case _:
            return escaped(run.text)
