"""Makes errors of fields: the smallest scope or group of lines around a code gives its message, status and ids."""

import re
from collections.abc import Iterator
from http import HTTPStatus

from index.payload.view import View
from index.payload import vocabulary
from index.payload.fields import Field
from index.payload.reading import Finding, Piece, Strength
from index.payload.scopes import Scope, label_of

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._\-:/]?[A-Za-z0-9]+)*")
_SPACED_CODE = re.compile(r"[A-Za-z0-9]+(?: ?[._] ?[A-Za-z0-9]+)+")
_NUMBER = re.compile(r"\d{4,12}")
_PHRASES = {status.phrase.title() for status in HTTPStatus}
_ERROR_NAME = re.compile(
    r"(?:Uncaught )?(?:[\w.$]*(?:Error|Exception|Fault)(?: \[\w+\])?: )(?P<message>[^\n]{2,1500})"
)
_NO_CODES = {"", "code", "status", *vocabulary.MESSAGE_KEYS, *vocabulary.ID_KEYS} - {"error"}
_STATUS = re.compile(r"(?:HTTP/[\d.]+ |HTTP )?([1-5]\d\d)(?![\d.])")
_ID = re.compile(r"(?=[^\d]*\d|[a-zA-Z]{16})[A-Za-z0-9][\w\-./:+=#@]{5,140}")
_RECORD = re.compile(
    r"\n[ \t]*\n|\n\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\n[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\n[EWIF]\d{4} \d\d:\d\d|\n\s*(?:Caused by|Traceback)\b|\n\* "
)
_LEAD = re.compile(
    r"^(?:HTTP status )?(?:code|status(?: code)?)[ :=]{1,3}[1-5]\d\d[,;:]?\s+|^(?:error )?message: ",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"[\s,;(\[]*(?:request ?id|requestid|x-request-id|trace ?id)['\"]?\s?[:=]?\s*[\w\-]{8,64}[)\].]*\s*$|\s+Data:\s*$|\s*\\n\s*$",
    re.IGNORECASE,
)


def findings_of(view: View) -> Iterator[Finding]:
    """Find the errors that the fields of a view report."""
    text = view.text
    scopes = view.scopes
    own: list[list[Finding]] = []
    for scope in scopes:
        found = [_finding(text, scope, group) for group in _groups(text, scope)]
        own.append([each for each in found if each is not None])
    loose = [_loose(text, scope, own[scope.number]) for scope in scopes]
    _inherit(text, scopes, own)
    _drop_wrappers(scopes, own)
    for number, found in enumerate(own):
        yield from found
        each = loose[number]
        if each is not None and not found:
            if not _has_error_inside(scopes, own, number):
                _inherit_into(text, scopes, number, each)
                yield each


def status_in(value: str) -> int | None:
    """Return the HTTP status of an error that a value starts with, None for anything else (and for 1xx to 2xx).

    >>> status_in("404 Not Found")
    404
    """
    found = _STATUS.match(value.strip())
    number = int(found[1]) if found else 0
    return number if number >= 300 else None


def is_id(value: str) -> bool:
    """Tell whether a value has the form of a request id."""
    return _ID.fullmatch(value) is not None and value.lower() not in {"null", "none"}


def is_code(value: str, sure: int) -> bool:
    """Tell whether a value may be an error code, in a field that is so sure to hold one."""
    if len(value) > 120 or value in vocabulary.WRAPPERS or vocabulary.norm(value) in _NO_CODES:
        return False
    if _CODE.fullmatch(value):
        return len(value) > 2 or sure == 3
    if sure >= 2 and _SPACED_CODE.fullmatch(value) and any(letter.isdigit() for letter in value):
        return True
    return sure == 3 and _NUMBER.fullmatch(value) is not None


