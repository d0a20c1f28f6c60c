"""Pages in wiki markups: AsciiDoc, MediaWiki, Confluence and Jira, DokuWiki, Trac, MoinMoin, Textile."""

import re

from index.importing.formats.markup import plain
from index.importing.formats.protocol import text_of
from index.importing.formats.wiki_tables import ASCIIDOC, DOKUWIKI, JIRA, MEDIAWIKI, TEXTILE, reading
from index.importing.page import Block, Heading, Page, Table, Text

_HEADING = re.compile(r"(={1,6})\s+(.+?)(?:\s+=+)?\s*$|(={2,6})([^=].*?)=+\s*$|h([1-6])\.\s+(.+)$")
_TERM = re.compile(r"(?!//)(\S[^\n]{0,119}?)(?:::|;;)(?:\s+(\S.*))?\s*$")
"""`LMP-1:: The lamp is off.` of AsciiDoc."""
_ASCIIDOC_PAGE = re.compile(r"^(?:= |:[\w-]+:|\[[\w,=\"'#.%-]+\]\s*$)", re.MULTILINE)
_TERM_LINE = re.compile(r"^`?[\w.-]{2,100}`?(?:::|;;)(?:\s|$)", re.MULTILINE)
_FEWEST_TERMS = 2
_SAMPLE = 200_000


class Wiki:
    """Pages of wikis and in AsciiDoc."""

    name = "wiki markup"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with a table of one of the markups, or a page of AsciiDoc with a list of terms."""
        if not isinstance(content, str):
            return False
        if any(pattern.search(content) for pattern in (ASCIIDOC, MEDIAWIKI, JIRA, DOKUWIKI, TEXTILE)):
            return True
        head = content[:_SAMPLE]
        return len(_TERM_LINE.findall(head)) >= _FEWEST_TERMS and bool(_ASCIIDOC_PAGE.search(head))

    def read(self, content: str | bytes) -> Page:
        """Read headings, tables, terms and lines."""
        text = text_of(content)
        lines = text.split("\n")
        blocks: list[Block] = []
        at = 0
        while at < len(lines):
            line = lines[at].strip()
            read = reading(line)
            if read is not None:
                rows, header, after = read(lines, at)
                blocks.append(Table(rows=tuple(rows), header=header, where=f"line {at + 1}"))
                at = after
                continue
            if block := _block(line, f"line {at + 1}"):
                blocks.append(block)
            at += 1
        return Page(blocks=tuple(blocks))


def _block(line: str, where: str) -> Block | None:
    """Read a line outside tables; None for one that says nothing."""
    if heading := _HEADING.match(line):
        level = len(heading[1] or heading[3] or "") or int(heading[5] or 1)
        said = heading[2] or heading[4] or heading[6]
        return Heading(text=plain(said.strip()), level=level, where=where)
    if line.startswith(".") and len(line) > 1 and line[1].isalpha():
        return Heading(text=plain(line[1:]), level=6, where=where)
    if not line or line == "+" or line.startswith(("[", "//", ":")):
        return None
    if term := _TERM.match(line):
        name = plain(term[1])
        return Text(text=f"{name}\n{plain(term[2] or '')}".strip(), bold=name, where=where)
    return Text(text=plain(line), where=where)
