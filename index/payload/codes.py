"""Finds codes by their form alone: a service's prefix and a number, wherever they stand."""

import re
from collections.abc import Callable, Iterator

from index.payload import vocabulary
from index.payload.forms import tidy
from index.payload.reading import Finding, Piece, Strength
from index.payload.sentences import sentence_before
from index.payload.view import View

NUMBERED = re.compile(
    r"(?<![A-Za-z0-9_./@%\-])[A-Za-z][A-Za-z0-9]{1,20}(?:[._][A-Za-z][A-Za-z0-9]{1,15}){0,2}[._]\d{3,10}(?![A-Za-z0-9]|[._\-/@]\w)"
)
_SEPARATED = re.compile(
    r"(?<![A-Za-z0-9_./@%\-])([A-Za-z]{2,15}(?:[ .\-_:][A-Za-z][A-Za-z0-9]{1,5}){0,1})[ \-_:#]{0,2}(\d{4,10})(?![A-Za-z0-9]|[._\-/@:]\w)"
)
_SCANNED = re.compile(
    r"(?<![A-Za-z0-9_./@%\-])[A-Za-z0-9][A-Za-z0-9]{1,20}(?:[._,][A-Za-z0-9]{2,15}){0,2}[._,](?=[A-Za-z|]{0,9}\d|[Oo])[0-9OoQDlI|SBZ]{3,10}(?![A-Za-z0-9]|[._\-/@]\w)"
)
_AFTER = re.compile(r"[\]\"'*`)]{0,3}\s?(?::|-|–|—|,|\()\s*(?=\S)|[\]]\s*(?=\S)")
_STATED = re.compile(
    r"[ ]?[(\[](?:HTTP[ /:]?|[Ss]tatus[ :]?)?[ ]?(?P<status>[45]\d\d)(?: [A-Za-z ]{1,30})?[)\]]"
)
"""A status right behind a code: `Abc.0409 (HTTP 409): ...`."""
_STATED_BEFORE = re.compile(r"(?:^|[\])>:|,;]|\n)[ \t]{0,4}(?P<status>[45]\d\d)[ ]{1,3}[\[(]?\Z")
"""One right before it: `[job] 409 Abc.0409 ...`."""
_LONGEST_STATED = 12
_STOP = re.compile(
    r"\n|\s\|\s|\t|\|[ ]*(?=\n|\Z)|[ ,，;；][ ]?(?:HTTP ?)?(?:状态码|请求 ?ID|[Rr]equest[ _-]?[Ii][Dd])[ ]?[:：=]"
    r"|[,;] (?:HTTP|[Ss]tatus)[^,;\n]{0,12}[45]\d\d\b|[ ]{3,}(?=\S)|[ ]{1,2}\((?:HTTP )?(?:[Ss]tatus )?(?:[Cc]ode)?[ :]{0,2}[45]\d\d(?=\)|[,;] ?(?:[Rr]eq|[Tt]race|[Xx]-|id\b))"
)
_STOP_QUOTED = {quote: re.compile(rf"\n|\s\|\s|\t|{quote}(?=[,}}\s)\]]|$)") for quote in "\"'"}
_OPENED = {"(", "（", "["}
_BRACKETED = re.compile(r"[)）\]][ \t]*[.。!]?[ \t]*(?=\n|\Z)")
"""Behind a code in brackets that ends its line: what it says stands before it."""
_FIRST = re.compile(r"[._]")
_LONGEST = 1000
_CAMEL = re.compile(r"(?<![A-Za-z0-9_.$/@\-])[A-Z][A-Za-z]{3,80}+(?![A-Za-z0-9_$(]|\.[A-Za-z])")
_HUMPS = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_REPORTING = re.compile(
    r"(?i)\b(?:errors?|codes?|fail(?:s|ed|ure)?|gets?|got|getting|returns?|returned|exception|ocr|shows?|says|receiv\w+|fehler\w*)\b|报错|错误|异常|提示|失败|返回"
)
_AROUND = 40
_SHORTEST = 8


def numbered(text: str, is_known: Callable[[str], bool]) -> Iterator[Piece]:
    """Find the numbered codes alone, without what they say."""
    codes: dict[str, bool] = {}
    for found in NUMBERED.finditer(text):
        code = found[0]
        if code not in codes:
            codes[code] = is_known(code) or _is_family(code)
        if codes[code]:
            yield Piece(code, *found.span())


