"""Searching a note by words: plain inclusion in folded text, which fits Chinese and halves of codes as well."""

from collections.abc import Iterator, Sequence

from index.analysis.folding import plain
from index.hits import Span

_SLICE = 10_000
_MOST_WORDS = 20


def needles(query: str) -> tuple[str, ...]:
    """Return the words of a query, folded, each once."""
    words = (_joined(plain(word).text) for word in query.split()[:_MOST_WORDS])
    return tuple(dict.fromkeys(word for word in words if word))


class Haystack:
    """A text folded for searching, with the way back to where each character stands."""

    def __init__(self, text: str, about: str) -> None:
        """Fold the text, and `about`: words that it is found by although they don't stand in it."""
        self._text = text
        self._about = _joined(plain(about).text)
        self._lines = [(start, end, _joined(plain(text[start:end]).text)) for start, end in _lines(text)]

    def find(self, words: Sequence[str]) -> tuple[Span, ...] | None:
        """Return where the words stand in the text, sorted and not overlapping; None unless all are found."""
        for word in words:
            if word not in self._about and not any(word in line for _, _, line in self._lines):
                return None
        spans: list[Span] = []
        for start, end, line in self._lines:
            here = [word for word in words if word in line]
            if here:
                spans += [
                    (start + first, start + last) for first, last in _places(self._text[start:end], here)
                ]
        return _merged(sorted(spans))


def _lines(text: str) -> Iterator[Span]:
    """Cut a text into its lines, and very long ones into slices."""
    start = 0
    for line in text.splitlines(keepends=True):
        for at in range(0, len(line), _SLICE):
            yield start + at, start + min(at + _SLICE, len(line))
        start += len(line)


def _places(line: str, words: Sequence[str]) -> Iterator[Span]:
    """Find words in the folded form of a line; the places are those in the line as written."""
    folded = plain(line)
    kept = [at for at, character in enumerate(folded.text) if character != "_"]
    joined = _joined(folded.text)
    for word in words:
        at = joined.find(word)
        while at >= 0:
            yield folded.origin(kept[at], kept[at + len(word) - 1] + 1)
            at = joined.find(word, at + len(word))


def _joined(folded: str) -> str:
    """Leave out the marks between the parts of camel-case words: `envnotexists` finds `EnvNotExists`."""
    return folded.replace("_", "")


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
