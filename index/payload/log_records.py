"""Finds what belongs to one error of a log: its record, and the time, the statuses and the request ids in it.

A record is a line with the lines that go on from it: indented ones, the rest of a body printed over several lines, frames of
a stack. A line without an end (a body of megabytes) is taken apart between its objects.
"""

import re
from typing import NamedTuple

from index.payload import vocabulary
from index.payload.forms import is_id

_MOST_LINES = 12
_LONGEST = 4000
_NEAR = 800
_TIME = re.compile(
    r"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?"
    r"|\b[IWEF]\d{4} \d\d:\d\d:\d\d(?:\.\d+)?|\b\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\b"
)
RECORD_START = re.compile(
    r"\W{0,3}(?:\d{4}[-/]\d\d[-/]\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|[IWEF]\d{4} \d\d:|\d\d:\d\d:\d\d)"
)
"""How a line begins that begins a record: with its time."""
_GOES_ON = re.compile(r"[ \t}\]\"]|[{\[]\s*$|Caused by:|\tat ", re.MULTILINE)
_STATUS = re.compile(
    r"(?:HTTP/[\d.]+[\"']? |(?i:\b(?:http|response)?[ _\-]?status(?:[ _\-]?code)?)[\\\"' ]{0,5}[:=]?[\\\"' ]{0,5}| - )([3-5]\d\d)(?![\d.:\-/])"
)
_BETWEEN = re.compile(r"\}\s{0,8},?\s{0,8}\{")
_ID_ENDS = ("id", "Id", "ID", "req-")
_ID_NAME = re.compile(r"(?<![A-Za-z\-_])[A-Za-z][A-Za-z\-_]{0,40}\Z")
_ID_WORDS = re.compile(r"(?i:(?:request|trace|correlation)[ _\-]|请求 ?)id\Z")
_ID_VALUE = re.compile(
    r"\\{0,7}[\"'”)]{0,2}\s{0,3}(?:[:=：]|=>|is |为)?\s{0,3}\\{0,7}[\"'“(\[<`]{0,2}([A-Za-z0-9][\w\-./+=]{7,80})"
)
_REQ = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_LONGEST_NAME = 42


class Record(NamedTuple):
    """Where a record lies."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""


def record_at(text: str, at: int) -> Record:
    """Return the record around a place."""
    low, high = max(0, at - _LONGEST), min(len(text), at + _LONGEST)
    start, end = text.rfind("\n", low, at) + 1 or low, text.find("\n", at, high)
    end = end if end >= 0 else high
    if end - start > _LONGEST:
        return _object_at(text, at, start, end)
    return Record(_back(text, start), _on(text, end))


def starts_with_time(text: str, at: int) -> bool:
    """Tell whether the line at a place starts with a time, as records of a log do."""
    return RECORD_START.match(text, at) is not None


def is_start(text: str, at: int) -> bool:
    """Tell whether a record may start with the line at a place."""
    return starts_with_time(text, at) or _GOES_ON.match(text, at) is None


def time_in(text: str, record: Record) -> str:
    """Return the first time that a record prints, "" where it prints none."""
    found = _TIME.search(text, *record)
    return found[0] if found else ""


def status_in(text: str, record: Record) -> int | None:
    """Return the HTTP status that a record states."""
    found = _STATUS.search(text, *record)
    return int(found[1]) if found else None


def ids_in(text: str, record: Record) -> list[str]:
    """Return the request ids in a record, in order."""
    found: dict[int, str] = {}
    for mark in _ID_ENDS:
        at = text.find(mark, *record)
        while at >= 0:
            end = at + len(mark)
            value = _REQ.match(text, end) if mark == "req-" else _ID_VALUE.match(text, end, record.end)
            if value is not None and (mark == "req-" or _names_id(text, end)):
                start = at if mark == "req-" else value.start(1)
                found[start] = text[start : value.end()].rstrip(".")
            at = text.find(mark, end, record.end)
    ids = dict.fromkeys(one for _, one in sorted(found.items()))
    return [one for one in ids if is_id(one) and any(letter.isdigit() for letter in one)]


def _names_id(text: str, end: int) -> bool:
    """Tell whether the name of a request id ends at a place."""
    name = _ID_NAME.search(text, max(0, end - _LONGEST_NAME), end)
    if name is not None and vocabulary.norm(name[0]) in vocabulary.ID_KEYS:
        return True
    return _ID_WORDS.search(text, max(0, end - _LONGEST_NAME), end) is not None


def _back(text: str, start: int) -> int:
    """Go back to the line that a record starts with."""
    first = start
    for _ in range(_MOST_LINES):
        if not start or is_start(text, start):
            return start
        low = max(0, start - _LONGEST)
        before = text.rfind("\n", low, start - 1) + 1
        if (low and not before) or text[before:start].lstrip().startswith(("}", "]")):
            return start  # the end of another body
        start = before
    return start if is_start(text, start) else first


def _on(text: str, end: int) -> int:
    """Go on to the end of the last line of a record."""
    for _ in range(_MOST_LINES):
        after = text.find("\n", end + 1)
        after = after if after >= 0 else len(text)
        if (
            end >= len(text)
            or after - end > _LONGEST
            or is_start(text, end + 1)
            or text[end:after].rstrip().endswith(("{", "["))
        ):
            break
        end = after
    return end


def parted(text: str, start: int, end: int) -> bool:
    """Tell whether two places of a record lie in objects that follow each other in one line."""
    return _BETWEEN.search(text, start, end) is not None


def _object_at(text: str, at: int, low: int, high: int) -> Record:
    """Take out of a very long line the object around a place."""
    low, high = max(low, at - _NEAR), min(high, at + _NEAR)
    start = max(text.rfind(mark, low, at) + len(mark) for mark in ("},", "}{", "} "))
    ends = [end for end in (text.find(mark, at, high) for mark in ("},", "}{", "} ")) if end >= 0]
    return Record(max(start, low), min(ends, default=high - 1) + 1)
