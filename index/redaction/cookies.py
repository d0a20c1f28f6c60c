"""Cookies: the values of a header, and lists of names and values as browsers and HAR files keep them."""

import re
from collections.abc import Iterator

from index.hits import Span
from index.redaction.worth import ENOUGH

_PAIR = re.compile(
    r"(?:^|;)[ \t]*([^=;\s]{1,80})=([^;\s]+(?:\r?\n[>|│ \t]{0,8}[\w+/=%.~-]{1,400}(?=[\"';]|\Z))?)"
)
"""A value may go on behind the cut of a hard wrap: only quotes hold more than a line."""
_RULES = frozenset({"path", "domain", "expires", "max-age", "samesite", "version", "comment"})
_LIST = re.compile(r"[^\[{\n]{0,12}\[(?:\s|\\+[nrt]){0,200}\{")
_VALUE = re.compile(r"[\"']?[Vv]alue\\*[\"']?\s?[:=]\s?\\*[\"'](?P<value>[^\"'\\\n]{4,4000})|(?P<end>\])")
_LONGEST = 50_000


def cookies_in(text: str, start: int, stop: int) -> Iterator[tuple[str, Span]]:
    """List the values of the cookies of the header value at text[start:stop]; its rules (path, expiry) stay."""
    found = False
    for match in _PAIR.finditer(text[start:stop]):
        found = True
        if match[1].lower() not in _RULES and len(match[2]) >= ENOUGH["cookie"]:
            yield "cookie", (start + match.start(2), start + match.end(2))
    if not found and " " not in text[start:stop] and stop - start >= ENOUGH["token"]:
        yield "cookie", (start, stop)


def listed_cookies(text: str, start: int, value: int) -> Iterator[tuple[str, Span]]:
    """List the values of cookies that are written as objects with a name and a value: `"cookies": [{"name": .., "value": ..}]`.

    `start` is where the name of the list ends and `value` where its value was taken to start.
    """
    opened = _LIST.match(text, start)
    if opened is None or opened.end() < value:
        return
    for found in _VALUE.finditer(text, opened.end(), opened.end() + _LONGEST):
        if found["end"]:
            return
        yield "cookie", found.span("value")
