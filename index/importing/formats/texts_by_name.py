"""Texts by name, as programs keep what they print: which of them are of errors, and what their names say."""

import re
from collections.abc import Sequence

from index.importing.fields import Field
from index.importing.headers import field_of
from index.importing.page import Heading, Page, Table
from index.importing.values import Kind, kind_of

_FEWEST, _FEW = 2, 3
_MOST, _SOME = 0.8, 0.3
_ERROR = re.compile(
    r"err|fail|fault|invalid|exception|not_?found|denied|forbidden|missing|exceed|limit|unauthori|timeout|conflict|illegal",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:(?:errors?|err|codes?|msgs?|messages?|exceptions?|e|biz|sys|api)[._-])+(?=\S*\d)", re.IGNORECASE
)
"""What stands before the code in a name such as `error.code.50010`."""
_CAPITALS = re.compile(r"[A-Z]{2,}[_.-][A-Z0-9_.-]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]")


def texts_page(pairs: Sequence[tuple[str, str]], title: str, *, mixed: bool = True) -> Page | None:
    """Return the page of these names and texts; None where they are not those of errors.

    A name with a digit is a code where most names have one; others have to say that they are of errors. Only where the
    texts may be `mixed` with others are a few of them enough.
    """
    rows = _by_field(pairs) or _chosen(pairs, mixed=mixed)
    if not rows:
        return None
    header = ("Error code", "Constant", "Message", "Description", "Solution", "HTTP status")
    blocks = (Heading(text=title),) if title else ()
    return Page(blocks=(*blocks, Table(rows=(header, *rows), header=1, where="line 1", exact=True)))


def _chosen(pairs: Sequence[tuple[str, str]], *, mixed: bool) -> list[tuple[str, ...]]:
    said = [(name, text) for name, text in pairs if text]
    numbered = [(n, text) for n, text in said if any(map(str.isdigit, n)) and kind_of(n) is not Kind.WORD]
    prose = sum(kind_of(text) is Kind.PROSE and not text[0].isdigit() for _, text in numbered)
    marked = sum(bool(_ERROR.search(name) or name.isupper()) for name, _ in numbered)
    most = len(numbered) >= _MOST * len(said) or (mixed and marked >= _MOST * len(numbered))
    if len(numbered) >= (_FEWEST if mixed else _FEW) and prose >= _MOST * len(numbered) and most:
        return [_row(name, text) for name, text in numbered]
    capitals = [(name, text) for name, text in said if _CAPITALS.fullmatch(name) and _is_told(name, text)]
    if mixed and len(capitals) == len(said) >= _FEWEST:
        return [_row(*one) for one in capitals]
    named = [(name, text) for name, text in said if _ERROR.search(name) and _is_told(name, text)]
    return [_row(*one) for one in named] if mixed and len(named) >= max(_FEW, _SOME * len(said)) else []


def _is_told(name: str, text: str) -> bool:
    return kind_of(name) in (Kind.CODE, Kind.WORD) and (kind_of(text) is Kind.PROSE or not text.isascii())


def _row(name: str, text: str, **more: str) -> tuple[str, ...]:
    bare = _PREFIX.sub("", name, count=1)
    twin = bare if bare != name else ""
    return (name, twin, text, more.get("description", ""), more.get("solution", ""), more.get("status", ""))


def _by_field(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Gather `LMP1.message`, `LMP1.solution` by their codes; nothing if the names don't end so."""
    found: dict[str, dict[Field, str]] = {}
    count = 0
    for name, text in pairs:
        code, _, last = name.rpartition(".")
        field = field_of(_CAMEL.sub(" ", last)) if code else Field.OTHER
        if field in (Field.MESSAGE, Field.DESCRIPTION, Field.SOLUTION, Field.STATUS):
            count += 1
            found.setdefault(code, {}).setdefault(field, text)
    codes = [
        code
        for code in found
        if kind_of(code.rpartition(".")[2]) in (Kind.CODE, Kind.NUMBER) or _ERROR.search(code)
    ]
    if count < _MOST * len(pairs) or count == len(found) or len(codes) < max(_FEWEST, _MOST * len(found)):
        return []
    return [
        _row(
            code,
            said.get(Field.MESSAGE, ""),
            description=said.get(Field.DESCRIPTION, ""),
            solution=said.get(Field.SOLUTION, ""),
            status=said.get(Field.STATUS, ""),
        )
        for code, said in found.items()
    ]
