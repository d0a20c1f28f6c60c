"""Makes errors of fields: the smallest scope or group of lines around a code gives its message, status and ids."""

import re
from collections.abc import Iterator
from itertools import islice

from index.payload import vocabulary
from index.payload.fields import Field
from index.payload.filling import fill, message_of
from index.payload.forms import is_code, tidy
from index.payload.naming import code_of
from index.payload.nesting import drop_details, has_error_inside, inherit, inherit_into
from index.payload.reading import Finding, Piece, Strength
from index.payload.scopes import Scope, label_of
from index.payload.view import View

_RECORD = re.compile(
    r"\n[ \t]*\n|\n\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\n[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\n[EWIF]\d{4} \d\d:\d\d|\n\s*(?:Caused by|Traceback)\b|\n\* "
)
_ERROR_NAME = re.compile(
    r"(?:Uncaught )?(?:[\w.$]*(?:Error|Exception|Fault)(?: \[\w+\])?: )(?P<message>[^\n]{2,1500})"
)
_ANNOUNCED = re.compile(r"(?i)\berrors?\b[^\n]{0,40}[:=]\s{0,5}$")
_LABELS = {"error", "errors", "fault", "exception"} | vocabulary.FAULT_OBJECTS
_JOINED = re.compile(r"\s?:\s+")
_SHORTEST = 4
_STRONG = 8
_MOST_MESSAGES = 8


def findings_of(view: View) -> Iterator[Finding]:
    """Find the errors that the fields of a view report."""
    text, scopes = view.text, view.scopes
    own = [
        [each for group in _groups(text, scope) if (each := _finding(text, scope, group)) is not None]
        for scope in scopes
    ]
    loose = [None if own[scope.number] else _loose(text, scope) for scope in scopes]
    inherit(scopes, own)
    drop_details(scopes, own)
    for number, found in enumerate(own):
        yield from found
        bare = loose[number]
        if bare is not None and not has_error_inside(scopes, own, number):
            inherit_into(scopes, number, bare, own)
            yield bare


def _groups(text: str, scope: Scope) -> Iterator[list[Field]]:
    """Cut the fields of a scope into those of one error each: a key that comes again begins the next one."""
    group: list[Field] = []
    seen: set[str] = set()
    message_end = last = -1
    for each in scope.fields:
        inside = each.start < message_end
        breaks = (
            (scope.number == 0 or not scope.closed)
            and last >= 0
            and _RECORD.search(text, last, each.start + 1)
        )
        if group and ((each.key in seen and not inside and _begins(group, each)) or breaks):
            yield group
            group, seen = [], set()
        group.append(each)
        if not inside:
            seen.add(each.key)
        if each.key in vocabulary.MESSAGE_KEYS and each.value.text:
            message_end = max(message_end, each.value.end)
        last = each.end
    if group:
        yield group


def _begins(group: list[Field], each: Field) -> bool:
    """Tell whether a repeated key begins a new error: not if the same value is only said again."""
    before = next((old for old in reversed(group) if old.key == each.key), None)
    return before is None or before.value.text != each.value.text or each.key in vocabulary.MESSAGE_KEYS


def _finding(text: str, scope: Scope, group: list[Field]) -> Finding | None:
    group = _unpacked(group)
    message = message_of(group)
    code, sure, key = code_of(text, scope, group, message)
    if code is None:
        return None
    if message is None and scope.kind == "{":
        message = _before(text, scope)
    message = _without_code(message, code)
    found = Finding(code=code, message=message, strength=Strength.FIELD, sure=sure)
    found.wrapper = code.text in vocabulary.RPC_CODES
    fill(found, group, key)
    spans = [(each.start, each.end) for each in group]
    found.start, found.end = min(s for s, _ in spans), max(e for _, e in spans)
    return found


def _unpacked(group: list[Field]) -> list[Field]:
    """Leave out a message that is a whole record with code and message of its own: `"MESSAGE": "status=409 code=X msg=..."`."""
    said = (each for each in group if each.key in vocabulary.MESSAGE_KEYS)
    packed = [each for each in islice(said, _MOST_MESSAGES) if _is_record(group, each)]
    return [each for each in group if not any(each is one for one in packed)] if packed else group


def _is_record(group: list[Field], outer: Field) -> bool:
    inside = [
        each for each in group if each is not outer and outer.value.start <= each.start < outer.value.end
    ]
    codes = (each for each in inside if vocabulary.CODE_KEYS.get(each.key, 0) >= vocabulary.USUAL)
    said = any(each.key in vocabulary.MESSAGE_KEYS and each.value.text for each in inside)
    return said and any(is_code(each.value.text, vocabulary.USUAL) for each in codes)


def _without_code(message: Piece | None, code: Piece) -> Piece | None:
    """Take the code off the beginning of its message, where a library joined them, and what it put between."""
    if message is None or not message.text.startswith(code.text):
        return message
    lead = _JOINED.match(message.text, len(code.text))
    if lead is None or lead.end() == len(message.text):
        return message
    start = min(message.start + lead.end(), message.end)
    return tidy(Piece(message.text[lead.end() :], start, message.end))


def _before(text: str, scope: Scope) -> Piece | None:
    """Return the message of `SomeError: message`, a stack trace, and then the object that this scope is (Node)."""
    head = text[max(0, scope.start - 3000) : scope.start]
    lines = head.split("\n")
    at = len(lines) - 1
    while at > 0 and (not lines[at].strip() or lines[at].lstrip().startswith("at ")):
        at -= 1
    found = _ERROR_NAME.match(lines[at].strip())
    if (
        found is None
        or at == len(lines) - 1
        or found["message"].lower().startswith(vocabulary.WRAPPER_MESSAGES)
    ):
        return None
    start = scope.start - len("\n".join(lines[at:])) + lines[at].index(found["message"])
    return Piece(found["message"], start, start + len(found["message"]))


def _loose(text: str, scope: Scope) -> Finding | None:
    """Read a scope with an error message but no code as an error without a code."""
    if scope.number == 0 or not scope.fields:
        return None
    message = message_of(scope.fields)
    if message is None or len(message.text) < _SHORTEST:
        return None
    each = Finding(
        code=None, message=message, strength=Strength.FIELD, sure=0, start=scope.start, end=scope.end
    )
    fill(each, scope.fields, None)
    strong = any(
        vocabulary.MESSAGE_KEYS.get(other.key, 0) >= _STRONG and other.value.text == message.text
        for other in scope.fields
    )
    labelled = label_of(text, scope).lower() in _LABELS
    announced = _ANNOUNCED.search(text, max(0, scope.start - 60), scope.start) is not None
    if not (strong or labelled or announced or each.status):
        return None
    low = message.text.lower()
    each.void = any(word in low for word in vocabulary.CLIENT_FAULTS)
    return each
