"""Chinese: Traditional to Simplified with Taiwan's words, and words where there are no blanks.

Both libraries are loaded when the first Chinese text comes.
"""

from contextlib import suppress
from functools import lru_cache
from typing import Any

from index.analysis.cutting import CUTTING
from index.errors import Stopped
from index.text import late_pattern

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Ranges of Chinese characters, to stand in a character class."""
HAN_RUN = late_pattern(f"[{HAN}]+")
"""A stretch of Chinese characters."""
_HAS_HAN = late_pattern(f"[{HAN}]")

FUNCTION_CHARACTERS = frozenset(
    "的了和与或及而为在是被把对于由从到中其该此这那您你我们者个些之所以将请吗呢吧"
)
"""Characters that say little about an error; they must still find something when they stand alone."""


def has_han(text: str) -> bool:
    """Tell whether the text holds a Chinese character."""
    return not text.isascii() and _HAS_HAN.search(text) is not None


@lru_cache(maxsize=4096)
def simplify(text: str) -> str:
    """Bring Chinese to Simplified characters and the mainland's words; other text stays.

    The length may change, since some words have more characters on one side. Text that is Simplified already is left
    alone: a Taiwan word may mean something else there.

    >>> simplify("伺服器與網路")
    '服务器与网络'
    """
    if not has_han(text):
        return text
    taiwan, characters = _converters()
    if characters.convert(text) == text:
        return text
    simplified: str = characters.convert(taiwan.convert(text))
    return simplified


@lru_cache(maxsize=4096)
def segment(text: str) -> tuple[str, ...]:
    """Cut Simplified Chinese into words; joined, they are the text."""
    if len(text) <= 2:  # noqa: PLR2004 - a pair is a word, or is found as one
        return (text,)
    return CUTTING.cut(text, guess=True)


@lru_cache(maxsize=4096)
def inside_word(run: str, at: int) -> bool:
    """Tell whether a character of a Chinese run is part of a longer word that the dictionary has: 子 in 量子, not in 子不存在."""
    start = 0
    for word in CUTTING.cut(run, guess=False):
        if start <= at < start + len(word):
            return len(word) > 1
        start += len(word)
    return False


def load_words() -> None:
    """Load the dictionary now, in an idle moment, wherever texts are cut."""
    with suppress(Stopped):
        CUTTING.cut("网络接口", guess=True)


def load_converters() -> None:
    """Load the way from Traditional to Simplified now."""
    _converters()


@lru_cache(maxsize=1)
def _converters() -> tuple[Any, Any]:
    import opencc  # noqa: PLC0415 - needed for Chinese only

    return opencc.OpenCC("tw2sp"), opencc.OpenCC("t2s")
