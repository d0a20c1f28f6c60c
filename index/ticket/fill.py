"""Puts a customer's values where a template has its placeholders."""

import re
from collections.abc import Sequence

from index.template import HOLE

_JAVA = re.compile(r"\{\d{1,2}\}")


def fill(text: str, template: str | None, values: Sequence[str] | None) -> str:
    """Put the values of `template`'s placeholders into `text`, which may be the template itself or a step.

    >>> fill("Ask for more than {0}.", "the limit is {0}.", ["20"])
    'Ask for more than 20.'

    A named or numbered placeholder takes the value of the same name; nameless ones (`%s`, `xxx`, `***`) take the values
    of nameless ones in order. What has no value stays as it is, for a reader to see.
    """
    holes = HOLE.findall(template or "")
    if not values or len(holes) != len(values):
        return plain_quotes(text)
    named: dict[str, str] = {}
    nameless: list[str] = []
    for hole, value in zip(holes, values, strict=True):
        if _is_nameless(hole):
            nameless.append(value)
        else:
            named.setdefault(hole, value)
    rest = iter(nameless)
    pieces: list[str] = []
    end = 0
    quoted = _has_java_quotes(text)
    for found in HOLE.finditer(text):
        hole = found[0]
        literal = text[end : found.start()]
        pieces.append(literal.replace("''", "'") if quoted else literal)
        pieces.append(next(rest, hole) if _is_nameless(hole) else named.get(hole, hole))
        end = found.end()
    pieces.append(text[end:].replace("''", "'") if quoted else text[end:])
    return "".join(pieces)


def plain_quotes(text: str) -> str:
    """Write the doubled quotes of a Java message once, as it would print them.

    >>> plain_quotes("the group ''{0}'' is full")
    "the group '{0}' is full"
    """
    return text.replace("''", "'") if _has_java_quotes(text) else text


def _has_java_quotes(text: str) -> bool:
    return "''" in text and _JAVA.search(text) is not None


def _is_nameless(hole: str) -> bool:
    return hole[0] in "%*xX" and "(" not in hole and "$" not in hole
