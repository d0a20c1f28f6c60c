"""The search engine: a query in, an answer with reasons, places and counts out.

One engine belongs to one thread. Without an index it answers codes and messages from the entry table alone.
"""

import shutil
import time
from pathlib import Path

import msgspec

from index import build as index_build
from index import store
from index.errors import StorageError
from index.folders import Folders
from index.hits import Answer
from index.library.values import CodeRef, KeptCodes
from index.meaning.building import vectors_folder
from index.meaning.vectors import Meaning, OpenMeaning
from index.query import Query, parse
from index.schema import Concepts
from index.search import stand_in
from index.search.bits import from_numbers
from index.search.question import Question
from index.search.sources import Sources
from index.search.terms import Terms
from index.store import never
from index.table import EntryTable, ShouldStop


class SearchEngine:
    """Finds entries."""

    def __init__(self, table: EntryTable, terms: Terms | None, concepts: Concepts) -> None:
        """Search these; without `terms` only codes and messages are found."""
        self.table = table
        """The entry table, for look-ups by id and code."""
        self._sources = Sources(table, terms, concepts)
        self._meaning: Meaning | None = None
        self._before: SearchEngine | None = None

    @classmethod
    def open(cls, folders: Folders, *, build: bool = True) -> "SearchEngine":
        """Open the table and index of the active packs; both are built first where missing, stale or damaged.

        With `build=False` an index that is not there is done without; that of before stands in. Raises StorageError.
        """
        table = store.open_table(folders)
        if build:
            index_build.build(folders)
        opened = _open_index(index_build.index_folder(folders))
        if opened is None and build:
            index_build.build(folders)
            opened = _open_index(index_build.index_folder(folders))
        terms, concepts = opened or (None, index_build.glossary())
        engine = cls(table, terms, concepts)
        if opened is None:
            engine._before = cls._open_before(folders)
        return engine

    @classmethod
    def _open_before(cls, folders: Folders) -> "SearchEngine | None":
        """Open the generation before, None where there is none."""
        folder = stand_in.generation_before(folders)
        opened = _open_index(folder / index_build.WHOOSH) if folder else None
        return cls(EntryTable(folder / store.TABLE), *opened) if folder and opened else None

    def warm(self, should_stop: ShouldStop = never) -> bool:
        """Load now, step by step, what the first mistyped or Chinese query would wait for: half a second in all.

        Returns False where `should_stop()` cut it short; what was loaded by then stays.
        """
        for step in self._sources.warming():
            if should_stop():
                return False
            step()
        for query in ("zzqx interfase", "Ecs.o1", "zzqx 网络接口不存在"):
            if should_stop():
                return False
            self.search(query)
        return True

    def close(self) -> None:
        """Close the files."""
        self._sources.close()
        if self._before is not None:
            self._before.close()

    def meaning_opener(self, folders: Folders) -> OpenMeaning | None:
        """Return what opens the vectors of the packs active now, in any thread; None where there is no index yet."""
        slots = self._sources.slots
        if slots is None:
            return None
        folder, size, concepts = vectors_folder(folders), len(self.table), self._sources.concepts
        synonyms = slots.fallback.synonyms
        return lambda: Meaning.open(folder, size, concepts, synonyms)

    def use_meaning(self, meaning: Meaning | None) -> None:
        """Let questions asked `by_meaning` use these vectors, which `meaning_opener` of this engine opened."""
        self._meaning = meaning

    def use_kept(self, kept: KeptCodes) -> None:
        """Let `has:note` and `has:pin` narrow to these codes; the search itself knows nothing of the library."""
        size = len(self.table)
        self._sources.kept = {
            name: from_numbers(sorted(self._numbers_of(refs)), size)
            for name, refs in msgspec.structs.asdict(kept).items()
        }
        if self._before is not None:
            self._before.use_kept(kept)

    def _numbers_of(self, refs: tuple[CodeRef, ...]) -> set[int]:
        """Return the entries of these codes, of the same service."""
        found: set[int] = set()
        for ref in refs:
            numbers = self.table.numbers_by_code(ref.code)
            for n, entry in zip(numbers, self.table.entries(numbers), strict=True):
                if (entry.provider, entry.service) == (ref.provider, ref.service):
                    found.add(n)
        return found

    def open_meaning(self, folders: Folders) -> bool:
        """Open the vectors of the packs active now, where they are built; tells whether they are. Takes a second."""
        opener = self.meaning_opener(folders)
        self.use_meaning(opener() if opener else None)
        return self._meaning is not None

    def search(
        self,
        query: str | Query,
        *,
        limit: int = 50,
        should_stop: ShouldStop = never,
        by_meaning: bool = False,
    ) -> Answer:
        """Answer one query with at most `limit` hits. Takes any text; `should_stop` cuts it short.

        `by_meaning` lets what the entries mean help the tiers of words, where vectors are open. It takes 20 to 80 ms
        more, unless `Meaning.read` has read the question before: for when typing rests.
        """
        began = time.perf_counter()
        asked = parse(query) if isinstance(query, str) else query
        meaning = self._meaning if by_meaning else None
        answer = Question(asked, self._sources, should_stop, meaning).answer(limit)
        if self._before is not None:
            before = self._before.search(asked, limit=limit, should_stop=should_stop)
            answer = stand_in.joined(answer, before, self.table, limit)
        shown = query if isinstance(query, str) else str(query)
        return msgspec.structs.replace(answer, query=shown, took_ms=(time.perf_counter() - began) * 1000)


def _open_index(folder: Path) -> tuple[Terms, Concepts] | None:
    """Open the index in a folder where it is there, and the glossary it was made with.

    One that cannot be opened for all its checksums is thrown away.
    """
    if not index_build.is_usable(folder):
        return None
    try:
        return Terms(folder), index_build.kept_glossary(folder)
    except StorageError:
        shutil.rmtree(folder, ignore_errors=True)
        return None