def tidy(message: Piece) -> Piece:
    """Take off what libraries put around a message: `code: 403, ` before it, `request id: ...` behind it."""
    text, start, end = message
    lead = _LEAD.match(text)
    if lead and lead.end() < len(text):
        text, start = text[lead.end() :], min(start + lead.end(), end)
    trail = _TRAIL.search(text)
    if trail and trail.start() > 0:
        end = max(end - (len(text) - trail.start()), start)
        text = text[: trail.start()]
    return Piece(text.strip(), start, end)


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
    message = _message(group)
    code, sure, key = _code(text, scope, group, message)
    if code is None:
        return None
    if message is None and scope.kind == "{":
        message = _before(text, scope)
    found = Finding(code=code, message=message, strength=Strength.FIELD, sure=sure)
    found.wrapper = code.text in vocabulary.RPC_CODES
    _fill(found, group, key)
    spans = [(each.start, each.end) for each in group]
    found.start, found.end = min(s for s, _ in spans), max(e for _, e in spans)
    return found


def _before(text: str, scope: Scope) -> Piece | None:
    """Return the message of `SomeError: message`, a stack trace, and then the object that this scope is (Node)."""
    head = text[max(0, scope.start - 3000) : scope.start]
    lines = head.split("\n")
    at = len(lines) - 1
    while at > 0 and (not lines[at].strip() or lines[at].lstrip().startswith("at ")):
        at -= 1
    found = _ERROR_NAME.match(lines[at].strip())
    if found is None or at == len(lines) - 1:
        return None
    start = scope.start - len("\n".join(lines[at:])) + lines[at].index(found["message"])
    return Piece(found["message"], start, start + len(found["message"]))


def _code(
    text: str, scope: Scope, group: list[Field], message: Piece | None
) -> tuple[Piece | None, int, Field | None]:
    best: tuple[int, Field] | None = None
    end = -1
    for each in group:
        inside = each.start < end and each.key in {"code", "status", "statuscode"}
        sure = vocabulary.CODE_KEYS.get(each.key, -1)
        if each.key in vocabulary.MESSAGE_KEYS and each.value.text:
            end = max(end, each.value.end)
        if sure < 0 or inside or not is_code(each.value.text, sure):
            continue
        if sure < 2 and not _is_named(text, scope, group, each, message):
            continue
        rank = sure if sure >= 2 else 1
        if best is None or rank > best[0]:
            best = rank, each
    if best is not None and best[0] >= 2:
        return best[1].value, best[0], best[1]
    fault = _fault(text, scope)
    if fault is not None and message is not None:
        return fault, 2, None
    if best is not None:
        return best[1].value, best[0], best[1]
    return None, 0, None


_CAMEL = re.compile(
    r"[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+(?:\.[A-Za-z]+)*|[a-z]+(?:_[a-z]+)+|HTTP[A-Z]\w+|[A-Z]{2,}(?:_[A-Z]+)+"
)


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


def _fault(text: str, scope: Scope) -> Piece | None:
    """Return the key of the scope where it is itself the name of an OpenStack fault."""
    label = label_of(text, scope)
    if label.lower() not in vocabulary.FAULTS or scope.kind != "{":
        return None
    start = text.rfind(label, max(0, scope.start - 90), scope.start)
    return Piece(label, start, start + len(label))


def _message(group: list[Field]) -> Piece | None:
    best: tuple[int, Piece] | None = None
    end = -1
    for each in group:
        rank = vocabulary.MESSAGE_KEYS.get(each.key, -1)
        value = each.value.text
        if rank < 0 or not value or (each.start < end and rank < 9):
            continue
        if value[:1] in "{[" or (
            rank < 3 and (" " not in value or len(value) < 12) and each.key in {"error", "reason", "cause"}
        ):
            continue
        if each.key == "title" and status_in(value):
            continue
        if each.key == "error" and value.count(" ") > 1 and value.title() not in _PHRASES:
            rank = 8  # loggers put the error beside their own message
        if best is None or rank > best[0]:
            best = rank, each.value
            end = max(end, each.value.end)
    return tidy(best[1]) if best else None


