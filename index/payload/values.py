"""Reads the value of one field from where it starts: a string in its quotes, a YAML block, or bare words up to what ends them."""

import re
from urllib.parse import unquote_plus

from index.payload import vocabulary
from index.payload.decoding import letter
from index.payload.reading import Piece
from index.payload.wraps import is_hard_wrapped

_MARKS = re.compile(r"[ \t]*(?:[*_]{1,2}[ \t]{0,4}(?=[\w\"'\[`*_]))?(?:[*_]{1,2}(?=[\w\"'\[])|`)?")
_PREFIX = re.compile(r"(?:[ubr]|chr |&|\$|@|aws\.String\(|String\(|Some\(|Optional\()?(?=[\"'`])|\[(?=[\"'])")
_TYPED = re.compile(r"(?:Str|Int|Double|Bool)\((?=[\w-])")
"""What exporters of traces put around a value: `Str(x)`, `Int(404)`."""
_SPACED = re.compile(
    r"[A-Za-z][A-Za-z0-9]{1,20}(?: ?[._] ?[A-Za-z0-9]{2,15}){0,2} ?[._] ?(?=[\dOolIS]*\d)[\dOolIS]{3,10}(?![A-Za-z0-9])"
)
"""A code into which a scanner put blanks."""
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_LINE_ESCAPES = {"n": "\n", "t": "\t", "r": "", "b": "", "f": ""}
_BEFORE_STOP = re.compile(r"\s*\n\s*(?=[.,;:!?)\]])")
_LONGEST = 4000
_MOST_QUOTES = 12
_MOST_BACKSLASHES = 64
_SPACES = re.compile(r"\s{0,80}")
_AFTER_QUOTE = re.compile(r"\s*(?:[,}\])>;&|]|$|//|/\*|\n|[A-Za-z_][\w.\-]*=|\.{3}|…|\[\d)|[ \t]*[:.](?=\s)")
_BLOCK = re.compile(r"[|>][+-]?[ \t]*\n(?P<indent>[ \t]+)")
_ID_WORDS = (
    r"x-[a-z\-]*request-?id|request[ _-]?id|requestuuid|request identifier|trace[ _-]?id|host ?id|hostid|status[ _-]?code|correlation[ _-]?id|"
    r"请求 ?id|extended request id|respheaders|recommend|encoded_authorization_message|http ?status|errorcode|error_code|troubleshoot"
)
_KNOWN = "|".join(
    sorted(
        {*vocabulary.CODE_KEYS, *vocabulary.MESSAGE_KEYS, *vocabulary.OTHER_KEYS, *vocabulary.ID_KEYS}
        - {"error", "type"},
        key=len,
        reverse=True,
    )
)
_END = re.compile(
    rf"\n|,\s*[\"']?(?:(?i:{_KNOWN})[\"']?\s?|(?:[a-z0-9]{{1,40}}+[A-Z_]\w{{0,60}}+|(?=[A-Z]\w{{0,40}}?[a-z]\w{{0,40}}?[A-Z])[A-Z]\w{{2,60}}+)[\"']?)[:=](?!//)"
    rf"|[\s,;(\[]{{1,8}}(?i:{_ID_WORDS})['\"]?\s*[:=]"
    r"|(?:[ \t]{2,}|\t|[.;]\s+)[A-Z][A-Za-z]{0,40}+(?: [A-Z][A-Za-z]{0,40}+){0,2}[:=]\s|\s\|\s|,?\s\w+=>|[\"'],\s*[\"']|[\"']\s*[}\])]|\"\s*$|(?:;|:)\s*timestamp="
    r"|[,;] (?:HTTP|[Ss]tatus)[^,;\n]{0,12}[45]\d\d\b|\s\((?:HTTP (?:status )?(?:code:? )?\d|[45]\d\d(?:\)|[,;] ?(?:[Rr]eq|[Tt]race|[Xx]-))|[Rr]equest.?[Ii][Dd]|[Ss]tatus\b)|</",
)
_END_EQUALS = re.compile(r"[\s,;&]{1,8}[A-Za-z_][\w.\-]*=(?!=)|&(?=[A-Za-z_][\w.\-]*=)")
_END_MAP = re.compile(
    rf"\s(?:(?i:{_KNOWN})|[a-z][a-z0-9]{{0,40}}+[A-Z_]\w{{0,60}}+|[A-Z][a-z0-9]{{1,40}}+[A-Z]\w{{0,60}}+):(?=\S)"
)
_TOKEN = re.compile(r"[^\s,;\"'{}()\[\]<>|&*`]+")


