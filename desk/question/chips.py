"""Chips and typed filters are two forms of the same thing; this turns one into the other."""

import msgspec

from index.hits import Facets
from index.query import Filters, Query
from index.text import fold

Chosen = frozenset[tuple[str, str]]
"""Active chips: group and value."""

_FIELDS = {
    "provider": "providers",
    "service": "services",
    "status": "statuses",
    "language": "languages",
    "kept": "kept",
}


def filters_of(chosen: Chosen) -> Filters:
    """Return what chips narrow to; both chips of the solution group together narrow nothing."""
    groups = {
        field: tuple(sorted(value for group, value in chosen if group == name))
        for name, field in _FIELDS.items()
    }
    wanted = {value for group, value in chosen if group == "solution"}
    return Filters(**groups, solution=wanted == {"yes"} if len(wanted) == 1 else None)


def united(typed: Filters, chosen: Filters) -> Filters:
    """Put typed filters and chips together: values of one group stand beside each other."""
    groups = {
        field: tuple(dict.fromkeys((*getattr(typed, field), *getattr(chosen, field))))
        for field in _FIELDS.values()
    }
    solution = typed.solution if typed.solution is not None else chosen.solution
    return Filters(**groups, solution=solution)


def chips_of(filters: Filters, known: Facets) -> Chosen:
    """Return the chips that typed filters stand for, among the values that there are."""
    found = {
        (group, value)
        for group, field in _FIELDS.items()
        for typed in getattr(filters, field)
        for value in getattr(known, group)
        if _means(group, typed, value)
    }
    if filters.solution is not None:
        found.add(("solution", "yes" if filters.solution else "no"))
    return frozenset(found)


def without(query: Query, removed: Chosen) -> Query:
    """Return the query without the typed filters that stand for these chips."""
    groups = {
        field: tuple(
            typed
            for typed in getattr(query.filters, field)
            if not any(group == name and _means(group, typed, value) for group, value in removed)
        )
        for name, field in _FIELDS.items()
    }
    keep = not any(group == "solution" for group, _value in removed)
    kept = msgspec.structs.replace(query.filters, **groups, solution=query.filters.solution if keep else None)
    return query.with_filters(kept)


def _means(group: str, typed: str, value: str) -> bool:
    asked, there = (fold(text).replace(" ", "").replace("-", "") for text in (typed, value))
    if group in ("provider", "service", "language"):
        return bool(asked) and there.startswith(asked)
    return asked == there
