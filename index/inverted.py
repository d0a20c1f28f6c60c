"""The inverted index: the one module that knows Whoosh.

Documents are numbered from 0 in the order in which they are added. Terms are sorted in memory and handed to Whoosh's
segment writer in one piece; what is read back are whole posting lists, and nothing of Whoosh's queries, scoring or
collecting is used. Why, and what else would be safe: CONTRIBUTING.md, "Whoosh".

Whoosh keeps its schema and segment list as pickles. An index is opened only where this program built it and its manifest
fits, and while it is read no pickle may name anything but Whoosh's own types.
"""

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from itertools import accumulate, chain
from operator import sub
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage

from index.errors import StorageError

_BLOCK = 8192
_STEP = 2000
_MAY_LOAD = frozenset(
    {
        ("whoosh.fields", "Schema"),
        ("whoosh.fields", "ID"),
        ("whoosh.analysis.tokenizers", "IDTokenizer"),
        ("whoosh.formats", "Existence"),
        ("whoosh.codec.whoosh3", "W3Segment"),
        ("whoosh.codec.whoosh3", "W3Codec"),
        ("collections", "defaultdict"),
        ("builtins", "int"),
    }
)
"""All that an index written here names."""
_guarding: ContextVar[bool] = ContextVar("guarding", default=False)


class IndexDamaged(StorageError):  # noqa: N818 - named for what it tells
    """The index cannot be read; it is to be built again."""


class Postings:
    """What Whoosh's writer takes its postings from: document numbers by field and term."""

    def __init__(self, names: Iterable[str]) -> None:
        """Start empty, with these fields."""
        self._lists: dict[str, dict[str, array[int]]] = {name: {} for name in sorted(names)}

    def add(self, field: str, terms: Iterable[str], document: int) -> None:
        """Add a document to the lists of these terms; documents come in ascending order."""
        lists = self._lists[field]
        for term in terms:
            known = lists.get(term)
            if known is None:
                lists[term] = array("I", (document,))
            else:
                known.append(document)

    def of(self, field: str) -> "Mapping[str, array[int]]":
        """Return the lists of a field by term."""
        return self._lists[field]

    def plain(self) -> dict[str, dict[str, bytes]]:
        """Return all lists as bytes, for another process."""
        return {
            field: {term: documents.tobytes() for term, documents in known.items()}
            for field, known in self._lists.items()
        }

    def extend(self, lists: Mapping[str, Mapping[str, bytes]]) -> None:
        """Add what `plain` gave of documents that come after all that are here."""
        for field, more in lists.items():
            known = self._lists[field]
            for term, documents in more.items():
                known.setdefault(term, array("I")).frombytes(documents)

    def iter_postings(self) -> "Postings":
        """Return itself: Whoosh hands this to the field writer, which is ours."""
        return self

    def lists(self) -> Iterator[tuple[str, list[tuple[bytes, "array[int]"]]]]:
        """Give the fields in order, each with its terms in order and their documents."""
        for field, known in self._lists.items():
            yield field, sorted((term.encode(), documents) for term, documents in known.items())

    def count(self) -> int:
        """Return how many terms there are, over all fields."""
        return sum(map(len, self._lists.values()))

    def cleanup(self) -> None:
        """Forget the postings; Whoosh calls this when they are written."""
        self._lists.clear()


def write(
    folder: Path,
    postings: Postings,
    documents: int,
    names: Iterable[str],
    step: Callable[[float], None] = lambda _share: None,
) -> None:
    """Write an index of these postings into an empty folder, as one compound segment.

    `step` is called with the share that is done; what it raises ends the writing.
    """
    schema = fields.Schema(**{name: fields.ID() for name in names})
    index = FileStorage(folder).create_index(schema)
    writer = index.writer(codec=W3Codec(blocklimit=_BLOCK), compound=True)
    try:
        writer.pool = postings
        writer.fieldwriter.add_postings = partial(_add_postings, writer.fieldwriter, step)
        for _ in range(documents):
            writer.add_document()
        writer.commit(merge=False)
    except BaseException:
        writer.cancel()
        raise
    finally:
        index.close()


