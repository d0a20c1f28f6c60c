"""Finds by code: what in a query is a code, and which entries have it."""

import re
from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from index.codes import closest
from index.table import EntryTable
from index.text import fold

_AROUND = "\"'`“”‘’«»„()[]{}<>（）【】「」『』《》,;:!?.。，；：！？、|#*_-=/\\ \t\r\n"
_PIECES = re.compile(r"[^\s,;|=\"“”()\[\]{}<>（）【】「」『』，；。：]+")
_HUMP = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_NUMBERED = re.compile(r"[A-Za-z]+(?:[._-][A-Za-z]+)*[._-][0-9]{3,}")
_DIGIT = re.compile(r"[0-9]")
_LAST_NUMBER = re.compile(r"[0-9]{2,20}(?=[^0-9]*$)")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 120
_MOST_PIECES = 40
_LEAST_DIGITS = 4
_LONGEST_NAME = 8
_MOST_NEAR = 5


class CodeHits(msgspec.Struct, frozen=True, kw_only=True):
    """Entries found by a code, as numbers, by tier."""

    code: tuple[int, ...] = ()
    """By the whole code."""
    loose: tuple[int, ...] = ()
    """By the code without case, separators, leading zeros or prefix."""
    prefix: tuple[int, ...] = ()
    """By the beginning of a code."""
    asked: str = ""
    """What in the query was read as a code."""
    alone: bool = False
    """The query is a code and nothing else."""


def find(
    text: str,
    table: EntryTable,
    by_prefix: Callable[[str], list[int]],
    is_status: Callable[[str], bool] = lambda _text: True,
) -> CodeHits:
    """Look for codes in the words of a query; `by_prefix` gives the entries whose code starts so, by code.

    A short number alone is the number of a code only where `is_status` tells that it is no HTTP status.
    """
    whole = _bare(text)
    if not whole or len(text) > _LONGEST * _MOST_PIECES:
        return CodeHits()
    if len(whole) <= _LONGEST:
        exact = table.numbers_by_code(whole)
        prefix = [] if " " in whole and not _DIGIT.search(whole) else by_prefix(whole)
        if exact:
            return CodeHits(code=tuple(exact), prefix=_without(prefix, exact), asked=whole, alone=True)
        may_be_loose = _may_be_loose(whole) or (whole.isdecimal() and not is_status(whole))
        loose = table.numbers_by_loose_code(whole) if may_be_loose else []
        if loose or prefix:
            return CodeHits(loose=tuple(loose), prefix=_without(prefix, loose), asked=whole, alone=True)
    return _in_sentence(whole, table)


def looks_like_code(piece: str) -> bool:
    """Tell whether a piece without blanks is written as codes are: letters with digits, dots, or camel case."""
    letters, digits = _LETTER.search(piece), _DIGIT.search(piece)
    if letters is None or not piece.isascii():
        return False
    return digits is not None or "_" in piece or "." in piece or _HUMP.search(piece) is not None


def is_numbered(text: str) -> bool:
    """Tell whether a text is a numbered code and nothing else: `RDS.0010`, `SVCSTG.SWR.4000013`."""
    return _NUMBERED.fullmatch(_bare(text)) is not None


def has_digits(text: str) -> bool:
    """Tell whether there is a digit in it."""
    return _DIGIT.search(text) is not None


class Codes(Protocol):
    """The codes there are, as far as a mistyped one may be one of them."""

    def meant(self, code: str) -> tuple[str, ...]:
        """Return the codes that a mistyped one was probably meant to be, best first."""

    def beside(self, code: str) -> list[str]:
        """Return the codes that stand next to where this one would stand."""

    def existing(self, codes: Iterable[str]) -> list[str]:
        """Return those of the codes that exist, as they are written."""


def misspelt(text: str, codes: Codes) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the code-like piece of a query that no entry has, the codes it was probably meant to be, and the nearest.

    ("", (), ()) where nothing in it looks like a code.
    """
    whole = _bare(text)
    pieces = [whole] if whole and " " not in whole else []
    pieces += [piece for piece in _pieces(whole) if looks_like_code(piece)]
    for piece in dict.fromkeys(pieces):
        if len(piece) > _LONGEST or not piece.isascii():
            continue
        meant = codes.meant(piece)
        near = meant
        if looks_like_code(piece):
            near = (*meant, *codes.existing(slips(piece)), *closest(piece, [*meant, *codes.beside(piece)]))
            near = tuple(dict.fromkeys(near))[:_MOST_NEAR]
        if meant or near:
            return piece, meant, near
    return "", (), ()


def slips(code: str) -> list[str]:
    """List what a code may have been before the finger slipped on its last number: digits changed about, one twice, one gone.

    >>> slips("Ecs.120")
    ['Ecs.210', 'Ecs.102', 'Ecs.20', 'Ecs.10', 'Ecs.12', 'Ecs.1120', 'Ecs.1220', 'Ecs.1200']
    """
    found = _LAST_NUMBER.search(code)
    if found is None:
        return []
    digits, start, end = found.group(), code[: found.start()], code[found.end() :]
    places = range(len(digits))
    changed = [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in places[:-1]]
    changed += [digits[:at] + digits[at + 1 :] for at in places]
    changed += [digits[:at] + digits[at] + digits[at:] for at in places]
    return [start + one + end for one in dict.fromkeys(changed) if one and one != digits]


def _in_sentence(text: str, table: EntryTable) -> CodeHits:
    exact: list[int] = []
    loose: list[int] = []
    asked: list[str] = []
    pieces = _pieces(text)
    for at, piece in enumerate(pieces):
        if looks_like_code(piece) or len(_DIGIT.findall(piece)) >= _LEAST_DIGITS:
            found = table.numbers_by_code(piece)
            exact += found
            near = [] if found else table.numbers_by_loose_code(piece)
            if not found and not near and at and pieces[at - 1].isalpha() and piece.isdecimal():
                near = table.numbers_by_loose_code(f"{pieces[at - 1]}.{piece}")
            loose += near
            if found or near:
                asked.append(piece)
        elif at and piece.isdecimal() and pieces[at - 1].isalpha() and len(pieces[at - 1]) <= _LONGEST_NAME:
            near = table.numbers_by_loose_code(f"{pieces[at - 1]}.{piece}")
            loose += near
            if near:
                asked.append(piece)
    return CodeHits(code=_once(exact), loose=_without(loose, exact), asked=" ".join(asked))


def _bare(text: str) -> str:
    return fold_width(text).strip(_AROUND)


def fold_width(text: str) -> str:
    """Fold width and compatibility forms, and keep case."""
    return text if text.isascii() else _kept_case(text)


def _kept_case(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - only for what is not ASCII

    return unicodedata.normalize("NFKC", text[: _LONGEST * _MOST_PIECES])


def _may_be_loose(text: str) -> bool:
    """Tell whether a whole query may be a code written loosely: `404` alone is a status."""
    folded = fold(text)
    return not (folded.isdecimal() and len(folded) < _LEAST_DIGITS)


def _pieces(text: str) -> list[str]:
    return [piece.strip(_AROUND) for piece in _PIECES.findall(text)[:_MOST_PIECES] if piece.strip(_AROUND)]


def _once(numbers: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))


def _without(numbers: list[int], taken: list[int]) -> tuple[int, ...]:
    if not taken:
        return tuple(numbers)
    gone = set(taken)
    return tuple(n for n in dict.fromkeys(numbers) if n not in gone)
