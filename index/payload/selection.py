"""Takes out of a long text what may hold errors, so that a megabyte of log is read in the time of its telling lines.

Lines with a word or form that errors come with are kept, with the lines around them. A line that differs from earlier ones
only in numbers and ids says the same again: of those a few are kept, and the others give their request ids alone.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from index.mapped import Mapped, Rewriter
from index.text import lowered

LONG = 60_000
"""Texts up to this length are read whole."""
_BUDGET = LONG
_ALIKE = 4
_AROUND = 5
_LONGEST_LINE = 12_000
_WORDS = (
    "error", "fail", "fault", "exception", "denied", "forbidden", "unauthori", "invalid", "not exist", "not found", "exceed", "rejected",
    "错误", "失败", "异常", "不存在", "%22", "%7b", "&quot;", "&#34;", "http/",
)  # fmt: skip
"""Words that lines come with which tell errors, in lower case."""
_EXACT = "eyJ", "ewog", "PD94"
"""Beginnings of base64 that holds JSON or XML."""
_FORMS = (
    re.compile(r"code(?<![a-z0-9_]code)(?![a-z0-9_])"),
    re.compile(r"request.?id"),
    re.compile(r"\.\d{3}(?<=[a-z]\.\d{3})"),
)
"""Forms that such lines come with, in lower case; the letters that stand first make looking for them fast."""
_VARIABLE = re.compile(
    r"\b(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?=[0-9a-fA-F]*\d)[0-9a-fA-F]{6,})\b|(?<![\w.])\d+(?:[.:]\d+)*(?!\w)"
)


def selected(text: str) -> tuple[Mapped, list[tuple[int, int]], bool]:
    """Return what is to be read of a text, the repeated lines besides (start, end), and whether telling lines had to be left out."""
    whole = Mapped(text)
    if len(text) <= LONG:
        return whole, [], False
    lines = list(_lines(text))
    kept: set[int] = set()
    repeated: list[tuple[int, int]] = []
    seen: Counter[int] = Counter()
    size = 0
    for number in sorted(_telling(text, [start for start, _ in lines])):
        start, end = lines[number]
        if size > _BUDGET:
            repeated.append((start, end))
            continue
        kind = hash(_VARIABLE.sub("#", text[start:end]))
        seen[kind] += 1
        if seen[kind] > _ALIKE:
            repeated.append((start, end))
            continue
        around = range(max(0, number - _AROUND), min(len(lines), number + _AROUND + 1))
        fresh = [one for one in around if one not in kept]
        kept.update(fresh)
        size += sum(lines[one][1] - lines[one][0] for one in fresh)
    builder = Rewriter(whole)
    last = -1
    for number in sorted(kept):
        start, end = lines[number]
        if last >= 0 and number != last + 1:
            builder.put("\n\n", start, start)
        builder.copy(start, min(end + 1, len(text)))
        last = number
    return builder.done(), repeated, size > _BUDGET


def _telling(text: str, starts: list[int]) -> set[int]:
    """Return the numbers of the lines that may tell errors; a word is looked for once a line."""
    low = lowered(text)
    found: set[int] = set()
    for whole, words in ((low, _WORDS), (text, _EXACT)):
        for word in words:
            at = whole.find(word)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                found.add(number)
                at = whole.find(word, starts[number + 1]) if number + 1 < len(starts) else -1
    for form in _FORMS:
        match = form.search(low)
        while match:
            number = bisect_right(starts, match.start()) - 1
            found.add(number)
            match = form.search(low, starts[number + 1]) if number + 1 < len(starts) else None
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Go through the lines of a text, very long ones in parts."""
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        while stop - at > _LONGEST_LINE:
            cut = max(text.rfind(mark, at, at + _LONGEST_LINE) for mark in ("},", " ", ";"))
            cut = cut + 1 if cut > at else at + _LONGEST_LINE
            yield at, cut
            at = cut
        yield at, stop
        at = stop + 1
