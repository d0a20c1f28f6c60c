"""Tokens of a plain text: English stems, numbers, parts of camel-case words, Chinese characters and pairs.

Chinese goes in as single characters and pairs of neighbours: a pair finds every word whatever a segmenter thinks of it,
and the query's words decide which pairs belong together.
"""

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from index.analysis.chinese import HAN
from index.analysis.stems import stem
from index.text import late_pattern

_LONGEST_WORD = 64
_LATIN = r"(?P<word>[a-z]+(?:[-_][a-z]+)*)|(?P<number>[1-5]xx(?![a-z0-9])|[0-9]+)|"
_PLAIN_PIECE = re.compile(rf"{_LATIN}(?P<other>[^\W\d_a-z]+)")
_PIECE = late_pattern(rf"{_LATIN}(?P<han>[{HAN}]+)|(?P<other>[^\W\d_a-z{HAN}]+)")
_PART = re.compile("[a-z]+")


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    """A word in letters: `term` is its stem."""
    JOINED = "joined"
    """The parts of a camel-case or hyphenated word written as one: `readonly`."""
    NUMBER = "number"
    """Digits, leading zeros kept; or a class of HTTP statuses, `4xx`."""
    HAN = "han"
    """One Chinese character."""
    PAIR = "pair"
    """Two neighbouring Chinese characters."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token, and where it stands in the plain text."""

    term: str
    """What is looked up."""
    surface: str
    """The word before its ending was taken off."""
    kind: Kind
    """What it is."""
    start: int
    """Its first character."""
    end: int
    """After its last character."""


def tokenise(text: str) -> list[Token]:
    """Cut a plain text into tokens, in order; a joined word comes before its parts.

    >>> [token.term for token in tokenise("vpc_not_exists: 配额")]
    ['vpcnotexist', 'vpc', 'not', 'exist', '配', '配额', '额']
    """
    found: list[Token] = []
    for match in (_PLAIN_PIECE if text.isascii() else _PIECE).finditer(text):
        kind = match.lastgroup
        if kind == "word":
            found += _words(match.group(), match.start())
        elif kind == "han":
            found += _characters(match.group(), match.start())
        else:
            surface = match.group()[:_LONGEST_WORD]
            found.append(
                Token(surface, surface, Kind.NUMBER if kind == "number" else Kind.WORD, *match.span())
            )
    return found


def _words(compound: str, at: int) -> Iterator[Token]:
    if "-" in compound or "_" in compound:
        joined = compound.replace("-", "").replace("_", "")
        if len(joined) <= _LONGEST_WORD:
            yield Token(stem(joined), joined, Kind.JOINED, at, at + len(compound))
        for part in _PART.finditer(compound):
            surface = part.group()[:_LONGEST_WORD]
            yield Token(stem(surface), surface, Kind.WORD, at + part.start(), at + part.end())
    else:
        surface = compound[:_LONGEST_WORD]
        yield Token(stem(surface), surface, Kind.WORD, at, at + len(compound))


def _characters(run: str, at: int) -> Iterator[Token]:
    for n, character in enumerate(run):
        yield Token(character, character, Kind.HAN, at + n, at + n + 1)
        if n + 1 < len(run):
            pair = run[n : n + 2]
            yield Token(pair, pair, Kind.PAIR, at + n, at + n + 2)
