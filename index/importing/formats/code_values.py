"""What stands behind a name in source code: a number, a text, or the arguments of a constructor, call or object."""

import re
from collections.abc import Sequence
from http import HTTPStatus

import msgspec

from index.importing.fields import Field
from index.importing.formats.code_tokens import Token
from index.importing.formats.markup import tidy
from index.importing.headers import field_of
from index.importing.values import Kind, kind_of

_MOST_TOKENS = 160
"""What is larger than this is no description of one error."""
_DEEPEST = 3
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_STATUSES = {member.name: member.value for member in HTTPStatus}
_STATUSES |= {re.sub("_", "", name): value for name, value in _STATUSES.items()}
_STATUSES |= {"UNPROCESSABLEENTITY": 422, "INTERNALERROR": 500, "PAYLOADTOOLARGE": 413, "ENTITYTOOLARGE": 413}
_STATUS_KEYS = frozenset(("status", "http", "statuscode", "httpstatus", "httpcode", "httpstatuscode"))
_LOW, _HIGH = 100, 599
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")


class Told(msgspec.Struct):
    """What the value of a constant says."""

    number: str = ""
    """As a decimal number, or as written where it is hexadecimal."""
    code: str = ""
    """A text that can only be a code."""
    texts: list[str] = msgspec.field(default_factory=list)
    """Sentences, in order."""
    status: str = ""
    """The HTTP status."""
    named: dict[Field, str] = msgspec.field(default_factory=dict)
    """What is named by a key, such as `message: "It is off"`."""

    @property
    def speaks(self) -> bool:
        """Whether there is more in it than a number or a code."""
        return bool(self.texts or {Field.MESSAGE, Field.DESCRIPTION} & self.named.keys())


def decimal(text: str) -> str:
    """Return a number as people write it."""
    bare = text.replace("_", "")
    return bare if "." not in bare else ""


def value_at(tokens: Sequence[Token], pairs: dict[int, int], at: int, stop: int) -> tuple[Told | None, int]:
    """Read the value that begins at a token: what it says, and the place after it; None if it says nothing."""
    said = Told()
    here = at
    while here < stop and here - at < _MOST_TOKENS:
        token = tokens[here]
        if token.kind in ("string", "number"):
            here = _atom(said, tokens, here, stop)
            break
        if token.kind == "mark" and token.text in "([{" and here in pairs:
            if pairs[here] - here > _MOST_TOKENS:
                return None, at
            if not _is_one(tokens, pairs, here):
                return None, at
            _group(said, tokens, pairs, here, 0)
            here = pairs[here] + 1
            break
        if token.kind == "word" or (token.kind == "mark" and token.text in "-+&*!<>"):
            here += 1
            continue
        return None, at
    empty = not (said.number or said.code or said.texts or said.named)
    return (None, at) if empty else (said, here)


def _is_one(tokens: Sequence[Token], pairs: dict[int, int], at: int) -> bool:
    """Tell whether a group describes one thing: no list of objects, no map whose keys say nothing known."""
    keys, groups, here = 0, 0, at + 1
    known = False
    while here < pairs[at]:
        token = tokens[here]
        if token.kind == "mark" and here in pairs:
            groups += token.text == "{"
            here = pairs[here]
        elif token.kind == "mark" and token.text in (":", "=>", "="):
            keys += 1
            known = known or _field(tokens[here - 1].text) is not Field.OTHER
        here += 1
    return known or not keys + groups * (tokens[at].text != "(")


def _field(key: str) -> Field:
    words = _CAMEL.sub(" ", key).strip()
    return Field.STATUS if words.replace(" ", "").casefold() in _STATUS_KEYS else field_of(words)


