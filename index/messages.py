"""Messages of the catalogues in a paste: those that tell an error without a code, and those that stand around a known code."""

import re
from collections.abc import Sequence

from index.entry import CatalogueEntry
from index.hits import Span
from index.payload.forms import tidy
from index.payload.places import Places
from index.payload.reader import Payload
from index.payload.reading import Piece, Strength
from index.payload.telling import RESIDUE, Told
from index.phrases import Phrase, phrases_in, similar_in
from index.rows import Catalogues, candidate

_AROUND = 1200
_SHORTEST = 10


def own_message(payload: Payload, errors: list[Told], catalogues: Catalogues) -> None:
    """Give a known code without a message the one of its own messages that stands around it."""
    for each in errors:
        if each.message is not None or each.code is None:
            continue
        rows = catalogues.entries(each.code) if each.known else catalogues.scanned(each.code)
        for number, view in enumerate(payload.views if rows else ()):
            at = view.text.find(each.code)
            if at < 0:
                continue
            near = _near(view.text, at, rows)
            if near is not None:
                start, end = _closed(view.text, *near)
                said = tidy(Piece(view.text[start:end], start, end))
                _say(each, _new(said.text, view.original(said.start, said.end), number, said.start))
                if not RESIDUE.search(said.text):  # else a later view has it decoded
                    break
    _take_over(errors)


def _take_over(errors: list[Told]) -> None:
    """Make one of a code and of an error without one whose message is the code's: at its place, or said again."""
    owners = [one for one in errors if one.code and one.message_span]
    by_start = {one.message_span[0]: one for one in owners if one.message_span}
    by_words = {_words(one): one for one in reversed(owners)}
    places = Places(one.message_span for one in owners if one.message_span)
    for each in [one for one in errors if one.code is None and one.message] if owners else []:
        starts = (places.around(each.span[0]), places.around(each.span[1] - 1))
        near = next((by_start[start] for start in starts if start is not None and start in by_start), None)
        owner = near or by_words.get(_words(each))
        if owner is not None:
            errors.remove(each)
            if owner.status is None:
                owner.status, owner.status_span = each.status, each.status_span
            owner.ids = each.ids | owner.ids


def _words(one: Told) -> str:
    return (one.message or "").casefold().rstrip(" .。")


def _near(text: str, at: int, rows: Sequence[CatalogueEntry]) -> Span | None:
    """Find one of the messages of a code that stands at `at`: on its line, else behind it, else around it."""
    line = text.rfind("\n", 0, at) + 1, text.find("\n", at) if "\n" in text[at:] else len(text)
    for low, high in (line, (at, at + _AROUND), (at - _AROUND, at + _AROUND)):
        first = max(0, low, at - _AROUND)
        window = text[first : min(high, at + _AROUND)]
        found = [candidate(row, window).fit for row in rows]
        spans = [one.span for one in found if one and not one.cut and one.span[1] - one.span[0] >= _SHORTEST]
        if spans:
            start, end = max(spans, key=lambda span: span[1] - span[0])
            return first + start, first + end
    return None


def by_message(payload: Payload, errors: list[Told], catalogues: Catalogues) -> "Phrased":
    """Find errors that are told by a catalogue's message alone; those of `errors` without a code get their rows."""
    told = Phrased()
    taken = [span for each in errors if each.code for span in (each.extent, each.message_span or each.span)]
    for number, view in enumerate(payload.views):
        for group in phrases_in(view.text, catalogues.table):
            start, end = _closed(view.text, *group[0].fit.span)
            span = view.original(start, end)
            if not any(_overlap(one, span) for one in taken):
                taken.append(span)
                _place(told, errors, group, _new(view.text[start:end], span, number, start))
    if not told.phrases and not errors and payload.views:
        view = payload.views[0]
        phrase = similar_in(view.text, catalogues.table)
        if phrase is not None:
            start, end = phrase.fit.span
            told.add(_new(view.text[start:end], view.original(start, end), 0, start), [phrase], new=True)
    return told


def _place(told: "Phrased", errors: list[Told], group: Sequence[Phrase], fresh: Told) -> None:
    """Give a message to the error it belongs to, or make it one of its own; one that is said again is left out."""
    codes = {row.entry.code.casefold() for row in group}
    owners = [one for one in errors if (one.code or "").casefold() in codes]
    if any(one.message for one in owners):
        return
    if owners:
        _say(owners[0], fresh)
        return
    same = next((one for one in errors if one.code is None and _overlap(one.span, fresh.span)), None)
    if same is not None and same.strength == Strength.PROSE:  # the customer's words stand before it
        _say(same, fresh)
        same.span = fresh.span
    told.add(same or fresh, group, new=same is None)


def _say(each: Told, fresh: Told) -> None:
    each.message, each.message_span = fresh.message, fresh.message_span
    each.view, each.message_at = fresh.view, fresh.message_at


def _closed(text: str, start: int, end: int) -> Span:
    """Take the quote into a message that closes one opened in it, and the full stop behind that."""
    quote = text[end : end + 1]
    if quote and quote in "\"'" and text.count(quote, start, end) % 2 == 1:
        end += 1
        if re.match(r"\.(?:[\s\"]|$)", text[end : end + 2]):
            end += 1
    return start, end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _new(message: str, span: Span, view: int, at: int) -> Told:
    return Told(
        code=None,
        span=span,
        message=" ".join(message.split()),
        message_span=span,
        strength=Strength.PROSE,
        extent=span,
        view=view,
        message_at=at,
    )


class Phrased(list[Told]):
    """New errors told by message alone; `phrases` holds the rows of all errors so told, by identity."""

    def __init__(self) -> None:
        super().__init__()
        self.phrases: dict[int, Sequence[Phrase]] = {}

    def add(self, each: Told, group: Sequence[Phrase], *, new: bool) -> None:
        """Take the rows of an error, and the error itself if it is new."""
        if new:
            self.append(each)
        self.phrases[id(each)] = group
