"""Reads a payload: runs all shapes over all views and brings their findings together, at their places in the original."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from index.hits import Span
from index.payload.beside import take_from_lines, take_from_rows
from index.payload.codes import bare_codes, camel_words, misread_codes
from index.payload.context import Stated, ids_of, statuses_of
from index.payload.forms import LEAST_STATUS
from index.payload.parts import parts_of
from index.payload.places import Places, last_before
from index.payload.reading import Finding, Strength
from index.payload.repeating import said_again
from index.payload.selection import selected
from index.payload.shapes.table import SHAPES
from index.payload.telling import Told, brought_together, settle_ids
from index.payload.view import View
from index.payload.views import views_of

_FAR = 2000


class Judge(Protocol):
    """What the reader must know of the catalogues."""

    def is_known(self, code: str) -> bool:
        """Tell whether a catalogue has this code."""

    def is_misread(self, code: str) -> bool:
        """Tell whether a scanner may have made this of exactly one code."""

    def fits(self, code: str, message: str) -> int:
        """Tell how well a message fits a template of this code: 3 whole, 2 with words around it, 1 cut off, 0 not."""


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
    partial: bool = False
    """The text was so long that of some lines only codes and ids were read."""


def read(text: str, judge: Judge) -> Payload:
    """Read a payload. Never raises; time grows with the length of the text."""
    source, repeated, partial = selected(text)
    views = [View(mapped) for mapped in views_of(source)]
    told: list[Told] = []
    ids: list[tuple[str, Span]] = []
    prose: dict[Span, int] = {}
    for number, view in enumerate(views):
        stated = statuses_of(view.text, view.scopes[0].fields)
        found = list(_findings(view, judge))
        take_from_lines(view, found)
        _state(found, stated, view.text)
        told += [_told(each, view, number, judge) for each in found]
        pieces = [*ids_of(view.text, view.fields), *(one for each in found for one in each.ids)]
        ids += [(piece.text, view.original(piece.start, piece.end)) for piece in pieces]
        for each in outside_messages(stated, found):
            prose.setdefault(view.original(each.piece.start, each.piece.end), each.status)
    again, own = said_again(text, repeated, judge.is_known)
    told += again
    ids += own
    settled = settle_ids(ids, told)
    errors = brought_together(told)
    for one, span in take_from_rows(errors, views).items():
        settled.setdefault(one, span)
    return Payload(
        views=views,
        errors=errors,
        ids=settled,
        partial=partial,
        prose=[(status, span) for span, status in prose.items()],
    )


def _findings(view: View, judge: Judge) -> Iterator[Finding]:
    for shape in SHAPES:
        yield from shape(view)
    yield from bare_codes(view, judge.is_known)
    yield from misread_codes(view, judge.is_misread)
    for each in camel_words(view):
        word = each.code.text if each.code else ""
        if judge.is_known(word) or (each.sure and judge.is_misread(word)):
            yield each


def outside_messages(stated: list[Stated], found: list[Finding]) -> list[Stated]:
    """Leave out statuses that are only words of a message."""
    messages = Places(
        (one.message.start, one.message.end) for one in found if one.message and not one.wrapper
    )
    return [each for each in stated if not messages.hold(each.piece.start)]


def _state(found: list[Finding], stated: list[Stated], text: str) -> None:
    """Give findings without a status the one that the text around states."""
    outside = [each for each in outside_messages(stated, found) if each.kind != "prose"]
    places = [each.piece.start for each in outside]
    marks = sorted(each.start for each in found if each.code and each.strength >= Strength.PROSE)
    bodies: Places | None = None
    for each in found:
        if each.status is not None or each.strength < Strength.BARE:
            continue
        at = each.code.start if each.code else each.message.start if each.message else each.start
        low = min(each.start, at) if each.start else at
        number = last_before(places, low)
        if number < 0:
            continue
        last = outside[number]
        mark = last_before(marks, low)
        alone = mark < 0 or marks[mark] <= last.piece.start
        if not alone and last.kind == "line":  # the answer that it heads may hold several errors
            bodies = bodies or Places(part.span for part in parts_of(text))
            first = bodies.around(marks[last_before(marks, last.piece.start) + 1])
            alone = first is None or first == bodies.around(low)
        if alone and low - last.piece.start < _FAR and last.status >= LEAST_STATUS:
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
