"""What all worded shapes share: a beginning and an end with named groups `code`, `status`, `id`, and a message between."""

import re
from collections.abc import Iterator

from index.payload.forms import is_code, is_id, status_in, tidy
from index.payload.reading import Finding, Piece, Strength
from index.payload.view import View

_LONGEST = 1500
LINE_END = re.compile(r"(?=\n|\Z)")
"""A message that goes to the end of its line."""


def worded(
    view: View,
    head: re.Pattern[str],
    end: re.Pattern[str] | None,
    *,
    must: str = "",
    wrapper: bool = False,
    sure: int = 2,
) -> Iterator[Finding]:
    """Find what a beginning and an end word; without an end there is no message.

    `must` names a group without which an end is none. Where no end was found, none is looked for again, so that the
    time is linear in the text whatever stands in it.
    """
    text = view.text
    barren = 0
    for found in head.finditer(text):
        pieces = _pieces(found)
        code = pieces.get("code")
        if code is not None and not is_code(code.text, 2):
            continue
        stop = found.end()
        if end is not None:
            limit = found.end() + _LONGEST
            after = end.search(text, max(stop, min(barren, limit)), min(limit, len(text)))
            if after is None:
                barren = limit
                continue
            if must and not after.groupdict().get(must):
                continue
            pieces |= _pieces(after)
            pieces["message"] = _piece(text, found.end(), after.start())
            stop = after.end()
        yield _finding(pieces, found.start(), stop, wrapper=wrapper, sure=sure)


def _finding(pieces: dict[str, Piece], start: int, end: int, *, wrapper: bool, sure: int) -> Finding:
    message = pieces.get("message")
    finding = Finding(
        code=pieces.get("code"),
        message=tidy(message) if message and message.text else None,
        strength=Strength.PROSE,
        sure=sure,
        wrapper=wrapper,
        start=start,
        end=end,
    )
    status = pieces.get("status")
    finding.status = status_in(status.text) if status else None
    finding.status_piece = status if finding.status else None
    if "id" in pieces and is_id(pieces["id"].text):
        finding.ids = [pieces["id"]]
    return finding


def _pieces(found: re.Match[str]) -> dict[str, Piece]:
    return {name: Piece(value, *found.span(name)) for name, value in found.groupdict().items() if value}


def _piece(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(" ".join(text[start:end].split()), start, end)
