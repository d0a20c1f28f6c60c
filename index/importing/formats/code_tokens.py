"""Source code as tokens, whatever the language: words, numbers, strings, comments, marks, with brackets paired up."""

import re
from collections.abc import Iterator

import msgspec

_TOKEN = re.compile(
    r"(?P<comment>/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*)"
    r"|(?P<doc>\"\"\"(?s:.*?)(?:\"\"\"|\Z)|'''(?s:.*?)(?:'''|\Z))"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`[^`]{0,2000}+`)"
    r"|(?P<define>\#[ \t]*define\b)"
    r"|(?P<directive>\#[ \t]*(?:include|ifn?def|if|else|elif|endif|undef|pragma|error|region|endregion)\b[^\n]*|\#(?=!?\[))"
    r"|(?P<hash>\#[^\n]*)"
    r"|(?P<number>0[xX][0-9A-Fa-f_]{1,20}|\d[\d_]{0,20}(?:\.\d+)?)"
    r"|(?P<word>[^\W\d][\w$]{0,200}(?:(?:\.|::|->|\?\.)[^\W\d][\w$]{0,200}){0,8})"
    r"|(?P<end>\n)"
    r"|(?P<mark>=>|:=|\\[\"'`]|[^\s\w]|\w)"  # an escaped quote outside of a string opens none
)
_COMMENT_MARKS = re.compile(
    r"^[ \t]*(?:/\*+[!<]*|\*+/?(?![*\w])|\*+(?=\w)|//+[!<]*|#+)[ \t]?|\**\*/[ \t]*$", re.MULTILINE
)
_XML = re.compile(r"</?(?:summary|remarks|para|c|code|see|value|p|br|b|i|tt|li|ul)\b[^<>\n]{0,100}>")
_ESCAPES = {"n": "\n", "t": " ", "r": "", "0": "", "b": "", "f": ""}
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|(.))")
_OPENING, _CLOSING = {"(": ")", "[": "]", "{": "}"}, frozenset(")]}")
_MOST_OPEN = 10_000


class Token(msgspec.Struct, frozen=True):
    """One word, number, string, comment, mark or end of a line."""

    kind: str
    """`word`, `number`, `string`, `comment`, `mark`, `define` or `end`."""
    text: str
    """What it says: a string without quotes, a comment without its marks."""
    line: int
    """The line it begins on, from 1."""


def tokens_of(text: str) -> list[Token]:
    """Cut a text into tokens. Takes any text; what is no code comes out as words and marks."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    line = 1
    for found in _TOKEN.finditer(text):
        kind, said = found.lastgroup or "mark", found[0]
        if kind in ("comment", "hash"):
            yield Token("comment", comment_text(said), line)
        elif kind in ("string", "doc"):
            edge = 3 if kind == "doc" else 1
            yield Token("string", said[edge:-edge] if kind == "doc" else unescaped(said[1:-1]), line)
        elif kind != "directive":
            yield Token(kind, said, line)
        line += said.count("\n")


def comment_text(said: str) -> str:
    """Return what a comment says, without its marks and the tags of documentation."""
    return _XML.sub("", _COMMENT_MARKS.sub("", said)).strip()


def unescaped(said: str) -> str:
    """Return what a string says; `said` is what stands between its quotes."""
    if "\\" not in said:
        return said

    def char(found: re.Match[str]) -> str:
        if number := found[1] or found[2]:
            value = int(number, 16)
            return chr(value) if value < 0x110000 and not 0xD800 <= value < 0xE000 else ""  # noqa: PLR2004 - surrogates
        return _ESCAPES.get(found[3], found[3])

    return _ESCAPED.sub(char, said)


def pairs_of(tokens: list[Token]) -> dict[int, int]:
    """Return for each opening bracket the place of its closing one, as far as they fit."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    for at, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if token.text in _OPENING and len(waiting) < _MOST_OPEN:
            waiting.append(at)
        elif token.text in _CLOSING and waiting and _OPENING[tokens[waiting[-1]].text] == token.text:
            pairs[waiting.pop()] = at
    return pairs
