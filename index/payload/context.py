"""What stands around errors: statuses stated for them, request ids without a field, and words that tell the product."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from index.payload import vocabulary
from index.payload.fields import Field
from index.payload.forms import is_id
from index.payload.reading import Piece
from index.text import lowered

_LINE = re.compile(r"(?<![\w/])HTTP/[\d.]+[\"']? ([1-5]\d\d)\b")
_BODY = re.compile(
    r"\bResponse:? ?\[?([1-5]\d\d)\b(?=\]?>?(?:\.status_code)?\s{0,8}(?:[{\[<]|\Z|\n))|^[^\w\n]{0,8}(?:GET|POST|PUT|PATCH|DELETE|HEAD) (?:https?://|\{\{)\S{1,2000}\s{1,8}([1-5]\d\d)\b"
    r"|(?<!\S)<-{1,2}[ ]?([1-5]\d\d)(?=[ ]|$)|\bResponse\{protocol=\S{1,20}, code=([1-5]\d\d),"  # OkHttp
    r"|(?i:status[_ .]?code)\S{0,20}[ ]{0,8}\n[ \t]{0,8}(?:\[1\] )?([345]\d\d)[ \t]*$"
    r"|(?:-{1,2}>|=>|→)[ \t]{0,4}(?:HTTP )?([1-5]\d\d)\b(?=[ \t]{0,4}[A-Za-z ]{0,30}[:,\-]?\s{0,8}(?:(?://|#|>)[ ]?)?[{\[<])"
    r"|(?:\b(?:an?|this|the|HTTP|[Ss]tatus|[Gg]ot|returned|answered|with|eine?n?)[ ]|(?:Exception|Error)(?:\$\w{1,40})?:[ ])"
    r"([45]\d\d)[ ]?[:：–-]\s{0,6}[\"'`]{0,3}(?=[{\[<])|<Data(?: Name=[^<>\n]{1,60})?>([45]\d\d)</Data>"
    r"|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S{1,2000} {1,4}(?:-{1,2}>|=>|→) {0,2}([1-5]\d\d)\b",
    re.MULTILINE,
)
_INSTEAD = re.compile(r"but got ([1-5]\d\d) instead")
_PHRASE = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, vocabulary.STATUS_PHRASES), key=len, reverse=True))})\b(?=:? ?\[| with:? ?\[|,? error message)",
    re.IGNORECASE,
)
_REQUESTED = re.compile(
    rf"\b({'|'.join(status.phrase for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST)}): ?\[(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b",
    re.IGNORECASE,
)
_STATUS_OF = {status.phrase.lower(): int(status) for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST}
_NAMES = (
    "|".join(status.phrase for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST) + "|Gateway Time-out"
)
_PROSE = re.compile(
    r"(?:\b(?:HTTP(?:[ -]status)?(?:[ -]?code)?|(?:status|estado|statut|stato)(?:[ -]?(?:code|HTTP))?|status code of [a-z ]{1,30}(?= was| is)|failed with|fails with|responded with|answer(?:s|ed)(?: with)?|replie[ds](?: with)?|returned(?: error)?|response code|received an?|error code|got an?|with)"
    r"[ :=]{1,3}(?:was |is |of |an? |code |status |HTTP )?[*_`\"'(]{0,2}([3-5]\d\d)\b(?!\.?\d|[A-Za-z])|ステータス(?:コード)?[ ]?[:：は]?[ ]?([3-5]\d\d)(?!\d)|\bstatus was [*_`]{0,2}([3-5]\d\d)\b|\((?:HTTP )?([45]\d\d)(?:\)|[,;] ?(?i:x-)?(?i:req|trace|id\b|code|body))|"
    r"(?i:status|http|code|状态)[^\n?？]{0,24}[?？][ \t]{0,4}\n(?:[^\n]{0,120}\n)?[ \t>|]{0,8}([45]\d\d)[ \t]*(?=\n|\Z)|"
    r"\b(?:it|that|this)(?:'s| was| is) an? ([45]\d\d)\b(?![ ]?(?:[GMK]i?B|%|ms)\b)|"
    r"(?:返回|状态|响应|报|收到|得到|遇到|狀態|回應|回傳|回传)(?:码|碼|了|的)?[ ]?(?:[:：=为是])?[ ]?([3-5]\d\d)(?![.]?\d|[A-Za-z]|[ ]?[个条次元台行秒])|"
    r"\b(?:upstream|backend|response|reply|answer|server) ([45]\d\d):? {1,2}(?=\{[\"'\\])|"
    r"(?<=[}\]])[ \t]{0,4}\n[ \t]{0,4}([45]\d\d)(?:[ \t]+[\d.]+ ?m?s?)?[ \t]*(?=\n|\Z)|"
    rf"(?<!\w)(?<!\d:\d\d:\d\d[.,])(?<!\d[-/.])([45]\d\d)(?: |: | \(| - )(?:Client Error|Server Error|{_NAMES}|error\b))",
    re.IGNORECASE,
)
ID_IN_PROSE = re.compile(
    r"(?i:\b(?:request|trace|correlation)[ _-]?id(?![A-Za-z0-9_])|请求 ?id|anfrage-?(?:id|kennung|nummer)\b|id(?:entifi(?:ant|cador))?\.? de (?:la )?(?:requête|solicitud)\b|リクエスト ?id|요청 ?id)[\"'”\\)]{0,4}[ \t]{0,3}(?:(?:[:=]|=>|：)\s{0,3}|is |was |ist |lautet |est |es |为|是|は)?[ \t]{0,2}(?:\\{0,7}[\"'])?[(\[<*`]{0,2}"
    r"([A-Za-z0-9][\w\-]{7,80})"
    r"|\b(req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b|[?&]requestId=([\w\-]{8,64})|(?i:\breq(?:uest|uête)?|\banfrage|\breference|\breferenz)(?:[ |#]|[*_`:=]{1,3}[ ]?`?| is | ist | est )`?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})\b"
)
_ID_STEMS = (
    "req",
    "trace",
    "correlation",
    "请求",
    "?request",
    "&request",
    "anfrage",
    "identifi",
    "id de",
    "id. de",
    "リクエスト",
    "referen",
    "요청",
)


@dataclass(slots=True)
class Stated:
    """A status that a text states outside of fields that hold the error itself."""

    status: int
    """The status, 100 to 599."""
    piece: Piece
    """Where it stands."""
    kind: str
    """`line` (HTTP head), `phrase` (wording of a library), `field` or `prose`."""


def statuses_of(text: str, fields: list[Field]) -> list[Stated]:
    """Return the statuses that a text states, in order."""
    found = [Stated(int(m[1]), Piece(m[1], *m.span(1)), "line") for m in _LINE.finditer(text)]
    for m in _BODY.finditer(text):
        group = m.lastindex or 0
        found.append(Stated(int(m[group]), Piece(m[group], *m.span(group)), "line"))
    found += [Stated(int(m[1]), Piece(m[1], *m.span(1)), "phrase") for m in _INSTEAD.finditer(text)]
    found += [
        Stated(vocabulary.STATUS_PHRASES[" ".join(m[0].lower().split())], Piece(m[0], *m.span()), "phrase")
        for m in _PHRASE.finditer(text)
    ]
    for m in _PROSE.finditer(text):
        group = m.lastindex or 0
        found.append(Stated(int(m[group]), Piece(m[group], *m.span(group)), "prose"))
    found += [
        Stated(_STATUS_OF[m[1].lower()], Piece(m[1], *m.span(1)), "phrase") for m in _REQUESTED.finditer(text)
    ]
    for each in fields:
        if each.key in vocabulary.STATUS_KEYS and re.fullmatch(r"[1-5]\d\d\b.{0,40}", each.value.text):
            found.append(
                Stated(
                    int(each.value.text[:3]),
                    Piece(each.value.text[:3], each.value.start, each.value.start + 3),
                    "field",
                )
            )
    found.sort(key=lambda each: each.piece.start)
    return found


def _ids_in_prose(text: str) -> Iterator[re.Match[str]]:
    """Match request ids in prose where their words stand; plain searches beat a pattern that begins with many words."""
    low = lowered(text)
    places: list[int] = []
    for word in _ID_STEMS:
        at = low.find(word)
        while at >= 0:
            places.append(at)
            at = low.find(word, at + len(word))
    done = 0
    for at in sorted(places):
        found = ID_IN_PROSE.match(text, at) if at >= done else None
        if found:
            done = found.end()
            yield found


def ids_of(text: str, fields: list[Field]) -> Iterator[Piece]:
    """Find all request ids of a text, in fields and in prose."""
    for each in fields:
        if each.key in vocabulary.ID_KEYS and is_id(each.value.text):
            yield each.value
    for m in _ids_in_prose(text):
        group = next(number for number in (1, 2, 3, 4) if m[number])
        if is_id(m[group]) and any(letter.isdigit() for letter in m[group]):
            yield Piece(m[group], *m.span(group))
