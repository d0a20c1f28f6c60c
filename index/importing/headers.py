"""What a column or label is, from its words."""

import functools
import re
import unicodedata
from collections.abc import Sequence

from index.importing.fields import TEXT_FIELDS, Field
from index.importing.header_words import WORDS

_LONGEST = 60
_BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
_HALVES = re.compile(r"\s*[/\\|]\s*|\n| - ")
_NOISE = re.compile(r"[`*_#:：|?？!！\"'“”‘’]+")
_FOREIGN = re.compile(
    r"(?<=[\u2e80-\u9fff\uac00-\ud7af])\s+(?=[a-z])|(?<=[a-z])\s+(?=[\u2e80-\u9fff\uac00-\ud7af])"
)
"""Where a header says the same in another script, as `错误码 code`."""

_PATTERNS = tuple((field, re.compile(words)) for field, words in WORDS)


def field_of(header: str) -> Field:
    """Return what a column is by its header.

    Brackets may hold the same in another language, or what the column really is; a remedy named there wins.

    >>> [str(field_of(h)) for h in ("HTTP状态码（Status Code）", "描述（处理措施）", "返回码 (code)", "Fehlercode")]
    ['status', 'solution', 'code', 'code']
    """
    return Field.OTHER if len(header) > _LONGEST and header.isascii() else _short_field(header)


@functools.lru_cache(maxsize=4096)
def _short_field(header: str) -> Field:
    text = unicodedata.normalize("NFKC", header).casefold()
    if len(text) > _LONGEST:
        return Field.OTHER
    inside = [_plain_field(part) for part in _BRACKETS.findall(text)]
    outside = _plain_field(_BRACKETS.sub(" ", text))
    if Field.SOLUTION in inside:
        return Field.SOLUTION
    for found in (outside, *inside):
        if found is not Field.OTHER:
            return found
    halves = _HALVES.split(text)
    if len(halves) == 1 and not inside:
        halves = _FOREIGN.split(text)
    found_in = [_plain_field(half) for half in halves if len(halves) > 1]
    return next((found for found in found_in if found is not Field.OTHER), Field.OTHER)


def _plain_field(text: str) -> Field:
    text = " ".join(_NOISE.sub(" ", text).split())
    return next((field for field, pattern in _PATTERNS if text and pattern.fullmatch(text)), Field.OTHER)


def column_names(headers: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each column, each once: its header, or its number where it has none.

    >>> column_names(["Code", "", "Note", "Note"])
    ('Code', 'column 2', 'Note', 'Note (2)')
    """
    names: list[str] = []
    for number, header in enumerate(headers, 1):
        name = " ".join(header.split()) or f"column {number}"
        times = sum(taken == name or taken.startswith(f"{name} (") for taken in names)
        names.append(f"{name} ({times + 1})" if name in names else name)
    return tuple(names)


def is_header_row(cells: list[str]) -> bool:
    """Tell whether a row reads like the header of an error table.

    Most cells are known words of at least two kinds, and one names a code or status, or an error beside a text.
    """
    said = sorted((cell for cell in cells if cell.strip()), key=len, reverse=True)
    kinds: set[Field] = set()
    unknown = 0
    for cell in said:  # the longest first: they are the least likely and the soonest known not to be
        field = field_of(cell)
        unknown += field is Field.OTHER
        if unknown * 2 >= len(said):
            return False
        kinds.add(field)
    kinds.discard(Field.OTHER)
    names = (
        Field.CODE in kinds or Field.STATUS in kinds or (Field.NAME in kinds and bool(kinds & TEXT_FIELDS))
    )
    return names and len(kinds) > 1