_LOST_END = re.compile(r"[\"'][ \t]*[,}\]]|[\"']?\}\}|\n[ \t]*[\"'][\w ]+[\"'][ ]*:|\n\n")
_LONGEST_LOST = 100


class Ends:
    """Remembers where no end of a value was found, so that values within values take no second walk."""

    def __init__(self) -> None:
        self.low = self.high = 0
        self._lost, self._searched = -1, 0

    def after(self, text: str, at: int, limit: int) -> int:
        """Return where a bare value that starts at `at` ends."""
        begin = self.high if self.low <= at < self.high else at
        if begin >= limit:
            return limit
        found = _END.search(text, begin, limit)
        if begin == at:
            self.low = at
        self.high = found.start() if found else limit
        return self.high

    def lost(self, text: str, at: int, limit: int) -> int:
        """Return where a string that starts at `at` ends whose closing quote is lost: in a cut text, or another quote."""
        if self._lost < at:
            found = _LOST_END.search(text, max(at, self._searched - _LONGEST_LOST), limit)
            self._searched, self._lost = limit, found.start() if found else -1
        return self._lost if at <= self._lost < limit else limit


def value_at(
    text: str, at: int, sep: str, key: str, ends: Ends, *, inside: bool = False
) -> tuple[Piece | None, bool]:
    """Read the value that starts at `at`; its piece (empty for a structure or null), and whether it was quoted."""
    at = _skip(_MARKS, text, at)
    if inside or text[at : at + 1] == "\n":
        after = _skip(_SPACES, text, at)
        if inside or text[after : after + 1] in "\"'":
            at = after
    prefix = _PREFIX.match(text, at) or _TYPED.match(text, at)
    at = prefix.end() if prefix else at
    first = text[at : at + 1]
    if first and first in "\"'`":
        return _tripled(text, at) or _quoted(text, at, first, ends), True
    if first in "{[(" or not first:
        return Piece("", at, at), False
    if first == "\\":
        return None, False
    if first == "<" and text.startswith("<![CDATA[", at):
        end = text.find("]]>", at)
        return trimmed(text, at + 9, end if end > 0 else min(len(text), at + _LONGEST)), True
    block = _BLOCK.match(text, at)
    if block:
        return _block(text, block), False
    return _bare(text, at, sep, key, ends), False


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _tripled(text: str, at: int) -> Piece | None:
    """Read a string between three quotes, as TOML and Python have them."""
    end = text.find('"""', at + 4, at + _LONGEST) if text.startswith('"""', at) else -1
    return _string(text, at + 3, end) if end >= 0 else None


def _quoted(text: str, at: int, quote: str, ends: Ends) -> Piece:
    """Read a string from its quote on. A quote that nothing ending follows belongs to the text."""
    start, limit = at + 1, min(len(text), at + 1 + _LONGEST)
    end, first, tries = start, -1, 0
    while tries < _MOST_QUOTES:
        end = text.find(quote, end, limit)
        if end < 0:
            break
        if _is_escaped(text, end):
            end += 1
            continue
        if _AFTER_QUOTE.match(text, end + 1) and not (end == start and text[end + 1 : end + 2].isalnum()):
            return _string(text, start, end)
        first = end if first < 0 else first
        end += 1
        tries += 1
    if first >= 0:
        return _string(text, start, first)
    return _string(text, start, ends.lost(text, start, limit), cut=True)


def _is_escaped(text: str, at: int) -> bool:
    count = 0
    while at > 0 and text[at - 1] == "\\" and count < _MOST_BACKSLASHES:
        at -= 1
        count += 1
    return count % 2 == 1


def _string(text: str, start: int, end: int, *, cut: bool = False) -> Piece:
    piece = trimmed(text, start, end)
    plain = piece.text
    if cut:
        plain = plain.rstrip("\\")
    if "\\" in plain:
        plain = _ESCAPE.sub(_plain, plain)
    glue = "" if "\n" in plain and is_hard_wrapped(text, piece.start, piece.end) else " "
    return Piece(_one_line(plain, glue), piece.start, piece.end)


