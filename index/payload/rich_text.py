r"""Rich text (RTF), as word processors and mail programs put it on the clipboard: control words go, paragraphs become lines."""

import re
from re import Match

from index.mapped import Mapped, replaced

_HEAD = re.compile(r"\s{0,20}\{\\rtf\d")
_TABLES = re.compile(r"\{\\(?:\*|(?:fonttbl|colortbl|stylesheet|info)\b)(?:[^{}]|\{[^{}]{0,400}\}){0,4000}\}")
_CONTROL = re.compile(
    r"\\(?:u(?P<point>-?\d{1,6})\??|'(?P<hexes>[0-9a-fA-F]{2})|(?P<word>[a-z]{1,32})(?:-?\d{1,10})?[ ]?|(?P<sign>[\\{}~_*-]))|[{}]"
)
_BREAKS = {"par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": "\t"}
_SIGNS = {"\\": "\\", "{": "{", "}": "}", "~": " ", "_": "-"}
_POINTS = 0x10000


def plain_of(view: Mapped) -> Mapped:
    """Take the control words out of rich text; the same view where it is none."""
    if _HEAD.match(view.text) is None:
        return view
    return replaced(replaced(view, _TABLES, lambda _found: ""), _CONTROL, _plain)


def _plain(found: Match[str]) -> str:
    if found["point"]:
        return chr(int(found["point"]) % _POINTS)
    if found["hexes"]:
        return bytes.fromhex(found["hexes"]).decode("cp1252", "replace")
    if found["word"]:
        return _BREAKS.get(found["word"], "")
    return _SIGNS.get(found["sign"] or "", "")
