"""OpenStack: the sentences of its clients, which end in the status and the id, and those of its SDK, which begin with the status."""

import re
from collections.abc import Iterator

from index.payload import vocabulary
from index.payload.forms import is_id, status_in, tidy
from index.payload.reading import Finding, Piece, Strength
from index.payload.view import View

_TAIL = re.compile(
    r"\(HTTP (?P<status>[345]\d\d)\)(?![ \t]*:)(?:[ \t]*\((?i:request-id): ?(?P<id>[\w\-]{8,64})\))?|"
    r"\((?i:request-id): ?(?P<only>req-[\w\-]{8,64})\)"
)
_SDK = re.compile(
    r"\b(?:[A-Z]\w{0,40}Exception|HttpException): (?P<status>[345]\d\d): (?:Client|Server) Error for url: [^\s,]{1,600}(?:,\s|:\s)"
)
_LEAD = re.compile(
    r"(?:.*?(?:\b[\w.]{0,120}(?:Exception|Error|NotFound|Conflict|Forbidden|BadRequest|Unauthorized|OverLimit|Unavailable|HTTP\w+)|"
    r"\bERROR|\b(?:error|failed|Error)(?: \([^()\n]{1,40}\))?): )",
)
_STAMP = re.compile(
    r"[\s│|>*\-]*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]{5,16}(?:Z|[+-]\d\d:?\d\d)?\]?\s+)?(?:\[?(?:ERROR|WARN(?:ING)?|INFO|CRITICAL)\]?:?\s+)?"
)
_LONGEST = 1000
_SHORTEST = 12


def openstack(view: View) -> Iterator[Finding]:
    """Find `Instance x could not be found. (HTTP 404) (Request-ID: req-...)` and `ConflictException: 409: Client Error ...`."""
    text = view.text
    if "(HTTP " in text or "(Request-ID" in text:
        for found in _TAIL.finditer(text):
            message = _before(text, found.start())
            if message is not None:
                yield _finding(found, message, message.start, found.end())
    if " Error for url: " in text:
        for found in _SDK.finditer(text):
            stop = text.find("\n", found.end(), found.end() + _LONGEST)
            end = stop if stop >= 0 else min(len(text), found.end() + _LONGEST)
            said = tidy(_piece(text, found.end(), end))
            if len(said.text) >= _SHORTEST:
                yield _finding(found, said, found.start(), end)


def _finding(found: re.Match[str], message: Piece, start: int, end: int) -> Finding:
    finding = Finding(code=None, message=message, strength=Strength.PROSE, sure=0, start=start, end=end)
    parts = found.groupdict()
    if parts["status"]:
        finding.status = status_in(parts["status"])
        finding.status_piece = Piece(parts["status"], *found.span("status"))
    for name in ("id", "only"):
        if parts.get(name) and is_id(parts[name]):
            finding.ids.append(Piece(parts[name], *found.span(name)))
    return finding


def _before(text: str, end: int) -> Piece | None:
    """Return the sentence before its status: its line, without what a logger or an exception's name put before it."""
    start = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    stamp = _STAMP.match(text, start, end)
    start = stamp.end() if stamp else start
    lead = _LEAD.match(text, start, min(end, start + 200))
    start = lead.end() if lead else start
    piece = _piece(text, start, end)
    if len(piece.text) < _SHORTEST or " " not in piece.text or piece.text[0] in '{[<"':
        return None
    if piece.text.lower().startswith(vocabulary.WRAPPER_MESSAGES):
        return None
    return piece


def _piece(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(" ".join(text[start:end].split()), start, end)
