"""How much of an entry a query explains: the order among entries that explain the query equally well.

`Insufficient quota` is nearer to `quota` than a page of text in which the word stands once.
"""

from collections.abc import Collection

from index.analysis.stems import STOP_WORDS
from index.entry import CatalogueEntry
from index.hits import Span
from index.search.marks import Marker

_PHRASE_GAP = 2
_WHOLE = 0.16
_TOGETHER = 0.06


def closeness(
    entry: CatalogueEntry, terms: Collection[str], starts: tuple[str, ...], marker: Marker
) -> float:
    """Return a bonus from 0 to about 0.2 for an entry whose code, message or description is all about the query."""
    texts = [entry.code, *([entry.message] if entry.message else []), *entry.description.values()]
    return max((_of_text(text, terms, starts, marker) for text in texts), default=0.0)


def _of_text(text: str, terms: Collection[str], starts: tuple[str, ...], marker: Marker) -> float:
    spans = marker.text(text, terms, starts)
    if not spans:
        return 0.0
    words = [span for surface, span in marker.words(text) if surface not in STOP_WORDS]
    total = sum(end - start for start, end in words)
    marked = sum(end - start for start, end in words if _is_inside(start, end, spans))
    if not total:
        return 0.0
    apart = sum(after[0] - before[1] > _PHRASE_GAP for before, after in zip(spans, spans[1:], strict=False))
    return _WHOLE * min(marked / total, 1.0) + _TOGETHER / (1 + apart)


def _is_inside(start: int, end: int, spans: tuple[Span, ...]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
