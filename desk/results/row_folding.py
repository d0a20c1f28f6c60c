"""Fewer rows for one answer: codes with the same texts share a row, and one common code stands service by service.

Only the list is folded; the answer, its counts and everything outside the window keep every hit.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from desk.results.rows import Row, row_of_hit
from index.entry import CatalogueEntry
from index.hits import Hit, Reason
from index.text import fold

_FOLDED = frozenset({Reason.MESSAGE, Reason.ALL_WORDS, Reason.SOME_WORDS})
"""Where texts were asked for; where a code was asked for, every code is a row of its own."""
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
    return tuple(rows)


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
    return min(ranks.get(fold(name), len(ranks)) for name in (entry.service, entry.catalogue))


def _texts_of(hit: Hit) -> object | None:
    """Return all that a row and its detail say besides the code, None where the hit stands for itself."""
    entry = hit.entry
    if hit.reason not in _FOLDED or not (entry.message or any(entry.description.values())):
        return None
    texts = (tuple(sorted(entry.description.items())), tuple(sorted(entry.solution.items())))
    return (hit.reason, entry.catalogue, entry.service, entry.status, entry.status_text, entry.message, texts)
