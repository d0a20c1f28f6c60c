"""Finds the entries that mean what a question means, by their vectors.

A question takes 20 to 80 ms, so it is asked when typing rests, not at every key. What was found for a question is kept:
another thread may read it beforehand, and the search then answers as quickly as without.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from index.analysis.folding import plain
from index.meaning import model
from index.meaning.building import STAMP, VECTORS, Stamp, is_usable
from index.meaning.model import DIMENSIONS, Model
from index.meaning.rough import Synonyms, rough_english
from index.schema import Concepts

_SURE = 0.88
"""So near are only texts that mean much the same; questions about other things reach 0.875."""
_HELP, _SPREAD = 0.6, 0.12
"""What the nearest entries gain at most, as a share of the question, and over which difference in nearness."""
_NEAREST, _FIRST = 200, 10
_LONGEST = 600
"""Characters of a question that are read."""


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """What meaning adds to one question."""

    gains: dict[int, float] = {}
    """Entries that gain, nearest first, and what: a share of the question, from 0 to 0.6."""
    first: tuple[int, ...] = ()
    """The nearest few, to stand behind what shares words with the question."""
    sure: bool = False
    """The nearest means much the same."""


class Meaning:
    """The vectors of all entries, and the model that reads questions."""

    def __init__(self, vectors: Any, sentence_model: Model, concepts: Concepts, synonyms: Synonyms) -> None:
        """Compare with these vectors, a row an entry; Chinese is read in rough English too."""
        self._vectors = vectors
        self._model = sentence_model
        self._concepts = concepts
        self._synonyms = synonyms
        self.nearest = lru_cache(maxsize=64)(self._nearest)
        """The entries nearest to a question and how near, 1 at best, nearest first."""

    @classmethod
    def open(
        cls,
        folder: Path,
        entries: int,
        concepts: Concepts,
        synonyms: Synonyms,
        sentence_model: Model | None = None,
    ) -> "Meaning | None":
        """Open the vectors in a folder; None where the extra is not installed or they are not built for so many entries.

        Takes a fifth of a second.
        """
        if not (folder / STAMP).is_file():  # the model is loaded only for vectors that are there
            return None
        used = sentence_model or model.load()
        if used is None or not is_usable(folder, used.name):
            return None
        vectors = _read(folder, entries)
        return None if vectors is None else cls(vectors, used, concepts, synonyms)

    def read(self, question: str) -> None:
        """Read a question, so that `near` knows at once; may run beside a search in another thread."""
        self.nearest(question[:_LONGEST], _NEAREST)

    def near(self, question: str, covered: float = 0.0) -> Near:
        """Return what meaning adds to a question of which words explain the share `covered`: less, the more they do."""
        found = self.nearest(question[:_LONGEST], _NEAREST)
        if not found:
            return Near()
        least = found[-1][1]
        most = _HELP * (1.0 - min(max(covered, 0.0), 1.0))
        gains = {n: most * min((near - least) / _SPREAD, 1.0) for n, near in found if near > least and most}
        return Near(gains=gains, first=tuple(n for n, _ in found[:_FIRST]), sure=found[0][1] >= _SURE)

    def _nearest(self, question: str, limit: int) -> tuple[tuple[int, float], ...]:
        asked = plain(question).text
        if not asked.strip() or limit <= 0:
            return ()
        near = self._vectors @ self._model.question(question)
        rough = rough_english(asked, self._concepts, self._synonyms)
        if rough:
            near = (near + self._vectors @ self._model.question(rough)) / 2
        order = (-near).argsort(kind="stable")[:limit]
        return tuple((int(n), float(near[n])) for n in order)


OpenMeaning = Callable[[], Meaning | None]
"""Opens the vectors that belong to one engine."""


def _read(folder: Path, entries: int) -> Any:
    """Return the vectors, a row an entry, or None if they are not those of so many entries."""
    try:
        stamp = msgspec.json.decode((folder / STAMP).read_bytes(), type=Stamp)
        packed = (folder / VECTORS).read_bytes()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    if stamp.entries != entries or len(packed) != entries * DIMENSIONS * 2:
        return None
    numpy = import_module("numpy")
    return numpy.frombuffer(packed, dtype="<f2").astype("float32").reshape(entries, DIMENSIONS)
