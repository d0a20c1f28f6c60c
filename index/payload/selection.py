"""Takes out of a long text what may hold errors, so that a megabyte of log is read in the time of its telling lines.

Lines with a word or form that errors come with are kept, with the lines around them. A line that differs from earlier ones
only in numbers and ids says the same again: of those a few are kept, and the others give their request ids alone.
"""

import re
from collections import Counter
from collections.abc import Iterator

from index.mapped import Mapped, Rewriter

LONG = 60_000
"""Texts up to this length are read whole."""
_BUDGET = 100_000
_ALIKE = 4
_AROUND = 5
_LONGEST_LINE = 12_000
_TRIGGER = re.compile(
    r"(?i:error|fail|fault|exception|denied|forbidden|unauthori|\bcode\b|\\?\"code|invalid|not exist|not found|exceed|rejected|request.?id)"
    r"|错误|失败|异常|不存在|[A-Za-z]\.\d{3}|eyJ|ewog|PD94|%22|%7B|&quot;|&#34;|HTTP/\d"
)
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
    for number, (start, end) in enumerate(lines):
        if not _TRIGGER.search(text, start, end):
            continue
        kind = hash(_VARIABLE.sub("#", text[start:end]))
        seen[kind] += 1
        if seen[kind] > _ALIKE or size > _BUDGET:
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
