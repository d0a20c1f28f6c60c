"""Finds by message: entries whose template a pasted message was made from, with the values of its placeholders."""

import re
from collections.abc import Iterable

import msgspec

from index.entry import CatalogueEntry
from index.template import HOLE, comparable, find, fit, message_texts, pieces_of

_WORDS = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")
_LEAST_WORDS = 3
_LEAST_HAN = 6
_LEAST_PIECE_WORDS = 5


class MessageHit(msgspec.Struct, frozen=True, kw_only=True):
    """An entry whose message stands in the query, or that holds the query as a piece of its message."""

    values: tuple[str, ...] | None
    """Values of the placeholders; None where the query is only a piece."""
    length: int
    """Characters of fixed text that agree: more is better."""
    whole: bool
    """The template covers the whole query."""


def long_enough(text: str) -> bool:
    """Tell whether a query has words enough to be a message."""
    return len(_WORDS.findall(text)) >= _LEAST_WORDS or len(_HAN.findall(text)) >= _LEAST_HAN


def match(entry: CatalogueEntry, text: str) -> MessageHit | None:
    """Compare a query with the messages of an entry; None where none fits."""
    return best(_hits(entry, text))


def best(hits: Iterable[MessageHit]) -> MessageHit | None:
    """Return the best of several hits."""
    return max(hits, key=lambda hit: (hit.whole, hit.length), default=None)


def _hits(entry: CatalogueEntry, text: str) -> Iterable[MessageHit]:
    folded = comparable(text)
    asked = folded.text.strip(" .。!,;")
    for template in dict.fromkeys(message_texts(entry)):
        fixed = " ".join(pieces_of(template))
        if not long_enough(fixed) and not (HOLE.search(template) is None and long_enough(asked)):
            continue
        length = len(fixed)
        found = fit(template, folded)
        if found is not None:
            yield MessageHit(values=found.values, length=length, whole=True)
            continue
        found = find(template, folded)
        if found is not None and not found.cut:
            yield MessageHit(values=found.values, length=length, whole=False)
        elif len(_WORDS.findall(asked)) >= _LEAST_PIECE_WORDS and asked in fixed:
            yield MessageHit(values=None, length=len(asked), whole=False)
