r"""LaTeX: headings, paragraphs, and tables between `\begin{tabular}` and its end."""

import re

from index.importing.formats.markup import tidy
from index.importing.formats.protocol import text_of
from index.importing.page import Block, Heading, Page, Table, Text

_TABLE = re.compile(r"\\begin\{(tabular[xy*]?|longtable|tabulary)\}")
_HEADING = re.compile(r"\\((?:sub)*section|chapter|title)\*?\{([^{}\n]{1,200})\}")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|centering|rowcolor\{[^{}]*\}|cline\{[^{}]*\})"
)
_ROW_END = re.compile(r"\\\\(?:\[[^\]\n]{0,20}\])?")
_CELL = re.compile(r"(?<!\\)&")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_COMMAND = re.compile(r"\\(?:[a-z]{2,20})\*?(?:\[[^\[\]\n]{0,60}\])?\{([^{}]{0,2000})\}")
_BARE = re.compile(r"\\(?:[A-Za-z]{2,20})\*?\s?")
_ESCAPE = re.compile(r"\\([&%$#_{}~^ ])")
_LEVELS = {"title": 1, "chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3}
_DEEPEST = 4


class Latex:
    """Sources of LaTeX with tables."""

    name = "LaTeX"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with a table of LaTeX."""
        return isinstance(content, str) and bool(_TABLE.search(content))

    def read(self, content: str | bytes) -> Page:
        """Read headings and tables, and the lines between them."""
        text = _COMMENT.sub("", text_of(content))
        blocks: list[Block] = []
        at = counted = 0
        line = 1
        for begins in _TABLE.finditer(text):
            if begins.start() < at:
                continue
            end = text.find(f"\\end{{{begins[1]}}}", begins.end())
            end = end if end >= 0 else len(text)
            blocks += _lines(text[at : begins.start()])
            line += text.count("\n", counted, begins.start())
            counted = begins.start()
            blocks.append(Table(rows=_rows(text[begins.end() : end]), where=f"line {line}"))
            at = end
        return Page(blocks=(*blocks, *_lines(text[at:])))


def _lines(text: str) -> list[Block]:
    blocks: list[Block] = []
    for line in text.split("\n"):
        if heading := _HEADING.search(line):
            blocks.append(Heading(text=_plain(heading[2]), level=_LEVELS.get(heading[1], 3)))
        elif said := _plain(line):
            blocks.append(Text(text=said))
    return blocks


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    body = _RULES.sub(" ", text[_arguments(text) :])
    rows = ([_plain(cell) for cell in _CELL.split(row)] for row in _ROW_END.split(body))
    return tuple(tuple(row) for row in rows if any(row))


def _arguments(text: str) -> int:
    """Return where the arguments end that say what the columns are: `{|l|p{6cm}|}`."""
    at = depth = 0
    while at < len(text) and (depth or text[at] in "{[ "):
        depth += (text[at] in "{[") - (text[at] in "}]")
        at += 1
    return at


def _plain(text: str) -> str:
    for _ in range(_DEEPEST):
        text, count = _COMMAND.subn(r"\1", text)
        if not count:
            break
    return tidy(_ESCAPE.sub(r"\1", _BARE.sub(" ", text)).replace("~", " "))
