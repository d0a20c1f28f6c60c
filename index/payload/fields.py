"""Finds the fields of a view: `key: value` in whatever notation, read one by one, whether or not the whole is well formed.

JSON and its relatives, reprs of Python, Ruby, Java, Go and Node, YAML, logfmt, headers, query strings, labels in prose and XML
elements all come down to a key, a sign between, and a value. Reading them one by one survives what a parser does not:
truncation, several bodies in a row, comments, missing quotes, logs around and between.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_plus

from index.payload import vocabulary
from index.payload.decoding import letter
from index.payload.reading import Piece
from index.payload.vocabulary import norm

_KEY = re.compile(
    r"(?<![A-Za-z0-9_一-鿿\\])(?P<open>\\{0,15}[\"'`]?)(?P<key>[A-Za-z_@一-鿿][\w.\-@]{0,60}+(?:[ ](?!\d)\w[\w\-]{0,20}+){0,3}?)(?P<close>\\{0,15}[\"'`]?[*_`]{0,2})"
    r"(?:[ ]{0,8}(?P<sep>=>|:=|==|[:=])(?!//)(?![:=])|(?P<tab>\t+))"
)
_ELEMENT = re.compile(
    r"<(?P<key>[A-Za-z][\w.:\-]{0,60})(?:\s[^<>\n]{0,300})?>\s*(?:<!\[CDATA\[(?P<data>(?:(?!\]\]>)[\s\S])*+)|(?P<text>[^<]*+))"
)
_MARKS = re.compile(r"[ \t]*(?:[*_]{1,2}(?=[\w\"'\[])|`)?")
_PREFIX = re.compile(r"(?:[ubr]|&|\$|@|aws\.String\(|String\()?(?=[\"'`])|\[(?=[\"'])")
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
    r"|\s\((?:HTTP (?:status )?\d|[Rr]equest.?[Ii][Dd]|[Ss]tatus\b)|</",
)
_END_EQUALS = re.compile(r"[\s,;&]{1,8}[A-Za-z_][\w.\-]*=(?!=)|&(?=[A-Za-z_][\w.\-]*=)")
_END_MAP = re.compile(rf"\s(?:(?i:{_KNOWN})|[a-z][a-z0-9]{{0,40}}+[A-Z_]\w{{0,60}}+):(?=\S)")
_TOKEN = re.compile(r"[^\s,;\"'{}()\[\]<>|&*`]+")


@dataclass(slots=True)
class Field:
    """One key with its value."""

    key: str
    """Normalised key."""
    value: Piece
    """The value; empty where it is null, empty or a structure."""
    start: int
    """Where the key starts."""
    end: int
    """Where the value ends."""
    quoted: bool = False
    """The value was in quotes (or an element), so that its end is sure."""
    sep: str = ":"
    """The sign between."""


ROLES = {*vocabulary.CODE_KEYS, *vocabulary.MESSAGE_KEYS, *vocabulary.STATUS_KEYS, *vocabulary.ID_KEYS}


class _Ends:
    """Remembers where no end of a value was found, so that values within values take no second walk."""

    def __init__(self) -> None:
        self.low = self.high = 0

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


def fields_of(text: str) -> list[Field]:
    """Return the fields of a text whose keys belong to the vocabulary, in order."""
    found = list(_keyed(text))
    if "</" in text or "<Code" in text or "<code" in text:
        found += _elements(text)
        found.sort(key=lambda each: each.start)
    return found


def role_key(key: str) -> str | None:
    """Return the key of the vocabulary that a key as printed stands for: itself, its last two parts or its last."""
    whole = norm(key)
    if whole in ROLES:
        return whole
    parts = re.split(r"[ .]+", key)
    for count in (3, 2, 1):
        if len(parts) > count:
            last = norm("".join(parts[-count:]))
            if last in ROLES and (count > 1 or last not in _LONELY):
                return last
    dashed = norm(re.split(r"[\-@]", key)[-1]) if key[:1] == "@" else ""
    return dashed if dashed in ROLES else None


_LONELY = {"type", "name", "title", "status", "reason", "error", "cause", "rc", "sc", "rid", "exception"}


def _keyed(text: str) -> Iterator[Field]:
    ends = _Ends()
    for found in _KEY.finditer(text):
        printed = found["key"]
        key = role_key(printed)
        if found["sep"] == "=" and " " in printed:
            key = role_key(printed.rpartition(" ")[2])  # logfmt: what stands before is the last value
        if key is None:
            continue
        opened = found["open"]
        if opened.startswith("\\"):
            continue  # a deeper level of escapes: the next view reads it
        if (
            found["tab"]
            and vocabulary.CODE_KEYS.get(key, 0) + vocabulary.MESSAGE_KEYS.get(key, 0) < vocabulary.SURE
            and key not in vocabulary.ID_KEYS
        ):
            continue
        value, quoted = value_at(text, found.end(), found["sep"] or "\t", key, ends, inside=bool(opened))
        if value is not None:
            yield Field(
                key, value, found.start("key"), max(value.end, found.end()), quoted, found["sep"] or "\t"
            )


def _elements(text: str) -> Iterator[Field]:
    for found in _ELEMENT.finditer(text):
        key = role_key(found["key"].rpartition(":")[2])
        if key is not None:
            name = "data" if found["data"] is not None else "text"
            piece = _trimmed(text, found.start(name), found.end(name))
            if piece.text:
                if name == "text" and "&" in piece.text:
                    piece = piece._replace(text=html.unescape(piece.text))
                yield Field(key, piece, found.start(), found.end(), quoted=True, sep="<")


def value_at(
    text: str, at: int, sep: str, key: str, ends: _Ends, *, inside: bool = False
) -> tuple[Piece | None, bool]:
    """Read the value that starts at `at`; its piece (empty for a structure or null), and whether it was quoted."""
    at = _skip(_MARKS, text, at)
    if inside or text[at : at + 1] == "\n":
        after = _skip(_SPACES, text, at)
        if inside or text[after : after + 1] in "\"'":
            at = after
    prefix = _PREFIX.match(text, at)
    at = prefix.end() if prefix else at
    first = text[at : at + 1]
    if first and first in "\"'`":
        return _quoted(text, at, first), True
    if first in "{[(" or not first:
        return Piece("", at, at), False
    if first == "\\":
        return None, False
    if first == "<" and text.startswith("<![CDATA[", at):
        end = text.find("]]>", at)
        return _trimmed(text, at + 9, end if end > 0 else min(len(text), at + _LONGEST)), True
    block = _BLOCK.match(text, at)
    if block:
        return _block(text, block), False
    return _bare(text, at, sep, key, ends), False


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _quoted(text: str, at: int, quote: str) -> Piece:
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
    # the closing quote is lost: a cut text, or one that became a different quote
    stop = re.compile(r"[\"'][ \t]*[,}\]]|[\"']?\}\}|\n[ \t]*[\"'][\w ]+[\"'][ ]*:|\n\n").search(
        text, start, limit
    )
    return _string(text, start, stop.start() if stop else limit, cut=True)


def _is_escaped(text: str, at: int) -> bool:
    count = 0
    while at > 0 and text[at - 1] == "\\" and count < _MOST_BACKSLASHES:
        at -= 1
        count += 1
    return count % 2 == 1


def _string(text: str, start: int, end: int, *, cut: bool = False) -> Piece:
    piece = _trimmed(text, start, end)
    plain = piece.text
    if cut:
        plain = plain.rstrip("\\")
    if "\\" in plain:
        plain = _ESCAPE.sub(_plain, plain)
    return Piece(_one_line(plain), piece.start, piece.end)


def _one_line(text: str) -> str:
    """Write a text that was broken into lines in one."""
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
    piece = _trimmed(text, start, end)
    return Piece(" ".join(piece.text.split()), piece.start, piece.end)


def _bare(text: str, at: int, sep: str, key: str, ends: _Ends) -> Piece:
    limit = min(len(text), at + 2000)
    if key not in vocabulary.MESSAGE_KEYS or (
        key in vocabulary.CODE_KEYS and key not in {"error", "reason", "title"}
    ):
        token = _TOKEN.match(text, at, limit)
        end = token.end() if token else at
        piece = _trimmed(text, at, end)
        plain = piece.text.rstrip(".:!?。")
        return Piece(plain, piece.start, piece.start + len(plain))
    if sep in {"=", "=="}:
        other = _END_EQUALS.search(text, at, limit)
        limit = other.start() if other else limit
    if text.rfind("map[", max(0, at - 300), at) > text.rfind("]", max(0, at - 300), at):
        other = _END_MAP.search(text, at, limit)
        limit = other.start() if other else limit
    end = ends.after(text, at, limit)
    end = _balanced(text, at, end)
    piece = _trimmed(text, at, end)
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


def _trimmed(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(text[start:end], start, end)
