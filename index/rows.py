"""Chooses the catalogue rows of a reported error: by code, then by its message's template, then by its stated status."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import product
from weakref import WeakKeyDictionary

import msgspec

from index.entry import CatalogueEntry
from index.fitting import Fit, comparable, find, fit, fit_unspaced
from index.mapped import Mapped
from index.payload import vocabulary
from index.payload.hints import Hints
from index.table import EntryTable
from index.template import literals, message_texts
from index.text import fold, fold_code

_LOOKS = str.maketrans(
    {"o": "0", "q": "0", "d": "0", "l": "1", "i": "1", "|": "1", "!": "1", "t": "1", "f": "1", "s": "5", "b": "6", "g": "9", "z": "2", "a": "4",
     "h": "6", "e": "c", "u": "v", "y": "v", "j": "1",
     ",": "."}
)  # fmt: skip
"""Letters and digits that scanners take for one another, by the one that stands for all; no two digits are one."""
_SHORTEST_SCANNED = 8
_MANY = 1000
COMMON = "common code"
"""The reason of a row that only has the code, where many services use that code."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One row with how it fits."""

    entry: CatalogueEntry
    """The row."""
    reason: str
    """Why."""
    fit: Fit | None = None
    """How its template fits the message."""
    values: tuple[str, ...] | None = None
    """The values of its placeholders."""


class Catalogues:
    """The look-ups that reading a payload needs, remembered while one text is read."""

    def __init__(self, table: EntryTable) -> None:
        """Look things up in `table`."""
        self.table = table
        self._by_code: dict[str, list[CatalogueEntry]] = {}
        self._known: dict[str, bool] = {}

    def entries(self, code: str) -> list[CatalogueEntry]:
        """Return the rows of a whole code."""
        key = fold_code(code)
        if key not in self._by_code:
            many = len(self._by_code) > _MANY
            self._by_code[key] = [] if many and key not in self._keys else self.table.by_code(code)
        return self._by_code[key]

    @cached_property
    def _keys(self) -> frozenset[str]:
        """All codes, folded: where a text names very many, this is quicker than to ask for each."""
        return frozenset(map(fold_code, self.table.codes()))

    def is_known(self, code: str) -> bool:
        """Tell whether a catalogue has this code; words without digits only in their own case."""
        known = self._known.get(code)
        if known is None:  # a long log names the same code tens of thousands of times
            rows = self.entries(code)
            known = bool(rows) and (
                any(letter.isdigit() for letter in code) or any(row.code == code for row in rows)
            )
            self._known[code] = known
        return known

    def fits(self, code: str, message: str) -> int:
        """Tell how well a message fits a template of this code: 3 whole, 2 with words around it, 1 cut off, 0 not."""
        folded = comparable(message)
        best = 0
        for row in self.entries(code):
            for text in message_texts(row):
                found = fit(text, folded) or find(text, folded)
                if found is not None:
                    best = max(best, 1 if found.cut else 3 if found.whole else 2)
        return best

    def scanned(self, code: str) -> list[CatalogueEntry]:
        """Return the rows of the one code that a scanner may have read as `code`."""
        if len(code) < _SHORTEST_SCANNED and not any(letter.isdigit() for letter in code):
            return []
        found = _skeletons(self.table).get(skeleton(code), ())
        return self.entries(found[0]) if len(found) == 1 else []

    def is_misread(self, code: str) -> bool:
        """Tell whether a scanner may have made this of exactly one code."""
        return bool(self.scanned(code))

    def starting(self, code: str) -> list[CatalogueEntry]:
        """Return the rows whose code starts with `code`."""
        return self.table.entries(self.table.numbers_by_prefix(code, 200))


def skeleton(code: str) -> str:
    """Write a code so that letters and digits which scanners confuse are one.

    >>> skeleton("Ecs.O6l4") == skeleton("Ecs.0614")
    True
    """
    plain = "".join(fold(code).split()).replace("rn", "m").replace("vv", "w").replace("cl", "d")
    return plain.translate(_LOOKS)


_known_skeletons: WeakKeyDictionary[EntryTable, dict[str, tuple[str, ...]]] = WeakKeyDictionary()


def _skeletons(table: EntryTable) -> dict[str, tuple[str, ...]]:
    if table not in _known_skeletons:
        found: dict[str, tuple[str, ...]] = {}
        for code in table.codes():
            key = skeleton(code)
            found[key] = (*found.get(key, ()), code)
        _known_skeletons[table] = found
    return _known_skeletons[table]


