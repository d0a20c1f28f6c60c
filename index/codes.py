"""Codes that are near to one that does not exist.

Letters may be mistyped; digits may not: another number is another code. `similar` gives the codes that were probably
meant, `closest` also neighbours in number, to be shown as such and never taken for what was asked.
"""

from collections.abc import Iterable
from itertools import pairwise

from index.text import code_parts, fold_code

_LONGEST = 80
_LEAST_LETTERS = 4


def closest(code: str, codes: Iterable[str], limit: int = 5) -> tuple[str, ...]:
    """Return existing codes near to `code`, best first; () where none is near.

    First those of the same number with letters mistyped, then those of the same service next in number.

    >>> closest("EnvOnChangeing", ["EnvOnChanging", "EnvExists"])
    ('EnvOnChanging',)
    >>> closest("Ecs.0218", ["Ecs.0219", "Ecs.1000", "Pdp.0001"])
    ('Ecs.0219', 'Ecs.1000')
    """
    return CodeList(codes).closest(code, limit)


def similar(code: str, codes: Iterable[str], limit: int = 5) -> tuple[str, ...]:
    """Return the codes that differ from `code` by a few mistyped letters, best first; digits are all the same.

    The letters O, l and I for the digits they look like count as mistyped.
    """
    return CodeList(codes).similar(code, limit)


class CodeList:
    """Codes, ready to be compared with many mistyped ones."""

    def __init__(self, codes: Iterable[str]) -> None:
        """Hold these codes."""
        self._by_digits: dict[str, tuple[list[str], list[str]]] = {}
        self._by_letters: dict[str, list[tuple[str, str]]] = {}
        for code in dict.fromkeys(codes):
            letters, digits = _shape(code)
            shapes, known = self._by_digits.setdefault(digits, ([], []))
            shapes.append(letters)
            known.append(code)
            if digits:
                self._by_letters.setdefault(letters, []).append((digits.split(".")[-1], code))

    def closest(self, code: str, limit: int = 5) -> tuple[str, ...]:
        """Return the codes near to one, those with mistyped letters before the neighbours in number; never itself."""
        found = dict.fromkeys([*self.similar(code, limit), *self._neighbours(code, limit + 1)])
        return tuple(found)[:limit]

    def similar(self, code: str, limit: int = 5) -> tuple[str, ...]:
        """Return the codes that differ by a few mistyped letters, best first."""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - 30 ms, paid for a mistyped code only
        from rapidfuzz.process import extract  # noqa: PLC0415 - as above

        found: dict[str, int] = {}
        itself = fold_code(code)
        for reading in readings(code[:_LONGEST]):
            letters, digits = _shape(reading)
            if len(letters) + len(digits) < _LEAST_LETTERS or digits not in self._by_digits:
                continue
            shapes, known = self._by_digits[digits]
            most = _mistakes(len(letters))
            for _, far, at in extract(
                letters, shapes, scorer=OSA.distance, score_cutoff=most, limit=limit + 1
            ):
                if fold_code(known[at]) == itself:
                    continue
                found[known[at]] = min(found.get(known[at], most), int(far))
        return tuple(sorted(found, key=lambda one: (found[one], len(one), one))[:limit])

    def _neighbours(self, code: str, limit: int) -> list[str]:
        letters, digits = _shape(code)
        if not letters or not digits:
            return []
        wanted = digits.split(".")[-1]
        beside = [(_far(wanted, number), known) for number, known in self._by_letters.get(letters, ())]
        itself = fold_code(code)
        return [known for _, known in sorted(beside)[:limit] if fold_code(known) != itself]


def _mistakes(letters: int) -> int:
    """Return how many letters may be wrong in a code of so many."""
    return 1 if letters <= 5 else 2 if letters <= 12 else 3  # noqa: PLR2004 - named by the sentence above


def readings(code: str) -> list[str]:
    """List the code as it stands and, where letters stand among digits, with the digits they look like.

    >>> readings("Ecs.O219")
    ['Ecs.O219', 'Ecs.0219']
    """
    looks = code.translate(str.maketrans("OoIl", "0011"))
    mixed = any(
        (a.isdigit() != b.isdigit() and a in "OoIl") or (b in "OoIl" and a.isdigit())
        for a, b in pairwise(code)
    )
    if not mixed:
        return [code]
    out = list(code)
    changed = True
    while changed:
        changed = False
        for at, letter in enumerate(out):
            beside = (at and out[at - 1].isdigit()) or (at + 1 < len(out) and out[at + 1].isdigit())
            if letter in "OoIl" and beside:
                out[at] = looks[at]
                changed = True
    return [code, "".join(out)]


def _shape(code: str) -> tuple[str, str]:
    """Return a code's letters and its digits, each run of digits without leading zeros and set apart."""
    parts = code_parts(code)
    letters = "".join(part for part in parts if not part.isdecimal())
    return letters, ".".join(part for part in parts if part.isdecimal())


def _far(wanted: str, number: str) -> int:
    return abs(int(wanted[:_LONGEST]) - int(number[:_LONGEST]))
