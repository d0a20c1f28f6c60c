"""What to paint in an entry: the places where it has what the query asks for."""

from index.cuts import Marked
from index.hits import Span


def places(found: Marked) -> dict[str, tuple[Span, ...]]:
    """Return what to paint by field; fields without anything are left out."""
    return {name: merged([(start, end) for start, end, _, _ in rows]) for name, rows in found.items()}


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Sort places and join those that touch or overlap.

    >>> merged([(4, 6), (0, 2), (1, 3)])
    ((0, 3), (4, 6))
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
