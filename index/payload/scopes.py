"""The nesting of a view: brackets and elements, read tolerantly, without a grammar and without recursion."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from index.payload.fields import Field

_EVENT = re.compile(
    r"(?P<open>\{)|(?P<close>\})|(?P<list>(?<=map)\[|\[(?=\s*[{\"'\[]))|(?P<plain>\[)|(?P<unlist>\])|(?P<bean>(?<=[A-Za-z])\((?=\w+[ ]?[=:]))|(?P<unbean>\))"
    r"|<(?P<element>[A-Za-z][\w.:\-]{0,60})(?:\s[^<>\n]{0,300})?>(?=\s*<(?:[A-Za-z]|!(?!\[CDATA\[)))|</(?P<unelement>[A-Za-z][\w.:\-]{0,60})\s*>"
)
_LABEL = re.compile(r"[\"'`]?([A-Za-z_][\w.\-]{0,80})[\"'`]?\s*(?:=>|[:=])?\s*[&*]?[\"'`]?$")
_MOST = 60_000


@dataclass(slots=True)
class Scope:
    """One pair of brackets, or the whole text."""

    number: int
    """Its place in the list of scopes."""
    parent: int
    """The scope around it; that of the whole text is its own."""
    start: int
    """Where it opens."""
    end: int = -1
    """Where it closes; the end of the text if it never does."""
    kind: str = "{"
    """`{`, `[`, `(`, or the element's name."""
    closed: bool = False
    """Whether it closes."""
    fields: list[Field] = field(default_factory=list)
    """The fields that stand in it and in nothing inside it."""
    children: list[int] = field(default_factory=list)
    """Scopes directly inside."""


def scopes_of(text: str, fields: list[Field]) -> list[Scope]:
    """Return the scopes of a text with their fields, the whole text first, each after the one around it."""
    scopes = [Scope(0, 0, 0, len(text), kind="", closed=True)]
    stack = [0]
    plain = 0
    for found in _EVENT.finditer(text):
        kind = found.lastgroup
        if kind == "plain":
            plain += 1  # brackets around a value, not around fields
            continue
        if kind == "unlist" and plain:
            plain -= 1
            continue
        if kind in {"open", "close"}:
            plain = 0
        if kind in {"open", "list", "bean", "element"}:
            if len(scopes) > _MOST:
                break
            if (
                kind == "open"
                and _starts_line(text, found.start())
                and scopes[stack[-1]].kind == "{"
                and _starts_line(text, scopes[stack[-1]].start)
            ):
                del stack[1:]  # a body of its own after one that was cut off
            scope = Scope(len(scopes), stack[-1], found.start(), kind=found["element"] or found[0])
            scopes[stack[-1]].children.append(scope.number)
            scopes.append(scope)
            stack.append(scope.number)
        else:
            _close(
                scopes,
                stack,
                found["unelement"] or {"close": "{", "unlist": "[", "unbean": "("}[str(kind)],
                found.end(),
            )
    for scope in scopes:
        if scope.end < 0:
            scope.end = len(text)
    _place(scopes, fields)
    return scopes


def label_of(text: str, scope: Scope) -> str:
    """Return the key or class name right before a scope opens, "" if there is none."""
    if scope.kind not in "{[(":
        return scope.kind
    found = _LABEL.search(text, max(0, scope.start - 90), scope.start)
    return found[1] if found else ""


def _starts_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _close(scopes: list[Scope], stack: list[int], kind: str, at: int) -> None:
    for depth in range(1, min(4, len(stack) - 1) + 1):
        if scopes[stack[-depth]].kind == kind:
            scopes[stack[-depth]].closed = True
            for number in stack[-depth:]:
                scopes[number].end = at
            del stack[-depth:]
            return
        if kind in "[(":
            return  # a stray one closes nothing further out


def _place(scopes: list[Scope], fields: list[Field]) -> None:
    """Put each field, in order, into the innermost scope around it."""
    starts = [scope.start for scope in scopes]
    outer = [scope.parent for scope in scopes]
    for each in fields:
        first = number = max(bisect_right(starts, each.start) - 1, 0)
        while scopes[number].end <= each.start and number:
            number = outer[number]
        while first != number:  # what has ended has ended for all later fields too: skip it from now on
            outer[first], first = number, outer[first]
        scopes[number].fields.append(each)
