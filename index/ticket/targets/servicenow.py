"""ServiceNow's journal fields: plain text of at most 4,000 characters, or HTML between [code] and [/code].

A text that is too long is cut by sections, the last ones first, after very long literal texts were shortened, and says so.
Characters are counted as a browser counts them, an emoji as two.
"""

import re
from bisect import bisect_left
from collections.abc import Callable

from index.ticket.shorten import sections, shortened, without_last_sections
from index.ticket.targets.html import html
from index.ticket.targets.target import Rendered
from index.ticket.targets.text import plain_text
from index.ticket.tree import CodeBlock, Document
from index.ticket.words import Words, words_in

LIMIT = 4000
JOINER = "\u2060"
"""Keeps `[code]` from outside from being read as ServiceNow's own; unseen."""
_LONGEST_TEXTS = (1000, 500, 250)
_TAG = re.compile(r"\[(?=/?code\])", re.IGNORECASE)


class ServiceNow:
    """Work notes and comments of ServiceNow."""

    name = "servicenow"
    label = "ServiceNow"

    def render(self, document: Document) -> Rendered:
        """Render as plain text within the limit."""
        return Rendered(text=within(document, _plain))


class ServiceNowCode:
    """The same, for instances where journal fields show HTML between [code] and [/code]."""

    name = "servicenow-code"
    label = "ServiceNow ([code])"

    def render(self, document: Document) -> Rendered:
        """Render as HTML between [code] and [/code] within the limit."""
        return Rendered(text=within(document, _coded))


def within(document: Document, render: Callable[[Document], str]) -> str:
    """Render the document, leaving out no more than it takes to stay within the limit."""
    words = words_in(document.language)
    text = render(document)
    for longest in _LONGEST_TEXTS:
        if length(text) <= LIMIT:
            return text
        document = shortened(document, longest, words)
        text = render(document)
    if length(text) <= LIMIT:
        return text
    total = len(sections(document))
    fewest = bisect_left(
        range(1, total + 1),
        -LIMIT,
        key=lambda count: -length(render(without_last_sections(document, count, words, LIMIT))),
    )
    if fewest < total:
        return render(without_last_sections(document, fewest + 1, words, LIMIT))
    return _beginning(document, render, words)


def _beginning(document: Document, render: Callable[[Document], str], words: Words) -> str:
    """Render as much as there is room for of a document whose first section alone is too long."""
    whole = CodeBlock(plain_text(document))
    for longest in (1500, 700, 300):
        text = render(shortened(Document((whole,), document.language), longest, words))
        if length(text) <= LIMIT:
            break
    return text


def length(text: str) -> int:
    """Count characters as a browser does."""
    return len(text) + sum(character > "\uffff" for character in text)


def _plain(document: Document) -> str:
    return _TAG.sub(f"[{JOINER}", plain_text(document, columns=10**9))


def _coded(document: Document) -> str:
    text = html(document, styles={}, newline="")
    return "[code]" + _TAG.sub("&#91;", text) + "[/code]"
