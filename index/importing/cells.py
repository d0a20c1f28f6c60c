"""The last touch on a cell before it becomes a text of an entry."""

import re

from index.importing.formats.markup import tidy
from index.text import clean

_ARGUMENT = re.compile(r"\{\d{1,2}(?:,[^{}]{0,40})?\}")


def finished(text: str) -> str:
    """Return a cell's text as it is kept: no stray blanks, MessageFormat quotes as they print.

    Java's MessageFormat prints two quotes as one; they are written so only beside its arguments.

    >>> finished("the group id is ''{0}''.")
    "the group id is '{0}'."
    """
    if "''" in text and _ARGUMENT.search(text):
        text = text.replace("''", "'")
    return tidy(clean(text))
