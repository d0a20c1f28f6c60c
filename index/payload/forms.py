"""The forms of codes, statuses, request ids and messages."""

import re
from itertools import pairwise

from index.payload import vocabulary
from index.payload.reading import Piece

LEAST_STATUS = 300
"""Statuses below are no errors."""
UNNAMED_ID = r"(?:req-)?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{32}"
"""What is a request id where nothing says so."""
_LONGEST_CODE = 120
_SHORTEST_CODE = 3
_SHORTEST_DRAWN = 20
_DRAWN = 0.42
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*+(?:[._\-:/][A-Za-z0-9]++)*+")
_SPACED_CODE = re.compile(r"[A-Za-z0-9]+(?: ?[._] ?[A-Za-z0-9]+)+")
_NUMBER = re.compile(r"\d{4,12}")
_STATUS = re.compile(r"(?:HTTP/[\d.]+ |HTTP )?([1-5]\d\d)(?![\d.])")
_ID = re.compile(r"[A-Za-z0-9][\w\-./:+=#@]{5,140}")
_LIKE_NO_WORD = re.compile(r"[a-zA-Z]{16}|[^\d]*+\d")
_LEAD = re.compile(
    r"^(?:HTTP status )?(?:code|status(?: code)?)[ :=]{1,3}[1-5]\d\d[,;:]?\s+|^(?:error )?message: ",
    re.IGNORECASE,
)
_LONGEST_TRAIL = 400
_TRAIL = re.compile(
    r"[\s,;(\[]*(?:request ?id|requestid|x-request-id|trace ?id)['\"]?\s?[:=]?\s*[\w\-]{8,64}[)\].]*\s*$|\s+req(?:uest)?[ :=#]{1,2}(?:[0-9a-f]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\s*$|\s+Data:\s*$|:\s*timestamp=\S{0,60}\s*$|\s*\\n\s*$",
    re.IGNORECASE,
)
_NO_CODES = {"", "code", "status", *vocabulary.MESSAGE_KEYS, *vocabulary.ID_KEYS} - {"error"}

_QUOTED = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」"}
"""What a sentence stands in as a whole."""
_OPENERS = {"}": "{", "]": "[", ")": "("}


def status_in(value: str) -> int | None:
    """Return the HTTP status of an error that a value starts with, None for anything else (and for 1xx to 2xx).

    >>> status_in("404 Not Found")
    404
    """
    found = _STATUS.match(value.strip())
    number = int(found[1]) if found else 0
    return number if number >= LEAST_STATUS else None


def is_id(value: str) -> bool:
    """Tell whether a value has the form of a request id."""
    if _ID.fullmatch(value) is None or _LIKE_NO_WORD.match(value) is None:
        return False
    return value.lower() not in {"null", "none"}


def is_code(value: str, sure: int) -> bool:
    """Tell whether a value may be an error code, in a field that is so sure to hold one."""
    if len(value) > _LONGEST_CODE or value in vocabulary.WRAPPERS or vocabulary.norm(value) in _NO_CODES:
        return False
    if len(value) >= _SHORTEST_DRAWN and _is_drawn(value):
        return False
    if _CODE.fullmatch(value):
        return len(value) >= _SHORTEST_CODE or sure == vocabulary.SURE
    if (
        sure >= vocabulary.USUAL
        and _SPACED_CODE.fullmatch(value)
        and any(letter.isdigit() for letter in value)
    ):
        return True
    return sure == vocabulary.SURE and _NUMBER.fullmatch(value) is not None


def _is_drawn(value: str) -> bool:
    """Tell whether letters and digits follow each other as they do where each was drawn by lot: no words, no code."""
    if not value.isalnum() or not any(letter.isdigit() for letter in value):
        return False
    kinds = [0 if letter.isdigit() else 1 if letter.isupper() else 2 for letter in value]
    return sum(one != other for one, other in pairwise(kinds)) > _DRAWN * len(value)


def tidy(message: Piece) -> Piece:
    """Take off what libraries put around a message: `code: 403, ` before it, `request id: ...` behind it."""
    text, start, end = message
    lead = _LEAD.match(text)
    if lead and lead.end() < len(text):
        text, start = text[lead.end() :], min(start + lead.end(), end)
    trail = _TRAIL.search(text, max(0, len(text) - _LONGEST_TRAIL))
    if trail and trail.start() > 0:
        end = max(end - (len(text) - trail.start()), start)
        text = text[: trail.start()]
    if (
        text[:1] in _QUOTED
        and text[-1:] == _QUOTED[text[0]]
        and text.count(text[0]) == 1 + (text[0] == text[-1])
    ):
        text, start, end = text[1:-1], min(start + 1, end), max(end - 1, start)
    text = text.strip()
    plain = _without_strays(text)
    return Piece(plain, start, max(end - (len(text) - len(plain)), start))


def _without_strays(text: str) -> str:
    """Take quotes and brackets off the end that nothing in the text opens: they belong to what stands around it."""
    while text:
        last = text[-1]
        stray = (
            last in "`\\"
            or (last in "\"'" and text.count(last) % 2 == 1)
            or (last in _OPENERS and text.count(last) > text.count(_OPENERS[last]))
        )
        if not stray:
            break
        text = text[:-1].rstrip()
    return text
