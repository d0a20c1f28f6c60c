"""Wraps text for mail by its width on screen, in which a Chinese character takes two columns."""

import unicodedata
from collections.abc import Iterator

_NOT_FIRST = frozenset("、。，．：；？！）］｝」』】〉》”’…—%!),.:;?]}")
"""Closing characters that begin no line."""
_NOT_LAST = frozenset("（［｛「『【〈《“‘([{")
"""Opening characters that end no line."""
_WIDE = frozenset("WF")


def width(text: str) -> int:
    """Return how many columns a text takes in a fixed-width font.

    >>> width("配额 ok")
    7
    """
    if text.isascii():
        return len(text)
    return sum(_column(character) for character in text)


def wrap(text: str, columns: int, *, first: str = "", rest: str = "") -> str:
    """Wrap one line of text at blanks and between wide characters; `first` and `rest` go before the lines.

    A word longer than a line, such as an id or address, stays whole. Runs of blanks stay as they are but where a line
    is broken at them.
    """
    if width(first) + width(text) <= columns:
        return (first + text).rstrip()
    lines: list[str] = []
    line = first
    used = width(first)
    empty = True
    blank = ""
    for piece in _pieces(text):
        if piece.isspace():
            blank += piece
            continue
        takes = width(piece)
        if not empty and used + width(blank) + takes > columns:
            lines.append(line)
            line, used, blank = rest, width(rest), ""
        line += blank + piece
        used += width(blank) + takes
        blank = ""
        empty = False
    return "\n".join([*lines, line.rstrip() if empty else line])


def _pieces(text: str) -> Iterator[str]:
    """Cut a text where a line may be broken; blanks come as pieces of their own."""
    piece = ""
    for character in text:
        if piece and _may_break(piece, character):
            yield piece
            piece = character
        else:
            piece += character
    if piece:
        yield piece


def _may_break(before: str, character: str) -> bool:
    last = before[-1]
    if character == " " or last == " ":
        return character != last
    if character in _NOT_FIRST or last in _NOT_LAST or unicodedata.category(character)[0] in "MC":
        return False
    return _column(last) == 2 or _column(character) == 2  # noqa: PLR2004 - the columns of a wide character


def _column(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
