"""Entries, looks and a small engine for tests of panes."""

from collections.abc import Callable

import pytest

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
