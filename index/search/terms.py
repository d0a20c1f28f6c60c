"""The built index as sets of entries: by term, by beginning of a word, by filter value."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable
from heapq import nsmallest
from pathlib import Path

import msgspec

from index.build import LEXICON, Lexicon, squashed
from index.cuts import Cuts
from index.inverted import IndexDamaged, Inverted
from index.schema import FACET, LONGEST_START, MAIN, REST, SHORTNESS_BITS, STARTS, facet, split_facet
from index.search import bits
from index.text import fold_code

_CACHE_BYTES = 96 * 1024 * 1024
_MOST_SETS = 8192
_MOST_ENDINGS = 256


class Terms:
    """Sets of entries by what stands in them. Belongs to the thread that opened it."""

    def __init__(self, folder: Path) -> None:
        """Open the built index in `folder`. Raises IndexDamaged."""
        try:
            lexicon = msgspec.json.decode((folder / LEXICON).read_bytes(), type=Lexicon)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise IndexDamaged(
                "the index {folder} cannot be read: {reason}", folder=folder, reason=error
            ) from error
        self.folder = folder
        """Where it lies."""
        self._index = Inverted(folder)
        self.cuts = Cuts(folder)
        """Where the terms stand in the texts."""
        self.size = self._index.documents
        """How many entries there are."""
        self.everything = (1 << self.size) - 1
        """All of them."""
        self.counts = lexicon.words
        """In how many entries each word stands, sorted by word."""
        self.lexicon = lexicon
        """Words by count and by sound."""
        self._words = list(lexicon.words)
        self._squashed = [squashed(code) for code in lexicon.codes]
        self._cache: OrderedDict[tuple[str, str], int] = OrderedDict()
        self._most = max(64, min(_MOST_SETS, _CACHE_BYTES // (self.size // 8 + 64)))
        self.facets: dict[str, list[str]] = {}
        """The values of each filter."""
        for term in self._index.terms(FACET):
            group, value = split_facet(term)
            self.facets.setdefault(group, []).append(value)

    def main(self, term: str) -> int:
        """Return the entries with this term in code, message or description."""
        return self._get(MAIN, term)

    def rest(self, term: str) -> int:
        """Return the entries with this term in the solution alone."""
        return self._get(REST, term)

    def anywhere(self, term: str) -> int:
        """Return the entries with this term."""
        return self.main(term) | self.rest(term)

    def facet(self, group: str, value: str) -> int:
        """Return the entries with this filter value."""
        return self._get(FACET, facet(group, value))

    def shortness(self) -> list[int]:
        """Return the planes of how short entries are, lowest digit first."""
        return [self.facet("short", str(bit)) for bit in range(SHORTNESS_BITS)]

    def starting(self, start: str) -> int:
        """Return the entries with a word that starts with `start`."""
        if len(start) <= LONGEST_START:
            return self._get(STARTS, start)
        known = self._cache.get(("", start))
        if known is None:
            known = 0
            for term in self.stems_of(self.endings(start)):
                known |= self.anywhere(term)
            self._remember(("", start), known)
        return known

    def codes_starting(self, start: str) -> list[int]:
        """Return the entries whose code starts so, by code; separators may differ where no code has the same ones."""
        key = squashed(start)
        low = bisect_left(self._squashed, key) if key else 0
        high = bisect_left(self._squashed, key + "\U0010ffff", low) if key else 0
        found = self.lexicon.code_numbers[low:high]
        if key == fold_code(start):
            return found
        codes = zip(self.lexicon.codes[low:high], found, strict=True)
        same = [n for code, n in codes if fold_code(code).startswith(fold_code(start))]
        return same or found

    def codes_beside(self, code: str, count: int) -> list[str]:
        """Return the codes that would stand beside a code that does not exist, `count` on each side."""
        at = bisect_left(self._squashed, squashed(code))
        return self.lexicon.codes[max(at - count, 0) : at + count]

    def stems_of(self, words: Iterable[str]) -> set[str]:
        """Return the stems of words of the catalogues."""
        stems = self.lexicon.stems
        return {stems.get(word, word) for word in words}

    def endings(self, start: str, most: int = _MOST_ENDINGS) -> list[str]:
        """Return the words that start with `start`: all, or the most frequent where there are many."""
        low = bisect_left(self._words, start)
        high = bisect_left(self._words, start + "\U0010ffff", low)
        found = self._words[low:high]
        if len(found) > most:
            found = nsmallest(most, found, key=lambda word: -self.counts[word])
        return found

    def close(self) -> None:
        """Close the index."""
        self._index.close()
        self.cuts.close()

    def _get(self, field: str, term: str) -> int:
        key = (field, term)
        known = self._cache.get(key)
        if known is None:
            known = bits.from_numbers(self._index.numbers(field, term), self.size)
            self._remember(key, known)
        else:
            self._cache.move_to_end(key)
        return known

    def _remember(self, key: tuple[str, str], found: int) -> None:
        self._cache[key] = found
        if len(self._cache) > self._most:
            self._cache.popitem(last=False)
