"""Fits templates to messages: what a template covers of a text, and what stands in its placeholders.

The fixed pieces of a template are looked for one after the other with `str.find`, in texts folded to a comparable form (no
quotes, one blank, lower case). No regular expression with holes: those take exponential time in the number of holes.
"""

import re
import unicodedata
from functools import lru_cache

import msgspec

from index.hits import Span
from index.mapped import Mapped, replaced
from index.template import literals

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_QUOTES_OR_BLANKS = re.compile(r"(?<!\*)\*\*(?!\*)|[\"'`´“”„‘’‚«»\\]+|\s\s+|[^\S ]")
_QUOTES = "\"'`´“”„‘’‚«»\\"
_ENDING = " .。!,;"
_EDGE = re.compile(r"\n|[:;.] |[\"“”「『【]|\] ")
_TRAIL = re.compile(
    r"\n|[\"'”’][\s,}\]]|\.?\s\((?:HTTP|http|[Ss]tatus|[Rr]equest|[45]\d\d(?:\)|[,;]))|[.,;]?\s\(?[Rr]equest.?[Ii][Dd]\b|\.\s[A-Z]"
)
_BLANKS = re.compile(" +")
_LONGEST_VALUE = 400
_LONGEST_LEAD = 120
_MOST_TRIES = 20
_LEAST_CUT = 12
_EAST_ASIAN = "\u2e80"


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """A template found in a text."""

    span: Span
    """What the template covers of the text."""
    values: tuple[str, ...] | None
    """What stands in its placeholders, without quotes around; None where the text breaks off before the last of them."""
    value_spans: tuple[Span, ...] = ()
    """Where the values stand in the text."""
    whole: bool = False
    """The template covers the whole text, but for a full stop or blanks."""
    cut: bool = False
    """The text breaks off before the template ends."""


def comparable(text: str) -> Mapped:
    """Fold a text for comparison: width and case folded, quotes and backslashes gone, blanks and breaks one blank."""
    wide = text.translate(_WIDTH)
    low = wide.lower()
    if len(low) != len(wide):  # a few letters grow in lower case; positions matter more than their case
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in wide)
    folded = Mapped(low, Mapped(text), [0], [0], [len(low)], [True])
    return replaced(folded, _QUOTES_OR_BLANKS, lambda found: " " if found[0].isspace() else "")


def _source(folded: Mapped) -> str:
    while folded.parent is not None:
        folded = folded.parent
    return folded.text


@lru_cache(maxsize=4096)
def pieces_of(template: str) -> tuple[str, ...]:
    """Return the fixed pieces of a template in comparable form, without blanks and full stops at both ends."""
    pieces = [comparable(unicodedata.normalize("NFKC", piece)).text for piece in literals(template)]
    pieces = [re.sub(r" +", " ", piece) for piece in pieces]
    pieces[0] = pieces[0].lstrip(" ")
    pieces[-1] = pieces[-1].rstrip(_ENDING)
    return tuple(pieces)


def fit(template: str, text: str | Mapped) -> Fit | None:
    """Read a whole message as made from a template; None where it is not.

    Case, quotes, line breaks and the full stop may differ. A text that breaks off (or ends in dots) fits as far as it goes.
    `text` may be the `comparable` form of the message, where many templates are tried.
    """
    folded = text if isinstance(text, Mapped) else comparable(text)
    return _whole(template, pieces_of(template), folded)


def fit_unspaced(template: str, text: str | Mapped) -> Fit | None:
    """Read a whole message as made from a template that differs from it in blanks only, as in `deleted,or` and `Port [x]`."""
    folded = text if isinstance(text, Mapped) else comparable(text)
    pieces = tuple(piece.replace(" ", "") for piece in pieces_of(template))
    found = _whole(template, pieces, replaced(folded, _BLANKS, lambda _found: ""))
    return found if found is not None and not found.cut else None


