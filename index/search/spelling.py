"""Reads mistyped words: words that neither the catalogues nor the glossary know are taken for ones they do know."""

from collections.abc import Callable, Iterable, Mapping

from index.analysis.faint import FAINT_WORDS
from index.analysis.stems import STOP_WORDS

_SHORTEST = 4
_TWO_MISTAKES = 7
_SPLIT_PART = 3


class Speller:
    """Knows the words that exist, and how often."""

    def __init__(
        self,
        counts: Mapping[str, int],
        more: Iterable[str] = (),
        is_english: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        """Know the words of the catalogues, and further ones that come after them.

        A word that `is_english` knows was not mistyped, though it stands nowhere: `printer` is no `pointer`.
        """
        self._is_english = is_english
        self._counts = {word: count for word, count in counts.items() if word.isalpha() and word.isascii()}
        for word in more:
            if word.isalpha() and word.isascii():
                self._counts.setdefault(word, 0)
        self._choices = [word for word in self._counts if len(word) >= _SHORTEST]

    def knows(self, word: str) -> bool:
        """Tell whether a word exists."""
        return word in self._counts or word in STOP_WORDS or word in FAINT_WORDS

    def corrected(self, word: str) -> str | None:
        """Return what a word that does not exist was probably meant to be, None if it is like nothing.

        A word with digits is never touched. Two words written as one are taken apart.
        """
        if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
            return None
        if self.knows(word) or self._is_english(word):
            return None
        return self._split(word) or self._nearest(word)

    def _split(self, word: str) -> str | None:
        cuts = range(_SPLIT_PART, len(word) - _SPLIT_PART + 1)
        parts = [(word[:at], word[at:]) for at in cuts if self.knows(word[:at]) and self.knows(word[at:])]
        if not parts:
            return None
        return " ".join(max(parts, key=lambda pair: min(self._counts.get(part, 1) for part in pair)))

    def _nearest(self, word: str) -> str | None:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - 30 ms, paid for a mistyped word only
        from rapidfuzz.process import extract  # noqa: PLC0415 - as above

        most = 2 if len(word) >= _TWO_MISTAKES else 1
        found = extract(word, self._choices, scorer=OSA.distance, score_cutoff=most, limit=24)
        near = [(known, int(distance)) for known, distance, _ in found if distance < 2 or known[0] == word[0]]  # noqa: PLR2004 - two mistakes spare the first letter
        if not near:
            return None
        return min(near, key=lambda pair: (pair[1], pair[0][0] != word[0], -self._counts[pair[0]], pair[0]))[
            0
        ]
