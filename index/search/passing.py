"""Whether the filters of a query let one entry through."""

from index.entry import CatalogueEntry
from index.query import Filters
from index.schema import facets, split_facet
from index.text import fold

GROUPS = ("provider", "service", "status", "language", "solution")
"""Filters by what an entry itself holds."""


def passes(entry: CatalogueEntry, filters: Filters) -> bool:
    """Tell whether the filters let an entry through; for what is found without an index. Those of `kept` are not asked."""
    values = {
        group: [value for known, value in map(split_facet, facets(entry)) if known == group]
        for group in GROUPS
    }
    wanted = (
        ("provider", filters.providers),
        ("service", filters.services),
        ("status", filters.statuses),
        ("language", filters.languages),
        ("solution", yes_no(filters.solution)),
    )
    return all(
        not names or any(means(group, fold(name), fold(value)) for name in names for value in values[group])
        for group, names in wanted
    )


def yes_no(solution: bool | None) -> tuple[str, ...]:  # noqa: FBT001 - a filter of three states
    """Return the values of the group `solution` that a filter names; none where it names none."""
    return () if solution is None else ("yes",) if solution else ("no",)


def means(group: str, name: str, value: str) -> bool:
    """Tell whether the name in a filter means this value of a group; both folded."""
    if group == "language":
        return value == name or value.startswith(name + "-")
    if group in ("provider", "service"):
        squeezed, asked = value.replace(" ", "").replace("-", ""), name.replace(" ", "").replace("-", "")
        return bool(asked) and squeezed.startswith(asked)
    return value == name
