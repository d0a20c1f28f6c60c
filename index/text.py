"""Small things done to every text: cleaning, folding, and the forms a code is known by."""

import re
import unicodedata
from typing import Any, cast

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
_SLUG = re.compile(r"[^\w]+")


class _Late:
    """Stands for a pattern, and compiles it when something is asked of it."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._written), name)
        setattr(self, name, value)  # asked for once
        return value


def late_pattern(written: str) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    Compiling takes a step for each of the 27,000 characters in a range of Chinese ones: a millisecond or two a pattern,
    at every start, for questions that seldom hold any.
    """
    return cast("re.Pattern[str]", _Late(written))


def clean(text: str) -> str:
    """Replace what no text may hold (controls but tab and newline, lone surrogates) with U+FFFD, one for one.

    Lengths stay, so positions in the result are positions in `text`. SQLite, Whoosh, UTF-8 and Qt all take the
    result; a lone surrogate in a Whoosh field makes the whole index unreadable.
    """
    return _CONTROL.sub("\ufffd", text)


def lowered(text: str) -> str:
    """Write a text in lower case letter for letter: what would grow stays as it is, so that places stay places."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def fold(text: str) -> str:
    """Fold width, compatibility forms and case: the form in which texts are compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def fold_code(code: str) -> str:
    """Fold a code for the whole-code look-up: width and case, and no blanks around it.

    >>> fold_code(" ＷＫＳ.0001 ")
    'wks.0001'
    """
    return fold(code).strip()


def code_parts(code: str) -> tuple[str, ...]:
    """Cut a code into its runs of letters and of digits, folded, digits without leading zeros.

    >>> code_parts("SVCSTG.SWR.4001048")
    ('svcstg', 'swr', '4001048')
    >>> code_parts("Ecs.0219")
    ('ecs', '219')
    """
    parts = _PARTS.findall(fold(code))
    return tuple(part.lstrip("0") or "0" if part.isdecimal() and part.isascii() else part for part in parts)


def loose_keys(code: str) -> tuple[str, ...]:
    """List the keys a code is also found by: no separators, no leading zeros, with leading words left out.

    A key must hold the number if the code has one; a code of letters only has one key. First is the whole code.

    >>> loose_keys("SVCSTG.SWR.4001048")
    ('svcstgswr4001048', 'swr4001048', '4001048')
    >>> loose_keys("EnvNotExists")
    ('envnotexists',)
    """
    parts = code_parts(code)
    first_number = next((i for i, part in enumerate(parts) if part.isdecimal()), 0)
    return tuple("".join(parts[start:]) for start in range(first_number + 1)) if parts else ()


def slug(name: str) -> str:
    """Make a name usable in ids and file names: lower case, hyphens.

    >>> slug("Open Telekom Cloud")
    'open-telekom-cloud'
    """
    return _SLUG.sub("-", fold(name)).strip("-")
