"""Tables as terminals draw them, made into tables as texts have them, before any reader looks at them.

+--------+---------+      ┌────────┬─────────┐      | Code   | Meaning |
| Code   | Meaning |      │ Code   │ Meaning │      |---|---|
+--------+---------+  or  ├────────┼─────────┤  to  | LAMP-1 | Off.    |
| LAMP-1 | Off.    |      │ LAMP-1 │ Off.    │      | LAMP-2 | Hot.    |
| LAMP-2 | Hot.    |      │ LAMP-2 │ Hot.    │
+--------+---------+      └────────┴─────────┘
"""

import re
from itertools import groupby

_BOXED = re.compile(r"^[ \t]*[┌├└│┏┣┗┃╔╠╚║╭╰┡┠╞╟][^\n]*$", re.MULTILINE)
_BOXES = str.maketrans(
    dict.fromkeys("│┃║", "|")
    | dict.fromkeys("─━", "-")
    | dict.fromkeys("═", "=")
    | dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯┡╇┩┠┿┨╞╪╡╟╫╢┯┷", "+")
)
_RULE = re.compile(r"[ \t]*\+[-=+]{2,}\+[ \t]*")
_RULED = re.compile(r"^[ \t]*\+[-=+]{2,}\+[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"[ \t]*\|[^\n]*\|[ \t]*")
_RULES = 3
"""A line above, one below the header, one below the rows."""


def redrawn(text: str) -> str:
    """Return a text whose drawn tables of one line a row are pipe tables; everything else stays as it is."""
    if _BOXED.search(text):
        text = _BOXED.sub(lambda found: found[0].translate(_BOXES), text)
    if not _RULED.search(text):
        return text
    lines: list[str] = []
    for drawn, part in groupby(
        text.split("\n"), lambda line: bool(_RULE.fullmatch(line) or _LINE.fullmatch(line))
    ):
        table = list(part)
        lines += (_piped(table) or table) if drawn else table
    return "\n".join(lines)


def _piped(lines: list[str]) -> list[str]:
    """Return the lines of a table as those of a pipe table; [] for one whose rows go over several lines, or are ruled."""
    rules = [at for at, line in enumerate(lines) if _RULE.fullmatch(line)]
    if len(rules) != _RULES or rules[:2] != [0, 2] or rules[2] != len(lines) - 1:
        return []
    rows = lines[3:-1]
    if not rows or not all(line.strip().strip("|").partition("|")[0].strip() for line in rows):
        return []
    columns = lines[1].strip().strip("|").count("|") + 1
    return ["", lines[1].strip(), "|---" * columns + "|", *(line.strip() for line in rows), ""]