def _fill(found: Finding, group: list[Field], code: Field | None) -> None:
    """Take status and ids out of a group of fields."""
    ranked: list[tuple[int, Piece]] = []
    for each in group:
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


def _loose(text: str, scope: Scope, found: list[Finding]) -> Finding | None:
    """Read a scope with an error message but no code as an error without a code."""
    if found or (scope.number == 0 and len(scope.fields) > 0) or not scope.fields:
        return None
    message = _message(scope.fields)
    if message is None or len(message.text) < 4:
        return None
    each = Finding(code=None, message=message, strength=Strength.FIELD, sure=0)
    _fill(each, scope.fields, None)
    each.start, each.end = scope.start, scope.end
    strong = any(
        vocabulary.MESSAGE_KEYS.get(other.key, 0) >= 8 and other.value.text == message.text
        for other in scope.fields
    )
    labelled = (
        label_of(text, scope).lower() in {"error", "errors", "fault", "exception"} | vocabulary.FAULT_OBJECTS
    )
    announced = (
        re.search(r"(?i)\berrors?\b[^\n]{0,40}[:=]\s*$", text[max(0, scope.start - 60) : scope.start])
        is not None
    )
    if not (strong or labelled or announced or each.status):
        return None
    low = message.text.lower()
    if any(word in low for word in vocabulary.CLIENT_FAULTS):
        each.void = True
    return each


def _inherit(text: str, scopes: list[Scope], own: list[list[Finding]]) -> None:
    for number, found in enumerate(own):
        for each in found:
            if number:
                _inherit_into(text, scopes, number, each, own)


def _inherit_into(
    text: str, scopes: list[Scope], number: int, each: Finding, own: list[list[Finding]] | None = None
) -> None:
    """Take what is missing from the scopes inside that have no error of their own, then from those around."""
    for child in scopes[number].children[:20]:
        if own is not None and (own[child] or not scopes[child].fields):
            continue
        extra = Finding(code=None)
        _fill(extra, scopes[child].fields, None)
        each.ids += [piece for piece in extra.ids if piece not in each.ids]
        if each.status is None and extra.status:
            each.status, each.status_piece = extra.status, extra.status_piece
    at, hops = number, 0
    while at and hops < 12:
        at, hops = scopes[at].parent, hops + 1
        if at == 0:
            break
        outer = scopes[at]
        other = own is not None and own[at]
        if other and not outer.closed:
            continue
        extra = Finding(code=None)
        _fill(extra, outer.fields, None)
        for sibling in outer.children[:20] if outer.kind != "[" else ():
            if sibling != number and scopes[sibling].fields and own is not None and not own[sibling]:
                _fill(extra, scopes[sibling].fields, None)
        each.ids += [piece for piece in extra.ids if piece.text not in {old.text for old in each.ids}]
        if each.status is None and extra.status:
            each.status, each.status_piece = extra.status, extra.status_piece
        if each.message is None and (not other or own is not None and all(f.wrapper for f in own[at])):
            each.message = _message(outer.fields)


def _has_error_inside(scopes: list[Scope], own: list[list[Finding]], number: int) -> bool:
    todo, seen = list(scopes[number].children), 0
    while todo and seen < 200:
        inner = todo.pop()
        seen += 1
        if own[inner]:
            return True
        todo += scopes[inner].children
    return False


def _drop_wrappers(scopes: list[Scope], own: list[list[Finding]]) -> None:
    """Drop details that only say again what the error around them says, and words that only wrap one inside."""
    for number in range(len(scopes) - 1, 0, -1):
        at, hops = scopes[number].parent, 0
        while at and hops < 6 and own[number]:
            for outer in own[at]:
                keep = []
                for inner in own[number]:
                    same = inner.message is None or (
                        outer.message is not None and inner.message.text == outer.message.text
                    )
                    if same and inner.sure <= outer.sure and not outer.wrapper:
                        outer.ids += [piece for piece in inner.ids if piece not in outer.ids]
                    else:
                        keep.append(inner)
                own[number] = keep
            at, hops = scopes[at].parent, hops + 1
