"""The glossary's tables: who owns which form, and how long forms may be. Made from its lines."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from index.glossary_lines import KINDS, Kind, Row
from index.glossary_words import based
from index.text import fold, late_pattern

Owner = tuple[str, Kind]
"""A concept, and which column of its line a form stands in."""
Owners = tuple[Owner, ...]
"""All concepts that a form may name."""

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Ranges of Chinese characters, to stand in a character class."""
# A blank that Chinese writers put between Latin letters and Chinese characters, or leave out.
SEAM = late_pattern(rf"(?<=[{HAN}])[ \u3000]+(?=[a-z0-9])|(?<=[a-z0-9])[ \u3000]+(?=[{HAN}])")
"""Such a blank."""
_MARKS = str.maketrans("-/._", "    ")


class ChineseForms(msgspec.Struct, frozen=True, kw_only=True):
    """What Chinese texts are looked up in; every form holds a Chinese character."""

    forms: dict[str, Owners]
    """Who owns each form."""
    longest: dict[str, int]
    """By their first two characters, how many characters the longest form has."""


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked up, made from the lines once: making it takes ten times as long as reading it back."""

    rows: dict[str, list[Row]]
    """Lines by concept."""
    latin: dict[str, Owners]
    """Who owns each English form, in base words."""
    longest: dict[str, int]
    """By their first word, how many words the longest English form has."""
    chinese: msgspec.Raw
    """`ChineseForms`, as much again as all the rest: read when a text first holds Chinese."""


def tables_of(lines: Iterable[Row], simplified: Iterable[tuple[str, list[str]]]) -> Tables:
    """Make the tables of lines and of the simplified forms of their terms."""
    rows: dict[str, list[Row]] = {}
    for line in lines:
        rows.setdefault(line[0], []).append(line)
    latin, chinese = _latin_table(rows), _chinese_table(rows, simplified)
    forms = ChineseForms(forms=chinese, longest=_longest((form[:2], len(form)) for form in chinese))
    return Tables(
        rows=rows,
        latin=latin,
        longest=_longest((form.partition(" ")[0], form.count(" ") + 1) for form in latin),
        chinese=msgspec.Raw(msgspec.msgpack.encode(forms)),
    )


def _latin_table(rows: dict[str, list[Row]]) -> dict[str, Owners]:
    """Make the table of English forms in base words; all terms are reduced in one go, which is what makes it fast."""
    cells, owners = _column_cells(rows, (3, 4, 5))
    text = fold("|".join(cells)).translate(_MARKS).replace("|", " | ")
    table = _table([form.strip() for form in based(text).split("|")], owners)
    table.pop("", None)
    return table


def _chinese_table(
    rows: dict[str, list[Row]], simplified: Iterable[tuple[str, list[str]]]
) -> dict[str, Owners]:
    cells, owners = _column_cells(rows, (1, 2))
    table = _table(_unseamed("|".join(cells)).split("|"), owners)
    for term, forms in simplified:
        for owner in table.get(_unseamed(term), ()):
            for form in map(_unseamed, forms):
                table[form] = _joint(table.get(form, ()), owner)
    table.pop("", None)
    return table


def _column_cells(rows: dict[str, list[Row]], columns: tuple[int, ...]) -> tuple[list[str], list[Owner]]:
    """Return the filled cells of some columns, and for each of their terms its owner."""
    cells: list[str] = []
    owners: list[Owner] = []
    for row in _every(rows):
        for column in columns:
            if len(row) > column and (cell := row[column]):
                cells.append(cell)
                owners += [(row[0], KINDS[column - 1])] * (cell.count("|") + 1)
    return cells, owners


def _table(forms: list[str], owners: list[Owner]) -> dict[str, Owners]:
    """Return who owns each form; most have one owner, the others are gone through again."""
    if not owners:
        return {}
    table: dict[str, Owners] = dict(zip(forms, zip(owners, strict=True), strict=True))
    shared = {form for form, count in Counter(forms).items() if count > 1}
    for form in shared:
        table[form] = ()
    for form, owner in zip(forms, owners, strict=True):
        if form in shared:
            table[form] = _joint(table[form], owner)
    return table


def _longest(items: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return for each beginning of forms how long the longest of them is."""
    longest: dict[str, int] = {}
    for head, length in items:
        if length > longest.get(head, 0):
            longest[head] = length
    return longest


def _joint(owners: Owners, owner: Owner) -> Owners:
    return owners if any(known[0] == owner[0] for known in owners) else (*owners, owner)


def _unseamed(text: str) -> str:
    return SEAM.sub("", fold(text))


def _every(rows: dict[str, list[Row]]) -> Iterator[Row]:
    for group in rows.values():
        yield from group


def joined_words(rows: dict[str, list[Row]]) -> dict[str, str]:
    """Return the phrases of two words by how they look written as one."""
    joined: dict[str, str] = {}
    for row in _every(rows):
        for term in fold(row[3]).split("|") if row[3:4] else ():
            if term.count(" ") == 1:
                joined[based(term.replace(" ", ""))] = based(term.translate(_MARKS))
    return joined
