"""English for Chinese words that no concept of the glossary knows."""

from bisect import bisect_left
from functools import lru_cache

import resources
from index.errors import StorageError

WEIGHT = 0.75
"""How good a meaning from the dictionary is; the word itself is 1, the same concept in other words 0.92."""


class Fallback:
    """The dictionary, as sorted lines: they are looked through by halves, and only the line found is read."""

    def __init__(self, lines: bytes) -> None:
        """Look words up in these sorted UTF-8 lines: a word, a tab, its meanings with `|` between them."""
        self._lines = lines.rstrip(b"\n").split(b"\n")
        self.synonyms = lru_cache(maxsize=4096)(self._synonyms)
        """English for a Simplified Chinese word, best first, each with its weight; () for an unknown word."""

    @classmethod
    def load(cls) -> "Fallback":
        """Load the bundled dictionary. Raises StorageError."""
        path = resources.folder("fallback") / "chinese.tsv"
        try:
            return cls(path.read_bytes())
        except OSError as error:
            raise StorageError(
                "cannot read {path}: {reason}", path=path, reason=error.strerror or error
            ) from error

    def _synonyms(self, word: str) -> tuple[tuple[str, float], ...]:
        if not word or word.isascii():
            return ()
        start = f"{word}\t".encode("utf-8", "replace")
        at = bisect_left(self._lines, start)
        if at == len(self._lines) or not self._lines[at].startswith(start):
            return ()
        meanings = self._lines[at][len(start) :].decode()
        return tuple((meaning, WEIGHT) for meaning in meanings.split("|"))