def _one_line(text: str, glue: str) -> str:
    """Write a text that was broken into lines in one."""
    if "\n" in text and not glue:
        text = text.replace("\n", "")
    return " ".join(_BEFORE_STOP.sub("", text).split()) if "\n" in text else text.strip()


def _plain(found: re.Match[str]) -> str:
    if found[1] or found[2]:
        return letter(found[1] or found[2])
    return _LINE_ESCAPES.get(found[3], found[3])


def _block(text: str, block: re.Match[str]) -> Piece:
    """Read a YAML block: the lines indented as the first."""
    start, end = block.end(), block.end()
    while True:
        stop = text.find("\n", end)
        end = stop if stop >= 0 else len(text)
        if stop < 0 or not text.startswith(block["indent"], stop + 1) or end - start > _LONGEST:
            break
        end = stop + 1
    piece = trimmed(text, start, end)
    return Piece(" ".join(piece.text.split()), piece.start, piece.end)


def _bare(text: str, at: int, sep: str, key: str, ends: Ends) -> Piece:
    limit = min(len(text), at + 2000)
    if key not in vocabulary.MESSAGE_KEYS or (
        key in vocabulary.CODE_KEYS and key not in {"error", "reason", "title"}
    ):
        spaced = vocabulary.CODE_KEYS.get(key, 0) >= vocabulary.USUAL
        token = (_SPACED.match(text, at, limit) if spaced else None) or _TOKEN.match(text, at, limit)
        end = token.end() if token else at
        piece = trimmed(text, at, end)
        plain = piece.text.rstrip(".:!?。")
        return Piece(plain, piece.start, piece.start + len(plain))
    if sep in {"=", "=="}:
        other = _END_EQUALS.search(text, at, limit)
        limit = other.start() if other else limit
    if _is_in_go(text, at):
        other = _END_MAP.search(text, at, limit)
        limit = other.start() if other else limit
    end = _balanced(text, at, _past_quotes(text, at, ends.after(text, at, limit), limit))
    piece = trimmed(text, at, end)
    plain = piece.text
    if (
        sep == "="
        and "+" in plain
        and " " not in plain
        and (text[end : end + 1] in {"", "&"} or text.rfind("&", max(0, at - 80), at) >= 0)
    ):
        plain = unquote_plus(plain)
    plain = plain.rstrip("*`_ ")
    plain = (
        ""
        if plain in vocabulary.WRAPPERS and plain.lower() in {"none", "null", "nil", "undefined"}
        else plain
    )
    return Piece(plain, piece.start, piece.end)


def _is_in_go(text: str, at: int) -> bool:
    """Tell whether a value stands in what Go prints of a map or structure: `map[a:b c:d]`, `&{A:b C:d}`."""
    low = max(0, at - 300)
    return text.rfind("map[", low, at) > text.rfind("]", low, at) or (
        text[at - 1 : at] == ":" and text.rfind("{", low, at) > text.rfind("}", low, at)
    )


def _past_quotes(text: str, at: int, end: int, limit: int) -> int:
    """Take the quote along that closes one opened since `at`, and what follows it up to the next end."""
    for _ in range(_MOST_QUOTES):
        quote = text[end : end + 1]
        if not quote or quote not in "\"'" or text.count(quote, at, end) % 2 == 0:
            break
        found = _END.search(text, end + 1, limit)
        end = found.start() if found else limit
    return end


_CLOSERS = {"}": "{", ")": "(", "]": "["}
_BRACKETS = re.compile(r"[{}()\[\]]")


def _balanced(text: str, start: int, end: int) -> int:
    """Return where the first bracket stands that closes nothing opened since `start`, else `end`."""
    depth = {"{": 0, "(": 0, "[": 0}
    for found in _BRACKETS.finditer(text, start, end):
        letter = found[0]
        if letter in depth:
            depth[letter] += 1
        elif depth[_CLOSERS[letter]] == 0:
            return found.start()
        else:
            depth[_CLOSERS[letter]] -= 1
    return end


def trimmed(text: str, start: int, end: int) -> Piece:
    """Return a stretch without the blanks at both its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(text[start:end], start, end)
