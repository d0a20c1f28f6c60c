"""One round of decoding in place: quoted-printable, entities, percent signs, backslashes, base64 that holds text."""

import base64
import binascii
import html
import re
import urllib.parse
from collections.abc import Iterator
from re import Match

from index.mapped import Mapped, replaced, rewritten

_SOFT_BREAK = re.compile(r"(?<!=)=[ \t]*\n")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+")
_QUOTED_LETTERS = re.compile(
    r"(?:=(?:C[2-9A-F]|D[0-9A-F])=[89AB][0-9A-F]|=E[0-9A-F](?:=[89AB][0-9A-F]){2}|=F[0-4](?:=[89AB][0-9A-F]){3})+"
)
"""Letters beyond ASCII in UTF-8: nothing else looks so, whatever stands around."""
_QUOTED_RUN = re.compile(r"(?:=[0-9A-F]{2}){3}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_DOUBLED_KEY = re.compile(r"(?<!\")\"\"[A-Za-z_]\w{0,60}\"\"\s?[:=]|\w=\"\"\w")
_QUOTES = re.compile(r"\"+")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_FORM = re.compile(r"[^\s&\"'<>=]++")
_TEXT_SIGN = re.compile(r"%(?:0[AaDd9]|22|27|2[Cc]|3[Aa]|7[Bb]|[Ee][2-9]%)")
"""What a form encodes of a text, and hardly ever of a key or signature."""
_PLUS = re.compile(r"\+")
_BACKSLASH = re.compile(
    r"(?:\\x[0-9a-fA-F]{2})+|(?:\\[0-3][0-7]{2}){2,}|(?:\\u[0-9a-fA-F]{4})+|\\U[0-9a-fA-F]{8}|\\[\"'\\/bfnrt]"
)
_BASE64 = re.compile(
    r"(?<![A-Za-z0-9+/_.-])(?:[A-Za-z0-9+/]{60,76}\n[ \t]?){0,2000}[A-Za-z0-9+/_-]{24,}={0,2}(?![A-Za-z0-9+/_-])"
)
_SIMPLE = {"b": " ", "f": " ", "n": "\n", "r": "", "t": "\t"}
_PRINTABLE = re.compile(r"[\t\n\r\x1b -~\xa0-\uffef]+")
_POINTS = 0x110000
_SURROGATES = 0xD800, 0xE000
_LONGEST_BLOB = 400_000


def decoded(view: Mapped) -> Mapped:
    """Undo one level of every encoding that is found in a text; the same view if there is none."""
    text = view.text
    if "=" in text and _QUOTED_LETTERS.search(text):
        view = replaced(view, _QUOTED_LETTERS, _unquoted)
        text = view.text
    if "=\n" in text or "= \n" in text or "=3D" in text or "uoted-printable" in text:
        hexes = (
            "=3D" in text
            or "=22" in text
            or "uoted-printable" in text
            or len(_QUOTED_RUN.findall(text, 0, 20_000)) > 2  # noqa: PLR2004
        )
        view = replaced(view, _SOFT_BREAK, lambda _found: "")
        if hexes:
            view = replaced(view, _QUOTED, _unquoted)
    if '""' in text and _DOUBLED_KEY.search(text):
        view = rewritten(view, _undoubled(text))
    if "&" in text and ";" in text:
        view = replaced(view, _ENTITY, _entity)
    if "%" in text:
        if "+" in text:
            view = rewritten(view, _form_blanks(view.text))
        view = replaced(view, _PERCENT, _percent)
    if "\\" in text:
        view = replaced(view, _BACKSLASH, _unescaped)
    return replaced(view, _BASE64, _from_base64)


def _form_blanks(text: str) -> Iterator[tuple[int, int, str]]:
    """Make blanks of the plus signs in what a form sent: an encoded text without encoded blanks."""
    for found in _FORM.finditer(text):
        if "+" in found[0] and "%20" not in found[0] and _TEXT_SIGN.search(found[0]):
            yield from ((at.start(), at.end(), " ") for at in _PLUS.finditer(text, *found.span()))


def _undoubled(text: str) -> Iterator[tuple[int, int, str]]:
    """Halve the quotes within the cells of a CSV file; the cell's own quotes go."""
    inside = False
    for found in _QUOTES.finditer(text):
        start, end = found.span()
        count = end - start
        if not inside:
            if count % 2 and (start == 0 or text[start - 1] in ",;|\t\n "):
                inside = True
                yield start, end, '"' * (count // 2)
            continue
        if count > 1 or text[end : end + 1] in {"", ",", ";", "|", "\t", "\n", "\r"}:
            inside = count % 2 == 0
            yield start, end, '"' * (count // 2)


def _unquoted(found: Match[str]) -> str | None:
    return _utf8(bytes.fromhex(found[0].replace("=", "")))


def _entity(found: Match[str]) -> str | None:
    plain = html.unescape(found[0])
    return None if plain == found[0] else plain


def _percent(found: Match[str]) -> str | None:
    try:
        return urllib.parse.unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return None


def _unescaped(found: Match[str]) -> str | None:
    escape = found[0]
    kind = escape[1]
    if kind == "x":
        return _utf8(bytes.fromhex(escape.replace("\\x", "")))
    if kind in "01234567":
        return _utf8(bytes(int(digits, 8) for digits in escape.split("\\")[1:]))
    if kind == "u":
        units = b"".join(bytes.fromhex(unit) for unit in escape.split("\\u")[1:])
        return units.decode("utf-16-be", errors="replace")
    if kind == "U":
        return letter(escape[2:])
    return _SIMPLE.get(kind, kind)


def letter(hexes: str) -> str:
    """Return the letter of a code point in hexadecimal; U+FFFD for what is none."""
    point = int(hexes, 16)
    return chr(point) if point < _POINTS and not _SURROGATES[0] <= point < _SURROGATES[1] else "\ufffd"


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1") if len(raw) == 1 else None


def _from_base64(found: Match[str]) -> str | None:
    """Decode a run of base64 letters; None unless it holds a text that looks like one."""
    blob = found[0]
    if len(blob) > _LONGEST_BLOB:
        return None
    blob = "".join(blob.split()).rstrip("=").replace("-", "+").replace("_", "/")
    if len(blob) % 4 == 1:  # cut off in the middle of three bytes
        blob = blob[:-1]
    try:
        raw = base64.b64decode(blob + "=" * (-len(blob) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        if error.start < len(raw) - 3:  # anything but a letter cut off at the end
            return None
        text = raw[: error.start].decode()
    return text if _PRINTABLE.fullmatch(text) and any(mark in text for mark in '":= <%') else None
