"""Lasting ids: a new edition of a catalogue keeps the ids of the rows that it keeps, however they were reworded."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from index.catalogue import entry_id
from index.entry import Alias, Catalogue, CatalogueEntry, EntryId, Source
from index.importing.merging import merged
from index.text import fold, fold_code

_Text = TypeVar("_Text", str, tuple[str, ...])

_LONGEST = 600
"""Texts are cut before they are compared."""
_SAME_STATUS = 15.0
_UNLIKE = 35.0
"""Rows of one code that are less alike than this (of 100) are different errors."""
_MANY = 60
"""With more rows of one code than this only equal texts and the order are compared."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A new edition beside the one before it."""

    catalogue: Catalogue
    """The new edition, with lasting ids, aliases and the languages that it does not speak itself."""
    fresh: frozenset[EntryId]
    """Entries that were not there before."""
    altered: frozenset[EntryId]
    """Entries whose texts, status or twins differ."""
    lost: tuple[CatalogueEntry, ...]
    """Entries that are no longer there."""

    @property
    def new(self) -> int:
        """How many entries were not there before."""
        return len(self.fresh)

    @property
    def changed(self) -> int:
        """How many entries differ."""
        return len(self.altered)

    @property
    def gone(self) -> int:
        """How many entries are no longer there."""
        return len(self.lost)


def succeed(new: Catalogue, old: Catalogue | None) -> Difference:
    """Give a new edition the ids of the edition before it, by code and best text match.

    A reworded message stays findable as an alias, with the date of the edition that replaced it. Texts in languages
    that the new edition does not speak at all are kept. Where it speaks none of the languages of the old one, it is the
    same page in another language: then the texts stand side by side and rows that only the old one has stay too.
    """
    if old is None:
        return Difference(
            catalogue=new, fresh=frozenset(entry.id for entry in new.entries), altered=frozenset(), lost=()
        )
    unspoken = _languages(old) - _languages(new)
    if unspoken and unspoken == _languages(old) and _languages(new):
        return _translated(new, old)
    pairs = dict(_pairs(new.entries, old.entries))
    names = _Names(old)
    entries: list[CatalogueEntry] = []
    fresh: set[EntryId] = set()
    altered: set[EntryId] = set()
    for n, entry in enumerate(new.entries):
        if n in pairs:
            before = old.entries[pairs[n]]
            entries.append(_successor(entry, before, new.header.updated, unspoken))
            if _says(entries[-1]) != _says(before):
                altered.add(before.id)
        else:
            entries.append(names.named(entry))
            fresh.add(entries[-1].id)
    kept = set(pairs.values())
    return Difference(
        catalogue=Catalogue(header=new.header, entries=tuple(entries)),
        fresh=frozenset(fresh),
        altered=frozenset(altered),
        lost=tuple(entry for at, entry in enumerate(old.entries) if at not in kept),
    )


def _translated(new: Catalogue, old: Catalogue) -> Difference:
    """Put the texts of a page in another language beside those that are there."""
    known = {entry.id: entry for entry in old.entries}
    names = _Names(old)
    entries: list[CatalogueEntry] = []
    for at, entry in enumerate(merged(old.entries, new.entries)):
        entries.append(entry if at < len(old.entries) else names.named(entry))
    return Difference(
        catalogue=Catalogue(
            header=msgspec.structs.replace(new.header, entries=len(entries)), entries=tuple(entries)
        ),
        fresh=frozenset(entry.id for entry in entries if entry.id not in known),
        altered=frozenset(
            entry.id for entry in entries if entry.id in known and _says(entry) != _says(known[entry.id])
        ),
        lost=(),
    )


def _languages(catalogue: Catalogue) -> set[str]:
    return {language for entry in catalogue.entries for language in (*entry.description, *entry.solution)}


