"""What to paint in an entry: the places where it has what the query asks for."""

from collections.abc import Iterable

from index.cuts import Marked
from index.hits import Span


def places(found: Marked) -> dict[str, tuple[Span, ...]]:
    """Return what to paint by field; fields without anything are left out."""
    return {name: joined(rows) for name, rows in found.items()}


def joined(rows: Iterable[tuple[int, int, int, int]]) -> tuple[Span, ...]:
    """Join the places of rows, which come sorted, where they touch or overlap.

    >>> joined([(0, 2, 0, 1), (1, 3, 0, 1), (4, 6, 0, 2)])
    ((0, 3), (4, 6))
    """
    found: list[Span] = []
    first = last = 0
    for start, end, _, _ in rows:
        if start > last:
            if last > first:
                found.append((first, last))
            first, last = start, end
        elif end > last:
            last = end
    if last > first:
        found.append((first, last))
    return tuple(found)
