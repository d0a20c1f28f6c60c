"""Several pages of one service become one catalogue whose entries carry the texts of all of them."""

from collections import Counter, defaultdict, deque
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
    lonely = _Lonely(first)
    for entry in second:
        partner = lonely.partner(entry)
        if partner is None:
            result.append(entry)
        else:
            result[partner] = joined(result[partner], entry)
    return result


class _Kind(msgspec.Struct, frozen=True):
    """What decides, beside the message, whether entries of a code may be the same error."""

    status: int | None
    languages: frozenset[str]
    has_message: bool


class _Lonely:
    """The entries of a first page that have no partner yet; finding one takes no longer where a code has many rows."""

    def __init__(self, entries: Sequence[CatalogueEntry]) -> None:
        self._by_message: defaultdict[tuple[str, str], deque[int]] = defaultdict(deque)
        self._by_kind: defaultdict[str, defaultdict[_Kind, deque[int]]] = defaultdict(
            lambda: defaultdict(deque)
        )
        self._used: set[int] = set()
        for at, entry in enumerate(entries):
            code = fold_code(entry.code)
            self._by_message[code, fold(entry.message or "")].append(at)
            self._by_kind[code][_kind(entry)].append(at)

    def partner(self, entry: CatalogueEntry) -> int | None:
        """Return the place of the same error, and take it: same message, else same status, in order."""
        code, message = fold_code(entry.code), fold(entry.message or "")
        at = self._first(self._by_message[code, message]) if message else None
        if at is None:
            kind, kinds = _kind(entry), self._by_kind[code]
            firsts = [self._first(places) for other, places in kinds.items() if _may_be_same(kind, other)]
            at = min((place for place in firsts if place is not None), default=None)
        if at is not None:
            self._used.add(at)
        return at

    def _first(self, places: deque[int]) -> int | None:
        while places and places[0] in self._used:
            places.popleft()
        return places[0] if places else None


def _kind(entry: CatalogueEntry) -> _Kind:
    languages = frozenset((*entry.description, *entry.solution))
    return _Kind(entry.status, languages, bool(fold(entry.message or "")))


def _may_be_same(kind: _Kind, other: _Kind) -> bool:
    foreign = other.languages != kind.languages
    return other.status in (kind.status, None) and (foreign or not (kind.has_message and other.has_message))


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
