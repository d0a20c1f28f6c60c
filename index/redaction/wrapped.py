"""Secrets that were cut by a hard wrap: a value goes on in the next line, behind a log's time or a mark of quoting.

The lines that look cut are put together again, and what the other evidence finds across such a cut is a secret as a whole.
A line looks cut where it is wide, ends and goes on without a blank, and what follows is no name, word, code or id.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from index.hits import Span

_STAMP = (
    r"\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[\d.,]{0,12}(?:Z|[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d\d:\d\d:\d\d[\d.,]{0,12})\]?"
    r"(?: [\w.-]{1,60} [\w./-]{1,60}\[\d{1,9}\]:)?(?: std(?:out|err) [FP])?(?: \[?(?:ERROR|WARN|WARNING|INFO|DEBUG|error|warn|info|debug)\]?:?)?(?: \[[\w.-]{1,60}\])?"
)
_CUT = re.compile(
    r"(?:(?<![ \t])[ \t]{0,200}[│|]|[ \t]{0,4}\\|[ \t]{0,4}<br ?/?>)?\r?\n"
    rf"(?:{_STAMP}[ \t]+|[\w.-]{{1,60}}[ \t]{{1,20}}\|[ \t]|[>|│ \t]{{1,24}})?(?=[^\s>|│])"
)
_NARROWEST = 40
_WIDEST = 240
_SLACK = 40
_SHORTEST = 32
"""Characters of a secret that a wrap cuts; a shorter one is mostly a value and the next line's first word."""
_RUN = r"[A-Za-z0-9+/=_%.~!#$-]"
_LEFT = re.compile(_RUN)
_RIGHT = re.compile(rf"{_RUN}{{1,300}}")
_FIELD = re.compile(r"[ \t]*(?::|=(?!=?[\s\"'&,;]|=?\Z))")
_PLAIN = re.compile(
    r"[a-z]*|[A-Z][a-z]+|[A-Z]+|-+\w+-*|(?=.*[.])[A-Za-z0-9_-]{1,24}(?:\.[A-Za-z0-9_-]{0,24}){1,6}|\d[\d.:-]*"
)
"""A word, a code, a host's name, a date."""
_NAMED = re.compile(r"[A-Za-z_][\w.-]{1,40}=[^=\s]")
_ENDS = re.compile(r"\n|\\+n|%(?:25)*0A", re.IGNORECASE)
_ID = re.compile(
    r"[0-9a-f]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?:req|i|vpc|ecs)-[\w-]+"
)
_MIXED = re.compile(r"(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z]).{13,}")
"""A rest that is shorter is not told from a word."""
_HEX = re.compile(r"[0-9a-f]{13,}")
_SAME = 4


def in_wrapped(
    text: str, evidence: Callable[[str], Iterable[tuple[str, Span]]]
) -> Iterator[tuple[str, Span]]:
    """List the secrets that go over a cut between two lines: kind and span, the cut included. Linear in the text."""
    for parts in _chains(text):
        whole = "".join(text[low:high] for low, high in parts)
        starts: list[int] = []
        at = 0
        for low, high in parts:
            starts.append(at)
            at += high - low
        for kind, (start, end) in evidence(whole):
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
            if first < last and end - start >= _SHORTEST and kind != "e-mail":
                # Each part by itself: what stands in a cut (a log's time, a frame) stays.
                for number in range(first, last + 1):
                    low, high = parts[number]
                    yield (
                        kind,
                        (max(low, low + start - starts[number]), min(high, low + end - starts[number])),
                    )


def is_cut_only(text: str, span: Span) -> bool:
    """Tell whether every line end inside a span looks like a cut, and what follows the last, escaped or not, like a rest."""
    if _is_plain(_ENDS.split(text[slice(*span)])[-1]):
        return False
    at = text.find("\n", *span)
    while at >= 0:
        low = text.rfind("\n", 0, at) + 1
        cut = _CUT.search(text, low)
        if cut is None or not cut.start() <= at < cut.end() or not _is_cut(text, low, cut):
            return False
        at = text.find("\n", cut.end(), span[1])
    return True


def _chains(text: str) -> Iterator[list[Span]]:
    """List the stretches of lines that were one: the parts of each, without what stands in the cuts."""
    parts: list[Span] = []
    begin = 0
    for cut in _CUT.finditer(text):
        low = max(text.rfind("\n", begin, cut.start()) + 1, begin)
        if parts and low > begin:  # a blank line stands between
            yield [*parts, _line(text, begin)]
            parts = []
        if _is_cut(text, low, cut):
            parts.append((low, cut.start()))
        elif parts:
            yield [*parts, (low, cut.start())]
            parts = []
        begin = cut.end()
    if parts:
        yield [*parts, _line(text, begin)]


def _is_plain(rest: str) -> bool:
    """Tell whether this is words, a code, a name or a date, and no rest of a secret."""
    return all(_PLAIN.fullmatch(part) for part in rest.split("+"))


def _line(text: str, start: int) -> Span:
    stop = text.find("\n", start)
    return start, stop if stop >= 0 else len(text)


def _is_cut(text: str, low: int, cut: re.Match[str]) -> bool:
    """Tell whether the line that starts at `low` was cut here, and goes on behind the cut."""
    width = cut.start() - low
    if not _NARROWEST <= width <= _WIDEST or not _LEFT.match(text, cut.start() - 1):
        return False
    stop = text.find("\n", cut.end(), cut.end() + width + _SLACK)
    if stop < 0 and len(text) > cut.end() + width + _SLACK:
        return False
    rest = _RIGHT.match(text, cut.end())
    if rest is None or text[low : low + _SAME] == rest[0][:_SAME]:
        return False
    is_named = _NAMED.match(rest[0]) and text.find("&", low, cut.start()) < 0  # in a query a name may be cut
    if is_named or _FIELD.match(text, rest.end()) or _is_plain(rest[0]) or _ID.fullmatch(rest[0]):
        return False
    return bool(_HEX.fullmatch(rest[0]) or _MIXED.fullmatch(rest[0]))
