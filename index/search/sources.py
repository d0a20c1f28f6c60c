"""What all questions of one engine share: table, index, glossary, and what is made from them once."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from index.analysis import chinese
from index.analysis.stems import stem
from index.build import Lexicon
from index.codes import CodeList, readings, similar
from index.cuts import Cuts
from index.entry import CatalogueEntry
from index.schema import Concepts
from index.search.kin import Kin, KinTable
from index.search.pinyin import SoundReader
from index.search.slot_reader import SlotReader
from index.search.spelling import Speller
from index.search.terms import Terms
from index.table import EntryTable
from index.text import code_parts

_LETTERS = re.compile("[a-z]+")
_DIGIT = re.compile("[0-9]")
_BESIDE = 12
_LONGEST_NUMBER = 20
_MOST_RIVALS = 500
_MOST_PAINTED = 64
_MOST_ENTRIES = 4096
"""So many entries are kept in memory, two kilobytes each."""


class Sources:
    """The open table and index, and readers over them."""

    def __init__(self, table: EntryTable, terms: Terms | None, concepts: Concepts) -> None:
        """Hold them; `terms` is None where the index is not built yet."""
        self.table = table
        self.terms = terms
        self.concepts = concepts
        self.kept: dict[str, int] = {}
        """The entries that the user keeps something about, by kind: `note`, `pin`."""
        self._entries: dict[int, CatalogueEntry] = {}
        self.slots = SlotReader(terms, concepts) if terms else None
        """Reads queries."""

    def entries(self, numbers: Sequence[int]) -> list[CatalogueEntry]:
        """Return the entries with these numbers; those shown at one key are mostly those of the next."""
        known = self._entries
        missing = [n for n in numbers if n not in known]
        if len(known) + len(missing) > _MOST_ENTRIES:
            known.clear()
            missing = list(numbers)
        known.update(zip(missing, self.table.entries(missing), strict=True))
        return [known[n] for n in numbers]

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.table)

    @property
    def cuts(self) -> Cuts:
        """Where the terms stand in the entries' texts."""
        if self.terms is None:
            raise LookupError("there is no index yet")
        return self.terms.cuts

    @cached_property
    def kin(self) -> Kin | None:
        """Knows which entries speak of the same things in other words."""
        return Kin.open(self.terms.folder, self.terms.size, self._kin_table) if self.terms else None

    @cached_property
    def speller(self) -> Speller:
        """Corrects words that do not exist."""
        counts = self.terms.counts if self.terms else {}
        return Speller(counts, self._glossary_words, lambda word: self._kin_table.of(stem(word)) is not None)

    @cached_property
    def _kin_table(self) -> KinTable:
        return KinTable.load()

    @cached_property
    def sounds(self) -> SoundReader:
        """Reads pinyin."""
        return SoundReader(
            self.terms.lexicon if self.terms else Lexicon(made_with="", words={}), self.is_word
        )

    @cached_property
    def _glossary_words(self) -> frozenset[str]:
        terms = (term for concept in self.concepts.ids() for term in self.concepts.terms(concept))
        return frozenset(word for term in terms if term.isascii() for word in _LETTERS.findall(term.lower()))

    def is_word(self, word: str) -> bool:
        """Tell whether a word in letters stands in a catalogue or in the glossary, or is a small English word."""
        return self.speller.knows(word)

    def is_chinese_word(self, word: str) -> bool:
        """Tell whether neighbouring Chinese characters stand so in a catalogue or are a term of the glossary."""
        if self.terms is not None and all(
            self.terms.anywhere(word[at : at + 2]) for at in range(len(word) - 1)
        ):
            return True
        return any(match.end - match.start == len(word) for match in self.concepts.concepts(word))

    @cached_property
    def _has_twins(self) -> bool:
        return self.terms is None or len(self.terms.lexicon.codes) > len(self.table)

    @cached_property
    def _lettered(self) -> CodeList:
        codes = self.terms.lexicon.codes if self.terms else self.table.codes()
        return CodeList(code for code in codes if not _DIGIT.search(code))

    def meant(self, code: str) -> tuple[str, ...]:
        """Return the codes that a mistyped one was probably meant to be, best first."""
        found: list[str] = []
        for reading in readings(code):
            numbers = [part for part in code_parts(reading) if part.isdecimal()]
            if not numbers:
                found += self._lettered.similar(reading)
            elif len(numbers[-1]) < _LONGEST_NUMBER:
                rows = self.table.entries(self.table.numbers_by_loose_code(numbers[-1])[:_MOST_RIVALS])
                found += similar(code, (known for row in rows for known in (row.code, *row.also_codes)))
        return tuple(dict.fromkeys(found))

    def beside(self, code: str) -> list[str]:
        """Return the codes that stand next to where this one would stand."""
        return self.terms.codes_beside(code, _BESIDE) if self.terms else []

    def existing(self, codes: Iterable[str]) -> list[str]:
        """Return those of the codes that exist, as they are written."""
        numbers = (self.table.numbers_by_code(code)[:1] for code in codes)
        return [self.table.entries(found)[0].code for found in numbers if found]

    def is_status(self, text: str) -> bool:
        """Tell whether entries have this HTTP status."""
        return self.terms is None or text in self.terms.facets.get("status", ())

    def numbers_by_prefix(self, start: str) -> list[int]:
        """Return the entries whose code starts so, by code."""
        if self.terms is None:
            return self.table.numbers_by_prefix(start)
        found = self.terms.codes_starting(start)
        return list(dict.fromkeys(found)) if self._has_twins else found

    def starting(self, start: str) -> set[str]:
        """Return the terms of the words that start so, the most frequent ones."""
        return self.terms.stems_of(self.terms.endings(start, _MOST_PAINTED)) if self.terms else set()

    def warming(self) -> Iterator[Callable[[], object]]:
        """Give the steps, short ones first, that load what rare questions need."""
        yield lambda: self.kin
        yield lambda: self.sounds
        yield lambda: self.speller.corrected("interfase")
        yield chinese.load_converters
        yield chinese.load_words

    def close(self) -> None:
        """Close the files."""
        self.table.close()
        if self.terms:
            self.terms.close()
