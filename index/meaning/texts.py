"""What an entry says, in one text for the sentence model."""

import re

from index.entry import CatalogueEntry
from index.template import HOLE

_BLANKS = re.compile(r"\s+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_LETTERS = re.compile(r"[^A-Za-z]+")
_NUMBERED = re.compile(r"\d{3}")
_ENGLISH, _SEPARATOR = "en", ". "


def entry_text(entry: CatalogueEntry) -> str:
    """Return the words of a code in words, the message, and the description; in English where there is English.

    A model prefers texts in the language of the question. Where every text is English, Chinese questions find the
    right ones better than the Chinese ones; so Chinese is taken only where an entry has nothing else.
    """
    english = [_clean(entry.message or ""), _clean(entry.description.get(_ENGLISH, ""))]
    texts = [text for text in dict.fromkeys(english) if text]
    if not texts:
        texts = [text for text in map(_clean, entry.description.values()) if text]
    if not _NUMBERED.search(entry.code):
        texts.insert(0, _NO_LETTERS.sub(" ", _CAMEL.sub(" ", entry.code)).strip())
    return _SEPARATOR.join(text for text in texts if text)


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", HOLE.sub(" ", text)).strip(" .")
