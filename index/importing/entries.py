"""From rows to catalogue entries: texts by language, steps, ids."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from index.catalogue import catalogue_id, entry_id
from index.entry import CatalogueEntry, CatalogueId, EntryId, LanguageTag, Source
from index.importing.cells import finished
from index.importing.language import language_of
from index.importing.origin import Origin
from index.importing.rows import ROWS_A_STEP, Row, Step, statuses
from index.importing.steps import steps_of
from index.text import fold, fold_code

_SILENT = re.compile(r"[\W_]+")


def entries_of(rows: Iterable[Row], origin: Origin, step: Step) -> tuple[CatalogueEntry, ...]:
    """Make the entries of a page; a row that says what an earlier one says, but for punctuation, is left out.

    `step(done)` is called now and then with the number of rows done; what it raises ends the work.
    Ids are numbered in the order of the page; `index.importing.identity` gives lasting ones at installation.
    """
    catalogue = catalogue_id(origin.provider, origin.service)
    source = Source(title=origin.title, updated=origin.updated, url=origin.url)
    count: Counter[str] = Counter()
    seen: set[bytes] = set()
    entries: list[CatalogueEntry] = []
    for done, row in enumerate(rows):
        if done % ROWS_A_STEP == 0:
            step(done)
        says = _said(row)
        if says not in seen:
            seen.add(says)
            code = fold_code(row.code)
            count[code] += 1
            entries.append(_entry(row, entry_id(catalogue, row.code, count[code]), catalogue, origin, source))
    return tuple(entries)


def _entry(
    row: Row, identifier: EntryId, catalogue: CatalogueId, origin: Origin, source: Source
) -> CatalogueEntry:
    status, status_text = statuses(row)
    solution = finished(row.solution)
    language = language_of(solution)
    return CatalogueEntry(
        id=identifier,
        catalogue=catalogue,
        provider=origin.provider,
        service=origin.service,
        code=row.code,
        status=status,
        status_text=status_text,
        message=finished(row.message) or None,
        description=_by_language(row.description),
        solution={language: solution} if solution else {},
        steps={language: steps_of(solution)} if solution else {},
        also_codes=row.also,
        source=source,
    )


def _said(row: Row) -> bytes:
    """Return what stands for all that a row says, without case, blanks and punctuation."""
    texts = (row.code, *row.also, row.status, row.message, *row.description, row.solution)
    letters = "\n".join(_SILENT.sub("", fold(text)) for text in texts)
    return blake2b(letters.encode("utf-8", "replace"), digest_size=16).digest()


def _by_language(texts: Iterable[str]) -> dict[LanguageTag, str]:
    """Sort texts by language; several of one language stand one below the other."""
    found: dict[LanguageTag, list[str]] = {}
    for text in texts:
        if kept := finished(text):
            found.setdefault(language_of(kept), []).append(kept)
    return {language: "\n".join(dict.fromkeys(parts)) for language, parts in found.items()}