def _is_family(code: str) -> bool:
    return code[0].isupper() and _FIRST.split(code, 1)[0].lower() in vocabulary.FAMILIES


def misread_codes(view: View, is_misread: Callable[[str], bool]) -> Iterator[Finding]:
    """Find numbered codes in whose number a scanner took digits for letters, where exactly one code can be meant."""
    for found in _SCANNED.finditer(view.text):
        if not NUMBERED.fullmatch(found[0]) and is_misread(found[0]):
            yield _finding(view.text, Piece(found[0], *found.span()), Strength.BARE)


def bare_codes(view: View, is_known: Callable[[str], bool]) -> Iterator[Finding]:
    """Find numbered codes: those that a catalogue has, and those whose prefix names a service."""
    text = view.text
    for found in NUMBERED.finditer(text):
        if is_known(found[0]) or _is_family(found[0]):
            yield _finding(text, Piece(found[0], *found.span()), Strength.BARE)
    for found in _SEPARATED.finditer(text):
        prefix = re.split(r"[ .\-_:]", found[1])[0].lower()
        if prefix in vocabulary.FAMILIES and not is_known(found[0]):
            yield _finding(text, Piece(found[0], *found.span()), Strength.MENTION)


def _quote_around(text: str, at: int) -> str:
    """Return the quote that is open at a place of its line, "" if there is none."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - 400) : at]
    return next((quote for quote in "\"'" if line.count(quote) % 2 == 1), "")


def _finding(text: str, code: Piece, strength: Strength) -> Finding:
    message = None
    stated = _STATED.match(text, code.end)
    after = _AFTER.match(text, stated.end() if stated else code.end)
    if after:
        limit = min(len(text), after.end() + _LONGEST)
        quote = _quote_around(text, code.start)
        stop = (_STOP_QUOTED[quote] if quote else _STOP).search(text, after.end(), limit)
        end = stop.start() if stop else limit
        if after[0].strip().endswith("("):
            close = text.find(")", after.end(), limit)
            end = min(end if stop and stop[0] != "\n" else limit, close) if close >= 0 else end
        rest = text[after.end() : end]
        plain = " ".join(rest.split()).rstrip(" *`")
        firm = after[0].strip() in {":", "(", "]:", "]", '":', "):", "*:", "**:"}
        if firm and (" " in plain or len(plain) > _SHORTEST) and not plain.startswith(("{", "[")):
            message = tidy(Piece(plain, after.end(), end))
    if message is None and text[code.start - 1 : code.start] in _OPENED and _BRACKETED.match(text, code.end):
        message = sentence_before(text, code.start - 1)
    stated = stated or _STATED_BEFORE.search(text, max(0, code.start - _LONGEST_STATED), code.start)
    return Finding(
        code=code,
        message=message,
        status=int(stated["status"]) if stated else None,
        status_piece=Piece(stated["status"], *stated.span("status")) if stated else None,
        strength=strength,
        sure=1,
        start=min(code.start, message.start) if message else code.start,
        end=max(code.end, message.end) if message else code.end,
    )


def camel_words(view: View) -> Iterator[Finding]:
    """Find words that could be codes without digits; strong only in quotes, alone, or beside a word that reports them."""
    text = view.text
    alone = len(text.split()) <= 3  # noqa: PLR2004 - a code, perhaps with a label
    for found in _CAMEL.finditer(text):
        start, end = found.span()
        if not _HUMPS.search(found[0]):
            continue
        line = text[max(text.rfind("\n", 0, start) + 1, start - _AROUND) : start]
        after = text[end : end + _AROUND].split("\n", 1)[0]
        quoted = text[max(start - 1, 0) : start] in {'"', "'", "`", "*"} and text[end : end + 1] in {
            '"',
            "'",
            "`",
            "*",
        }
        denied = after[:1] == "?" or after[:2] == "()"
        reported = not denied and (
            alone or quoted or _REPORTING.search(line) or _REPORTING.match(after.lstrip(" :"))
        )
        finding = _finding(text, Piece(found[0], start, end), Strength.MENTION)
        finding.sure = 1 if reported else 0
        yield finding
