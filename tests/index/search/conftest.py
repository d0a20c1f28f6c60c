"""Engines to ask: one over the bundled packs, and small ones made for a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.catalogue import catalogue_id, entry_id, write_pack
from index.entry import Catalogue, CatalogueEntry, CatalogueHeader
from index.folders import Folders
from index.search.engine import SearchEngine
from index.shelf import imported_folder

Rows = list[dict[str, object]]


@pytest.fixture(scope="session")
def engine(bundled_folders: Folders) -> Iterator[SearchEngine]:
    """Search the bundled packs."""
    opened = SearchEngine.open(bundled_folders)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def engine_of(
    tmp_path_factory: pytest.TempPathFactory,
    engine: SearchEngine,
) -> Iterator[Callable[..., SearchEngine]]:
    """Make engines over rows of one catalogue and nothing else."""
    opened: list[SearchEngine] = []

    def make(rows: Rows, *, build: bool = True) -> SearchEngine:
        folders = Folders.under(tmp_path_factory.mktemp("box"))
        install(folders, rows)
        opened.append(SearchEngine.open(folders, build=build))
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("resources.packs", list)
        yield make
    for one in opened:
        one.close()


def install(folders: Folders, rows: Rows, *, provider: str = "Test Cloud", service: str = "Box") -> None:
    """Put rows into the user's packs."""
    name = catalogue_id(provider, service)
    seen: dict[str, int] = {}
    entries = []
    for row in rows:
        code = str(row["code"])
        seen[code.lower()] = seen.get(code.lower(), 0) + 1
        entries.append(
            CatalogueEntry(
                id=entry_id(name, code, seen[code.lower()]),
                catalogue=name,
                provider=provider,
                service=service,
                **row,
            )
        )
    header = CatalogueHeader(id=name, provider=provider, service=service, entries=len(entries))
    target = imported_folder(folders)
    target.mkdir(parents=True, exist_ok=True)
    Path(target, f"{name}.jsonl").write_bytes(write_pack([Catalogue(header=header, entries=tuple(entries))]))


@pytest.fixture(scope="session")
def put_rows() -> Callable[..., None]:
    """Give what puts rows into a user's packs."""
    return install
