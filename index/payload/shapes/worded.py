"""What all worded shapes share: a beginning and an end with named groups `code`, `status`, `id`, and a message between."""

import re
from collections.abc import Iterator

from index.payload.forms import is_code, is_id, status_in, tidy
from index.payload.reading import Finding, Piece, Strength
from index.payload.view import View

_LONGEST = 1500
_LONGEST_END = 200
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

    `must` names a group without which an end is none. No stretch is searched for an end twice, so that the time is
    linear in the text whatever stands in it.
    """
    ends = _Ends(end, view.text) if end is not None else None
    text = view.text
    for found in head.finditer(text):
        pieces = _pieces(found)
        code = pieces.get("code")
        if code is not None and not is_code(code.text, 2):
            continue
        stop = found.end()
        if ends is not None:
            after = ends.after(stop)
            if after is None or (must and not after.groupdict().get(must)):
                continue
            pieces |= _pieces(after)
            pieces["message"] = _piece(text, found.end(), after.start())
            stop = after.end()
        yield _finding(pieces, found.start(), stop, wrapper=wrapper, sure=sure)


class _Ends:
    """Finds the end of each message in a text, and remembers it for the next beginning."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._search, self._text = pattern.search, text
        self._found: re.Match[str] | None = None
        self._high = 0

    def after(self, start: int) -> re.Match[str] | None:
        """Return the first end at or after a place, None if there is none near."""
        if self._found is not None and start <= self._found.start() < self._high:
            return self._found
        limit = min(start + _LONGEST, len(self._text))
        self._found = self._search(self._text, max(start, min(self._high, limit)), limit)
        # near the limit an end may look like none, or none like one: there the next one is looked for anew
        self._high = limit - _LONGEST_END
        return self._found


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
