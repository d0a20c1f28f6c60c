"""What all worded shapes share: a pattern with named groups `code`, `message`, `status` and `id` becomes findings."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.groups import is_code, is_id, status_in, tidy
from index.payload.reading import Finding, Piece, Strength

MESSAGE = r"(?P<message>[^\n]{2,1500}?)"
"""A message within one line; what follows it in the pattern ends it."""


def worded(
    view: View, pattern: re.Pattern[str], *, wrapper: bool = False, sure: int = 2
) -> Iterator[Finding]:
    """Find what a pattern words. A missing group is a missing piece."""
    for found in pattern.finditer(view.text):
        code = _piece(found, "code")
        message = _piece(found, "message")
        status = _piece(found, "status")
        ids = _piece(found, "id")
        if code is not None and not is_code(code.text, 2):
            continue
        finding = Finding(
            code=code,
            message=tidy(message) if message else None,
            strength=Strength.PROSE,
            sure=sure,
            wrapper=wrapper,
        )
        finding.status = status_in(status.text) if status else None
        finding.status_piece = status if finding.status else None
        finding.ids = [ids] if ids and is_id(ids.text) else []
        finding.start, finding.end = found.span()
        yield finding


def _piece(found: re.Match[str], name: str) -> Piece | None:
    groups = found.groupdict()
    if not groups.get(name):
        return None
    start, end = found.span(name)
    text = found[name]
    plain = text.strip()
    start += len(text) - len(text.lstrip())
    return Piece(" ".join(plain.split()), start, start + len(plain)) if plain else None
