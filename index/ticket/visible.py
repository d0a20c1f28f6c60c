"""Makes what cannot be seen visible: controls, bidirectional overrides, zero-width characters.

In a ticket they would hide text, turn it round or upset the program that it is pasted into; in a code they would make two
different codes look the same.
"""

import re

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = r"\u061c\u202a-\u202e\u2066-\u2069"
_HIDDEN = r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
_NONE = r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNSEEN = re.compile(
    r"(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"  # regional flags are written with tags
    rf"|[{_CONTROL}{_BIDI}{_HIDDEN}{_NONE}\U000e0000-\U000e0fff]"
)
_NEWLINES = re.compile(r"\r\n?|\x85|\x0b|\x0c|\u2028|\u2029")
_MANY_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def visible(text: str) -> str:
    r"""Return the text with one kind of newline and every unseen character written out.

    >>> visible("a\x1b[31m\u202eb")
    'a[U+001B][31m[U+202E]b'

    Joiners that scripts and emoji need stay, and so do direction marks, which turn nothing round. More than four accents
    on one letter, which would cover the lines above, are cut to four.
    """
    text = _MANY_MARKS.sub(r"\1", _NEWLINES.sub("\n", text))
    return _UNSEEN.sub(lambda found: found["flag"] or f"[U+{ord(found[0]):04X}]", text)
