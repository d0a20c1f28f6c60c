"""Numbers and ids that nothing names, taken where something else confirms them.

A number of three digits that stands by itself may be anything. Where it is the very status with which the catalogues list
the reported code, it is one. An id by itself on the line of the only error it can belong to is that error's.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from index.hits import Span
from index.payload.forms import UNNAMED_ID
from index.payload.places import Places
from index.payload.reader import Payload
from index.payload.telling import Told

_NUMBER = re.compile(
    r"(?<![\w.,/+#$€-])(?<!\d:)(?<!\.\w:)(?<!\.\w\w:)(?<!\.\w{3}:)(?<!\.\w{4}:)([45]\d\d)(?![\w/%$€?？-]|[.,:]\S|[ ]?(?:[GMKT]i?[Bb]|EUR|USD|CHF|CNY|[A-Z]{3,4}/)\b)(?=\s*(?:[^\w\s]|\Z|\n|(?:with|for|from|on|and|at|when|in|as|bei|mit|und|pour|con|por|og)\b|[A-Z]))"
)
_ID = re.compile(rf"(?:(?<=[,(\[] )|(?<=[,(\[]))[\"'`]?({UNNAMED_ID})(?![\w-])")
_FAR = 400
_LONGEST_LINE = 1000


def unnamed_status(
    text: str, errors: Sequence[Told], payload: Payload, listed: Callable[[str], Iterable[int | None]]
) -> None:
    """Give errors without a status the number near them that the catalogues list for their code: anywhere for a single one."""
    view = payload.views[0] if payload.views else None
    wanting = [each for each in errors if each.status is None and each.code]
    if view is None or not wanting:
        return
    numbers = [(view.original(*found.span(1)), int(found[1])) for found in _NUMBER.finditer(view.text)]
    if not numbers:  # as in most texts: no need to go through the errors
        return
    said = Places(each.message_span for each in errors if each.message_span)
    numbers = sorted(one for one in numbers if not said.touch(one[0]))
    starts = [span[0] for span, _ in numbers]
    for each in wanting:
        low, high = _FAR, _FAR
        if len(errors) > 1:
            low, high = _in_line(text, each.span)
        statuses = set(listed(each.code or ""))
        around = slice(bisect_left(starts, each.span[0] - low), bisect_left(starts, each.span[1] + high))
        near = [
            (abs(span[0] - each.span[0]), span, number)
            for span, number in numbers[around]
            if number in statuses
        ]
        if near and len({number for _, _, number in near}) == 1:
            _, each.status_span, each.status = min(near)


def unnamed_ids(text: str, errors: Sequence[Told], payload: Payload) -> None:
    """Give an error without ids the only id by itself on its line."""
    ids = [(one.span(1), one[1]) for one in _ID.finditer(text)]
    if not ids:
        return
    said = Places(each.message_span for each in errors if each.message_span)
    starts = [span[0] for span, _ in ids]
    for each in errors:
        if each.ids or not each.code:
            continue
        low, high = _in_line(text, each.span)
        begin, end = each.span[0] - low, each.span[1] + high
        around = ids[bisect_left(starts, begin) : bisect_left(starts, end)]
        found = {one: span for span, one in around if span[1] <= end}
        free = {one: span for one, span in found.items() if one not in payload.ids and not said.touch(span)}
        behind = {one: span for one, span in free.items() if span[0] > each.span[1]}
        free = behind if len(behind) == 1 else free
        if len(free) == 1:
            each.ids = free
            payload.ids.update(free)


def _in_line(text: str, span: Span) -> tuple[int, int]:
    """Return how far the line of a stretch goes before and behind it."""
    start = text.rfind("\n", max(0, span[0] - _LONGEST_LINE), span[0]) + 1 or max(0, span[0] - _LONGEST_LINE)
    stop = text.find("\n", span[1], span[1] + _LONGEST_LINE)
    return span[0] - start, (stop if stop >= 0 else min(len(text), span[1] + _LONGEST_LINE)) - span[1]