def _pairs(new: Sequence[CatalogueEntry], old: Sequence[CatalogueEntry]) -> Iterator[tuple[int, int]]:
    """Pair the rows of each code, the most alike first; yields positions in `new` and `old`."""
    theirs: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(old):
        theirs[fold_code(entry.code)].append(at)
    ours: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(new):
        ours[fold_code(entry.code)].append(at)
    for code, mine in ours.items():
        yield from _matched(new, old, mine, theirs.get(code, []))


def _matched(
    new: Sequence[CatalogueEntry], old: Sequence[CatalogueEntry], mine: list[int], theirs: list[int]
) -> Iterator[tuple[int, int]]:
    if len(mine) == len(theirs) == 1:
        yield mine[0], theirs[0]
        return
    few = len(mine) <= _MANY and len(theirs) <= _MANY
    beside = itertools.product(range(len(mine)), range(len(theirs))) if few else _in_order(mine, theirs)
    scored = [
        (-score, abs(a - b), a, b)
        for a, b in beside
        if (score := likeness(new[mine[a]], old[theirs[b]])) >= _UNLIKE
    ]
    used_mine: set[int] = set()
    used_theirs: set[int] = set()
    for _score, _distance, a, b in sorted(scored):
        if a not in used_mine and b not in used_theirs:
            used_mine.add(a)
            used_theirs.add(b)
            yield mine[a], theirs[b]


def _in_order(mine: list[int], theirs: list[int]) -> Iterator[tuple[int, int]]:
    return ((n, n) for n in range(min(len(mine), len(theirs))))


def likeness(one: CatalogueEntry, other: CatalogueEntry) -> float:
    """Return how alike two rows of one code are: 0 to 100 by their texts, and somewhat more for the same status."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - needed at installation only

    def compared(left: str, right: str) -> float:
        return float(ratio(fold(left)[:_LONGEST], fold(right)[:_LONGEST]))

    scores = []
    if one.message and other.message:
        earlier = [other.message, *(alias.message for alias in other.aliases)]
        scores.append(max(compared(one.message, text) for text in earlier))
    shared = one.description.keys() & other.description.keys()
    scores += [compared(one.description[language], other.description[language]) for language in shared]
    best = max(scores, default=_UNLIKE)
    return best + (_SAME_STATUS if one.status == other.status else 0.0)


def _successor(
    entry: CatalogueEntry, before: CatalogueEntry, until: str, unspoken: set[str]
) -> CatalogueEntry:
    known = {alias.message: alias for alias in (*before.aliases, *entry.aliases)}
    aliases = [alias for message, alias in known.items() if message != entry.message]
    if before.message and before.message not in (entry.message, *(alias.message for alias in aliases)):
        aliases.append(Alias(message=before.message, until=until))
    return msgspec.structs.replace(
        entry,
        id=before.id,
        aliases=tuple(aliases),
        description={**entry.description, **_only(before.description, unspoken)},
        solution={**entry.solution, **_only(before.solution, unspoken)},
        steps={**entry.steps, **_only(before.steps, unspoken)},
    )


def _only(texts: dict[str, _Text], languages: set[str]) -> dict[str, _Text]:
    return {language: text for language, text in texts.items() if language in languages}


def _says(entry: CatalogueEntry) -> CatalogueEntry:
    """Return what an entry says, without where it was read and what it said before."""
    return msgspec.structs.replace(entry, source=Source(), aliases=())


class _Names:
    """Ids for rows that no earlier edition had: ordinals go on, so that no id ever means another row."""

    def __init__(self, old: Catalogue) -> None:
        self._last: defaultdict[str, int] = defaultdict(int)
        for entry in old.entries:
            ordinal = entry.id.rpartition(":")[2]
            code = fold_code(entry.code)
            self._last[code] = max(self._last[code], int(ordinal) if ordinal.isdecimal() else 0)

    def named(self, entry: CatalogueEntry) -> CatalogueEntry:
        """Return the entry with the next id of its code."""
        code = fold_code(entry.code)
        self._last[code] += 1
        return msgspec.structs.replace(entry, id=entry_id(entry.catalogue, entry.code, self._last[code]))