def choose(
    rows: Sequence[CatalogueEntry],
    message: str | None,
    status: int | None,
    hints: Hints,
    preferred: Sequence[str] = (),
) -> list[Candidate]:
    """Return the rows that stay possible, best first."""
    rows = list({row.id: row for row in rows}.values())
    candidates = [candidate(row, message) for row in rows]
    for rank in (_fits_whole, _fits_message, lambda one: one.fit is not None):
        best = [one for one in candidates if rank(one)]
        if best:
            candidates = best
            break
    for better in (
        lambda one: one.entry.status == status,
        lambda one: hints.name(one.entry.provider, one.entry.service),
        lambda one: one.entry.provider in hints.providers,
    ):
        left = [one for one in candidates if better(one)]
        if len(candidates) > 1 and left:
            candidates = left
    order = {catalogue: number for number, catalogue in enumerate(preferred)}
    return sorted(candidates, key=lambda one: order.get(one.entry.catalogue, len(order)))


def _fits_whole(one: Candidate) -> bool:
    return one.fit is not None and one.fit.whole


def _fits_message(one: Candidate) -> bool:
    return one.fit is not None and not one.fit.cut


@lru_cache(maxsize=512)
def _folded(message: str) -> Mapped:
    return comparable(message)


def candidate(row: CatalogueEntry, message: str | None) -> Candidate:
    """Say how a row fits a message."""
    if not message:
        return Candidate(entry=row, reason="code")
    folded = _folded(message)
    best: tuple[Fit, str] | None = None
    for hows in ((fit, find), (fit_unspaced,)):
        for text, how in product(message_texts(row) if best is None else (), hows):
            found = how(text, folded)
            if found is not None and (best is None or _rank(found) > _rank(best[0])):
                best = found, text
    if best is None:
        return Candidate(entry=row, reason="code")
    found, text = best
    printed = (
        text == row.message or row.message is None or any(text == alias.message for alias in row.aliases)
    )
    return Candidate(
        entry=row, reason="code and message", fit=found, values=found.values if printed else None
    )


def _rank(found: Fit) -> tuple[bool, bool, int]:
    return found.whole, not found.cut, found.span[1] - found.span[0]


def belongs(
    code: str, rows: Sequence[CatalogueEntry], message: str | None, hints: Hints
) -> list[CatalogueEntry]:
    """Keep the rows of the product that the text speaks of; a code of letters alone may be another product's."""
    if any(letter.isdigit() for letter in code):
        return list(rows)
    fitting = [row for row in rows if message and candidate(row, message).fit is not None]
    if fitting:
        return list(rows)
    allowed = [row for row in rows if hints.allow(row.provider, row.service)]
    if not allowed:
        return []
    named = [row for row in allowed if hints.name(row.provider, row.service)]
    if named:
        return named
    exact = [row for row in allowed if row.code == code]
    if code.lower() in vocabulary.GENERIC_CODES and message:
        return []
    return exact


def namesakes(
    code: str, rows: Sequence[CatalogueEntry], status: int | None, hints: Hints, preferred: Sequence[str] = ()
) -> tuple[list[Candidate], bool]:
    """Return rows of this code that nothing ties to the text, likeliest first, and whether it names another product."""
    allowed = [row for row in rows if hints.allow(row.provider, row.service)]
    reason = COMMON if code.lower() in vocabulary.GENERIC_CODES else "code"
    order = {catalogue: number for number, catalogue in enumerate(preferred)}
    likeliest = sorted(
        allowed or rows,
        key=lambda row: (order.get(row.catalogue, len(order)), status is None or row.status != status),
    )
    return [Candidate(entry=row, reason=reason) for row in likeliest], bool(rows) and not allowed


def repair(row: CatalogueEntry, message: str) -> str | None:
    """Write a message that a scanner misread as its template has it, the values as read; None where it does not fit."""
    if candidate(row, message).fit is not None:
        return message
    looks = message.lower().translate(_LOOKS)
    if len(looks) != len(message):
        return None
    for template in message_texts(row):
        pieces = literals(template)
        masked = "{0}".join(piece.lower().translate(_LOOKS) for piece in pieces)
        found = fit(masked, looks)
        if found is not None and not found.cut and found.values is not None:
            values = [message[start:end] for start, end in found.value_spans]
            whole = "".join(a + b for a, b in zip(pieces, [*values, ""], strict=True))
            return whole.replace("''", "'")
    return None
