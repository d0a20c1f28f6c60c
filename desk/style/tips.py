"""Tool tips of what came from outside: Qt takes a text that looks like markup for markup, pictures from files and all."""

from html import escape

_WIDE = 80
"""Letters from which a line is wrapped; only markup is."""


def plain_tip(text: str) -> str:
    """Return a tool tip that shows this text letter for letter, in lines of a width that can be read.

    >>> plain_tip("Error Codes")
    'Error Codes'
    >>> plain_tip("<img src=x>")
    '<div>&lt;img src=x&gt;</div>'
    """
    if "<" not in text and all(len(line) <= _WIDE for line in text.splitlines()):
        return text
    return f"<div>{escape(text, quote=False)}</div>".replace("\n", "<br>")
