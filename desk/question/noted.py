"""What the user's notes bring to an answer: entries whose notes hold the words, counted on the chips like all others."""

from collections.abc import Iterable, Sequence

import msgspec

from index.entry import CatalogueEntry
from index.hits import Answer, Facets
from index.library.values import KeptCodes, ref_of
from index.query import Filters

_NARROWED_BY: dict[str, dict[str, tuple[str, ...] | None]] = {
    "provider": {"providers": ()},
    "service": {"services": ()},
    "status": {"statuses": ()},
    "language": {"languages": ()},
    "solution": {"solution": None},
}
"""Which filter a group of chips stands for, and what it is where nothing is chosen."""


class Noted:
    """The entries that the notes bring to the present question, and what is pinned."""

    def __init__(self) -> None:
        self._entries: list[CatalogueEntry] = []
        self._with_note: frozenset[str] = frozenset()
        self._pinned: frozenset[str] = frozenset()

    def use_kept(self, kept: object) -> None:
        """Know what there are notes about, and what is pinned: `KeptCodes`."""
        if isinstance(kept, KeptCodes):
            self._with_note = frozenset(ref.key for ref in kept.note)
            self._pinned = frozenset(ref.key for ref in kept.pin)

    def forget(self) -> None:
        """Know of no entries: something else is asked."""
        self._entries = []

    def take(self, entries: Sequence[CatalogueEntry]) -> None:
        """Take the entries whose notes hold the words of the question."""
        self._entries = list(entries)

    def passing(self, filters: Filters) -> list[CatalogueEntry]:
        """Return those that the filters let through."""
        return [entry for entry in self._entries if self._passes(entry, filters)]

    def counted(self, answer: Answer, filters: Filters) -> Facets:
        """Return the counts of an answer with the entries that only the notes brought.

        Of an answer with more hits than are handed over nobody knows whether they are among the others; those with a
        note that it counts and does not hand over are taken to be these.
        """
        from index.schema import facets, split_facet  # noqa: PLC0415 - not needed at the start

        shown = {hit.entry.id for hit in answer.hits}
        more = [entry for entry in self._entries if entry.id not in shown]
        if answer.total > len(answer.hits):
            own = sum(ref_of(hit.entry).key in self._with_note for hit in answer.hits)
            more = more[max(answer.facets.kept.get("note", 0) - own, 0) :]
        if not more:
            return answer.facets
        counts = {name: dict(getattr(answer.facets, name)) for name in Facets.__struct_fields__}
        for entry in more:
            for group, value in map(split_facet, facets(entry)):
                if group in _NARROWED_BY and self._passes(entry, _without(filters, group)):
                    _add(counts[group], (value,))
            if self._passes(entry, msgspec.structs.replace(filters, kept=())):
                _add(counts["kept"], ("note", "pin") if self._is_pinned(entry) else ("note",))
        return Facets(**counts)

    def _passes(self, entry: CatalogueEntry, filters: Filters) -> bool:
        from index.search.passing import passes  # noqa: PLC0415 - not needed at the start

        return passes(entry, filters) and (
            not filters.kept or "note" in filters.kept or self._is_pinned(entry)
        )

    def _is_pinned(self, entry: CatalogueEntry) -> bool:
        return ref_of(entry).key in self._pinned


def _without(filters: Filters, group: str) -> Filters:
    return msgspec.structs.replace(filters, **_NARROWED_BY[group])


def _add(counts: dict[str, int], values: Iterable[str]) -> None:
    for value in values:
        counts[value] = counts.get(value, 0) + 1
