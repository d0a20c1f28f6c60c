"""One plain form for every text, with the way back to the characters it came from.

Plain text is in small letters, Simplified Chinese, ordinary width, without accents; camel-case words are cut with an
underscore. Folding goes character by character, so that a run of combining marks costs what its length costs and no more.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from index.analysis.chinese import HAN_RUN, has_han, simplify
from index.text import clean

LONGEST_TEXT = 20_000
"""Characters of one text that are looked at: no error message is longer, and an attack may be."""

_LATIN_END = 0x250
_MARKS = re.compile("[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
# Between `Env` and `Not`, and between `OSS` and `Bucket`; not before the plural of `ECSs`, nor in `IPv4`, nor where a
# single letter would stay alone: `DeHs`, `QoS`, `vCPU`, `VSwitch`.
_HUMP = re.compile(
    r"(?<=[a-z])(?<![^A-Za-z][a-z])(?<!^[a-z])(?=[A-Z](?!s?(?![A-Za-z])))"
    r"|(?<=[A-Z])(?<![^A-Za-z][A-Z])(?<!^[A-Z])(?=[A-Z](?!s(?![a-z])|v[46])[a-z])"
)


class Plain:
    """A text in its plain form and where each of its characters stands in the text as given."""

    __slots__ = ("_origins", "text")

    def __init__(self, text: str, origins: list[tuple[int, int]] | None) -> None:
        """Hold `text`; `origins` gives the stretch each character came from, None where nothing moved."""
        self.text = text
        """The plain form."""
        self._origins = origins

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text as given from which `text[start:end]` came; `start < end`."""
        if self._origins is None:
            return start, end
        return self._origins[start][0], self._origins[end - 1][1]


def plain(text: str) -> Plain:
    """Bring a text to its plain form.

    >>> plain("EnvNotExists：Ｅcs．０２１９ 伺服器").text
    'env_not_exists:ecs.0219 服务器'
    """
    text = clean(text[:LONGEST_TEXT])
    origins: list[tuple[int, int]] | None = None
    if not text.isascii():
        pieces = [_fold_character(character) for character in text]
        text = "".join(pieces)
        if any(len(piece) != 1 for piece in pieces):
            origins = [(at, at + 1) for at, piece in enumerate(pieces) for _ in piece]
    text, origins = _cut_humps(text, origins)
    if has_han(text):
        text, origins = _simplified(text, origins)
    return Plain(text.lower(), origins)


def _cut_humps(text: str, origins: list[tuple[int, int]] | None) -> tuple[str, list[tuple[int, int]] | None]:
    cuts = [match.start() for match in _HUMP.finditer(text)]
    if not cuts:
        return text, origins
    ends = [0, *cuts, len(text)]
    spans = list(pairwise(ends))
    known = origins or _identity(range(len(text)))
    moved: list[tuple[int, int]] = []
    for start, end in spans:
        if start:
            moved.append((known[start][0], known[start][0]))
        moved += known[start:end]
    return "_".join(text[start:end] for start, end in spans), moved


def _simplified(text: str, origins: list[tuple[int, int]] | None) -> tuple[str, list[tuple[int, int]] | None]:
    if simplify(text) == text:
        return text, origins
    known = origins or _identity(range(len(text)))
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    at = 0
    for match in HAN_RUN.finditer(text):
        start, end = match.span()
        pieces += (text[at:start], simplified := simplify(match.group()))
        moved += known[at:start]
        whole = (known[start][0], known[end - 1][1])
        moved += known[start:end] if len(simplified) == end - start else [whole] * len(simplified)
        at = end
    return "".join([*pieces, text[at:]]), [*moved, *known[at:]]


def _identity(places: Iterable[int]) -> list[tuple[int, int]]:
    return [(at, at + 1) for at in places]


@lru_cache(maxsize=16384)
def _fold_character(character: str) -> str:
    if _MARKS.match(character):
        return ""
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) == 1 and not folded.isascii():
        if ord(folded) < _LATIN_END:
            folded = "ss" if folded == "ß" else _MARKS.sub("", unicodedata.normalize("NFD", folded))
        elif len(folded.lower()) != 1:
            folded = folded.lower()[0]
    return folded
