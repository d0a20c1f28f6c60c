"""Filters as sets of entries, and the counts for the chips."""

from collections.abc import Iterable, Mapping

from index.hits import Facets, UnknownFilter
from index.query import Filters
from index.search.passing import GROUPS, means, yes_no
from index.search.terms import Terms
from index.text import fold


class Narrowing:
    """The filters of one query, over all entries."""

    def __init__(self, filters: Filters, terms: Terms, kept: Mapping[str, int]) -> None:
        """Look the filters up; `kept` holds the entries that the user has a note about, and so on, by kind."""
        self._terms, self._kept = terms, kept
        self._named = {
            "provider": filters.providers,
            "service": filters.services,
            "language": filters.languages,
        }
        self._sets = {
            "provider": self._any("provider", filters.providers),
            "service": self._any("service", filters.services),
            "status": self._any("status", filters.statuses),
            "language": self._any("language", filters.languages),
            "solution": self._any("solution", yes_no(filters.solution)),
            "kept": kept_entries(filters, kept, terms.everything),
        }

    @property
    def entries(self) -> int:
        """The entries that all filters let through."""
        return self._all_but("")

    def facets(self, hits: int) -> Facets:
        """Count, over the hits before narrowing, what each value of each filter would leave."""
        groups = {group: self._counts(group, hits & self._all_but(group)) for group in GROUPS}
        beside = hits & self._all_but("kept")
        counted = {name: (beside & entries).bit_count() for name, entries in self._kept.items()}
        return Facets(**groups, kept={name: count for name, count in counted.items() if count})

    def unknown(self) -> tuple[UnknownFilter, ...]:
        """List the groups of which every name asked for is unknown."""
        return tuple(
            UnknownFilter(group=group, name=names[0], known=tuple(self._terms.facets.get(group, ())))
            for group, names in self._named.items()
            if names and not self._sets[group]
        )

    def _all_but(self, left_out: str) -> int:
        found = self._terms.everything
        for group, entries in self._sets.items():
            if group != left_out:
                found &= entries
        return found

    def _counts(self, group: str, hits: int) -> dict[str, int]:
        values = self._terms.facets.get(group, ())
        counted = ((value, (hits & self._terms.facet(group, value)).bit_count()) for value in values)
        return {value: count for value, count in counted if count}

    def _any(self, group: str, wanted: Iterable[str]) -> int:
        found, asked = 0, False
        for name in wanted:
            asked = True
            for value in self._terms.facets.get(group, ()):
                if means(group, fold(name), fold(value)):
                    found |= self._terms.facet(group, value)
        return found if asked else self._terms.everything


def kept_entries(filters: Filters, kept: Mapping[str, int], everything: int) -> int:
    """Return the entries that the filters for what the user keeps let through."""
    if not filters.kept:
        return everything
    found = 0
    for name in filters.kept:
        found |= kept.get(name, 0)
    return found
