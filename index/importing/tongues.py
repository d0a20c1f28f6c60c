"""Tables with a row for each language: all rows of a code become one, whose texts are then told apart by what they say.

code | lang | message              code | message
7001 | en   | The cart is full  to 7001 | The cart is full
7001 | zh   | 车已满                     | 车已满
"""

import re
from collections.abc import Sequence

import msgspec

from index.importing.rows import Row

_HEADERS = frozenset(
    ("lang", "language", "locale", "language code", "语言", "语种", "sprache", "langue", "idioma")
)
_TAG = re.compile(
    r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}|english|chinese|中文|英文|英语|简体中文|繁體中文", re.IGNORECASE
)


def has_tongues(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column says in which language its row is, and there are at least two."""
    at = next((n for n, header in enumerate(headers) if header.strip().casefold() in _HEADERS), None)
    if at is None:
        return False
    told = {row[at].strip() for row in rows}
    return len(told) > 1 and all(map(_TAG.fullmatch, told))


def one_a_code(rows: Sequence[Row]) -> list[Row]:
    """Put the rows of each code together, in the order in which the codes come first."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        first = found.get((row.code, row.status))
        found[row.code, row.status] = row if first is None else _with(first, row)
    return list(found.values())


def _with(first: Row, row: Row) -> Row:
    said = (row.message, *row.description)
    return msgspec.structs.replace(
        first,
        description=(*first.description, *(text for text in said if text)),
        solution="\n".join(text for text in (first.solution, row.solution) if text),
    )
