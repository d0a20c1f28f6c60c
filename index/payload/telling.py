"""Brings together what several views and shapes tell of the errors of one text; all places are those of the original."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from index.hits import Span
from index.payload.places import Places
from index.payload.reading import Strength
from index.payload.vocabulary import FAULTS

_AFTER_WRAPPER = 500
_MOST_ALIKE = 40
RESIDUE = re.compile(r"\\[nrt\"'u]|&(?:quot|amp|lt|gt|nbsp|#x?[0-9a-fA-F]+);|%[2-7][0-9A-F]|=3D")
"""What is left of an encoding that was not undone."""
_NO_LETTERS = re.compile(r"[\W_]+")
_WHOLE_ID = re.compile(
    r"(?:req-)?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16}|[0-9a-fA-F]{24}|[0-9a-fA-F]{32}|00-[0-9a-f]{32}-[0-9a-f]{16}-\d\d"
)


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


def settle_ids(ids: Iterable[tuple[str, Span]], told: Iterable[Told]) -> dict[str, Span]:
    """Choose among readings of one id at one place, and let every error have what was chosen.

    A whole id is better than a part of it; else the plainest view, which comes first, is right.
    """
    order = list(ids)
    places = Places(span for _, span in order)
    chosen: dict[int, tuple[str, Span]] = {}
    for one, span in order:
        number = places.number(span)
        if number is None:
            continue
        old = chosen.get(number)
        whole = _WHOLE_ID.fullmatch(one) is not None
        if old is None or (whole and (not _WHOLE_ID.fullmatch(old[0]) or len(one) > len(old[0]))):
            chosen[number] = one, span
    for each in told:
        numbers = dict.fromkeys(places.number(span) for span in each.ids.values())
        each.ids = dict(chosen[number] for number in numbers if number is not None and number in chosen)
    found: dict[str, Span] = {}
    for one, span in sorted(chosen.values(), key=lambda item: item[1]):
        found.setdefault(one, span)
    return found


def brought_together(told: list[Told]) -> list[Told]:
    """Return each error once: the best reading of each place, without wrappers, repeated ones joined."""
    return sorted(_without_faults(_repeats(_unwrapped(_located(told)))), key=lambda each: each.span)


def _without_faults(told: list[Told]) -> list[Told]:
    """Leave out the faults of OpenStack that only say a known error's message again."""
    said = {_plain(one.message) for one in told if one.known and one.message}
    return [
        one
        for one in told
        if one.known or (one.code or "").lower() not in FAULTS or _plain(one.message) not in said
    ]


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
    _hand_in([one for one in ranked if one.code is None], kept)
    taken = Places(span for each in kept for span in (each.message_span, each.span) if span)
    own = Places(())
    for view in sorted({one.view for one in ranked if one.code is None}):
        fresh = [
            one
            for one in ranked
            if one.code is None and one.view == view and not taken.touch(one.span) and not own.touch(one.span)
        ]
        kept += fresh
        own = Places(one.span for one in kept if one.code is None)
    return [each for each in kept if not each.void]


def _hand_in(messages: list[Told], coded: list[Told]) -> None:
    """Give the only error that stands inside a message the status and ids stated there too: a log's message is all of it."""
    starts = [one.span[0] for one in coded]
    for each in messages:
        inside = coded[bisect_left(starts, each.span[0]) : bisect_left(starts, each.span[1])]
        if (
            len(inside) == 1
            and each.status_span
            and _lies_in(each.status_span, each.span)
            and inside[0].status is None
        ):
            inside[0].status, inside[0].status_span = each.status, each.status_span


def _lies_in(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _worth(one: Told) -> tuple[bool, int, bool, bool, bool, int, int]:
    """Rank the readings of one error: what the catalogues confirm, then what is plainest and fully decoded."""
    rest = one.message is not None and RESIDUE.search(one.message) is not None
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
    coded = sorted(
        (one for one in told if one.code and one.strength > Strength.MENTION), key=lambda one: one.span
    )
    starts = [one.span[0] for one in coded]
    for outer in told:
        first, last = bisect_left(starts, outer.extent[0]), bisect_left(starts, outer.extent[1])
        inner = [one for one in coded[first:last] if one is not outer and not one.wrapper]
        if outer.wrapper and not inner:
            inner = _wrapped_behind(outer, coded[last : last + 5])
        if outer.code is not None:
            inner = [
                one
                for one in inner
                if one.code != outer.code and (outer.wrapper or (one.known and not outer.known))
            ]
        if not inner:
            kept.append(outer)
        elif outer.code is not None:
            _hand_over(outer, inner)
    return kept


def _wrapped_behind(outer: Told, behind: list[Told]) -> list[Told]:
    """Return the error that a wrapper announces and that stands right behind it; it gets the wrapper's message."""
    for one in behind:
        if one.known and one.span[0] < outer.extent[1] + _AFTER_WRAPPER and one.code != outer.code:
            if one.message is None:
                one.message, one.message_span = outer.message, outer.message_span
                one.view, one.message_at = outer.view, outer.message_at
                return [one]
            return [one] if (outer.message or "").endswith(":") else []
    return []


def _hand_over(outer: Told, inner: list[Told]) -> None:
    for one in inner:
        if one.status is None and outer.status:
            one.status, one.status_span = outer.status, outer.status_span
        if len(inner) == 1:
            for key, span in outer.ids.items():
                one.ids.setdefault(key, span)


def _repeats(told: list[Told]) -> list[Told]:
    """Make the same error, said several times, one with all its ids."""
    kept: list[Told] = []
    by_code: dict[str, dict[str, Told]] = {}
    said: dict[str, Told] = {}
    for each in sorted(
        told, key=lambda one: (one.code is None, -one.strength, one.message is None, one.span)
    ):
        key = (each.code or "").casefold()
        plain = _plain(each.message)
        alike = by_code.setdefault(key, {})
        same = (
            alike.get(plain) or (said.get(plain) if not key and plain else None) or _alike(each, plain, alike)
        )
        if same is None:
            alike[plain] = each
            said.setdefault(plain, each)
            kept.append(each)
            continue
        same.more += [each.span, *each.more]
        for one, span in each.ids.items():
            same.ids.setdefault(one, span)
        if same.message is None and each.message is not None:
            same.message, same.message_span = each.message, each.message_span
            same.view, same.message_at = each.view, each.message_at
        if same.status is None:
            same.status, same.status_span = each.status, each.status_span
        if each.span < same.span and each.strength >= Strength.PROSE and same.strength <= each.strength:
            same.more[same.more.index(each.span)], same.span = same.span, each.span
    return kept


def _alike(each: Told, plain: str, others: dict[str, Told]) -> Told | None:
    """Return the error of the same code that this one says again, perhaps with less of the message."""
    if each.code is None or not others:
        return None
    if each.message is None:
        return next(iter(others.values()))
    for other, one in islice(others.items(), _MOST_ALIKE):
        if other == "" or plain in other or other in plain:
            return one
    return None


def _plain(message: str | None) -> str:
    return _NO_LETTERS.sub("", (message or "").casefold())
