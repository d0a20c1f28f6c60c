"""Several pages of one service become one catalogue whose entries carry the texts of all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from index.catalogue import entry_id
from index.entry import Catalogue, CatalogueEntry, CatalogueHeader, CatalogueId
from index.importing.document import Document
from index.importing.language import language_of
from index.text import fold, fold_code


def part_of(document: Document, catalogue: CatalogueId) -> Document:
    """Return a document with only its entries of one catalogue; a pack may hold several."""
    entries = tuple(entry for entry in document.entries if entry.catalogue == catalogue)
    if len(entries) == len(document.entries):
        return document
    source = entries[0].source
    return msgspec.structs.replace(
        document, entries=entries, title=source.title, updated=source.updated, url=source.url
    )


def catalogue_of(documents: Sequence[Document]) -> Catalogue:
    """Make one catalogue of documents of the same service; each has entries, and there is at least one."""
    entries: list[CatalogueEntry] = []
    for document in documents:
        entries = merged(entries, document.entries) if entries else list(document.entries)
    newest = max(documents, key=lambda document: document.updated)
    first = entries[0]
    if len({entry.id for entry in entries}) < len(entries):
        entries = renumbered(entries)
    return Catalogue(
        header=CatalogueHeader(
            id=first.catalogue,
            provider=first.provider,
            service=first.service,
            title=newest.title,
            updated=newest.updated,
            url=newest.url,
            entries=len(entries),
        ),
        entries=tuple(entries),
    )


def renumbered(entries: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    """Give ids by the ordinal among the rows of a code, in order."""
    count: Counter[str] = Counter()
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
        partner = _partner(entry, result, free)
        if partner is None:
            result.append(entry)
        else:
            used.add(partner)
            result[partner] = joined(result[partner], entry)
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
    description = {**second.description, **first.description}
    if first.message and second.message and fold(first.message) != fold(second.message):
        language = language_of(second.message)
        if language not in first.description:  # a page that translates the message column as well
            description[language] = "\n".join(
                dict.fromkeys([second.message, *filter(None, [description.get(language)])])
            )
    return msgspec.structs.replace(
        first,
        status=first.status if first.status is not None else second.status,
        status_text=first.status_text or (second.status_text if first.status is None else ""),
        message=first.message or second.message,
        description=description,
        solution={**second.solution, **first.solution},
        steps={**second.steps, **first.steps},
        also_codes=tuple(dict.fromkeys((*first.also_codes, *second.also_codes))),
    )
