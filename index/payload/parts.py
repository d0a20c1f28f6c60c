"""Finds the bodies of a pasted text, and where one of them is cut off: JSON or something like it, and XML."""

import re
from collections.abc import Iterator

from index.payload.log_records import RECORD_START
from index.reports import Part

MOST = 200_000
"""Characters that are looked at."""
# A body ends where a blank line, a record of a log (`end`) or, mostly, another body (`new`) follows.
_MARK = re.compile(
    rf"""\\.|["{{}}\[\]]|(?P<end>\n(?=[\n\r]|\Z|{RECORD_START.pattern}))|(?P<new>(?<![,\[{{:(])\n(?=[{{\[]\s*["'{{\[]))""",
    re.DOTALL,
)
_OPEN = re.compile(
    r"[{\[](?=\s*(?:[\"'{\[]|[A-Za-z_][\w\-]*\s*[:=]))|<(?=[A-Za-z][\w:]*(?:\s[^<>]{0,300})?>)"
)
_NAMED = re.compile(r"[\"'][\w.\- ]{1,60}\\?[\"']\s*:|\b\w+\s*[:=]\s*[\"'\w]")
_ROOT = re.compile(r"<([A-Za-z][\w:]*)")
_CHILD = re.compile(r"<[A-Za-z][\w:]*(?:\s[^<>]{0,300})?>[^<]")
_OPEN_ENDS = frozenset((*",[{:(", ""))
_HTML = {
    "html",
    "body",
    "p",
    "div",
    "br",
    "a",
    "b",
    "i",
    "span",
    "td",
    "tr",
    "table",
    "font",
    "li",
    "ul",
    "pre",
    "code",
    "mark",
}
_SHORTEST = 8
_NEAR = 80
_LONGEST = 20_000
_PATIENCE = 5
"""How often each character may be looked at, on the average."""


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the bodies of a text, in order; each says whether it is whole. Time grows with the length."""
    return tuple(_parts(text[:MOST], complete=len(text) <= MOST))


def _parts(text: str, *, complete: bool) -> Iterator[Part]:
    at, left, barren = 0, _PATIENCE * len(text), 0
    while left > 0 and (found := _OPEN.search(text, at)) is not None:
        start = found.start()
        if start < barren and found[0] != "<":
            at = found.end()
            continue
        end, cut = _element(text, start) if found[0] == "<" else _body(text, start)
        left -= end - start
        named = end - start >= _SHORTEST and (found[0] == "<" or _NAMED.search(text, start, end))
        at = max(end if named else 0, found.end())
        if not named and found[0] != "<" and (cut or text.find('"', start, end) < 0):
            barren = end  # what opens inside ends by there too, and has no name either
        if named and (not cut or complete or at < len(text)):
            yield _part(text, start, end, cut=cut)


def _body(text: str, start: int) -> tuple[int, bool]:
    """Follow brackets to the one that closes the first; returns where the body ends and whether it is cut off there.

    Strings may be broken over lines, as mails do it.
    """
    depth, quoted = 0, False
    for mark in _MARK.finditer(text, start):
        sign = mark[0]
        if sign == '"':
            quoted = not quoted
        elif mark.lastgroup:
            if mark.lastgroup == "end" or not _goes_on(text, mark.start()):
                return mark.start(), True
        elif not quoted and sign in "{[":
            depth += 1
        elif not quoted and sign in "}]":
            depth -= 1
            if depth == 0:
                return mark.end(), False
    return len(text), True


def _goes_on(text: str, newline: int) -> bool:
    """Tell whether an open body goes on behind a line, although the next one could begin a body."""
    return text[max(0, newline - _NEAR) : newline].rstrip()[-1:] in _OPEN_ENDS


def _element(text: str, start: int) -> tuple[int, bool]:
    """Follow an XML element to its end tag; HTML and elements without others inside are no bodies."""
    name = _ROOT.match(text, start)
    if name is None or name[1].lower() in _HTML:
        return start, False
    close = text.find(f"</{name[1]}>", start, start + _LONGEST)
    blank = text.find("\n\n", start, start + _LONGEST)
    end = (
        close + len(name[1]) + 3 if close >= 0 else blank if blank >= 0 else min(len(text), start + _LONGEST)
    )
    return (end, close < 0) if _CHILD.search(text, name.end(), end) else (start, False)


def _part(text: str, start: int, end: int, *, cut: bool) -> Part:
    stop = start + len(text[start:end].rstrip())
    line = text.count("\n", 0, max(stop - 1, 0)) + 1 if cut else None
    return Part(span=(start, stop), cut=line)
