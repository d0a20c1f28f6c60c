"""Tells which entries speak of the same things as a question in other words, without the sentence model.

`resources/fallback/kin.tsv` gives words, by their stems, and concepts of the glossary a signature of 256 bits: those of
terms that are used alike agree in most bits. An entry's signature is what the majority of its terms says, bit by bit; it
is made with the index. A question's own finds the entries that agree with it most, which are then compared with each
of its terms.
"""

import math
from binascii import a2b_base64
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from pathlib import Path

from index.meaning.sorted_lines import SortedLines, bundled
from index.meaning.vectors import Near
from index.search.bits import Scores

FILE = "kin.bits"
"""Beside the index: the signatures of all entries, one after the other."""
BITS = 256
_BYTES = BITS // 8
_ALL = (1 << BITS) - 1
_MOST_TERMS = 20
_NEAREST, _COMPARED, _REST = 200, 80, 10
"""So many agree most, so many of those are compared, and so many are as far as a chance neighbour is."""
_FEW = 3000
_MOST_ENTRIES = 20_000
"""With more entries there are no signatures: they would make building, and every question, too slow."""
_HELP, _HELP_BY_CONCEPTS, _SPREAD = 0.45, 0.14, 0.3
"""What the nearest entries gain at most, as a share of the question, and over which difference in nearness."""

Signed = tuple[int, int]
"""How much a term tells, from 1 to 15, and its signature."""


class KinTable:
    """The signatures of terms, as sorted lines."""

    def __init__(self, lines: bytes) -> None:
        """Look terms up in these sorted lines: a term, a tab, how much it tells, a tab, its signature in base 64."""
        self._lines = SortedLines(lines)
        self.of = lru_cache(maxsize=8192)(self._of)
        """What a term tells, None for an unknown one."""

    @classmethod
    def load(cls) -> "KinTable":
        """Load the bundled table. Raises StorageError."""
        return cls(bundled("kin.tsv"))

    def _of(self, term: str) -> Signed | None:
        found = self._lines.find(term)
        if found is None:
            return None
        weight, signature = found.split(b"\t")
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
    signatures = (_majority(one).to_bytes(_BYTES, "little") for one in terms)
    (folder / FILE).write_bytes(b"".join(signatures))


def _majority(terms: Iterable[Signed]) -> int:
    """Return the signature that most of these terms agree on, each with its weight."""
    counts, total = Scores(), 0
    for weight, signature in terms:
        counts.add(weight, signature)
        total += weight
    return counts.at_least(total // 2 + 1, _ALL) if total else 0


class Kin:
    """The signatures of all entries."""

    def __init__(self, packed: bytes, table: KinTable) -> None:
        """Hold these, as `write` wrote them; `table` has the terms of questions."""
        starts = range(0, len(packed), _BYTES)
        self._entries = [int.from_bytes(packed[at : at + _BYTES], "little") for at in starts]
        self._table = table

    @classmethod
    def open(cls, folder: Path, size: int, table: KinTable) -> "Kin | None":
        """Open those beside an index of so many entries; None where they are not there or not whole."""
        try:
            packed = (folder / FILE).read_bytes()
        except OSError:
            return None
        return cls(packed, table) if len(packed) == size * _BYTES else None

    def near(self, terms: Iterable[str], covered: float, *, concepts_alone: bool = False) -> Near:
        """Return what entries near to these terms gain where words explain the share `covered`: less, the more they do.

        They gain less as well where the terms are `concepts_alone`, those of a Chinese question.
        """
        most = (_HELP_BY_CONCEPTS if concepts_alone else _HELP) * (1.0 - min(max(covered, 0.0), 1.0))
        told = (self._table.of(term) for term in dict.fromkeys(terms))
        asked = list(islice((one for one in told if one), _MOST_TERMS))
        if not most or not asked or not self._entries:
            return Near()
        middle = _majority(asked)
        far = [(middle ^ entry).bit_count() for entry in self._entries]
        every = range(len(far))
        if len(far) > _FEW:  # a heap is the quicker way only where there are many
            numbers = nsmallest(_NEAREST, every, key=far.__getitem__)
        else:
            numbers = sorted(every, key=far.__getitem__)[:_NEAREST]
        near, rest = numbers[:_COMPARED], numbers[-_REST:]
        nearness = self._nearness(asked, {*near, *rest})
        least = max(sum(nearness[n] for n in rest) / len(rest), 0.0)
        order = sorted(near, key=lambda n: -nearness[n])
        return Near(
            gains={n: most * min((nearness[n] - least) / _SPREAD, 1.0) for n in order if nearness[n] > least}
        )

    def _nearness(self, asked: Sequence[Signed], numbers: Iterable[int]) -> dict[int, float]:
        """Return how near these entries are to all of what is asked, from -1 to 1."""
        length = math.sqrt(sum(w * v * _agreement(s, t) for w, s in asked for v, t in asked)) or 1.0
        whole = sum(weight for weight, _ in asked)
        entries = ((n, self._entries[n]) for n in numbers)
        apart = (
            (n, sum([weight * (one ^ entry).bit_count() for weight, one in asked])) for n, entry in entries
        )
        return {n: (whole - bits * 2 / BITS) / length for n, bits in apart}


def _agreement(one: int, other: int) -> float:
    """Return how much two signatures agree: 1 in all bits, 0 in half of them, -1 in none."""
    return 1.0 - (one ^ other).bit_count() * 2 / BITS
