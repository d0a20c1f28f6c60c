"""Which of the fields of one group names the error: a code, a fault's key, a type."""

import re
from dataclasses import replace

from index.payload import vocabulary
from index.payload.fields import Field
from index.payload.forms import is_code, status_in
from index.payload.reading import Piece
from index.payload.scopes import Scope, label_of
from index.payload.vocabulary import USUAL

_CAMEL = re.compile(
    r"[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+(?:\.[A-Za-z]+)*|[a-z]+(?:_[a-z]+)+|HTTP[A-Z]\w+|[A-Z]{2,}(?:_[A-Z]+)+"
)


def code_of(
    text: str, scope: Scope, group: list[Field], message: Piece | None
) -> tuple[Piece | None, int, Field | None]:
    """Return what names the error of a group, how sure that is, and its field; None where nothing does."""
    best: tuple[int, Field] | None = None
    end = -1
    for each in group:
        inside = each.start < end and each.key in {"code", "status", "statuscode"}
        sure = vocabulary.CODE_KEYS.get(each.key, -1)
        if each.key == "type" and "#" in each.value.text:
            each = replace(each, value=_behind_hash(each.value))  # noqa: PLW2901 - the same field, read closer
        if each.key in vocabulary.MESSAGE_KEYS and each.value.text:
            end = max(end, each.value.end)
        if sure < 0 or inside or not is_code(each.value.text, sure):
            continue
        if sure < USUAL and not _is_named(text, scope, group, each, message):
            continue
        rank = sure if sure >= USUAL else 1
        if best is None or rank > best[0]:
            best = rank, each
    if best is not None and best[0] >= USUAL:
        return best[1].value, best[0], best[1]
    fault = _fault(text, scope)
    if fault is not None and message is not None:
        return fault, USUAL, None
    if best is not None:
        return best[1].value, best[0], best[1]
    return None, 0, None


def _is_named(text: str, scope: Scope, group: list[Field], each: Field, message: Piece | None) -> bool:
    """Tell whether a word under `type`, `status`, `reason` or `error` names the error of this group."""
    value = each.value.text
    if message is None or message.start == each.value.start or scope.number == 0:
        return False
    numeric = any(status_in(other.value.text) for other in group if other.key in vocabulary.STATUS_KEYS)
    if each.key == "status":
        return value in vocabulary.RPC_CODES and numeric
    if each.key in {"type", "errortype", "exception"}:
        return label_of(text, scope).lower() in vocabulary.FAULT_OBJECTS or (
            _CAMEL.fullmatch(value) is not None and value.endswith(("Exception", "Error", "Fault"))
        )
    if each.key == "error":
        return _CAMEL.fullmatch(value) is not None
    if each.key == "reason":
        return (
            numeric
            and value[:1].isupper()
            and value.isalpha()
            and any(other.key == "status" and other.value.text == "Failure" for other in group)
        )
    return False


def _behind_hash(value: Piece) -> Piece:
    """Return the name that AWS puts behind its package: `com.amazon.coral.service#AccessDeniedException`."""
    name = value.text.rpartition("#")[2]
    return Piece(name, value.end - len(name), value.end)


def _fault(text: str, scope: Scope) -> Piece | None:
    """Return the key of the scope where it is itself the name of an OpenStack fault."""
    label = label_of(text, scope)
    if label.lower() not in vocabulary.FAULTS or scope.kind != "{":
        return None
    start = text.rfind(label, max(0, scope.start - 90), scope.start)
    return Piece(label, start, start + len(label))
