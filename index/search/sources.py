"""What all questions of one engine share: table, index, glossary, and what is made from them once."""

import re
from functools import cached_property

from index.build import Lexicon
from index.cuts import Cuts
from index.schema import Concepts
from index.search.pinyin import SoundReader
from index.search.slots import SlotReader
from index.search.spelling import Speller
from index.search.terms import Terms
from index.table import EntryTable

_LETTERS = re.compile("[a-z]+")


class Sources:
    """The open table and index, and readers over them."""

    def __init__(self, table: EntryTable, terms: Terms | None, concepts: Concepts) -> None:
        """Hold them; `terms` is None where the index is not built yet."""
        self.table = table
        self.terms = terms
        self.concepts = concepts
        self.slots = SlotReader(terms, concepts) if terms else None
        """Reads queries."""

    @property
    def cuts(self) -> Cuts:
        """Where the terms stand in the entries' texts."""
        if self.terms is None:
            raise LookupError("there is no index yet")
        return self.terms.cuts

    @cached_property
    def speller(self) -> Speller:
        """Corrects words that do not exist."""
        return Speller(self.terms.counts if self.terms else {}, self._glossary_words)

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

    @cached_property
    def codes(self) -> list[str]:
        """All codes, for what a mistyped one was meant to be."""
        return self.table.codes()

    def close(self) -> None:
        """Close the files."""
        self.table.close()
        if self.terms:
            self.terms.close()
