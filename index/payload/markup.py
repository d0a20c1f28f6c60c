"""HTML around and between what was pasted: tags go, blocks and table rows become lines, table cells are parted by tabs."""

import re
from re import Match

from index.mapped import Mapped, replaced

_INLINE = frozenset("span b i u em strong a font tt small sub sup wbr img kbd samp mark o:p".split())
_CELLS = frozenset({"td", "th"})
_NAMES = (
    "br|p|div|span|pre|b|i|u|em|strong|a|font|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|hr|blockquote|img|"
    "html|body|head|meta|title|style|tt|small|sub|sup|wbr|center|dl|dt|dd|section|article|button|kbd|samp|mark|o:p"
)
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>{_NAMES})(?:\s[^<>\n]{{0,400}})?/?>(?P<line>[ \t]*\n)?", re.IGNORECASE
)
_CELL_TAG = re.compile(
    r"(?:(?<!\s)\s{1,80})?<(?P<close>/?)(?P<name>td|th|tr)(?:\s[^<>\n]{0,400})?>(?:\s{1,80}(?!\s))?",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"<(?:br|hr|img|meta|wbr)\b", re.IGNORECASE)
_CLOSING = re.compile(rf"</(?:{_NAMES})\s?>", re.IGNORECASE)
_GLUED = re.compile(rf"<(?:{'|'.join(sorted(_INLINE))})(?:\s[^<>\n]{{0,400}})?>(?=\w)", re.IGNORECASE)
"""An element right behind another: what both say stands side by side, and is not one word."""
_QUOTED = re.compile(r"\"[^\"\n]*+\"")


def untagged(view: Mapped) -> Mapped:
    """Take HTML tags out of a text that is markup; tags that only stand inside quoted values are words of a message."""
    if "<" not in view.text or not _is_markup(view.text):
        return view
    if _CELL_TAG.search(view.text):
        view = replaced(view, _CELL_TAG, _parted)
    return replaced(view, _TAG, _taken)


def _is_markup(text: str) -> bool:
    """Tell whether tags stand outside of quotes, and one of them closes or needs no closing."""
    outside = _QUOTED.sub("", text) if '"' in text else text
    return _CLOSING.search(outside) is not None or _SINGLE.search(outside) is not None


def _taken(found: Match[str]) -> str:
    if found["name"].lower() in _INLINE:
        return found["line"] or (" " if _is_glued(found) else "")
    return "\n"


def _is_glued(found: Match[str]) -> bool:
    """Tell whether a tag ends a word and the next element begins another right behind it."""
    before = found.string[max(found.start() - 1, 0)]
    return found["close"] != "" and before.isalnum() and _GLUED.match(found.string, found.end()) is not None


def _parted(found: Match[str]) -> str:
    if found["name"].lower() in _CELLS:
        return "\t" if found["close"] else ""
    return "\n"
