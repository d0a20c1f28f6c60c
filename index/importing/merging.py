"""Several pages of one service become one catalogue whose entries carry the texts of all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from index.catalogue import entry_id
from index.entry import Catalogue, CatalogueEntry, CatalogueHeader
from index.importing.document import Document
from index.text import fold, fold_code


def catalogue_of(documents: Sequence[Document]) -> Catalogue:
    """Make one catalogue of documents of the same service, at least one, with ids numbered in their order."""
    entries: list[CatalogueEntry] = []
    for document in documents:
        entries = merged(entries, document.entries) if entries else list(document.entries)
    newest = max(documents, key=lambda document: document.updated)
    first = entries[0]
    numbered = renumbered(entries)
    return Catalogue(
        header=CatalogueHeader(
            id=first.catalogue,
            provider=first.provider,
            service=first.service,
            title=newest.title,
            updated=newest.updated,
            url=newest.url,
            entries=len(numbered),
        ),
        entries=tuple(numbered),
    )


def renumbered(entries: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    """Give ids by the ordinal among the rows of a code, in order."""
    count: defaultdict[str, int] = defaultdict(int)
    numbered = []
    for entry in entries:
        key = fold_code(entry.code)
        count[key] += 1
        numbered.append(msgspec.structs.replace(entry, id=entry_id(entry.catalogue, entry.code, count[key])))
    return numbered


def merged(first: Sequence[CatalogueEntry], second: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    """Put the entries of a second page to those of a first one; rows that say the same error become one entry."""
    result = list(first)
    by_code: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(result):
        by_code[fold_code(entry.code)].append(at)
    used: set[int] = set()
    for entry in second:
        free = [at for at in by_code[fold_code(entry.code)] if at not in used]
        at = _partner(entry, result, free)
        if at is None:
            result.append(entry)
        else:
            used.add(at)
            result[at] = joined(result[at], entry)
    return result


def _partner(entry: CatalogueEntry, entries: Sequence[CatalogueEntry], free: Sequence[int]) -> int | None:
    """Return the entry of the other page that is the same error: same message, else same status, in order."""
    message = fold(entry.message or "")
    for at in free:
        if message and fold(entries[at].message or "") == message:
            return at
    for at in free:
        other = entries[at]
        foreign = _languages(other) != _languages(entry)
        if other.status in (entry.status, None) and (foreign or not (message and other.message)):
            return at
    return None


def _languages(entry: CatalogueEntry) -> set[str]:
    return {*entry.description, *entry.solution}


def joined(first: CatalogueEntry, second: CatalogueEntry) -> CatalogueEntry:
    """Return the first entry with what only the second one tells: languages, status, message, twins."""
    return msgspec.structs.replace(
        first,
        status=first.status if first.status is not None else second.status,
        status_text=first.status_text or (second.status_text if first.status is None else ""),
        message=first.message or second.message,
        description={**second.description, **first.description},
        solution={**second.solution, **first.solution},
        steps={**second.steps, **first.steps},
        also_codes=tuple(dict.fromkeys((*first.also_codes, *second.also_codes))),
    )
