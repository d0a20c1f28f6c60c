"""What the detail pane shows beside the entry itself: advice and related entries, looked up on the search thread."""

from collections.abc import Callable, Iterable

import msgspec

from index.advice import Advice, advice_for, has_real_solution
from index.entry import CatalogueEntry, EntryId
from index.table import EntryTable
from index.template import words

_MOST_RELATED = 6
_MOST_LOOKED_AT = 60


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """Another entry worth a look."""

    id: EntryId
    """Its id."""
    code: str
    """Its code."""
    text: str
    """Its message or description."""
    why: str
    """`same-code`, `same-message`."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything beside the entry."""

    entry: CatalogueEntry
    """The entry."""
    advice: Advice
    """Ours, not the vendor's."""
    solved: bool
    """The vendor says what to do."""
    related: tuple[Related, ...] = ()
    """Best first."""


def facts_of(entry: CatalogueEntry, language: str) -> Callable[[EntryTable], Facts]:
    """Return the look-up for one entry."""

    def look(table: EntryTable) -> Facts:
        return Facts(
            entry=entry,
            advice=advice_for(entry, language),
            solved=has_real_solution(entry, language),
            related=tuple(_related(entry, table))[:_MOST_RELATED],
        )

    return look


def _related(entry: CatalogueEntry, table: EntryTable) -> Iterable[Related]:
    seen = {entry.id}
    for other in table.by_code(entry.code):
        if other.id not in seen:
            seen.add(other.id)
            yield _one(other, "same-code")
    if entry.message:
        numbers = table.numbers_by_words(words(entry.message))[:_MOST_LOOKED_AT]
        for other in table.entries(numbers):
            if other.id not in seen and other.message == entry.message:
                seen.add(other.id)
                yield _one(other, "same-message")


def _one(entry: CatalogueEntry, why: str) -> Related:
    text = entry.message or next(iter(entry.description.values()), "")
    return Related(id=entry.id, code=entry.code, text=text[:120], why=why)
