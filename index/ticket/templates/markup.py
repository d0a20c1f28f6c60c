r"""The small Markdown that templates are written in, read into a document tree.

Line by line: `#`, `##`, `###` headings; `1.` and `-` lists; `>` quotes; `|` tables with a line of dashes under the head;
three backticks around literal text; a blank line between paragraphs; every other line end stays one. In a line:
**stress**, `code`, and a backslash before a sign that is meant as it is. Values are marks here (see `sandbox`) and are put
in last, as text.
"""

import re
from collections.abc import Callable, Iterator

from index.ticket.templates.sandbox import CLOSE, OPEN, Written
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
    paragraphs,
    prose,
)

_MARK = rf"{OPEN}(\d+){CLOSE}"
_MARKS = re.compile(_MARK)
_INLINE = re.compile(
    rf"\\(?P<sign>[^\w\s])|`(?P<code>[^`]+)`|\*\*(?P<strong>(?:(?!\*\*).)+)\*\*|{OPEN}(?P<mark>\d+){CLOSE}"
)
_HEADING = re.compile(r"(#{1,3}) +(.*)")
_NUMBERED = re.compile(r"\d{1,3}[.)] +(.*)")
_BULLET = re.compile(r"[-*•] +(.*)")
_QUOTED = re.compile(r"> ?(.*)")
_ROW = re.compile(r"\|(.*)\|")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_CELLS = re.compile(r"(?<!\\)\|")
_FENCE = "```"


def document_of(written: Written, language: str) -> Document:
    """Read what a template wrote."""
    return Document(tuple(_Reader(written).blocks()), language)


class _Reader:
    def __init__(self, written: Written) -> None:
        self._lines = [line.strip() for line in written.text.split("\n")]
        self._raw = written.text.split("\n")
        self._values = written.values
        self._at = 0

    def blocks(self) -> Iterator[Block]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line:
                self._at += 1
            elif heading := _HEADING.fullmatch(line):
                self._at += 1
                yield Heading(len(heading[1]), self._runs(heading[2]))
            elif line.startswith(_FENCE):
                yield CodeBlock("\n".join(self._fenced()))
            elif _NUMBERED.fullmatch(line):
                yield Numbered(tuple(map(self._runs, self._list(_NUMBERED))))
            elif _BULLET.fullmatch(line):
                yield Bullets(tuple(map(self._runs, self._list(_BULLET))))
            elif line.startswith(">"):
                yield Quote(tuple(self._quoted()))
            elif _ROW.fullmatch(line):
                yield self._table()
            else:
                yield from self._paragraph()

    def _take(self, wanted: Callable[[str], object]) -> Iterator[str]:
        """Take lines as long as they are wanted."""
        while self._at < len(self._lines) and wanted(self._lines[self._at]):
            self._at += 1
            yield self._lines[self._at - 1]

    def _list(self, item: re.Pattern[str]) -> Iterator[str]:
        """Take the items of a list; blank lines between two items do not part it."""
        while self._at < len(self._lines):
            ahead = self._at
            while ahead < len(self._lines) and not self._lines[ahead]:
                ahead += 1
            found = item.fullmatch(self._lines[ahead]) if ahead < len(self._lines) else None
            if found is None:
                return
            self._at = ahead + 1
            yield found[1]

    def _fenced(self) -> Iterator[str]:
        self._at += 1
        while self._at < len(self._lines) and self._lines[self._at] != _FENCE:
            yield self._text(self._raw[self._at])
            self._at += 1
        self._at += 1

    def _quoted(self) -> Iterator[Runs]:
        runs: list[Run] = []
        for line in self._take(lambda text: text.startswith(">")):
            found = _QUOTED.fullmatch(line)
            text = found[1].strip() if found else ""
            if text:
                runs += [Break(), *self._runs(text)] if runs else self._runs(text)
            elif runs:
                yield tuple(runs)
                runs = []
        yield tuple(runs)

    def _table(self) -> Block:
        rows = [line for line in self._take(_ROW.fullmatch) if not _RULE.fullmatch(line)]
        cells = [[self._runs(cell.strip()) for cell in _CELLS.split(line[1:-1])] for line in rows]
        if not cells:
            return Paragraph(())
        columns = len(cells[0])
        squared = [tuple([*row, *[()] * columns][:columns]) for row in cells]
        return Table(squared[0], tuple(squared[1:]))

    def _paragraph(self) -> Iterator[Block]:
        lines = list(self._take(_is_plain))
        alone = _MARKS.fullmatch(lines[0]) if len(lines) == 1 else None
        if alone:  # a long text by itself brings its own paragraphs
            yield from paragraphs(self._values[int(alone[1])])
            return
        runs: list[Run] = []
        for line in lines:
            runs += [Break(), *self._runs(line)] if runs else self._runs(line)
        yield Paragraph(tuple(runs))

    def _runs(self, line: str) -> Runs:
        runs: list[Run] = []
        end = 0
        for found in _INLINE.finditer(line):
            runs.append(Text(line[end : found.start()]))
            end = found.end()
            if found["sign"]:
                runs.append(Text(found["sign"]))
            elif found["code"]:
                runs.append(Code(self._text(found["code"])))
            elif found["strong"]:
                runs.append(Strong(self._text(found["strong"])))
            else:
                runs += self._value(found["mark"])
        return (*runs, Text(line[end:]))

    def _value(self, mark: str) -> Runs:
        value = self._values[int(mark)]
        return prose(value) if "\n" in value else (Text(value),)

    def _text(self, line: str) -> str:
        return _MARKS.sub(lambda found: self._values[int(found[1])], line)


def _is_plain(line: str) -> bool:
    special = (_HEADING, _NUMBERED, _BULLET, _ROW)
    return (
        bool(line)
        and not line.startswith((_FENCE, ">"))
        and not any(form.fullmatch(line) for form in special)
    )
