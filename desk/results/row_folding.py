"""Fewer rows for one answer: codes with the same texts share a row, and one common code stands service by service.

What several rows of one code begin with alike is noted in them: where a row is cut, what tells them apart is shown.
Only the list is folded; the answer, its counts and everything outside the window keep every hit.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

import msgspec

from desk.results.rows import Row, row_of_hit
from index.catalogue import OWN
from index.entry import CatalogueEntry
from index.hits import Hit, Reason
from index.text import fold

_FOLDED = frozenset({Reason.MESSAGE, Reason.ALL_WORDS, Reason.SOME_WORDS})
"""Where texts were asked for; where a code was asked for, every code is a row of its own."""
_SHORTEST, _LONGEST = 12, 160
"""Letters that rows begin with alike: fewer are not worth to be left out, and more are not counted."""
_BY_CODE = frozenset({Reason.CODE, Reason.LOOSE_CODE})


def rows_of_hits(hits: Iterable[Hit], language: str, preferred: Sequence[str] = ()) -> tuple[Row, ...]:
    """Make the rows of an answer, best first; hits of one code are grouped by service, `preferred` services first."""
    rows: list[Row] = []
    places: dict[object, int] = {}
    for hit in by_service(hits, preferred):
        key = _texts_of(hit)
        place = places.get(key) if key is not None else None
        if place is None:
            if key is not None:
                places[key] = len(rows)
            rows.append(row_of_hit(hit, language))
        elif hit.entry.code in {entry.code for entry in (rows[place].entry, *rows[place].also)}:
            rows.append(row_of_hit(hit, language))
        else:
            rows[place] = msgspec.structs.replace(rows[place], also=(*rows[place].also, hit.entry))
    return told_apart(rows)


def by_service(hits: Iterable[Hit], preferred: Sequence[str] = ()) -> list[Hit]:
    """Bring hits of the same code together by service; preferred services first, the others as they came."""
    ranks = {fold(name): rank for rank, name in enumerate(preferred)}
    ordered: list[Hit] = []
    for (reason, _code), run in groupby(hits, key=lambda hit: (hit.reason, fold(hit.entry.code))):
        same = list(run)
        if reason in _BY_CODE:
            first: dict[tuple[str, str], int] = {}
            for hit in same:
                first.setdefault(_service(hit.entry), len(first))
            same.sort(key=lambda hit: (_rank(hit.entry, ranks), first[_service(hit.entry)]))
        ordered += same
    return ordered


def told_apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Note in each row where its text leaves those of the other rows of its code."""
    by_code: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        by_code.setdefault(row.entry.code, []).append(number)
    made = list(rows)
    for numbers in by_code.values():
        if len(numbers) > 1:
            for number, apart in _places_apart(rows, numbers):
                made[number] = msgspec.structs.replace(rows[number], apart=apart)
    return tuple(made)


def turned(row: Row, entry_id: str) -> Row:
    """Return the row with one of the entries folded into it in front."""
    entries = (row.entry, *row.also)
    wanted = next((entry for entry in entries if entry.id == entry_id), row.entry)
    if wanted is row.entry:
        return row
    spans = {field: marks for field, marks in row.spans.items() if field != "code"}
    others = tuple(entry for entry in entries if entry is not wanted)
    return msgspec.structs.replace(row, entry=wanted, also=others, code_spans=(), spans=spans)


def _service(entry: CatalogueEntry) -> tuple[str, str]:
    return (entry.provider, entry.service)


def _rank(entry: CatalogueEntry, ranks: dict[str, int]) -> int:
    names = (entry.service, entry.catalogue, entry.catalogue.removeprefix(OWN))
    return min(ranks.get(fold(name), len(ranks)) for name in names)


def _texts_of(hit: Hit) -> object | None:
    """Return all that a row and its detail say besides the code, None where the hit stands for itself."""
    entry = hit.entry
    if hit.reason not in _FOLDED or not (entry.message or any(entry.description.values())):
        return None
    texts = (tuple(sorted(entry.description.items())), tuple(sorted(entry.solution.items())))
    return (hit.reason, entry.catalogue, entry.service, entry.status, entry.status_text, entry.message, texts)


def _places_apart(rows: Sequence[Row], numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Compare each text with its neighbours in the alphabet: no other begins more like it."""
    ordered = sorted(numbers, key=lambda number: rows[number].text)
    shared = [_shared(rows[one].text, rows[other].text) for one, other in pairwise(ordered)]
    for number, before, after in zip(ordered, [0, *shared], [*shared, 0], strict=True):
        text, alike = rows[number].text, max(before, after)
        begin = text.rfind(" ", 0, alike) + 1 or alike
        if _SHORTEST <= begin < min(len(text), _LONGEST):
            yield number, begin


def _shared(first: str, second: str) -> int:
    """Return how many letters two texts begin with alike; equal texts cannot be told apart at all."""
    if first == second:
        return 0
    alike, most = 0, min(len(first), len(second), _LONGEST)
    while alike < most:  # halves: letter by letter, 300 rows took some milliseconds
        middle = (alike + most + 1) // 2
        if first[:middle] == second[:middle]:
            alike = middle
        else:
            most = middle - 1
    return alike
