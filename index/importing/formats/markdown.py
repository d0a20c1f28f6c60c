"""Markdown and what passes for it: headings, paragraphs, lists, pipe tables, HTML tables in between."""

import re

import msgspec

from index.importing.formats import html_page
from index.importing.formats.markup import leading_bold, plain
from index.importing.formats.pipes import is_delimiter, read_table, starts_table
from index.importing.formats.protocol import text_of
from index.importing.page import Block, Heading, Item, Page, Text

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})\s*(.*?)\s*#*\s*$")
_SUMMARY = re.compile(r"\s*(?:<details[^<>]*>\s*)?<summary[^<>]*>()(.{1,200}?)</summary>\s*$")
_FENCE = re.compile(r" {0,3}(?:>\s*)?(`{3,}|~{3,})")
_ITEM = re.compile(r"(\s*)(?:[-*+•●▪]|(\d{1,3})[.)])\s+(.*)$")
_ADMONITION = re.compile(r"\s*(?:!!!|\?\?\?)()\+?\s+[\w ]{1,40}?\s*\"(.{1,200})\"\s*$")
_DEFINITION = re.compile(r" {0,3}:[ \t]+(\S.*)$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:[^{}]{0,120}\}\s*$")
_QUOTE = re.compile(r" {0,3}>[ ]?(?:>[ ]?)?")
_FRONT = re.compile(r"---\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|$)", re.DOTALL)
_FRONT_LINE = re.compile(r"([\w.-]{1,40}):[ \t]*(.*)")
_HINT = re.compile(r"\{#([\w.-]{3,100})[^{}]{0,60}\}|<a name=\"([\w.-]{3,100})\"")


