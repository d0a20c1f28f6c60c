"""Messages with placeholders: where the holes are, and the words that stand around them."""

import re
from collections.abc import Iterator

from index.entry import CatalogueEntry
from index.text import fold, late_pattern

HOLE = re.compile(
    r"\{\d{1,2}\}"  # Java MessageFormat
    r"|\$\{[\w.\- ]{1,40}\}|\{[\w.\- ]{1,40}\}"  # ${name}, {name}
    r"|%\(\w{1,40}\)[sdr]|%(?:\d\$)?[sdvqxfu](?!\w)"  # Python and C
    r"|<[A-Za-z][\w .\-]{0,40}>|\*{3,}"  # <name>, ***
    r"|(?<![A-Za-z0-9])[xX]{3,}(?![A-Za-z0-9])"  # literal xxx
)
_PLAIN_WORD = re.compile("[a-z0-9]+")
_WORD = late_pattern("[a-z0-9]+|[㐀-鿿]+")


def message_texts(entry: CatalogueEntry) -> Iterator[str]:
    """List the texts that an API may print for an entry: its message, earlier ones, and its descriptions.

    Pages without a message column describe what is printed, often word for word.
    """
    if entry.message:
        yield entry.message
    for alias in entry.aliases:
        yield alias.message
    yield from entry.description.values()


def literals(template: str) -> tuple[str, ...]:
    """Return the fixed pieces of a template, in order, empty ones included.

    >>> literals("the limit is {0}.")
    ('the limit is ', '.')
    """
    return tuple(HOLE.split(template))


def words(text: str) -> Iterator[str]:
    """Cut a text into words by which templates are looked up: runs of letters and digits; Chinese in bigrams.

    >>> list(words("Limit 5: 配额不足"))
    ['limit', '5', '配额', '额不', '不足']
    """
    folded = fold(text)
    for word in (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded):
        if word[0] >= "㐀" and len(word) > 1:
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        else:
            yield word


def anchor_words(template: str) -> set[str]:
    """Return the words that every message made from the template holds whole.

    A word that touches a placeholder is left out: a value may stretch it.

    >>> sorted(anchor_words("limit {0}MB is over"))
    ['is', 'limit', 'over']
    """
    found: set[str] = set()
    pieces = literals(template)
    for number, piece in enumerate(pieces):
        whole = fold(piece)
        if number > 0:
            whole = re.sub(r"^[a-z0-9]+|^[㐀-鿿]", " ", whole)
        if number < len(pieces) - 1:
            whole = re.sub(r"[a-z0-9]+$|[㐀-鿿]$", " ", whole)
        found.update(words(whole))
    return found
