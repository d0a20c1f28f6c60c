"""The views of a pasted text: cleaned, decoded round by round, hard wraps joined; each with its way back.

Every view is a whole text in which one more level of every encoding is undone in place, so that what stands around an
escaped body (a status, a request id, a host) still stands around it. At most four rounds; equal views are left out.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from index.mapped import Mapped, replaced, rewritten
from index.payload.cleaning import cleaned, unframed
from index.payload.decoding import decoded
from index.payload.dumps import undumped

_ROUNDS = 4
_LARGEST_JOINED = 60_000
_LARGEST_GROWTH = 3
_NARROWEST = 24
_NEAR_WIDTH = 16
_STAMP = re.compile(
    r"\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[.,\d]*(?:Z|[ ]?[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|"
    r"\d\d:\d\d:\d\d[.,\d]*|[EWIF]\d{4} \d\d:\d\d:\d\d\.\d+)\]?(?:[ \t]+(?:stdout|stderr) [FP])?(?:[ \t]+\[?(?:ERROR|WARN|WARNING|INFO|DEBUG|"
    r"FATAL|TRACE|error|warn|info|debug)\]?:?)?[ \t]*|[\w.-]{1,60}[ \t]+\|[ ]"
)
_PREFIXED = re.compile(
    rf"^(?:{_STAMP.pattern})(?:\[[^\]\n]{{0,60}}\]?[ ]?)?(?:[\w.$-]{{1,60}}[ ]?(?:-|:)[ ])?", re.MULTILINE
)
_CONTINUED = frozenset(' \t"}]')
_FEWEST = 3
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_OPEN_END = re.compile(r"[A-Za-z0-9,(\[\-]$")
_GOES_ON = re.compile(r"(?!at |in |by |\w+[ ]?[:=])[a-z(\[]")
_CODE_CUT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]*)*\.\d*$")


def views_of(source: Mapped) -> list[Mapped]:
    """Return the views of a text, plainest first. Never raises; time and size grow with the text."""
    first = undumped(_single_spaced(unframed(cleaned(source))))
    views = list(_rounds(first))
    plain = _unstamped(first)
    if plain is not first:
        plain = undumped(plain)
        views += _rounds(plain)
    first = plain
    if "\n" in first.text.strip() and len(first.text) <= _LARGEST_JOINED:
        for glue in ("", " "):
            joined = _joined(first, glue)
            if joined is not first:
                views += _rounds(joined)
    different: dict[str, Mapped] = {}
    for view in views:
        different.setdefault(view.text, view)
    return list(different.values())


def _rounds(view: Mapped) -> Iterator[Mapped]:
    largest = _LARGEST_GROWTH * len(view.text) + 1000
    for _ in range(_ROUNDS + 1):
        yield view
        after = decoded(view)
        if after is view:
            return
        view = unframed(cleaned(after))
        if len(view.text) > largest:
            return


def _single_spaced(view: Mapped) -> Mapped:
    """Take out the blank lines of a text in which a blank one follows every line, as some mail programs make them."""
    lines = view.text.strip().split("\n")
    if (
        len(lines) < _FEWEST
        or any(line.strip() for line in lines[1::2])
        or not all(line.strip() for line in lines[::2])
    ):
        return view
    return replaced(view, _BLANK_LINE, lambda _found: "\n")


def _flows(line: str, after: str) -> bool:
    """Tell whether a sentence goes on in the next line."""
    return _OPEN_END.search(line) is not None and _GOES_ON.match(after) is not None


def _unstamped(view: Mapped) -> Mapped:
    """Take log prefixes off the lines of what was logged as several lines; the same view where each line is a record."""
    lines = [found for found in _PREFIXED.finditer(view.text) if found.end() > found.start()]
    if len(lines) < _FEWEST or not any(
        view.text[found.end() : found.end() + 1] in _CONTINUED for found in lines
    ):
        return view
    return replaced(view, _PREFIXED, lambda found: "" if found[0] else None)


def _joined(view: Mapped, glue: str) -> Mapped:
    """Undo hard wraps: breaks inside a string, at the width of the text, or within a code.

    `glue` is put where it is not known whether a word or a blank was broken.
    """
    text = view.text
    lines = text.split("\n")
    width = max(map(len, lines))
    full = sum(len(line) == width for line in lines) > 1
    changes: list[tuple[int, int, str]] = []
    at, inside = 0, False
    for line, after in pairwise(lines):
        at += len(line)
        inside ^= (line.count('"') - line.count('\\"')) % 2 == 1
        stamp = _STAMP.match(after)
        skip = stamp.end() if stamp else len(after) - len(after.lstrip(" \t"))
        cut = _CODE_CUT.search(line[-60:]) is not None and after[skip : skip + 1].isdigit()
        wide = width >= _NARROWEST and len(line) >= width - _NEAR_WIDTH
        if not line.strip() or not after.strip():
            inside = False
        elif cut:
            changes.append((at, at + 1 + skip, ""))
        elif inside or (not stamp and (wide or (glue and _flows(line, after[skip:])))):
            exact = full and len(line) == width
            changes.append(
                (at, at + 1 + skip, "" if exact and glue == "" else glue if not line.endswith(" ") else "")
            )
        at += 1
    return rewritten(view, changes)
