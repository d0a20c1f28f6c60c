"""Entries, looks and a small engine for tests of panes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override

from desk.style.look import Look, make_look
from desk.style.theme import LIGHT
from index.entry import CatalogueEntry, CatalogueId, EntryId, Source
from index.hits import Hit, Reason

MakeEntry = Callable[..., CatalogueEntry]


@pytest.fixture
def look(qapp: object) -> Look:
    """The light look in English."""
    return make_look(LIGHT, language="en")


@pytest.fixture
def make_entry() -> MakeEntry:
    """Make entries; every field can be given."""

    def make(code: str = "Desk.0001", ordinal: int = 1, **fields: object) -> CatalogueEntry:
        given: dict[str, object] = {
            "provider": "Example Cloud",
            "service": "Desk",
            "status": 404,
            "message": "The desk {0} was not found.",
            "description": {"en": "No such desk."},
            "solution": {"en": "Check the number. Try again."},
            "steps": {"en": ("Check the number.", "Try again.")},
            "source": Source(title="Error codes", updated="2026-01-01", url="https://example.org/desk"),
        }
        given.update(fields)
        entry_id = EntryId(f"example-cloud.desk:{code.casefold()}:{ordinal}")
        return CatalogueEntry(id=entry_id, catalogue=CatalogueId("example-cloud.desk"), code=code, **given)

    return make


@pytest.fixture
def make_hit(make_entry: MakeEntry) -> Callable[..., Hit]:
    """Make hits."""

    def make(code: str = "Desk.0001", reason: Reason = Reason.CODE, **fields: object) -> Hit:
        return Hit(entry=make_entry(code), reason=reason, **fields)

    return make


class _Loud(QTranslator):
    """A language in which everything is shouted, but for what is filled in."""

    @override
    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        return source if "{" in source else source.upper()

    @override
    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def speak_louder(qapp: object) -> Iterator[Callable[[], object]]:
    """Switch to another language than English, until the end of the test."""
    loud = _Loud()
    yield lambda: QCoreApplication.installTranslator(loud)
    QCoreApplication.removeTranslator(loud)
