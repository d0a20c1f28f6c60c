"""Where a customer's values stand once they were put into a text that has placeholders."""

from index.entry import CatalogueEntry
from index.hits import Span
from index.template import HOLE, message_texts
from index.ticket.fill import fill

_START, _END = "\ue000", "\ue001"
"""Marks round a value while it is put in; private characters, and taken out of values."""


def with_values(
    text: str, entry: CatalogueEntry, values: tuple[str, ...] | None
) -> tuple[str, tuple[Span, ...]]:
    """Return the text with the values of an entry's message in the place of its placeholders, and where they stand.

    Without values, or where the text has no placeholder that they are for, it is the text as it was and no place.
    """
    template = next(
        (one for one in message_texts(entry) if len(HOLE.findall(one)) == len(values or ())), None
    )
    if not values or template is None:
        return text, ()
    marked = fill(text, template, [f"{_START}{_bare(value)}{_END}" for value in values])
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for piece in marked.split(_START):
        inside, end, after = piece.partition(_END)
        if end:
            spans.append((length, length + len(inside)))
        parts += [inside, after]
        length += len(inside) + len(after)
    return ("".join(parts), tuple(spans)) if spans else (text, ())


def holes(text: str) -> tuple[Span, ...]:
    """Return where the placeholders of a text stand."""
    return tuple(found.span() for found in HOLE.finditer(text))


def _bare(value: str) -> str:
    return value.replace(_START, "").replace(_END, "")
