"""What the value in a cell is, whatever its column is called: a status, a code, prose."""

import functools
import re
from collections.abc import Iterable
from enum import StrEnum
from http import HTTPStatus

_STATUS = re.compile(
    r"(?:HTTP[ /]?(?:1\.[01] |2 )?|HTTP[ -]?)?([1-5][0-9][0-9])(?:(?:[ :：,(（-]+|(?=[A-Z][a-z]{2}))([A-Za-z][A-Za-z '()\-]{1,40}))?[)）]?"
)
_PHRASED = re.compile(r"[A-Z][A-Za-z '-]{1,40}\s?[(（]\s?([1-5][0-9][0-9])\s?[)）]")
"""`Conflict (409)`."""
_STATUSES = re.compile(
    r"[1-5](?:[0-9][0-9]|[xX]{2})(?:\s*(?:[/,、，;|~-]|or|and|或)\s*[1-5](?:[0-9][0-9]|[xX]{2}))*"
)
_NUMBER = re.compile(r"[-−–]?\d{1,12}")
_HEX = re.compile(r"0[xX][0-9A-Fa-f]{1,16}")
_TOKEN = re.compile(r"[A-Za-z0-9_$<{\[%(@*#-][A-Za-z0-9_.:\-/#%{}<>\[\]()$*@+|&~^]{0,99}")
_STRONG = re.compile(
    r"[a-z][A-Z]|[A-Za-z][._\-:#/]?[0-9]|[A-Za-z0-9][._:][A-Za-z0-9]|[A-Z]_[A-Z]|[A-Z][a-z]+[A-Z]|[A-Z]-[0-9]|[A-Z]{3}-[A-Z]{2}"
)
_WRAPPED = re.compile(r"(?<=\w[._\-/])\s+(?=\w)|(?<=\w)\s+(?=[._/]\w)")
_NOTES = re.compile(r"(?<=[A-Za-z0-9])\s?[¹²³⁰-⁹*†‡§]+$")
"""Marks of footnotes behind a code."""
_NOTHING = frozenset(
    ("", "-", "--", "---", "—", "–", "n/a", "na", "/", "无", "null", "none", "*", "\\", "nan")
)
_LONGEST_NOTHING = max(map(len, _NOTHING))
_TYPE_WORDS = frozenset(
    "string integer int long boolean bool float double number array object list map struct date datetime yes no true "
    "false 是 否 必选 可选 required optional mandatory json string类型 整型 字符串 对象 数组 integer类型".split()
)
_LONGEST_TOKEN = 200
_PHRASES: dict[int, tuple[str, ...]] = {
    status.value: tuple({re.sub(r"[^a-z]", "", name.casefold()) for name in (status.phrase, status.name)})
    for status in HTTPStatus
}
_PHRASES[413] = (*_PHRASES[413], "requestentitytoolarge", "payloadtoolarge")
_PHRASES[414] = (*_PHRASES[414], "requesturitoolong", "requesturitoolarge", "uritoolong")
_PHRASES[416] = (*_PHRASES[416], "requestedrangenotsatisfiable", "rangenotsatisfiable")
_PHRASES[500] = (*_PHRASES[500], "internalserver")
_PHRASES[504] = (*_PHRASES[504], "servertimeout")
_STATUS_LOW, _STATUS_HIGH = 100, 599


class Kind(StrEnum):
    """What a cell's text looks like."""

    EMPTY = "empty"
    STATUS = "status"
    """An HTTP status, with its reason phrase or not."""
    NUMBER = "number"
    """Another whole number, hexadecimal too."""
    CODE = "code"
    """A token that only a name or code can be: joined words, letters with digits, dots, underscores."""
    WORD = "word"
    """A single plain word."""
    TYPE = "type"
    """A data type, yes or no: what tables of parameters hold."""
    PROSE = "prose"
    """Anything longer."""


def kind_of(text: str) -> Kind:
    """Tell what a cell's text looks like.

    >>> [str(kind_of(text)) for text in ("404", "Ecs.0219", "Not found.", "43000", "")]
    ['status', 'code', 'prose', 'number', 'empty']
    """
    text = text.strip()
    return Kind.PROSE if len(text) > _LONGEST_TOKEN else _short_kind(text)


@functools.lru_cache(maxsize=4096)
def _short_kind(text: str) -> Kind:
    if is_nothing(text):
        return Kind.EMPTY
    if _STATUS.fullmatch(text) or _STATUSES.fullmatch(text) or _PHRASED.fullmatch(text):
        return Kind.STATUS
    if _NUMBER.fullmatch(text) or _HEX.fullmatch(text):
        return Kind.NUMBER
    if text.casefold().removesuffix("[]") in _TYPE_WORDS:
        return Kind.TYPE
    token = unwrap(text)
    if _TOKEN.fullmatch(token) and any(char.isalnum() for char in token):
        return Kind.CODE if _STRONG.search(token) else Kind.WORD
    return Kind.PROSE


def is_nothing(text: str) -> bool:
    """Tell whether a cell says that there is nothing: empty, a dash, `N/A`."""
    bare = text.strip()
    return len(bare) <= _LONGEST_NOTHING and bare.casefold() in _NOTHING


def unwrap(text: str) -> str:
    """Take out the blanks that stand where a page let a code wrap, and the marks of footnotes behind it.

    >>> unwrap("DCS. 4855"), unwrap("DCS.4855 ¹")
    ('DCS.4855', 'DCS.4855')
    """
    return _NOTES.sub("", _WRAPPED.sub("", text.strip())) if len(text) < 200 else text  # noqa: PLR2004 - no code is longer


def status_of(text: str) -> tuple[int | None, str]:
    """Read a status cell: the status if it is a single one, and what the page prints otherwise.

    >>> status_of("404"), status_of("400 Bad Request"), status_of("404/500"), status_of("NA")
    ((404, ''), (400, ''), (None, '404/500'), (None, 'NA'))
    """
    text = " ".join(text.split())
    found = _STATUS.fullmatch(text) or _PHRASED.fullmatch(text)
    if found and _STATUS_LOW <= int(found[1]) <= _STATUS_HIGH:
        return int(found[1]), ""
    return None, text[:80]


def is_reason_phrase(status: str, text: str) -> bool:
    """Tell whether a text is the standard reason phrase of an HTTP status, however it is written.

    >>> is_reason_phrase("404", "NotFound"), is_reason_phrase("404", "NoSuchKey")
    (True, False)
    """
    found = re.match(r"\s*([1-5]\d\d)", status)
    wanted = _PHRASES.get(int(found[1]), ()) if found else ()
    return _letters(text) in wanted


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def share(texts: Iterable[str], *kinds: Kind) -> float:
    """Return which share of the texts that are not empty is of these kinds; 0.0 if all are empty."""
    found = [kind for text in texts if (kind := kind_of(text)) is not Kind.EMPTY]
    return sum(kind in kinds for kind in found) / len(found) if found else 0.0
