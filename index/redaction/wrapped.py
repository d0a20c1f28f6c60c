"""Secrets that were cut by a hard wrap: a value, or its name, goes on in the next line, behind a log's time or a mark of quoting.

The lines that look cut are put together again, and what the other evidence finds there is a secret as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from index.hits import Span
from index.redaction.wraps import chains, goes_on, is_plain, is_rest, line_behind

_SHORTEST = 32
"""Characters of a secret that a wrap cuts; a shorter one is mostly a value and the next line's first word."""
_KEY = re.compile(
    r"(?=\D*\d)(?=[^A-Z]*[A-Z])(?:[A-Z0-9]{20}|(?=[^a-z]*[a-z])(?:[A-Za-z0-9+/]{24,30}|[A-Za-z0-9+/]{40})(?:=|%3D)?)|[0-9a-f]{40}|[0-9a-f]{64}"
)
"""Keys that are shorter, and known by their length or their drawn letters."""
_ENDS = re.compile(r"\n|\\+n|%(?:25)*0A", re.IGNORECASE)


def in_wrapped(
    text: str, evidence: Callable[[str], Iterable[tuple[str, Span]]]
) -> Iterator[tuple[str, Span]]:
    """List the secrets of lines that a wrap cut: kind and span, part by part. Linear in the text.

    What stands in a cut (a log's time, a frame) stays, and what does not go over one is listed as well: a cut through the
    name of a field hides it.
    """
    for parts in chains(text):
        whole = "".join(text[low:high] for low, high in parts)
        starts: list[int] = []
        at = 0
        for low, high in parts:
            starts.append(at)
            at += high - low
        for kind, (start, stop) in evidence(whole):
            first = bisect_right(starts, start) - 1
            cuts = starts[first + 1 : bisect_right(starts, stop - 1)]
            end = _end_of(whole, (start, stop), cuts, kind)
            last = bisect_right(starts, end - 1) - 1
            for number in range(first, last + 1):
                low, high = parts[number]
                yield (
                    kind,
                    (max(low, low + start - starts[number]), min(high, low + end - starts[number])),
                )


def _end_of(whole: str, span: Span, cuts: list[int], kind: str) -> int:
    """Return where what was found over cuts really ends: a value and the next line's first word are not one secret.

    What goes over none in the end is nothing that the line by itself does not show.
    """
    start, end = span
    if not cuts or _KEY.fullmatch(whole, start, end):
        return end
    for cut in reversed(cuts):
        if kind != "e-mail" and end - start >= _SHORTEST and is_rest(whole[cut:end]):
            return end
        end = cut
    return start


def is_cut_only(text: str, span: Span) -> bool:
    """Tell whether every line end inside a span looks like a cut, and what follows the last, escaped or not, like a rest."""
    if is_plain(_ENDS.split(text[slice(*span)])[-1]):
        return False
    at = text.find("\n", *span)
    while at >= 0:
        low = text.rfind("\n", 0, at) + 1
        pair = line_behind(text, low, at)
        begin = goes_on(text, pair[0], low, pair[1]) if pair else -1
        if begin < 0:
            return False
        at = text.find("\n", begin, span[1])
    return True
