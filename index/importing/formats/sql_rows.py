"""SQL dumps: the rows of `INSERT` statements as tables, with the names of their columns."""

import re

from index.importing.formats.code_tokens import unescaped
from index.importing.formats.markup import tidy
from index.importing.formats.protocol import text_of
from index.importing.page import Page, Table
from index.text import clean

_LIMIT = 40 * 1024 * 1024
_NAME = r"[`\"\[]?(?:[\w$]{1,60}[`\"\]]?\.[`\"\[]?)?([\w$]{1,100})[`\"\]]?"
_INSERT = re.compile(
    rf"\b(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+{_NAME}\s*(?:\(([^()]{{1,4000}})\)\s*)?VALUES\s*",
    re.IGNORECASE,
)
_CREATE = re.compile(rf"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?{_NAME}\s*\(", re.IGNORECASE)
_COLUMN = re.compile(r"\s*[`\"\[]?([\w$]{1,100})[`\"\]]?\s+[A-Za-z]")
_NO_COLUMN = re.compile(r"\s*(?:PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|FOREIGN|CHECK|FULLTEXT)\b", re.IGNORECASE)
_PART = re.compile(r"N?'((?:[^'\\]|''|\\.)*+)'|\"((?:[^\"\\]|\\.)*+)\"|([-\w.+]+)|([(),;])|\s+|.", re.DOTALL)
_WIDEST, _LONGEST_CREATE = 60, 20_000


class SqlRows:
    """Dumps of tables."""

    name = "SQL"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with an `INSERT` statement near its beginning."""
        return isinstance(content, str) and bool(_INSERT.search(content[:200_000]))

    def read(self, content: str | bytes) -> Page:
        """Read the rows of each table."""
        text = text_of(content)
        text = text[:_LIMIT]
        declared = _declared(text)
        tables: dict[tuple[str, tuple[str, ...]], list[tuple[str, ...]]] = {}
        where: dict[str, int] = {}
        at = 0
        while found := _INSERT.search(text, at):
            names = (
                tuple(_bare(name) for name in found[2].split(","))
                if found[2]
                else declared.get(found[1].casefold(), ())
            )
            rows, at = _rows(text, found.end())
            tables.setdefault((found[1], names), []).extend(rows)
            where.setdefault(found[1], found.start())
        return Page(
            blocks=tuple(
                Table(
                    rows=(names, *rows) if names else tuple(rows),
                    header=int(bool(names)),
                    name=name,
                    where=f"line {text.count(chr(10), 0, where[name]) + 1}",
                    exact=True,
                )
                for (name, names), rows in tables.items()
                if rows
            )
        )


def _bare(name: str) -> str:
    return name.strip(' `"[]\n\t')


def _declared(text: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of each table that is created."""
    found: dict[str, tuple[str, ...]] = {}
    at = 0
    while created := _CREATE.search(text, at):
        names, at = _columns(text, created.end())
        found[created[1].casefold()] = names
    return found


def _columns(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Return the columns that a `CREATE TABLE` declares, whose bracket opens before this place, and where it ends."""
    names: list[str] = []
    depth, start = 1, at
    for found in _PART.finditer(text, at, at + _LONGEST_CREATE):
        mark, at = found[4], found.end()
        depth += (mark == "(") - (mark == ")")
        if depth == 0 or (depth == 1 and mark == ","):
            part = text[start : found.start()]
            if (column := _COLUMN.match(part)) and not _NO_COLUMN.match(part):
                names.append(column[1])
            start = at
        if depth == 0 or mark == ";" or len(names) > _WIDEST:
            break
    return tuple(names), at


def _rows(text: str, at: int) -> tuple[list[tuple[str, ...]], int]:
    """Read `(1, 'text'), (2, NULL);` from this place; returns the rows and the place after them."""
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    said: list[str] = []
    depth = 0
    for found in _PART.finditer(text, at):
        mark, at = found[4], found.end()
        depth += (mark == "(") - (mark == ")")
        if depth == 0 and (mark == ";" or (found[3] or "").isalpha()):
            break  # the end, or another statement
        if (mark == "," and depth == 1) or (mark == ")" and depth == 0):
            cells.append(_cell(said))
            said = []
        if mark == ")" and depth == 0:
            rows.append(tuple(cells[:_WIDEST]))
            cells = []
        elif depth and not mark:
            said.append(_said(found))
    return rows, at


def _said(found: re.Match[str]) -> str:
    if found[1] is not None:
        return unescaped(found[1].replace("''", "'"))
    return found[2] or (found[3] if found[3] and found[3].upper() != "NULL" else "")


def _cell(parts: list[str]) -> str:
    return tidy(clean(" ".join(part for part in parts if part)))
