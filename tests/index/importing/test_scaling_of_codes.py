"""Many rows of one code: four times as many take about four times the processor time to compare, merge and install."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.catalogue import catalogue_id, entry_id
from index.entry import Catalogue, CatalogueEntry, CatalogueHeader, Source
from index.folders import Folders
from index.importing.document import Document
from index.importing.identity import succeed
from index.importing.install import install
from index.importing.merging import merged

Grows = Callable[[Callable[[int], Callable[[], object]], int], None]


def _entries(count: int, *, language: str = "en") -> list[CatalogueEntry]:
    """Make entries of one code."""
    catalogue = catalogue_id("Example Cloud", "Lamps")
    return [
        CatalogueEntry(
            id=entry_id(catalogue, "LMP", n),
            catalogue=catalogue,
            provider="Example Cloud",
            service="Lamps",
            code="LMP",
            status=404,
            message=f"The lamp {n} is not available in zone {n % 97}.",
            description={language: f"Lamp {n}"},
            source=Source(title="Lamps", updated="", url=""),
        )
        for n in range(count)
    ]


def _catalogue(entries: list[CatalogueEntry]) -> Catalogue:
    first = entries[0]
    header = CatalogueHeader(
        id=first.catalogue,
        provider=first.provider,
        service=first.service,
        title="Lamps",
        updated="",
        url="",
        entries=len(entries),
    )
    return Catalogue(header=header, entries=tuple(entries))


@pytest.mark.parametrize("language", ["en", "de"])
def test_many_rows_of_one_code_are_put_beside_those_there(language: str, grows_with_its_size: Grows) -> None:
    def editions(count: int) -> Callable[[], object]:
        old, new = _catalogue(_entries(count)), _catalogue(_entries(count, language=language))
        return lambda: succeed(new, old)

    grows_with_its_size(editions, 700)


def test_many_rows_of_one_code_are_merged(grows_with_its_size: Grows) -> None:
    def pages(count: int) -> Callable[[], object]:
        first, second = _entries(count), _entries(count, language="de")[::-1]
        return lambda: merged(first, second)

    grows_with_its_size(pages, 700)


def test_many_rows_are_installed_over_themselves(tmp_path: Path, grows_with_its_size: Grows) -> None:
    folders = Folders.under(tmp_path)

    def document(count: int) -> Callable[[], object]:
        read = Document(path="lamps.csv", entries=tuple(_entries(count)))
        install([read], folders)

        def again() -> None:
            (done,) = install([read], folders)
            assert (done.new, done.changed, done.gone) == (0, 0, 0)

        return again

    grows_with_its_size(document, 700)
