"""AWS and what speaks like it: botocore, the SDKs of Java, Go and PHP, Terraform."""

import re
from collections.abc import Iterator

from index.payload.forms import is_id, status_in
from index.payload.reading import Finding, Piece, Strength
from index.payload.shapes.worded import worded
from index.payload.view import View

_BOTO = re.compile(
    r"An error occurred \((?P<code>[\w.:\-]{3,80})\) when calling the \w{1,80} operation(?: \(reached max retries: \d{1,3}\))?: ?"
)
_BOTO_END = re.compile(r"(?=\n|[\"']\s?[,}\]])|\Z|(?=\"\Z)")
_JAVA = re.compile(
    r" \(Service: [^;()\n]{2,60}; Status Code: (?P<status>\d{3}); Error Code: (?P<code>[\w.\-]{2,80}); Request ID: (?P<id>[\w\-]{4,64})"
)
_BEFORE = re.compile(r"(?:[\w.$]{1,120}(?:Exception|Error): |^\s*|[\]:] )(?P<message>[^\n:]{3,1000})$")
_GO = re.compile(r"\b(?!Error:|Exception:)(?P<code>[A-Z][A-Za-z0-9.]{3,80}): ")
_GO_END = re.compile(
    r"\s*\n?\s*(?:caused by:[^\n]{0,400}\n\s*)?status code: (?P<status>\d{3}), request id: ?(?P<id>[\w\-]{6,64})|(?=\n)|\Z"
)
_GO2 = re.compile(
    r"StatusCode: (?P<status>\d{3}), RequestID: (?P<id>[\w\-]{0,64}),(?: HostID: \S{0,120},)? (?:api error )?(?P<code>[A-Z][\w.]{2,80}):? "
)
_GO2_END = re.compile(r"(?=\n|\")|\Z")
_JS_FAULT = re.compile(r"['\"]?\$(?:fault|metadata)['\"]?: ")
_JS_NAME = re.compile(r"(?m)^[^\n:]{0,60}?\b(?P<code>[A-Z]\w{3,80}): (?P<message>[^\n]{2,1000})$")
_JS_CODE = re.compile(r"\b[Cc]ode['\"]?: ['\"]")
_JS_BACK = 3000
_JS_STATUS = re.compile(r"httpStatusCode['\"]?: (\d{3})")
_JS_ID = re.compile(r"requestId['\"]?: ['\"]([\w\-]{8,64})['\"]")


def aws(view: View) -> Iterator[Finding]:
    """Find `An error occurred (Code) when calling ...`, `(Service: ...; Error Code: ...)`, `status code: n, request id: x`."""
    text = view.text
    if "An error occurred (" in text:
        yield from worded(view, _BOTO, _BOTO_END)
    if "Error Code: " in text:
        yield from _java(view)
    if "status code: " in text:
        yield from worded(view, _GO, _GO_END, must="id")
    if "StatusCode: " in text:
        yield from worded(view, _GO2, _GO2_END)
    if "$metadata" in text:
        yield from _javascript(view)


def _java(view: View) -> Iterator[Finding]:
    """Find the Java wording, in which the message comes first."""
    text = view.text
    for found in _JAVA.finditer(text):
        pieces = {name: Piece(found[name], *found.span(name)) for name in ("code", "status", "id")}
        start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 1200)
        before = _BEFORE.search(text[start : found.start()])
        message = None
        if before:
            low, high = before.span("message")
            message = Piece(before["message"].strip(), start + low, start + high)
        yield Finding(
            code=pieces["code"],
            message=message,
            status=status_in(pieces["status"].text),
            status_piece=pieces["status"],
            ids=[pieces["id"]] if is_id(pieces["id"].text) else [],
            strength=Strength.PROSE,
            start=message.start if message else found.start(),
            end=found.end(),
        )


def _javascript(view: View) -> Iterator[Finding]:
    """Find `SomeException: message`, a stack, and the object whose `$fault` and `$metadata` follow."""
    text, last = view.text, -1
    for mark in _JS_FAULT.finditer(text):
        if mark.start() < last:
            continue
        last = mark.start() + _JS_BACK // 2
        brace = text.rfind("{", max(0, mark.start() - 200), mark.start())
        heads = list(_JS_NAME.finditer(text, max(0, mark.start() - _JS_BACK), max(brace, 0)))
        if brace < 0 or not heads or _JS_CODE.search(text, brace, brace + _JS_BACK // 2):
            continue  # the object names its code itself
        head = heads[-1]
        said = head["message"].removesuffix("{").rstrip()
        found = Finding(
            code=Piece(head["code"], *head.span("code")),
            message=Piece(said, head.start("message"), head.start("message") + len(said)),
            strength=Strength.PROSE,
            start=head.start(),
            end=mark.end(),
        )
        status = _JS_STATUS.search(text, mark.start(), mark.end() + 800)
        if status and status_in(status[1]):
            found.status, found.status_piece = status_in(status[1]), Piece(status[1], *status.span(1))
        one = _JS_ID.search(text, mark.start(), mark.end() + 800)
        if one and is_id(one[1]):
            found.ids = [Piece(one[1], *one.span(1))]
        yield found
