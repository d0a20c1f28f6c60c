"""Folding: codes with the same texts share a row; one common code stands service by service."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.detail.page import Page, page_html
from desk.results.result_list import ResultList
from desk.results.result_model import ResultModel
from desk.results.row_folding import by_service, rows_of_hits, turned
from desk.results.rows import also_text
from desk.style.look import Look
from index.catalogue import OWN
from index.entry import CatalogueEntry, CatalogueId
from index.hits import Hit, Reason

MakeEntry = Callable[..., CatalogueEntry]
MakeHit = Callable[..., Hit]


def _codes(make_hit: MakeHit, reason: Reason, *codes: str) -> list[str]:
    return [row.entry.code for row in rows_of_hits([make_hit(code, reason) for code in codes], "en")]


@pytest.mark.parametrize("reason", [Reason.MESSAGE, Reason.ALL_WORDS, Reason.SOME_WORDS])
def test_the_same_texts_share_a_row(make_hit: MakeHit, reason: Reason) -> None:
    (row,) = rows_of_hits([make_hit(code, reason) for code in ("A.1", "A.2", "A.3")], "en")
    assert row.entry.code == "A.1"
    assert [entry.code for entry in row.also] == ["A.2", "A.3"]
    assert also_text(row) == "also (2): A.2, A.3"


@pytest.mark.parametrize("reason", [Reason.CODE, Reason.LOOSE_CODE, Reason.CODE_PREFIX, Reason.SIMILAR])
def test_where_codes_were_asked_for_each_has_its_row(make_hit: MakeHit, reason: Reason) -> None:
    assert _codes(make_hit, reason, "A.1", "A.2") == ["A.1", "A.2"]


@pytest.mark.parametrize(
    "other",
    [
        {"status": 400},
        {"message": "Other."},
        {"description": {"en": "Other."}},
        {"solution": {"en": "Other."}},
        {"service": "Other"},
    ],
)
def test_anything_that_differs_keeps_its_row(make_entry: MakeEntry, other: dict[str, object]) -> None:
    entries = (make_entry("A.1"), make_entry("A.2", **other))
    hits = [Hit(entry=entry, reason=Reason.ALL_WORDS) for entry in entries]
    assert len(rows_of_hits(hits, "en")) == 2


def test_tiers_stay_apart_and_so_do_rows_without_texts(make_entry: MakeEntry, make_hit: MakeHit) -> None:
    hits = [make_hit("A.1", Reason.ALL_WORDS), make_hit("A.2", Reason.SOME_WORDS)]
    assert len(rows_of_hits(hits, "en")) == 2
    bare = [make_entry(code, message=None, description={}) for code in ("A.1", "A.2")]
    assert len(rows_of_hits([Hit(entry=entry, reason=Reason.ALL_WORDS) for entry in bare], "en")) == 2


def test_own_entries_are_preferred_with_their_service(make_entry: MakeEntry) -> None:
    vendor = make_entry("A.1")
    own = msgspec.structs.replace(vendor, catalogue=CatalogueId(OWN + vendor.catalogue), service="Desks")
    other = msgspec.structs.replace(vendor, catalogue=CatalogueId("other.thing"), service="Thing")
    hits = [Hit(entry=one, reason=Reason.CODE) for one in (other, own)]
    assert [hit.entry for hit in by_service(hits, (vendor.catalogue,))] == [own, other]


def test_one_code_of_many_services_is_grouped_preferred_first(make_entry: MakeEntry) -> None:
    names = ("Alpha", "Beta", "Alpha", "Gamma")
    hits = [
        Hit(entry=make_entry("NotFound", ordinal, service=name), reason=Reason.CODE)
        for ordinal, name in enumerate(names, 1)
    ]
    by_code = [row.entry.service for row in rows_of_hits(hits, "en")]
    assert by_code == ["Alpha", "Alpha", "Beta", "Gamma"]
    first = [row.entry.service for row in rows_of_hits(hits, "en", ("gamma", "Beta"))]
    assert first == ["Gamma", "Beta", "Alpha", "Alpha"]
    words = [msgspec.structs.replace(hit, reason=Reason.ALL_WORDS) for hit in hits]
    assert [row.entry.service for row in rows_of_hits(words, "en", ("Gamma",))] == list(names)


def test_a_folded_entry_comes_to_the_front(make_hit: MakeHit) -> None:
    hits = [make_hit("A.1", Reason.ALL_WORDS, spans={"code": ((0, 1),)}), make_hit("A.2", Reason.ALL_WORDS)]
    (row,) = rows_of_hits(hits, "en")
    other = turned(row, hits[1].entry.id)
    assert (other.entry.code, [entry.code for entry in other.also]) == ("A.2", ["A.1"])
    assert other.code_spans == ()
    assert "code" not in other.spans
    assert turned(row, "unknown") is row


def test_folded_entries_are_selected_and_spoken(qtbot: QtBot, look: Look, make_hit: MakeHit) -> None:
    # GIVEN a list with a row for two codes
    view = ResultList(look)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    hits = [make_hit(code, Reason.ALL_WORDS) for code in ("A.1", "A.2")]
    rows = rows_of_hits(hits, "en")
    view.set_rows(rows)
    before = view.grab().toImage()
    # WHEN the folded one is wanted
    with qtbot.waitSignal(view.row_selected) as told:
        assert view.select_entry(hits[1].entry.id)
    # THEN it is the row now, and stays so in newer rows
    assert told.args[0].entry.code == "A.2"
    assert view.grab().toImage() != before
    view.set_rows(rows, keep_selection=True)
    assert view.current_row().entry.code == "A.2"
    assert not view.select_entry("unknown")
    model = ResultModel(view)
    model.set_items(rows)
    assert "also (1): A.2" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_detail_names_the_codes(look: Look, make_entry: MakeEntry) -> None:
    other = make_entry("A<2>")
    html = page_html(Page(entry=make_entry("A.1"), language="en", also=(other,)), look)
    assert "under 1 other code" in html
    assert "A&lt;2&gt;" in html
    assert "under other codes" not in page_html(Page(entry=make_entry("A.1"), language="en"), look)
