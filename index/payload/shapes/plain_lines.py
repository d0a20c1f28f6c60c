"""Samples that print an exception's parts one a line and without labels: status, request id, code, message."""

import re
from collections.abc import Iterator

from index.payload.forms import is_code, is_id, status_in
from index.payload.reading import Finding, Piece, Strength
from index.payload.view import View

_STATUS = re.compile(r"[345]\d\d")
_CODE = re.compile(
    r"[A-Za-z][A-Za-z0-9]{1,30}(?:[._\-][A-Za-z0-9]{1,30}){1,4}|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+"
)
_ID = re.compile(r"(?:req-)?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{24,36}")
_STATUS_LINE = re.compile(r"^[ \t]{0,20}[345]\d\d[ \t]{0,20}$", re.MULTILINE)
_NEAR = 3
_LONGEST_CODE = 100
_MOST = 20_000


def plain_lines(view: View) -> Iterator[Finding]:
    """Find a status, an id, a code and a message on lines of their own, next to each other, the message after the code."""
    text = view.text
    if not _STATUS_LINE.search(text):
        return
    lines = text.split("\n")[:_MOST]
    starts = _starts(lines)
    for number, line in enumerate(lines):
        code = line.strip()
        if (
            len(code) > _LONGEST_CODE
            or not _CODE.fullmatch(code)
            or not is_code(code, 2)
            or _ID.fullmatch(code)
        ):
            continue
        found = _around(lines, starts, number)
        if found is not None:
            yield found


def _starts(lines: list[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


def _around(lines: list[str], starts: list[int], number: int) -> Finding | None:
    """Read the lines next to a code; None unless a status stands there, and an id or a message."""
    code = _piece(lines, starts, number)
    found = Finding(code=code, strength=Strength.FIELD, sure=2, start=code.start, end=code.end)
    for step in (-1, 1):
        for far in range(1, _NEAR + 1):
            at = number + step * far
            if not 0 <= at < len(lines) or not lines[at].strip():
                break
            if not _take(found, _piece(lines, starts, at), is_next=step == far == 1):
                break
    if found.status is None or (not found.ids and found.message is None):
        return None
    return found


def _take(found: Finding, piece: Piece, *, is_next: bool) -> bool:
    """Take one line for what it is; False where it is none of the parts."""
    if found.status is None and _STATUS.fullmatch(piece.text):
        found.status, found.status_piece = status_in(piece.text), piece
    elif not found.ids and _ID.fullmatch(piece.text) and is_id(piece.text):
        found.ids.append(piece)
    elif is_next and " " in piece.text and not piece.text.startswith(("at ", "{", "[")):
        found.message = piece
    else:
        return False
    found.start, found.end = min(found.start, piece.start), max(found.end, piece.end)
    return True


def _piece(lines: list[str], starts: list[int], number: int) -> Piece:
    line = lines[number]
    start = starts[number] + len(line) - len(line.lstrip())
    said = line.strip()
    return Piece(said, start, start + len(said))
