"""What stands in quotes: the entries that have a phrase word by word, and those that have what is excluded.

The words of a phrase are looked up, and the texts of the entries that have them all are read. Reading takes a few
hundredths of a millisecond an entry, so very many are not read, and a question may only have so many phrases.
"""

from collections.abc import Sequence

from index.analysis.folding import plain
from index.entry import CatalogueEntry
from index.query import Query
from index.search import bits
from index.search.slot_reader import SlotReader
from index.search.terms import Terms
from index.table import EntryTable, ShouldStop

_MOST_READ = 2000
"""Entries whose texts are read for one question."""
_MOST_PHRASES = 16
"""Phrases and exclusions of each kind that are looked at."""
_AT_ONCE = 200


class Exact:
    """Decides for one question which entries its phrases and exclusions leave."""

    def __init__(self, terms: Terms, reader: SlotReader, table: EntryTable, should_stop: ShouldStop) -> None:
        """Look up here."""
        self._terms, self._reader, self._table, self._should_stop = terms, reader, table, should_stop
        self._left = _MOST_READ

    def required(self, query: Query) -> int:
        """Return the entries that have the phrases and lack what is excluded; phrases that none has are let go."""
        left = self._terms.everything
        for phrase in query.phrases[:_MOST_PHRASES]:
            left &= self._having(phrase, left, unread=True)
            if not left:
                break
        left = left or self._terms.everything
        for excluded in query.excluded[:_MOST_PHRASES]:
            left &= ~self._having(excluded, left, unread=False)
        return left

    def _having(self, phrase: str, among: int, *, unread: bool) -> int:
        """Return the entries of a set that have a phrase; those for which no time is left only if `unread`."""
        wanted = plain(phrase).text
        candidates = self._reader.literal(wanted) & among
        if self._reader.is_single(wanted):
            return candidates
        numbers = bits.numbers(candidates, self._left)
        self._left -= len(numbers)
        found: list[int] = []
        for at in range(0, len(numbers), _AT_ONCE):
            if self._should_stop():
                break
            found += self._holding(numbers[at : at + _AT_ONCE], wanted)
        others = candidates & ~bits.from_numbers(numbers, self._terms.size)
        return bits.from_numbers(found, self._terms.size) | (others if unread else 0)

    def _holding(self, numbers: Sequence[int], wanted: str) -> list[int]:
        entries = self._table.entries(numbers)
        return [n for n, entry in zip(numbers, entries, strict=True) if _holds(entry, wanted)]


def _holds(entry: CatalogueEntry, wanted: str) -> bool:
    texts = (entry.code, entry.message or "", *entry.description.values(), *entry.solution.values())
    return any(wanted in plain(text).text for text in texts)