def _atom(said: Told, tokens: Sequence[Token], at: int, stop: int) -> int:
    """Read a number, or strings that stand one behind the other, with `+` or `.` between them."""
    if tokens[at].kind == "number":
        negative = at > 0 and tokens[at - 1].text == "-"
        number = decimal(tokens[at].text)
        _number(said, f"-{number}" if negative and number else number)
        return at + 1
    parts: list[str] = []
    while at < stop and len(parts) < _MOST_TOKENS:
        if tokens[at].kind == "string":
            parts.append(tokens[at].text)
        elif tokens[at].kind != "end" and tokens[at].text not in ("+", ".", "\\"):
            break
        at += 1
    _text(said, "".join(parts))
    return at


def _number(said: Told, number: str) -> None:
    if number and not said.number:
        said.number = number
    elif number.isdecimal() and not said.status and _LOW <= int(number) <= _HIGH:
        said.status = number
    elif said.number.isdecimal() and number and _LOW <= int(said.number) <= _HIGH and not said.status:
        said.status, said.number = said.number, number  # the status stands before the code


def _text(said: Told, text: str) -> None:
    text = tidy(text)
    if not text:
        return
    if kind_of(text) is Kind.PROSE or _CJK.search(text) or said.code:
        said.texts.append(text)
    else:
        said.code = text


def _group(said: Told, tokens: Sequence[Token], pairs: dict[int, int], at: int, depth: int) -> None:
    """Read what stands between two brackets: arguments in order, and those with a name."""
    here, end = at + 1, pairs[at]
    while here < end:
        token, after = tokens[here], tokens[here + 1]
        opens = token.kind == "mark" and token.text in "([{" and here in pairs
        if opens:
            if depth < _DEEPEST and token.text != "[" and not _is_bytes(tokens, here):
                _group(said, tokens, pairs, here, depth + 1)
            here = pairs[here] + 1
        elif token.kind in ("word", "string") and after.text in (":", "=", "=>") and after.kind == "mark":
            here = _named(said, token.text, tokens, pairs, here + 2, end, depth)
        elif token.kind in ("string", "number"):
            here = _atom(said, tokens, here, end)
        else:
            if token.kind == "word" and not said.status:
                said.status = _phrase(token.text)
            here += 1


def _is_bytes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a group is an array of single characters, such as a SQLSTATE."""
    return tokens[at + 1].kind == "string" and len(tokens[at + 1].text) == 1


def _phrase(word: str) -> str:
    """Return the status that a name such as `HttpStatus.NOT_FOUND` stands for, "" if it is none."""
    owner, _, name = word.replace("::", ".").rpartition(".")
    value = _STATUSES.get(name.removeprefix("HTTP_").removeprefix("Status").upper().replace("_", ""), 0)
    value = value or _STATUSES.get(name.upper(), 0)
    owned = "status" in owner.casefold() or "http" in word.casefold()
    return str(value) if value and owned else ""


def _named(
    said: Told, key: str, tokens: Sequence[Token], pairs: dict[int, int], at: int, end: int, depth: int
) -> int:
    """Read the value behind a key; returns the place after it."""
    field, inner = _field(key), Told()
    while at < end and tokens[at].kind == "end":
        at += 1
    if at < end and tokens[at].text in ("[", "{", "(") and at in pairs:
        if depth < _DEEPEST:
            _group(inner, tokens, pairs, at, depth + 1)
        at = pairs[at] + 1
        for one, text in inner.named.items() if field is Field.OTHER else ():
            said.named.setdefault(one, text)
    else:
        found, after = value_at(tokens, pairs, at, end) if at < end else (None, at)
        inner, at = (found, after) if found is not None else (inner, _after(tokens, at, end))
        if field is Field.STATUS and found is None and tokens[at - 1].kind == "word":
            inner.number = _phrase(f"HttpStatus.{tokens[at - 1].text.rpartition('.')[2]}")
    text = "\n".join(inner.texts) or inner.code or inner.number or inner.status
    if text and field is not Field.OTHER:
        said.named.setdefault(field, text)
    return at


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < end and tokens[at].text not in (",", ";") and tokens[at].kind != "end":
        at += 1
    return at
