"""Reads a payload: runs all shapes over all views and brings their findings together, at their places in the original."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from index.hits import Span
from index.payload import vocabulary
from index.payload.codes import bare_codes, camel_words
from index.payload.context import Stated, ids_of, statuses_of
from index.payload.reading import Finding, Strength
from index.payload.shapes.table import SHAPES
from index.payload.view import View
from index.payload.views import views_of

_FAR = 2000
_RESIDUE = re.compile(r"\\[nrt\"'u]|&(?:quot|amp|lt|gt|nbsp|#x?[0-9a-fA-F]+);|%[2-7][0-9A-F]")
_WHOLE_ID = re.compile(
    r"(?:req-)?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16}|[0-9a-fA-F]{24}|[0-9a-fA-F]{32}|00-[0-9a-f]{32}-[0-9a-f]{16}-\d\d"
)


class Judge(Protocol):
    """What the reader must know of the catalogues."""

    def is_known(self, code: str) -> bool:
        """Tell whether a catalogue has this code."""

    def is_misread(self, code: str) -> bool:
        """Tell whether a scanner may have made this of exactly one code."""

    def fits(self, code: str, message: str) -> int:
        """Tell how well a message fits a template of this code: 3 whole, 2 with words around it, 1 cut off, 0 not."""


@dataclass(slots=True, kw_only=True)
class Told:
    """One error as the whole payload tells it; places are those of the original text."""

    code: str | None
    """Its code."""
    span: Span
    """Where the code stands, or the message without a code."""
    message: str | None = None
    """Its message."""
    message_span: Span | None = None
    """Where it stands."""
    status: int | None = None
    """Its stated status."""
    status_span: Span | None = None
    """Where that stands."""
    ids: dict[str, Span] = field(default_factory=dict)
    """Its request ids and where they stand."""
    strength: Strength = Strength.FIELD
    """How plainly it is reported."""
    sure: int = 2
    """How sure its key is."""
    extent: Span = (0, 0)
    """Everything that belongs to it."""
    wrapper: bool = False
    """It only wraps another."""
    void: bool = False
    """It is no error of a service: nothing is reported here."""
    known: bool = False
    """A catalogue has its code."""
    fitting: int = 0
    """How well its message fits a template of its code, 0 to 3."""
    more: list[Span] = field(default_factory=list)
    """Where it stands again."""
    view: int = 0
    """The view its message was read in."""
    message_at: int = 0
    """Where its message starts in that view."""


@dataclass(slots=True, kw_only=True)
class Payload:
    """What was read from a text."""

    views: list[View]
    """Its views, plainest first."""
    errors: list[Told]
    """Its errors, in the order of the text."""
    ids: dict[str, Span]
    """All request ids."""
    prose: list[tuple[int, Span]]
    """Statuses that prose states, with their places."""


def read(text: str, judge: Judge) -> Payload:
    """Read a payload. Never raises; time grows with the length of the text."""
    views = [View(mapped) for mapped in views_of(text)]
    told: list[Told] = []
    ids: list[tuple[str, Span]] = []
    prose: dict[Span, int] = {}
    for number, view in enumerate(views):
        stated = statuses_of(view.text, view.scopes[0].fields)
        found = list(_findings(view, judge))
        _state(found, stated)
        told += [_told(each, view, number, judge) for each in found]
        for piece in [*ids_of(view.text, view.fields), *(one for each in found for one in each.ids)]:
            ids.append((piece.text, view.original(piece.start, piece.end)))
        for each in outside_messages(stated, found):
            prose.setdefault(view.original(each.piece.start, each.piece.end), each.status)
    settled = _settled(ids)
    for each in told:
        each.ids = {
            name: span
            for name, span in settled.items()
            if any(_overlap(span, old) for old in each.ids.values())
        }
    errors = _repeats(_unwrapped(_located(told)))
    return Payload(
        views=views,
        errors=sorted(errors, key=lambda each: each.span),
        ids=settled,
        prose=[(status, span) for span, status in prose.items()],
    )


def _findings(view: View, judge: Judge) -> Iterator[Finding]:
    for shape in SHAPES:
        yield from shape(view)
    yield from bare_codes(view, judge.is_known)
    for each in camel_words(view):
        word = each.code.text if each.code else ""
        if judge.is_known(word) or (each.sure and judge.is_misread(word)):
            yield each


def outside_messages(stated: list[Stated], found: list[Finding]) -> list[Stated]:
    """Leave out statuses that are only words of a message."""
    messages = [(each.message.start, each.message.end) for each in found if each.message and not each.wrapper]
    return [each for each in stated if not any(start <= each.piece.start < end for start, end in messages)]


def _state(found: list[Finding], stated: list[Stated]) -> None:
    """Give findings without a status the one that the text around states."""
    outside = outside_messages(stated, found)
    marks = sorted(each.start for each in found if each.code and each.strength >= Strength.PROSE)
    for each in found:
        if each.status is not None or each.strength < Strength.BARE:
            continue
        at = each.code.start if each.code else each.message.start if each.message else each.start
        low = min(each.start, at) if each.start else at
        before = [one for one in outside if one.piece.start < low and one.kind != "prose"]
        if not before:
            continue
        last = before[-1]
        between = [mark for mark in marks if last.piece.start < mark < low]
        near = low - last.piece.start < _FAR
        if near and (last.kind == "line" or not between) and last.status >= 300:
            each.status, each.status_piece = last.status, last.piece


def _told(each: Finding, view: View, number: int, judge: Judge) -> Told:
    piece = each.code or each.message
    span = view.original(piece.start, piece.end) if piece else (0, 0)
    told = Told(code=each.code.text if each.code else None, span=span, strength=each.strength, sure=each.sure)
    if each.message:
        told.message, told.message_span = (
            each.message.text,
            view.original(each.message.start, each.message.end),
        )
        told.message_at = each.message.start
    if each.status and each.status_piece:
        told.status = each.status
        told.status_span = view.original(each.status_piece.start, each.status_piece.end)
    told.ids = {one.text: view.original(one.start, one.end) for one in each.ids}
    told.extent = view.original(each.start, max(each.end, each.start))
    told.wrapper, told.view, told.void = each.wrapper, number, each.void
    told.known = told.code is not None and judge.is_known(told.code)
    if told.known and told.message:
        told.fitting = judge.fits(told.code or "", told.message)
    return told


def _located(told: list[Told]) -> list[Told]:
    """Bring together what several views and shapes read at one place: the best reading, completed by the others."""
    kept: list[Told] = []
    ranked = sorted(told, key=lambda each: (each.span, -each.span[1]))
    group: list[Told] = []
    end = -1
    for each in [one for one in ranked if one.code is not None]:
        if group and each.span[0] < end:
            group.append(each)
            end = max(end, each.span[1])
            continue
        if group:
            kept.append(_best(group))
        group, end = [each], each.span[1]
    if group:
        kept.append(_best(group))
    taken = sorted(span for each in kept for span in (each.message_span, each.span) if span)
    for each in sorted((one for one in ranked if one.code is None), key=lambda one: one.view):
        if not any(start < each.span[1] and each.span[0] < stop for start, stop in taken):
            kept.append(each)
            taken.append(each.span)
    return [each for each in kept if not each.void]


def _worth(one: Told) -> tuple[bool, int, bool, bool, bool, int, int]:
    """Rank the readings of one error: what the catalogues confirm, then what is plainest and fully decoded."""
    rest = one.message is not None and _RESIDUE.search(one.message) is not None
    plain = one.strength >= Strength.PROSE
    return one.known, one.fitting, plain, one.message is not None, not rest, one.strength, -one.view


def _best(group: list[Told]) -> Told:
    group.sort(key=_worth, reverse=True)
    best = group[0]
    for other in group[1:]:
        if best.message is None and other.message is not None and other.strength >= Strength.PROSE:
            best.message, best.message_span = other.message, other.message_span
            best.view, best.message_at = other.view, other.message_at
        if best.status is None and other.status is not None:
            best.status, best.status_span = other.status, other.status_span
        for one, span in other.ids.items():
            best.ids.setdefault(one, span)
        if best.wrapper and other.wrapper:
            best.extent = min(best.extent[0], other.extent[0]), max(best.extent[1], other.extent[1])
        best.strength = max(best.strength, other.strength)
        best.sure = max(best.sure, other.sure)
    return best


def _unwrapped(told: list[Told]) -> list[Told]:
    """Drop errors that only wrap another one; what they say beside it goes to the one inside."""
    kept = []
    for outer in told:
        inner = [
            one
            for one in told
            if one is not outer
            and one.code
            and outer.extent[0] <= one.span[0] < outer.extent[1]
            and not one.wrapper
            and one.strength > Strength.MENTION
        ]
        if outer.code is None:
            if not inner:
                kept.append(outer)
            continue
        if outer.wrapper and not inner:
            after = [
                one
                for one in told
                if one.code
                and one.known
                and outer.extent[1] <= one.span[0] < outer.extent[1] + 500
                and one.code != outer.code
            ]
            if after and after[0].message is None:
                inner = after[:1]
                inner[0].message, inner[0].message_span = outer.message, outer.message_span
        better = [
            one
            for one in inner
            if one.code != outer.code and (outer.wrapper or (one.known and not outer.known))
        ]
        if not better:
            kept.append(outer)
            continue
        for one in better:
            if one.status is None and outer.status:
                one.status, one.status_span = outer.status, outer.status_span
            if len(better) == 1:
                for key, span in outer.ids.items():
                    one.ids.setdefault(key, span)
    return kept


def _repeats(told: list[Told]) -> list[Told]:
    """Make the same error, said several times, one with all its ids."""
    kept: list[Told] = []
    by_code: dict[str, list[Told]] = {}
    for each in sorted(
        told, key=lambda one: (one.code is None, -one.strength, one.message is None, one.span)
    ):
        key = (each.code or "").casefold()
        same = next((one for one in by_code.get(key, ()) if _is_same(one, each)), None)
        if same is None:
            by_code.setdefault(key, []).append(each)
            kept.append(each)
            continue
        same.more.append(each.span)
        for one, span in each.ids.items():
            same.ids.setdefault(one, span)
        if same.message is None and each.message is not None:
            same.message, same.message_span = each.message, each.message_span
            same.view, same.message_at = each.view, each.message_at
        if same.status is None:
            same.status, same.status_span = each.status, each.status_span
        if each.span < same.span and each.strength >= Strength.PROSE and same.strength <= each.strength:
            same.more[-1], same.span = same.span, each.span
    return kept


def _is_same(one: Told, other: Told) -> bool:
    if one.code is None or other.code is None:
        return one.code is other.code and _plain(one.message) == _plain(other.message)
    if one.message is None or other.message is None:
        return True
    first, second = _plain(one.message), _plain(other.message)
    return first.startswith(second) or second.startswith(first) or second in first or first in second


def _plain(message: str | None) -> str:
    return "".join(letter for letter in (message or "").casefold() if letter.isalnum())


def _settled(ids: list[tuple[str, Span]]) -> dict[str, Span]:
    """Choose among readings of one id at one place: a whole one rather than a part, else what the plainest view has."""
    kept: list[tuple[str, Span]] = []
    for one, span in ids:
        over = next((old for old in kept if _overlap(old[1], span)), None)
        if over is None:
            kept.append((one, span))
        elif _WHOLE_ID.fullmatch(one) and (not _WHOLE_ID.fullmatch(over[0]) or len(one) > len(over[0])):
            kept[kept.index(over)] = one, span
    found: dict[str, Span] = {}
    for one, span in sorted(kept, key=lambda item: item[1]):
        found.setdefault(one, span)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
