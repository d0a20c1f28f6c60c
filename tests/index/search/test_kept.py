"""`has:note` and `has:pin` narrow to what the user keeps, which the search is told from outside."""

import pytest

from index.library.values import CodeRef, KeptCodes
from index.query import Filters, parse
from index.search.engine import SearchEngine


@pytest.mark.parametrize(
    "text, kept",
    [("quota has:note", ("note",)), ("has:pin has:note", ("pin", "note")), ("has:notebook", ())],
)
def test_the_typed_form_is_read_and_printed(text: str, kept: tuple[str, ...]) -> None:
    query = parse(text)
    assert query.filters.kept == kept
    assert parse(str(query)) == query
    assert bool(Filters(kept=kept)) is bool(kept)


def test_hits_are_narrowed_and_counted(engine: SearchEngine) -> None:
    every = engine.search("has:solution", limit=5).hits
    noted, pinned = (
        CodeRef(provider=h.entry.provider, service=h.entry.service, code=h.entry.code) for h in every[:2]
    )
    engine.use_kept(KeptCodes(note=(noted,), pin=(pinned, noted)))
    try:
        assert {hit.entry.code for hit in engine.search("has:note").hits} == {noted.code}
        assert {hit.entry.code for hit in engine.search("has:pin").hits} == {noted.code, pinned.code}
        counts = engine.search("has:solution").facets.kept
        assert counts["note"] >= 1
        assert counts["pin"] >= counts["note"]
        assert engine.search(f"{pinned.code} has:note").total == 0
    finally:
        engine.use_kept(KeptCodes())
    assert engine.search("has:note").total == 0


def test_a_code_of_another_service_is_not_meant(engine: SearchEngine) -> None:
    code = engine.search("has:solution", limit=1).hits[0].entry.code
    engine.use_kept(KeptCodes(note=(CodeRef(provider="Nobody", service="Nothing", code=code),)))
    try:
        assert engine.search("has:note").total == 0
    finally:
        engine.use_kept(KeptCodes())
