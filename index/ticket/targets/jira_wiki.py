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
_TILDE = re.compile(r"(?<![A-Za-z0-9])~|~(?![A-Za-z0-9])")
_TILDE_ALONE = "{color:#808080}~{color}"
_LINE_START = re.compile(r"^(h[1-6]|bq)\.")


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
    """Render a block. One tilde alone is harmless; a pair, which would lower what stands between, is set apart."""
    text = "\n".join(_lines(block))
    if isinstance(block, CodeBlock) and not text.startswith("{quote}"):
        return text
    return _TILDE.sub(_TILDE_ALONE, text) if len(_TILDE.findall(text)) > 1 else text


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
    last = ""
    for run in runs:
        text = " " if isinstance(run, Break) else run.text
        marked = isinstance(run, Strong | Code)
        if (
            last
            and (marked or parts[-1].endswith(("*", "}}")))
            and not (last.isspace() or text[:1].isspace())
        ):
            parts.append(" ")  # {{...}} and *...* count as markup only where no letter touches them
        parts.append(_run(run))
        last = text[-1:]
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
