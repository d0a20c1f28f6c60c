"""What a text of the window is called in English: the source of the translations, read backwards."""

import html
import re
from functools import cache

import resources
from desk.language.translations import SOURCES

_MESSAGE = re.compile(r"<source>([^<]*)</source>\s*<translation>([^<]+)<")
_HOLE = re.compile(r"\{\w+\}")
_FIRST_CHINESE = "\u2e80"
_LONGEST = 40
"""Letters of what may stand on a button or a tab."""


def english_of(text: str) -> str:
    """Return the English of a Chinese text of the window, also where something was filled in; else the text as it is.

    Two texts may be the same in Chinese: the shorter English one is meant then.
    """
    if max(text, default="") < _FIRST_CHINESE:  # to read the source takes longer than one turn may
        return text
    whole, begun = _read()
    if text in whole:
        return whole[text]
    return next((said for head, tail, said in begun if text.startswith(head) and text.endswith(tail)), text)


@cache
def _read() -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Read the source once: whole texts, and of those with something to fill in what stands before and behind it."""
    source = (resources.folder("translations") / SOURCES["zh-Hans"]).read_text("utf-8")
    pairs = [(html.unescape(english), html.unescape(said)) for english, said in _MESSAGE.findall(source)]
    pairs = [(english, said) for english, said in pairs if len(said) <= _LONGEST]
    pairs.sort(key=lambda pair: -len(pair[0]))  # the shortest stays
    whole = {said: english for english, said in pairs}
    filled = [(_HOLE.split(said), _HOLE.sub("", english)) for said, english in whole.items() if "{" in said]
    begun = [(parts[0], parts[-1], english) for parts, english in filled if parts[0]]
    return whole, sorted(begun, key=lambda one: -len(one[0]))