def _whole(template: str, pieces: tuple[str, ...], folded: Mapped) -> Fit | None:
    norm = folded.text
    start = len(norm) - len(norm.lstrip(" "))
    end = len(norm.rstrip(_ENDING))
    if not any(pieces):
        return None
    head, tail = pieces[0], pieces[-1]
    if len(pieces) == 1:
        if norm[start:end] == head:
            return _fit(folded, (start, end), [], whole=True)
    elif norm.startswith(head, start) and norm.endswith(tail, start, end):
        holes = _middle(norm, pieces, start + len(head), end - len(tail))
        if holes is not None:
            return _with_stop(_fit(folded, (start, end), holes, whole=True), template, _source(folded))
    return _cut(folded, pieces, start, end)


def _with_stop(found: Fit, template: str, source: str) -> Fit:
    """Give the last value its full stop back where it is a sentence and the template has no full stop of its own."""
    if not found.values or " " not in found.values[-1] or literals(template)[-1].strip():
        return found
    first, last = found.value_spans[-1]
    if source[last:].strip() not in {".", "。"}:
        return found
    last = source.index(source[last:].strip(), last) + 1
    return msgspec.structs.replace(
        found,
        values=(*found.values[:-1], source[first:last]),
        value_spans=(*found.value_spans[:-1], (first, last)),
    )


def find(template: str, text: str | Mapped) -> Fit | None:
    """Find a message made from a template inside a longer text; None if there is none."""
    folded = text if isinstance(text, Mapped) else comparable(text)
    pieces = pieces_of(template)
    anchor = max(range(len(pieces)), key=lambda number: len(pieces[number]))
    wanted = pieces[anchor].strip(" ")
    if not wanted:
        return None
    lead = len(pieces[anchor]) - len(pieces[anchor].lstrip(" "))
    norm, at = folded.text, -1
    for _ in range(_MOST_TRIES):
        at = norm.find(wanted, at + 1)
        if at < 0:
            return None
        found = _around(folded, pieces, anchor, max(at - lead, 0))
        if found is not None:
            return found
    return None


def _middle(norm: str, pieces: tuple[str, ...], at: int, end: int) -> list[Span] | None:
    """Walk from hole to hole up to `end`, where the last piece begins."""
    holes: list[Span] = []
    for piece in pieces[1:-1]:
        # Two holes side by side: the first takes a word.
        found = norm.find(piece or " ", at + (0 if piece else 1), end)
        if found < 0:
            return None
        holes.append((at, found))
        at = found + len(piece)
    if at > end:
        return None
    return [*holes, (at, end)]


def _cut(folded: Mapped, pieces: tuple[str, ...], start: int, end: int) -> Fit | None:
    """Read a message that breaks off somewhere in the template."""
    norm = folded.text
    at, holes, seen = start, [], 0
    for number, piece in enumerate(pieces):
        found = (
            start
            if number == 0 and norm.startswith(piece, start)
            else norm.find(piece, at, end)
            if number
            else -1
        )
        if found < 0 or (number == len(pieces) - 1 and piece == "" and number):
            rest = norm[at:end]
            tail = _overlap(rest, piece) if number else (len(rest) if piece.startswith(rest) else 0)
            if (number == 0 and not tail) or seen + tail < _LEAST_CUT:
                return None
            if tail and number:
                holes.append((at, end - tail))
            complete = len(holes) == len(pieces) - 1 and tail
            return _fit(folded, (start, end), holes if complete else None, cut=True)
        if number:
            holes.append((at, found))
        seen += len(piece)
        at = found + len(piece)
    return None


def _overlap(text: str, piece: str) -> int:
    """Return how many letters at the end of `text` begin `piece`, at least three."""
    for length in range(min(len(text), len(piece)), 2, -1):
        if text.endswith(piece[:length]):
            return length
    return 0


