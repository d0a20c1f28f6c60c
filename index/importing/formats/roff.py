"""Manual pages as they are written: the terms below a heading that speaks of errors.

.SH ERRORS                       .Sh ERRORS
.TP                              .Bl -tag -width Er
.B EACCES                        .It Bq Er EACCES
You may not.                     You may not.
"""

import re

from index.importing.formats.markup import tidy
from index.importing.formats.protocol import text_of
from index.importing.page import Block, Heading, Page, Table, Text

_CLAIM = re.compile(r"^\.(?:TH|Dt) ", re.MULTILINE)
_REQUEST = re.compile(r"[.'][ \t]*([A-Za-z]{1,3}|\\\")[ \t]*(.*)")
_WORD = re.compile(r"\"((?:[^\"]|\"\")*)\"|(\S+)")
_FONTS = re.compile(r"\\f(?:\[[^\]]{0,20}\]|\(..|.)|\\[&,/|^%:]|\\s[-+]?\d")
_SPECIAL = {
    "-": "-",
    "(em": "—",
    "(en": "–",
    "(aq": "'",
    "(cq": "'",
    "(oq": "'",
    "(lq": '"',
    "(rq": '"',
    "e": "\\",
    " ": " ",
}
_ESCAPE = re.compile(r"\\(\(..|\[\w{1,20}\]|.)")
_SECTIONS, _PARAGRAPHS = ("SH", "SS", "Sh", "Ss"), ("PP", "P", "LP", "Pp", "sp", "RE", "El", "HP")
_TEXT = frozenset(
    "B I R BR BI RB RI IR IB SM SB Er Nm Fn Fa Ar Va Dv Em Sy Li Ql Pa Xr Cm Ic Vt Sq Dq Pq Bq".split()
)
_MARKS = frozenset("Bq Er Dv Sy Li Em Va Xo Xc Ns Ql Sq Dq".split())


class Roff:
    """Manual pages with the macros man or mdoc."""

    name = "manual page"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with the title line of a manual page near its top."""
        return isinstance(content, str) and bool(_CLAIM.search(content[:20_000]))

    def read(self, content: str | bytes) -> Page:
        """Read headings and texts, and the terms below one heading as one table."""
        text = text_of(content)
        reader = _Reader()
        for number, line in enumerate(text.split("\n"), 1):
            reader.take(line, number)
        return Page(blocks=tuple(reader.blocks()), title=reader.title)


class _Reader:
    """Goes down the lines of a page."""

    def __init__(self) -> None:
        self.title = ""
        self._blocks: list[Block] = []
        self._terms: list[tuple[str, list[str]]] = []
        self._where = ""
        self._names_next = False
        self._inside = False
        """What is read now belongs to the last term."""

    def take(self, line: str, number: int) -> None:
        """Read one line."""
        found = _REQUEST.match(line)
        if found is None:
            self._say(_plain(line), number)
            return
        name, rest = found[1], found[2]
        words = [_plain((one[1] or one[2] or "").replace('""', '"')) for one in _WORD.finditer(rest)]
        if name in _SECTIONS:
            self._flush()
            self._blocks.append(
                Heading(text=" ".join(words), level=1 + (name in {"SS", "Ss"}), where=f"line {number}")
            )
        elif name in {"TH", "Dt"}:
            self.title = " ".join(words[:1])
        elif name in {"TP", "TQ"}:
            self._names_next = True
        elif name in {"IP", "It"}:
            words = [word for word in words if word not in _MARKS]
            self._term(words[0] if words else "", number)
        elif name in _PARAGRAPHS:
            self._inside = self._inside and name not in {"El", "RE"}
        elif name in _TEXT and words:
            self._say((" " if len(name) == 1 or name.istitle() else "").join(words), number)

    def _term(self, term: str, number: int) -> None:
        self._where = self._where or f"line {number}"
        self._terms.append((term.split(" ", maxsplit=1)[0].strip("[](),."), []))
        self._names_next, self._inside = False, True

    def _say(self, text: str, number: int) -> None:
        if not text.strip():
            return
        if self._names_next:
            self._term(text, number)
        elif self._inside and self._terms:
            self._terms[-1][1].append(text)
        else:
            self._blocks.append(Text(text=text, where=f"line {number}"))

    def _flush(self) -> None:
        told = [(term, tidy(" ".join(said))) for term, said in self._terms if term and said]
        if told:
            rows = (("code", "description"), *told)
            self._blocks.append(Table(rows=rows, header=1, where=self._where, exact=True))
        self._terms, self._where, self._inside, self._names_next = [], "", False, False

    def blocks(self) -> list[Block]:
        """Return what was read."""
        self._flush()
        return self._blocks


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _SPECIAL.get(found[1], ""), _FONTS.sub("", text))
