"""Takes the message, the status and the ids out of a group of fields that belong together."""

from http import HTTPStatus

from index.payload import vocabulary
from index.payload.fields import Field
from index.payload.forms import is_id, status_in, tidy
from index.payload.reading import Finding, Piece
from index.payload.vocabulary import SURE_MESSAGE

_PHRASES = {status.phrase.title() for status in HTTPStatus}
_LOGGED = 8
_POSSIBLE = 3
_SHORTEST = 12


def message_of(group: list[Field]) -> Piece | None:
    """Return the best message of a group, without what libraries put around it."""
    best: tuple[int, Piece] | None = None
    end = -1
    for each in group:
        rank = vocabulary.MESSAGE_KEYS.get(each.key, -1)
        value = each.value.text
        if rank < 0 or not value or (each.start < end and rank < SURE_MESSAGE):
            continue
        if value[:1] in "{[" or (
            rank < _POSSIBLE
            and (" " not in value or len(value) < _SHORTEST)
            and each.key in {"error", "reason", "cause"}
        ):
            continue
        if each.key == "title" and status_in(value):
            continue
        if each.key == "error" and value.count(" ") > 1 and value.title() not in _PHRASES:
            rank = _LOGGED  # loggers put the error beside their own message
        if best is None or rank > best[0]:
            best = rank, each.value
            end = max(end, each.value.end)
    return tidy(best[1]) if best else None


def fill(found: Finding, group: list[Field], code: Field | None) -> None:
    """Take status and ids out of a group of fields."""
    ranked: list[tuple[int, Piece]] = []
    said = -1
    for each in group:
        if each.key == "title" and each.start < said:
            continue  # of a page inside the message
        if each.key in vocabulary.MESSAGE_KEYS and each.key != "title":
            said = max(said, each.value.end)
        if each.key in vocabulary.ID_KEYS and is_id(each.value.text):
            found.ids.append(each.value)
        if each.key in vocabulary.STATUS_KEYS and each is not code:
            number = status_in(each.value.text)
            if number:
                worth = 3 if "status" in each.key and "http" in each.key else 2 if each.key != "title" else 1
                ranked.append((worth, each.value))
    if ranked and found.status is None:
        piece = max(ranked, key=lambda item: item[0])[1]
        found.status, found.status_piece = status_in(piece.text), piece
