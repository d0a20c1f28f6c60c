"""Finds by message: entries whose template a pasted message was made from, with the values of its placeholders."""

import re

import msgspec

from index.entry import CatalogueEntry
from index.fitting import comparable, find, fit, pieces_of
from index.template import HOLE, message_texts
from index.text import late_pattern

_WORDS = re.compile(r"[^\W_]+")
_HAN = late_pattern("[\u3400-\u9fff]")
_LEAST_WORDS = 3
_LEAST_HAN = 6
_LEAST_PIECE_WORDS = 5
_ENDS = " .。!,;"


class MessageHit(msgspec.Struct, frozen=True, kw_only=True):
    """An entry whose message stands in the query, or that holds the query as a piece of its message."""

    values: tuple[str, ...] | None
    """Values of the placeholders; None where the query is only a piece."""
    length: int
    """Characters of fixed text that agree: more is better."""
    whole: bool
    """The template covers the whole query."""
    printed: bool = True
    """It is what the API prints, not a description."""

    def rank(self) -> tuple[bool, int, bool]:
        """Return what sorts hits, better ones higher."""
        return self.whole, self.length, self.printed


def long_enough(text: str) -> bool:
    """Tell whether a query has words enough to be a message."""
    if len(_WORDS.findall(text)) >= _LEAST_WORDS:
        return True
    return not text.isascii() and len(_HAN.findall(text)) >= _LEAST_HAN


class Asked:
    """A query that may be a message."""

    def __init__(self, text: str) -> None:
        """Compare this text with entries."""
        self._folded = comparable(text)
        self._text = self._folded.text.strip(_ENDS)
        self._long = long_enough(self._text)
        self._is_piece = len(_WORDS.findall(self._text)) >= _LEAST_PIECE_WORDS

    def match(self, entry: CatalogueEntry) -> MessageHit | None:
        """Compare with the messages of an entry; None where none fits."""
        printed = {entry.message, *(alias.message for alias in entry.aliases)}
        texts = dict.fromkeys(message_texts(entry))
        hits = (self._hit(template, printed=template in printed) for template in texts)
        return max((hit for hit in hits if hit is not None), key=MessageHit.rank, default=None)

    def _hit(self, template: str, *, printed: bool) -> MessageHit | None:
        fixed = " ".join(pieces_of(template))
        if not long_enough(fixed) and not (self._long and HOLE.search(template) is None):
            return None
        found = fit(template, self._folded)
        if found is not None:
            length = min(len(fixed), len(self._text)) if found.cut else len(fixed)
            return MessageHit(values=found.values, length=length, whole=not found.cut, printed=printed)
        found = find(template, self._folded)
        if found is not None and not found.cut:
            return MessageHit(values=found.values, length=len(fixed), whole=False, printed=printed)
        if self._is_piece and self._text in fixed:
            return MessageHit(values=None, length=len(self._text), whole=False, printed=printed)
        return None
