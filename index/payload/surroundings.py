"""What stands around the errors of a paste and belongs to them: statuses that prose states, ids in headers before them."""

from operator import itemgetter

from index.hits import Span
from index.payload.forms import LEAST_STATUS
from index.payload.parts import parts_of
from index.payload.places import last_before
from index.payload.reader import Payload
from index.payload.telling import Told

_NEAR = 300
_HEAD = 1500


def prose_status(errors: list[Told], payload: Payload) -> None:
    """Give errors the status that prose states: the only one there is, or the nearest."""
    stated = sorted(
        ((status, span) for status, span in payload.prose if status >= LEAST_STATUS), key=itemgetter(1)
    )
    if len(errors) == 1:
        if errors[0].status is None and len({status for status, _ in stated}) == 1:
            errors[0].status, errors[0].status_span = stated[0]
        return
    if stated and errors and stated[0][1][0] < errors[0].span[0]:
        _status_before(errors, stated)
        return
    taken = {each.status_span for each in errors}  # the head of one answer says nothing of the body above it
    for status, span in stated:
        if span in taken:
            continue
        near = [each for each in errors if 0 <= span[0] - each.span[1] < _NEAR]
        if near and near[-1].status is None and span[0] > near[-1].extent[1]:
            near[-1].status, near[-1].status_span = status, span


def _status_before(errors: list[Told], stated: list[tuple[int, Span]]) -> None:
    """Give errors the last status stated between the error before and them: where the first stands before its error."""
    places = [span[0] for _, span in stated]
    before = 0
    for each in errors:
        number = last_before(places, each.span[0])
        status, span = stated[number]
        if each.status is None and number >= 0 and before <= span[0] and each.span[0] - span[1] < _NEAR:
            each.status, each.status_span = status, span
        before = each.span[1]


def ids_before(text: str, errors: list[Told], payload: Payload) -> None:
    """Give errors without ids those that stand before them and belong to no other, as headers do; a single one gets all.

    An id inside a body of its own, which reports no error, is of another answer.
    """
    if all(each.ids for each in errors):
        return
    elsewhere = _of_other_answers(text, errors, payload)
    if len(errors) == 1:
        errors[0].ids = {one: span for one, span in payload.ids.items() if one not in elsewhere}
        return
    taken = {one for each in errors for one in each.ids} | elsewhere
    before = 0
    for each in errors:
        if not each.ids:
            free = {
                one: span
                for one, span in payload.ids.items()
                if one not in taken and before <= span[0] < each.span[0] and each.span[0] - span[1] < _HEAD
            }
            each.ids = free
        before = each.span[1]


def _of_other_answers(text: str, errors: list[Told], payload: Payload) -> set[str]:
    """Return the ids in bodies that begin a line and hold no error; headers printed as a body stand behind a label."""
    if not payload.ids or "{" not in text:
        return set()
    reporting = [each.span[0] for each in errors]
    found: set[str] = set()
    for part in parts_of(text):
        start, end = part.span
        if text[text.rfind("\n", 0, start) + 1 : start].strip() or any(start <= at < end for at in reporting):
            continue
        found.update(one for one, span in payload.ids.items() if start <= span[0] < end)
    return found
