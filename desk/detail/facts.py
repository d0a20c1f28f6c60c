"""What the detail pane shows beside the entry itself: advice and related entries, looked up on the search thread."""

from collections.abc import Callable, Iterator

import msgspec

from index.advice import Advice, advice_for, has_real_solution
from index.entry import CatalogueEntry, EntryId
from index.table import EntryTable
from index.template import words

_MOST_RELATED = 6
_MOST_LOOKED_AT = 60
_MOST_BESIDE = 3
_LONGEST = 120
"""Letters that are shown of another entry's text."""
_VARIED = 2
"""Digits at the end of a code that differ within a family."""


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """Another entry worth a look."""

    id: EntryId
    """Its id."""
    code: str
    """Its code."""
    text: str
    """Its message or description."""
    why: str
    """`same-code`, `same-message`, `same-solution` or `next-code`."""


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


def _related(entry: CatalogueEntry, table: EntryTable) -> Iterator[Related]:
    """Name others of the same code, then those that say the same, then those with the same way out, then neighbours."""
    seen = {entry.id}
    for other, why in _candidates(entry, table):
        if other.id not in seen:
            seen.add(other.id)
            yield _one(other, why)


def _candidates(entry: CatalogueEntry, table: EntryTable) -> Iterator[tuple[CatalogueEntry, str]]:
    for other in table.by_code(entry.code):
        yield other, "same-code"
    if entry.message:
        numbers = table.numbers_by_words(words(entry.message))[:_MOST_LOOKED_AT]
        for other in table.entries(numbers):
            if other.message == entry.message:
                yield other, "same-message"
    beside = _beside(entry, table)
    for other in beside:
        if any(_same(entry, other, language) for language in entry.solution):
            yield other, "same-solution"
    for other in sorted(beside, key=lambda one: _distance(entry.code, one.code))[:_MOST_BESIDE]:
        yield other, "next-code"


def _beside(entry: CatalogueEntry, table: EntryTable) -> list[CatalogueEntry]:
    """Return entries of the same catalogue whose codes begin alike; not many where a whole catalogue does."""
    prefix = code_family(entry.code)
    if not prefix:
        return []
    found = table.entries(table.numbers_by_prefix(prefix, _MOST_LOOKED_AT))
    return [other for other in found if other.catalogue == entry.catalogue and other.id != entry.id]


def code_family(code: str) -> str:
    """Return how codes of the same family begin, "" where it has none.

    >>> code_family("Ecs.0219"), code_family("InvalidParameter.Name"), code_family("AppNotExist")
    ('Ecs.02', 'InvalidParameter.', '')
    """
    if code[-_VARIED:].isascii() and code[-_VARIED:].isdecimal() and len(code) > 2 * _VARIED:
        return code[:-_VARIED]
    head, dot, _ = code.rpartition(".")
    return head + dot


def _same(entry: CatalogueEntry, other: CatalogueEntry, language: str) -> bool:
    text = entry.solution.get(language)
    return bool(text) and other.solution.get(language) == text and has_real_solution(entry, language)


def _distance(code: str, other: str) -> int:
    """Return how far apart the numbers at the end of two codes are."""
    ends = (code[-_VARIED:], other[-_VARIED:])
    return abs(int(ends[0]) - int(ends[1])) if all(e.isascii() and e.isdecimal() for e in ends) else 100


def _one(entry: CatalogueEntry, why: str) -> Related:
    text = entry.message or next(iter(entry.description.values()), "")
    shown = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return Related(id=entry.id, code=entry.code, text=shown, why=why)
