"""Made-up catalogues of any size, from the words and sentences of the bundled packs.

Codes are unique and of the shapes that real pages have; every text is a real one with some of its words exchanged, so
that word frequencies stay as they are while no two catalogues are the same.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import resources
from index.catalogue import catalogue_id, entry_id, load_pack, write_pack
from index.entry import Catalogue, CatalogueEntry, CatalogueHeader
from index.folders import Folders
from index.shelf import imported_folder

PER_CATALOGUE = 500
_WORD = re.compile(r"[A-Za-z]{4,}")
_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yo za tra ple gri sto".split()


def make(folders: Folders, size: int, seed: int = 7) -> None:
    """Put `size` made-up entries into the user's packs of these folders, beside the bundled ones."""
    known = [entry for path in resources.packs() for one in load_pack(path) for entry in one.entries]
    maker = _Maker(known, random.Random(seed))
    target = imported_folder(folders)
    target.mkdir(parents=True, exist_ok=True)
    for number in range(0, size, PER_CATALOGUE):
        catalogue = maker.catalogue(number // PER_CATALOGUE, min(PER_CATALOGUE, size - number))
        Path(target, f"{catalogue.header.id}.jsonl").write_bytes(write_pack([catalogue]))


class _Maker:
    def __init__(self, known: list[CatalogueEntry], chance: random.Random) -> None:
        self._known = known
        self._chance = chance
        texts = (text for entry in known for text in (entry.message or "", *entry.description.values()))
        self._words = sorted({word for text in texts for word in _WORD.findall(text)})
        self._words += ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(4000)]

    def catalogue(self, number: int, size: int) -> Catalogue:
        provider, service = f"Provider {number % 12}", f"Service{number}"
        name = catalogue_id(provider, service)
        entries = tuple(self._entry(provider, service, code) for code in self._codes(number, size))
        header = CatalogueHeader(id=name, provider=provider, service=service, entries=size)
        return Catalogue(header=header, entries=entries)

    def _entry(self, provider: str, service: str, code: str) -> CatalogueEntry:
        model = self._chance.choice(self._known)
        catalogue = catalogue_id(provider, service)
        return CatalogueEntry(
            id=entry_id(catalogue, code, 1),
            catalogue=catalogue,
            provider=provider,
            service=service,
            code=code,
            status=model.status,
            message=self._changed(model.message) if model.message else None,
            description={tag: self._changed(text) for tag, text in model.description.items()},
            solution={tag: self._changed(text, 0.03) for tag, text in model.solution.items()},
            steps={},
        )

    def _changed(self, text: str, share: float = 0.12) -> str:
        return _WORD.sub(
            lambda word: self._chance.choice(self._words) if self._chance.random() < share else word.group(),
            text,
        )

    def _codes(self, number: int, size: int) -> Iterator[str]:
        shape = number % 3
        seen: set[str] = set()
        while len(seen) < size:
            if shape == 0:
                code = f"SV{number}.{self._chance.randrange(10000):04}"
            elif shape == 1:
                code = f"SVC{number}.API.{self._chance.randrange(4000000, 5100000)}"
            else:
                words = self._chance.choices(self._words, k=3)
                code = "".join(word.capitalize() for word in words)
            if code.lower() not in seen:
                seen.add(code.lower())
                yield code
