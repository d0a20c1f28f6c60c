"""What all questions of one engine share: table, index, glossary, and what is made from them once."""

from functools import cached_property

from index.schema import Concepts
from index.search.marks import Marker
from index.search.slots import SlotReader
from index.search.spelling import Speller
from index.search.terms import Terms
from index.table import EntryTable


class Sources:
    """The open table and index, and readers over them."""

    def __init__(self, table: EntryTable, terms: Terms | None, concepts: Concepts) -> None:
        """Hold them; `terms` is None where the index is not built yet."""
        self.table = table
        self.terms = terms
        self.concepts = concepts
        self.marker = Marker(concepts)
        """Finds what to paint."""
        self.slots = SlotReader(terms, concepts) if terms else None
        """Reads queries."""

    @cached_property
    def speller(self) -> Speller:
        """Corrects words that do not exist."""
        return Speller(self.terms.counts if self.terms else {})

    @cached_property
    def codes(self) -> list[str]:
        """All codes, for what a mistyped one was meant to be."""
        return self.table.codes()

    def close(self) -> None:
        """Close the files."""
        self.table.close()
        if self.terms:
            self.terms.close()