class Markdown:
    """Any text; whatever is not Markdown in it comes out as paragraphs."""

    name = "Markdown"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim any text that shows a mark of Markdown or HTML tables."""
        if not isinstance(content, str):
            return False
        return (
            bool(
                re.search(
                    r"^[ \t]*(?:#{1,6}\s|\*\*|[-*+] |>|\|)|\|\s*:?-+|<t[adrh]",
                    content,
                    re.MULTILINE | re.IGNORECASE,
                )
            )
            or "|" in content
        )

    def read(self, content: str | bytes) -> Page:
        """Read the blocks line by line."""
        text = text_of(content)
        front = _FRONT.match(text)
        pairs = (_FRONT_LINE.match(line) for line in front[1].split("\n")) if front else ()
        facts = {pair[1]: pair[2] for pair in pairs if pair}
        hints = tuple(a or b for a, b in _HINT.findall(text[:20_000]))
        lines = _COMMENT.sub(_blank, text).split("\n")
        blocks = _Lines(lines, front[0].count("\n") if front else 0).blocks()
        return Page(
            blocks=tuple(blocks),
            title=plain(facts.get("title", "").strip("\"' ")),
            updated=facts.get("ms.date", facts.get("date", facts.get("lastupdated", ""))).strip("\"' "),
            hints=(*hints, *(f"{key}: {value}" for key, value in facts.items())),
        )


def _blank(found: re.Match[str]) -> str:
    """Keep the number of lines when a comment goes."""
    return "\n" * found[0].count("\n")


class _Lines:
    """The lines of a document on their way to blocks."""

    def __init__(self, lines: list[str], at: int) -> None:
        self._lines = [self._unquoted(line) for line in lines]
        self._at = at
        self._blocks: list[Block] = []
        self._paragraph: list[str] = []
        self._items: dict[int, list[str]] = {}
        """By the number of its block, the lines of an item that goes on."""

    @staticmethod
    def _unquoted(line: str) -> str:
        return _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line

    def blocks(self) -> list[Block]:
        while self._at < len(self._lines):
            self._step(self._lines[self._at])
        self._flush()
        for at, lines in self._items.items():
            self._blocks[at] = msgspec.structs.replace(self._blocks[at], text="\n".join(lines))
        return self._blocks

    def _step(self, line: str) -> None:
        if not line.strip():
            self._flush()
            self._at += 1
        elif not self._block(line):
            self._line(line)
            self._at += 1

    def _block(self, line: str) -> bool:
        """Read the table or skip the code that begins with a line; False where none begins."""
        if _FENCE.match(line) and self._skip_fence(line):
            return True
        if "<table" in line.lower():
            self._html_table()
            return True
        if starts_table(self._lines, self._at):
            self._flush()
            table, self._at = read_table(self._lines, self._at, f"line {self._at + 1}")
            self._blocks.append(table)
            return True
        return False

    def _line(self, line: str) -> None:
        if heading := _HEADING.match(line) or _SUMMARY.match(line) or _ADMONITION.match(line):
            self._flush()
            self._add_heading(heading[2], len(heading[1] or "#####"))
        elif len(self._paragraph) == 1 and _UNDERLINE.match(line):
            text = self._paragraph.pop()
            self._add_heading(text, 1 if "=" in line else 2)
        elif (meaning := _DEFINITION.match(line)) and self._defines():
            self._paragraph.append(meaning[1])
        elif item := _ITEM.match(line):
            self._flush()
            self._add_item(item)
        elif self._continues_item(line):
            self._extend_item(line)
        elif not is_delimiter(line):
            self._paragraph.append(line)

    def _skip_fence(self, line: str) -> bool:
        mark = _FENCE.match(line)[1]  # type: ignore[index]
        for here in range(self._at + 1, len(self._lines)):
            if self._lines[here].lstrip(" >").startswith(mark):
                self._flush()
                self._at = here + 1
                return True
        return False

    def _html_table(self) -> None:
        start = self._at
        depth, end = 0, start
        for end in range(start, len(self._lines)):
            low = self._lines[end].lower()
            depth += low.count("<table") - low.count("</table")
            if depth <= 0:
                break
        fragment = "\n".join(self._lines[start : end + 1])
        before = fragment.lower().index("<table")
        if fragment[:before].strip():
            self._paragraph.append(fragment[:before])
        self._flush()
        self._blocks += html_page.blocks_of(fragment[before:], f"line {start + 1}", markdown=True)
        self._at = end + 1

    def _defines(self) -> bool:
        """Tell whether a line or paragraph right above is the term that is now said the meaning of; it becomes bold."""
        if self._paragraph:
            if len(self._paragraph) > 1:
                return False
            self._flush()
        last = self._blocks[-1] if self._blocks else None
        if not isinstance(last, Text) or "\n" in last.text:
            return False
        self._blocks[-1] = msgspec.structs.replace(last, bold=last.bold or last.text)
        return True

    def _add_heading(self, text: str, level: int) -> None:
        bare = plain(_ATTRIBUTES.sub("", text))
        if bare:
            self._blocks.append(Heading(text=bare, level=level, where=f"line {self._at + 1}"))

    def _add_item(self, item: re.Match[str]) -> None:
        depth = len(item[1].expandtabs(4))
        number = f"{item[2]}. " if item[2] else ""
        self._blocks.append(
            Item(
                text=number + plain(item[3]),
                depth=depth,
                where=f"line {self._at + 1}",
                bold=leading_bold(item[3]),
            )
        )

    def _continues_item(self, line: str) -> bool:
        last = self._blocks[-1] if self._blocks else None
        return (
            isinstance(last, Item)
            and not self._paragraph
            and line[:1] in " \t"
            and len(line) - len(line.lstrip()) > last.depth
        )

    def _extend_item(self, line: str) -> None:
        last = self._blocks[-1]
        if isinstance(last, Item):
            lines = self._items.setdefault(len(self._blocks) - 1, [last.text])
            if lines == [""]:
                lines.clear()
            lines.append(plain(line))

    def _flush(self) -> None:
        if self._paragraph:
            raw = "\n".join(self._paragraph)
            text = plain(_ATTRIBUTES.sub("", raw))
            if text:
                where = f"line {self._at + 1 - len(self._paragraph)}"
                self._blocks.append(Text(text=text, where=where, bold=leading_bold(raw)))
            self._paragraph = []
