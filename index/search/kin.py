"""Tells which entries speak of the same things as a question in other words, without the sentence model.

`resources/fallback/kin.tsv` gives words, by their stems, and concepts of the glossary a signature of 256 bits: those of
terms that are used alike agree in most bits. An entry's signature is what the majority of its terms says, bit by bit; it
is made with the index. The entries are compared with a question bit by bit as well, all of them at once.
"""

import math
from binascii import a2b_base64
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from pathlib import Path

import resources
from index.errors import StorageError
from index.meaning.vectors import Near
from index.search.bits import Scores, from_digits

FILE = "kin.bits"
"""Beside the index: the bits of all entries' signatures, the first bit of every entry, the second of every entry, ..."""
BITS = 256
_ALL = (1 << BITS) - 1
_MOST_TERMS = 48
_NEAREST = 200
_MOST_ENTRIES = 20_000
"""With more entries there are no signatures: they would make building, and every question, too slow."""
_HELP, _SPREAD = 0.45, 0.3
"""What the nearest entries gain at most, as a share of the question, and over which difference in nearness."""
_FINEST = 7
"""How finely a question's wishes for each bit are told apart."""
_CHUNK = 4096
_FEW = 5000
"""Among so many entries it is quicker to read the scores of all of them."""

Signed = tuple[int, int]
"""How much a term tells, from 1 to 15, and its signature."""


class KinTable:
    """The signatures of terms, as sorted lines: they are looked through by halves, and only the line found is read."""

    def __init__(self, lines: bytes) -> None:
        """Look terms up in these sorted lines: a term, a tab, how much it tells, a tab, its signature in base 64."""
        self._lines = [line for line in lines.split(b"\n") if line and not line.startswith(b"# ")]
        self.of = lru_cache(maxsize=8192)(self._of)
        """What a term tells, None for an unknown one."""

    @classmethod
    def load(cls) -> "KinTable":
        """Load the bundled table. Raises StorageError."""
        path = resources.folder("fallback") / "kin.tsv"
        try:
            return cls(path.read_bytes())
        except OSError as error:
            raise StorageError(
                "cannot read {path}: {reason}", path=path, reason=error.strerror or error
            ) from error

    def _of(self, term: str) -> Signed | None:
        start = f"{term}\t".encode("utf-8", "replace")
        at = bisect_left(self._lines, start)
        if at == len(self._lines) or not self._lines[at].startswith(start):
            return None
        weight, signature = self._lines[at][len(start) :].split(b"\t")
        return int(weight), int.from_bytes(a2b_base64(signature + b"="), "little")


def write(folder: Path, lists: Mapping[str, Sequence[int]], size: int) -> None:
    """Write the signatures of `size` entries, of which `lists` gives the numbers by term; none for very many."""
    if size > _MOST_ENTRIES:
        return
    table = KinTable.load()
    terms: list[list[Signed]] = [[] for _ in range(size)]
    for term in sorted(lists):
        told = table.of(term)
        if told is not None:
            for n in lists[term]:
                terms[n].append(told)
    with (folder / FILE).open("wb") as file:
        for plane in _planes([_majority(one) for one in terms]):
            file.write(plane.to_bytes(size // 8 + 1, "little"))


def _majority(terms: Iterable[Signed]) -> int:
    """Return the signature that most of these terms agree on, each with its weight."""
    counts, total = Scores(), 0
    for weight, signature in terms:
        counts.add(weight, signature)
        total += weight
    return counts.at_least(total // 2 + 1, _ALL) if total else 0


def _planes(signatures: Sequence[int]) -> list[int]:
    """Return, bit by bit, the numbers of the signatures that have it."""
    planes = [0] * BITS
    for first in range(0, len(signatures), _CHUNK):
        rows = [format(one, f"0{BITS}b") for one in signatures[first : first + _CHUNK]]
        for at, column in enumerate(zip(*rows, strict=True)):
            planes[BITS - 1 - at] |= from_digits("".join(column)) << first
    return planes


class Kin:
    """The signatures of all entries."""

    def __init__(self, packed: bytes, size: int) -> None:
        """Hold those of `size` entries, as `write` wrote them."""
        width = size // 8 + 1
        planes = [packed[at : at + width] for at in range(0, len(packed), width)]
        self._size = size
        self._everything = (1 << size) - 1
        set_ones = [int.from_bytes(plane, "little") for plane in planes]
        self._planes = [(ones, self._everything & ~ones) for ones in set_ones]
        self._table = KinTable.load()

    @classmethod
    def open(cls, folder: Path, size: int) -> "Kin | None":
        """Open those beside an index; None where they are not there or are not whole. Raises StorageError."""
        try:
            packed = (folder / FILE).read_bytes()
        except OSError:
            return None
        return cls(packed, size) if len(packed) == BITS * (size // 8 + 1) else None

    def near(self, terms: Iterable[str], covered: float) -> Near:
        """Return what entries near to these terms gain where words explain the share `covered`: less, the more they do."""
        most = _HELP * (1.0 - min(max(covered, 0.0), 1.0))
        asked = [told for term in islice(dict.fromkeys(terms), _MOST_TERMS) if (told := self._table.of(term))]
        if not most or not asked:
            return Near()
        amounts = _direction(asked)
        scores = Scores()
        for amount, planes in zip(amounts, self._planes, strict=True):
            scores.add(abs(amount), planes[amount < 0])
        highest = sum(map(abs, amounts))
        length = math.sqrt(BITS * sum(amount * amount for amount in amounts))
        found = [(n, (2 * score - highest) / length) for score, n in self._best(scores)]
        least = max(found[-1][1], 0.0)
        return Near(gains={n: most * min((near - least) / _SPREAD, 1.0) for n, near in found if near > least})

    def _best(self, scores: Scores) -> list[tuple[int, int]]:
        """Return the nearest entries with their scores, nearest first."""
        if self._size > _FEW:
            return scores.best(self._everything, _NEAREST)
        each = scores.values(self._size)
        return [(each[n], n) for n in nlargest(_NEAREST, range(self._size), key=each.__getitem__)]


def _direction(terms: Sequence[Signed]) -> list[int]:
    """Return, bit by bit, how much more of these terms have it than have it not; from -7 to 7."""
    counts, total = Scores(), 0
    for weight, signature in terms:
        counts.add(2 * weight, signature)
        total += weight
    amounts = [count - total for count in counts.values(BITS)]
    finest = max(map(abs, amounts)) or 1
    return [round(amount * _FINEST / finest) for amount in amounts]
