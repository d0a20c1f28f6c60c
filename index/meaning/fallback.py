"""English for Chinese words that no concept of the glossary knows."""

from functools import lru_cache

from index.meaning.sorted_lines import SortedLines, bundled

WEIGHT = 0.75
"""How good a meaning from the dictionary is; the word itself is 1, the same concept in other words 0.92."""


class Fallback:
    """The dictionary, as sorted lines."""

    def __init__(self, lines: bytes) -> None:
        """Look words up in these sorted UTF-8 lines: a word, a tab, its meanings with `|` between them."""
        self._lines = SortedLines(lines)
        self.synonyms = lru_cache(maxsize=4096)(self._synonyms)
        """English for a Simplified Chinese word, best first, each with its weight; () for an unknown word."""

    @classmethod
    def load(cls) -> "Fallback":
        """Load the bundled dictionary. Raises StorageError."""
        return cls(bundled("chinese.tsv"))

    def _synonyms(self, word: str) -> tuple[tuple[str, float], ...]:
        if not word or word.isascii():
            return ()
        meanings = self._lines.find(word)
        return tuple((one, WEIGHT) for one in meanings.decode().split("|")) if meanings is not None else ()