def _add_postings(
    writer: Any, step: Callable[[float], None], schema: Any, _lengths: object, postings: Postings
) -> None:
    """Write whole posting lists, block by block: Whoosh's own way, a call for each posting, takes five times as long."""
    total, written = max(postings.count(), 1), 0
    for name, terms in postings.lists():
        writer.start_field(name, schema[name])
        lists = writer._postwriter  # noqa: SLF001 - no public way to add a list; the version is pinned
        for number, (term, documents) in enumerate(terms):
            if number % _STEP == 0:
                step(written / total)
            written += 1
            writer.start_term(term)
            for at in range(0, len(documents), _BLOCK):
                block = documents[at : at + _BLOCK]
                lists._ids = block  # noqa: SLF001 - as above
                lists._weights = (len(block),)  # noqa: SLF001 - as above; only their sum is asked for
                lists._maxweight = 1.0  # noqa: SLF001 - as above
                lists._mini_ids = partial(_steps, block)  # noqa: SLF001 - as above
                lists._mini_weights = _all_one  # noqa: SLF001 - as above
                if at + _BLOCK < len(documents):
                    lists._write_block()  # noqa: SLF001 - as above; the last block is written by finish_term
            writer.finish_term()
        writer.finish_field()


def _steps(numbers: "array[int]") -> tuple[int, ...]:
    """Return the differences between ascending numbers, as Whoosh stores them."""
    return tuple(map(sub, numbers, chain((0,), numbers)))


def _all_one() -> None:
    """Say, as Whoosh does, that all weights are 1."""


class Inverted:
    """Read access to a built index. Belongs to the thread that opened it."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`. Raises IndexDamaged."""
        with _only_own_types(), _as_damage(folder):
            self._storage = FileStorage(folder, readonly=True)
            self._reader: Any = self._storage.open_index().reader()
            self.documents: int = self._reader.doc_count_all()
            """How many documents there are."""
        self._folder = folder

    def numbers(self, field: str, term: str) -> list[int]:
        """Return the documents of a term, ascending; [] for an unknown one. Raises IndexDamaged."""
        with _only_own_types(), _as_damage(self._folder):
            if (field, term) not in self._reader:
                return []
            matcher = self._reader.postings(field, term)
            found: list[int] = []
            # Block by block, as the matcher does itself: its step for single documents takes ten times as long.
            while matcher.is_active():
                if matcher._data is None:  # noqa: SLF001 - no public way to a whole block; the version is pinned
                    matcher._read_data()  # noqa: SLF001 - as above
                found += accumulate(matcher._data[0])  # noqa: SLF001 - as above; the numbers are stored as steps
                matcher._next_block()  # noqa: SLF001 - as above
            return found

    def terms(self, field: str) -> list[str]:
        """Return all terms of a field, sorted."""
        with _only_own_types(), _as_damage(self._folder):
            return [name.decode() for name in self._reader.lexicon(field)]

    def close(self) -> None:
        """Close the files."""
        self._reader.close()
        self._storage.close()


@contextmanager
def _as_damage(folder: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise IndexDamaged(
            "the index {folder} cannot be read: {kind}: {reason}",
            folder=folder,
            kind=type(error).__name__,
            reason=error,
        ) from error


@contextmanager
def _only_own_types() -> Iterator[None]:
    _install_guard()
    token = _guarding.set(True)
    try:
        yield
    finally:
        _guarding.reset(token)


def _refuse_foreign_types(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "pickle.find_class" and _guarding.get():
        module, name = arguments[:2]
        if (module, name) not in _MAY_LOAD:
            raise IndexDamaged(
                "the index names {module}.{name}, which no index of ours does", module=module, name=name
            )


def _install_guard(installed: list[bool] = []) -> None:  # noqa: B006 - remembers that the hook, which stays for good, is there
    if not installed:
        installed.append(True)
        sys.addaudithook(_refuse_foreign_types)