def _around(folded: Mapped, pieces: tuple[str, ...], anchor: int, at: int) -> Fit | None:
    """Read a template around one of its pieces, which stands at `at`."""
    norm = folded.text
    right = at + len(pieces[anchor].rstrip(" ") if anchor == len(pieces) - 1 else pieces[anchor])
    if not _is_edge(folded, at, right, pieces[anchor]):
        return None
    before: list[Span] = []
    left = at
    for number in range(anchor - 1, -1, -1):
        piece = pieces[number]
        low = max(left - _LONGEST_VALUE, 0)
        found = _lead(folded, left) if number == 0 and not piece else norm.rfind(piece, low, left)
        if found < 0:
            return None
        before.insert(0, (found + len(piece), left))
        left = found
    after: list[Span] = []
    for number in range(anchor + 1, len(pieces)):
        piece = pieces[number]
        if number == len(pieces) - 1 and not piece:
            found = _trail(folded, right)
        else:
            found = norm.find(piece or " ", right + (0 if piece else 1), right + _LONGEST_VALUE + len(piece))
        if found < 0:
            return None
        after.append((right, found))
        right = found + len(piece)
    whole = not norm[:left].strip(_ENDING) and not norm[right:].strip(_ENDING)
    return _fit(folded, (left, right), before + after, whole=whole)


def _is_edge(folded: Mapped, start: int, end: int, piece: str) -> bool:
    """Tell whether a piece stands there as whole words; one may stand against Chinese, which sets no blanks."""
    if piece[:1].isascii() and start > 0 and _goes_on(folded, start, start - 1):
        return False
    return end >= len(folded.text) or not _goes_on(folded, end - 1, end)


def _goes_on(folded: Mapped, inner: int, outer: int) -> bool:
    """Tell whether the letter beside a piece goes on with the word at its edge: no quote parted them in the source."""
    inside, beside = folded.text[inner], folded.text[outer]
    if not (inside.isalnum() and inside.isascii() and beside.isalnum() and beside < _EAST_ASIAN):
        return False
    first, last = sorted((inner, outer))
    return folded.original(first, last)[1] == folded.original(last, last + 1)[0]


def _lead(folded: Mapped, end: int) -> int:
    """Return where the value of a hole that begins a message may begin, looking back from its end."""
    low = max(end - _LONGEST_LEAD, 0)
    source = _source(folded)
    first, last = folded.original(low, end)
    edges = [found.end() for found in _EDGE.finditer(source, first, max(last - 1, first))]
    if not edges:
        return low
    begin = low
    while begin < end and folded.original(begin, begin + 1)[0] < edges[-1]:
        begin += 1
    return begin


def _trail(folded: Mapped, start: int) -> int:
    """Return where the value of a hole that ends a message ends: with its line, or before a closing quote."""
    norm = folded.text
    high = min(start + _LONGEST_VALUE, len(norm))
    if start >= high:
        return len(norm)
    source = _source(folded)
    first, last = folded.original(start, high)
    ending = _TRAIL.search(source, first, last)
    stop = ending.start() if ending else last
    while high > start and (norm[high - 1] in _ENDING or folded.original(high - 1, high)[0] >= stop):
        high -= 1
    return high


def _fit(
    folded: Mapped, span: Span, holes: list[Span] | None, *, whole: bool = False, cut: bool = False
) -> Fit:
    source = _source(folded)
    spans = tuple(_place(folded, source, *hole) for hole in holes or ())
    return Fit(
        span=folded.original(*span),
        values=tuple(source[start:end] for start, end in spans) if holes is not None else None,
        value_spans=spans,
        whole=whole,
        cut=cut,
    )


def _place(folded: Mapped, source: str, start: int, end: int) -> Span:
    """Return where a value stands in the source, without blanks and quotes around it."""
    first, last = folded.original(start, end)
    while first < last:
        left, right = source[first], source[last - 1]
        if left.isspace():
            first += 1
        elif right.isspace():
            last -= 1
        elif left in _QUOTES and right in _QUOTES and last - first > 1:
            first, last = first + 1, last - 1
        elif left in _QUOTES and not _is_closed(source, left, first, last):
            first += 1
        elif right in _QUOTES and not _is_closed(source, right, first, last):
            last -= 1
        else:
            break
    closing = source[last : last + 1]
    if closing and closing in "\"'" and not _is_closed(source, closing, first, last):
        last += 1
    return first, last


def _is_closed(source: str, quote: str, first: int, last: int) -> bool:
    """Tell whether a quote at the edge of a value has its partner inside the value, to which it then belongs."""
    return quote in "\"'" and source.count(quote, first, last) % 2 == 0
