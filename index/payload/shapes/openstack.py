"""OpenStack: the sentences of its clients, which end in the status and the id, and those of its SDK, which begin with the status."""

import re
from collections.abc import Iterator

from index.payload.forms import is_id, status_in, tidy
from index.payload.reading import Finding, Piece, Strength
from index.payload.sentences import one_line, sentence_before
from index.payload.view import View

_TAIL = re.compile(
    r"\(HTTP (?P<status>[345]\d\d)\)(?![ \t]*:)(?:[ \t]*\((?i:request-id): ?(?P<id>[\w\-]{8,64})\))?|"
    r"\((?i:request-id): ?(?P<only>req-[\w\-]{8,64})\)"
)
_SDK = re.compile(
    r"\b(?:[A-Z]\w{0,40}Exception|HttpException): (?P<status>[345]\d\d): (?:Client|Server) Error for url: [^\s,]{1,600}(?:,\s|:\s)"
)
_LONGEST = 1000
_SHORTEST = 12


def openstack(view: View) -> Iterator[Finding]:
    """Find `Instance x could not be found. (HTTP 404) (Request-ID: req-...)` and `ConflictException: 409: Client Error ...`."""
    text = view.text
    if "(HTTP " in text or "(Request-ID" in text:
        for found in _TAIL.finditer(text):
            message = sentence_before(text, found.start())
            if message is not None:
                yield _finding(found, message, message.start, found.end())
    if " Error for url: " in text:
        for found in _SDK.finditer(text):
            stop = text.find("\n", found.end(), found.end() + _LONGEST)
            end = stop if stop >= 0 else min(len(text), found.end() + _LONGEST)
            said = tidy(one_line(text, found.end(), end))
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
