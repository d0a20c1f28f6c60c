"""Finds the error codes of a piece of log fast: cheap marks first, and a closer look only at the places they tell.

A regular expression for every form of a code takes a tenth of a second for a megabyte. Looking for the end of a field's
name (`code`), for a dot before three digits and for words of failure takes a tenth of that.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from index.payload import vocabulary
from index.payload.codes import NUMBERED
from index.payload.forms import is_code

_NAME_ENDS = ("ode", "ODE", "Ode", "错误码", "错误代码", "错误编码", "錯誤碼", "錯誤代碼")
_NAME = re.compile(r"(?<![A-Za-z_\-])[A-Za-z][A-Za-z_\-]{0,30}\Z|[错錯][误誤][代编]?[码碼]\Z")
_VALUE = re.compile(
    r"\\{0,7}[\"'”]?\s{0,3}(?:[:=：]{1,2}|=?>|is )\s{0,3}\\{0,7}[\"'“\[]?(?P<code>[A-Za-z][\w.\-]{2,80}|\d{5,12}(?![\w.]))"
)
_SENTENCES = ("rror occurred (", " Error: ")
_IN_SENTENCE = re.compile(r"(?P<code>[A-Za-z][\w.\-]{2,80})")
_SAID = re.compile(r"HTTP Status: \d{3} Error: \Z|rror occurred \(\Z")
_LONGEST_NAME = 32
_DOTTED = re.compile(r"[._]\d{3}")
_BEFORE_DOT = re.compile(r"(?<![A-Za-z0-9._])[A-Za-z0-9._]+\Z")
_LONGEST_BEFORE = 60
_ANNOUNCED = re.compile(
    r"(?:\b(?i:errors?|err|fatal|severe|critical|failed|failure|exception|fault)\b|错误|失败|异常|报错)[\])]?[ \t]?[:：\-]?[ \t]{0,8}\Z"
)
_LONGEST_ANNOUNCEMENT = 24
_FAILURES = ("rror", "ERROR", "xception", "FAIL", "ailed", "ailure", "错误", "失败", "异常")
_CAMEL = re.compile(r"(?<![A-Za-z0-9_.$/@\-])[A-Z][A-Za-z]{3,80}+(?![A-Za-z0-9_$(]|\.[A-Za-z])")


class Seen(NamedTuple):
    """A code at its place."""

    at: int
    """Where it starts."""
    code: str
    """As printed."""


def codes_in(text: str, is_known: Callable[[str], bool], words: frozenset[str]) -> list[Seen]:
    """Return the codes of a piece of log, in order; `words` are the catalogues' codes without digits."""
    found = dict(_numbered(text, is_known))
    found.update(_fields(text))
    for at, code in _words(text, words):
        found.setdefault(at, code)
    return [Seen(*one) for one in sorted(found.items())]


def _numbered(text: str, is_known: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Find codes of a prefix and a number, known ones and those whose prefix names a service."""
    for dot in _DOTTED.finditer(text):
        at = dot.start()
        if not (text[at - 1].isalpha() or text[at - 2].isalpha() or text[at - 3].isalpha()):
            continue  # most are fractions of a second
        run = _BEFORE_DOT.search(text, max(0, at - _LONGEST_BEFORE), at)
        found = NUMBERED.match(text, run.start()) if run else None
        if found is not None and found.end() > at:
            family = re.split(r"[._]", found[0])[0].lower() in vocabulary.FAMILIES
            if (family and found[0][0].isupper()) or is_known(found[0]) or _is_announced(text, found):
                yield found.start(), found[0]


def _is_announced(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word of failure stands right before a number's prefix in capitals: `ERROR FOO.123`, `[ERROR] FOO.123:`."""
    prefix = found[0].rpartition(".")[0]
    if not prefix or not prefix[0].isupper():
        return False
    return _ANNOUNCED.search(text, max(0, found.start() - _LONGEST_ANNOUNCEMENT), found.start()) is not None


def _fields(text: str) -> Iterator[tuple[int, str]]:
    """Find codes behind the name of a field, and those in the sentences of some libraries."""
    for end in _ends(text, _NAME_ENDS):
        found = _VALUE.match(text, end)
        name = _NAME.search(text, max(0, end - _LONGEST_NAME), end) if found else None
        if found is not None and name is not None:
            sure = vocabulary.CODE_KEYS.get(vocabulary.norm(name[0]), 0)
            yield from _code(found, sure) if sure >= vocabulary.USUAL else ()
    for end in _ends(text, _SENTENCES):
        if _SAID.search(text, max(0, end - _LONGEST_NAME), end):
            found = _IN_SENTENCE.match(text, end)
            if found is not None:
                yield from _code(found, vocabulary.USUAL)


def _code(found: re.Match[str], sure: int) -> Iterator[tuple[int, str]]:
    code = found["code"].rstrip(".-")
    if is_code(code, sure) and code not in vocabulary.RPC_CODES:
        yield found.start("code"), code


def _words(text: str, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Find known codes of letters alone, on lines that speak of a failure."""
    done = 0
    for end in sorted(_ends(text, _FAILURES)) if words else ():
        if end <= done:
            continue
        start = max(text.rfind("\n", done, end) + 1, done)
        stop = text.find("\n", end)
        done = stop if stop >= 0 else len(text)
        for found in _CAMEL.finditer(text, start, done):
            if found[0] in words:
                yield found.start(), found[0]


def _ends(text: str, marks: tuple[str, ...]) -> Iterator[int]:
    """Tell where each of some literal marks ends, mark by mark."""
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            yield at + len(mark)
            at = text.find(mark, at + 1)
