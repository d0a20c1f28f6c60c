"""Texts that went through the wrong code page, read back: UTF-8 and GBK shown as Western letters, UTF-8 shown as Chinese.

Only what is plainly better is taken: a whole run must decode without a fault, and what comes out must be of the kind that people
write. A run of real Western letters or real Chinese decodes to nothing of that kind.
"""

import re
from re import Match

from index.mapped import Mapped, replaced

_WESTERN = re.compile(
    r"[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,2000}(?:[ -~]?[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,2000}){0,400}"
)
_MOJIBAKE = re.compile(r"[Â-ô][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}|â€")
_HAN = re.compile(r"[\u00a4-\u00b7\u0370-\u04ff\u2010-\u9fff\ue000-\uf8ff\uff00-\uffef\ufffd]{3,2000}")
_LOST = re.compile(r"\ufffd+")
_FEW_LOST = 3
_LATIN = 0xFF
_SHORTEST_GBK = 4
_LEAST_SHARE = 0.9
_COMMON = frozenset(range(0xB0, 0xD8))
"""First bytes of the 3,755 characters of GB 2312's first level, which nearly all running text consists of."""
_SIGNS = frozenset(range(0xA1, 0xA4))
"""First bytes of punctuation and full-width forms."""


def repaired(view: Mapped) -> Mapped:
    """Read back what a wrong code page made of a text, where the result is plainly better."""
    view = replaced(view, _WESTERN, _gbk)
    view = replaced(view, _MOJIBAKE, _utf8)
    return replaced(view, _HAN, _utf8_as_gbk)


def _bytes(text: str) -> bytes | None:
    """Return the bytes that a Western code page showed as this text; None where it never did."""
    raw = bytearray()
    for letter in text:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) > _LATIN:
                return None
            raw.append(ord(letter))
    return bytes(raw)


def _gbk(found: Match[str]) -> str | None:
    """Read GBK back from Western letters; None where the run is UTF-8, or no common Chinese comes out."""
    raw = _bytes(found[0])
    if raw is None or len(raw) < _SHORTEST_GBK:
        return None
    try:
        raw.decode()
    except UnicodeDecodeError:
        pass
    else:
        return None  # UTF-8, which is read piece by piece
    try:
        plain = raw.decode("gbk")
    except UnicodeDecodeError:
        return None
    return plain if _is_common(plain) else None


def _is_common(plain: str) -> bool:
    """Tell whether a text, but for its ASCII letters, is Chinese of the common kind, and at least two characters of it."""
    wide = [letter.encode("gbk", errors="replace")[0] for letter in plain if not letter.isascii()]
    common = sum(first in _COMMON or first in _SIGNS for first in wide)
    return len(wide) > 1 and common >= _LEAST_SHARE * len(wide)


def _utf8(found: Match[str]) -> str | None:
    """Read UTF-8 that went through a Western code page back; None if it did not."""
    if found[0] == "â€":
        return '"'
    raw = _bytes(found[0])
    if raw is None:
        return None
    for end in range(len(raw), 1, -1):
        try:
            return raw[:end].decode() + found[0][end:]
        except UnicodeDecodeError:
            continue
    return None


def _utf8_as_gbk(found: Match[str]) -> str | None:
    """Read UTF-8 that was shown as GBK back; None where the run is plain Chinese.

    GBK shows some bytes as nothing but U+FFFD: of such a run the letters around are read, and U+FFFD stays in between.
    """
    try:
        raw = b"\xff".join(part.encode("gb18030") for part in found[0].split("\ufffd"))
    except UnicodeEncodeError:
        return None
    plain = _LOST.sub("\ufffd", raw.decode(errors="replace"))
    lost = plain.count("\ufffd")
    told = "\ufffd" in found[0] or (lost == 1 and plain.endswith("\ufffd"))
    if lost and (not told or lost * _FEW_LOST > len(plain)):
        return None
    return plain if _is_common(plain.replace("\ufffd", "")) else None
