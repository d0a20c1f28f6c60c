"""English for Chinese words that no concept of the glossary knows."""

from functools import lru_cache

import resources
from index.errors import StorageError

WEIGHT = 0.75
"""How good a meaning from the dictionary is; the word itself is 1, the same concept in other words 0.92."""


class Fallback:
    """The dictionary, as it lies in the file: a look-up is one search for a line."""

    def __init__(self, lines: bytes) -> None:
        r"""Look words up in these UTF-8 lines: a word, a tab, its meanings with `|` between them, `\n`."""
        self._lines = b"\n" + lines
        self.synonyms = lru_cache(maxsize=4096)(self._synonyms)
        """English for a Simplified Chinese word, best first, each with its weight; () for an unknown word."""

    @classmethod
    def load(cls) -> "Fallback":
        """Load the bundled dictionary. Raises StorageError."""
        path = resources.folder("fallback") / "chinese.tsv"
        try:
            return cls(path.read_bytes())
        except OSError as error:
            raise StorageError(f"cannot read {path}: {error.strerror or error}") from error

    def _synonyms(self, word: str) -> tuple[tuple[str, float], ...]:
        if not word or word.isascii():
            return ()
        start = f"\n{word}\t".encode("utf-8", "replace")
        at = self._lines.find(start)
        if at < 0:
            return ()
        line = self._lines[at + len(start) : self._lines.find(b"\n", at + 1)]
        return tuple((meaning, WEIGHT) for meaning in line.decode().split("|"))
