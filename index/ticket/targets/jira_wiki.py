"""Jira's wiki markup (Server, Data Center and the text mode of old editors).

Special characters become named entities, which the browser shows as they are and Jira's markup does not see; only the
hyphen, which has no name, takes a backslash. Literal text of several lines stands in {noformat}.
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
    lines_of,
)

_ENTITIES = {
    "\\": "&bsol;",
    "{": "&lcub;",
    "}": "&rcub;",
    "[": "&lsqb;",
    "]": "&rsqb;",
    "*": "&ast;",
    "_": "&lowbar;",
    "^": "&Hat;",
    "+": "&plus;",
    "?": "&quest;",
    "|": "&vert;",
    "!": "&excl;",
    "#": "&num;",
    "@": "&commat;",
    ":": "&colon;",
    ";": "&semi;",
    "(": "&lpar;",
    ".": "&period;",
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "-": "\\-",
}
_SPECIAL = re.compile(
    r"[\\{}\[\]*^+|@<>&!#]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # within a word it is no markup
    r"|(?<![A-Za-z0-9])-|-(?![A-Za-z0-9])|(?<=[A-Z])-(?=\d)"  # the last is an issue key
    r"|\?(?=\?)|(?<=\?)\?"
    r"|[:;](?=//|\\\\|[()PDpd|])|(?<=\bmailto):|(?<=\bfile):"
    r"|\((?=(?:[yni/x!?+-]|on|off|\*[rgby]?|flag|flagoff)\))"
)
_TILDES = re.compile(r"(?<![A-Za-z0-9~])~+|~+(?![A-Za-z0-9~])|~~+")
"""Tildes that could lower what stands between them: all but one alone within a word."""
_SET_APART = r"{color:#808080}\g<0>{color}"
_INNER_START = re.compile(r"(?<!{quote}\n)(?<=\n)(?={color)")
"""A line that begins with a colour, behind another one: some readers take it for a paragraph of its own."""
_MOST_SPANS = 6
"""More coloured spans than this in one block take some readers of this markup exponential time."""
FILLER = "\u1160"
"""A letter that is not seen: a tilde before a letter closes nothing, a line goes on with one. Texts from outside hold none (`visible`)."""
_LINE_START = re.compile(r"^(h[1-6]|bq)\.")


_APART = frozenset(" ,.;:()，。；：（）、")


class JiraWiki:
    """Jira Server and Data Center."""

    name = "jira-wiki"
    label = "Jira (wiki markup)"

    def render(self, document: Document) -> Rendered:
        """Render as wiki markup."""
        return Rendered(text="\n\n".join(map(_block, document.blocks)) + "\n")


def escaped(text: str) -> str:
    """Escape a text for the middle of a line, but for its tildes."""
    return _SPECIAL.sub(lambda found: _ENTITIES[found[0]], text)


def _block(block: Block) -> str:
    """Render a block. One tilde alone is harmless; several are set apart, so that no two of them make a pair."""
    text = "\n".join(_lines(block))
    if isinstance(block, CodeBlock) and not text.startswith("{quote}"):
        return text
    found = len(_TILDES.findall(text))
    if found > _MOST_SPANS:
        return _TILDES.sub(lambda tildes: tildes[0].replace("~", "~" + FILLER), text)
    return _INNER_START.sub(FILLER, _TILDES.sub(_SET_APART, text)) if text.count("~") > 1 else text


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, runs):
            yield f"h{level + 1}. {_inline(runs)}"
        case Paragraph(runs):
            yield from _broken(runs)
        case Numbered(items):
            yield from ("# " + _guarded(_inline(item)) for item in items)
        case Bullets(items):
            yield from ("* " + _guarded(_inline(item)) for item in items)
        case Quote(quoted):
            yield "{quote}"
            for number, paragraph in enumerate(quoted):
                if number:
                    yield ""
                yield from _broken(paragraph)
            yield "{quote}"
        case CodeBlock(text):
            yield from _literal(text)
        case Table(head, rows):
            yield "||" + "||".join(map(_cell, head)) + "||"
            yield from ("|" + "|".join(map(_cell, row)) + "|" for row in rows)


def _literal(text: str) -> Iterator[str]:
    """Render literal text; one that holds the closing mark itself is quoted, each line escaped."""
    for mark in ("noformat", "code"):
        if "{" + mark not in text:
            yield "{" + mark + "}"
            yield text
            yield "{" + mark + "}"
            return
    yield "{quote}"
    yield from (_guarded(escaped(line.strip())) for line in text.splitlines() if line.strip())
    yield "{quote}"


def _cell(runs: Runs) -> str:
    return f" {_guarded(_inline(runs))} " if runs else " "


def _broken(runs: Runs) -> Iterator[str]:
    """Render a paragraph; a line end breaks the line in Jira."""
    return (_guarded(_inline(line)) for line in lines_of(runs))


def _guarded(line: str) -> str:
    """Escape what is markup only at the beginning of a line."""
    return _LINE_START.sub(r"\1&period;", line)


def _inline(runs: Runs) -> str:
    parts: list[str] = []
    last = " "
    marked = False
    for run in runs:
        text = " " if isinstance(run, Break) else run.text
        now = isinstance(run, Strong | Code)
        if (marked and text[0] not in _APART) or (now and last not in _APART) or (marked and now):
            parts.append(" ")  # {{...}} and *...* count as markup only where no letter touches them
        parts.append(_run(run))
        last, marked = text[-1], now
    return "".join(parts)


def _run(run: Run) -> str:
    match run:
        case Break():
            return " "
        case Strong(text):
            return f"*{escaped(text)}*"
        case Code(text):
            return "{{" + escaped(text) + "}}"
        case _:
            return escaped(run.text)
