"""What the notes bring is counted on the chips like everything else, with every filter."""

from collections.abc import Callable

import pytest

from desk.question.noted import Noted
from index.entry import CatalogueEntry
from index.hits import Answer, Facets, Hit, Reason
from index.library.values import KeptCodes, ref_of
from index.query import Filters, parse

MakeEntry = Callable[..., CatalogueEntry]


@pytest.fixture
def one(make_entry: MakeEntry) -> CatalogueEntry:
    """An entry that only its note brings."""
    return make_entry("Desk.0001")


@pytest.fixture
def noted(one: CatalogueEntry) -> Noted:
    """The notes hold the words of the question in that entry's note."""
    made = Noted()
    made.use_kept(KeptCodes(note=(ref_of(one),)))
    made.take([one])
    return made


def _answer(hits: tuple[Hit, ...] = (), total: int | None = None, **counts: dict[str, int]) -> Answer:
    return Answer(query="x", total=len(hits) if total is None else total, hits=hits, facets=Facets(**counts))


def test_an_entry_that_only_its_note_brings_is_counted_everywhere(noted: Noted) -> None:
    counted = noted.counted(_answer(provider={"Example Cloud": 2}), Filters())
    assert counted == Facets(
        provider={"Example Cloud": 3},
        service={"Desk": 1},
        status={"404": 1, "4xx": 1},
        language={"en": 1},
        solution={"yes": 1},
        kept={"note": 1},
    )


def test_an_entry_that_the_search_found_is_counted_once(noted: Noted, one: CatalogueEntry) -> None:
    answer = _answer((Hit(entry=one, reason=Reason.SOME_WORDS),), kept={"note": 1})
    assert noted.counted(answer, Filters()) is answer.facets


@pytest.mark.parametrize(
    "filters",
    ["provider:other", "service:other", "status:500", "lang:zh", "has:solution", "has:note", "has:pin", ""],
)
def test_the_count_of_a_chip_is_what_its_filter_leaves(
    noted: Noted, one: CatalogueEntry, filters: str
) -> None:
    # GIVEN any other filter
    typed = parse(f"x {filters}").filters
    counted = noted.counted(_answer(), typed)
    # WHEN the chip of the notes is on instead of what is kept
    narrowed = parse(
        f"x {'' if filters.startswith('has:p') or filters == 'has:note' else filters} has:note"
    ).filters
    # THEN there are so many rows
    assert counted.kept.get("note", 0) == len(noted.passing(narrowed))
    assert len(noted.passing(typed)) == (filters in ("has:solution", "has:note", ""))


def test_a_filter_for_pins_lets_pinned_ones_through_only(noted: Noted, one: CatalogueEntry) -> None:
    only = parse("x has:pin").filters
    assert noted.passing(only) == []
    assert noted.counted(_answer(), only).kept == {"note": 1}
    noted.use_kept(KeptCodes(note=(ref_of(one),), pin=(ref_of(one),)))
    assert noted.passing(only) == [one]
    assert noted.counted(_answer(), only).kept == {"note": 1, "pin": 1}


def test_a_group_is_not_narrowed_by_its_own_choice(noted: Noted) -> None:
    counted = noted.counted(_answer(provider={"Other": 1}), parse("x provider:other").filters)
    assert counted.provider == {"Other": 1, "Example Cloud": 1}
    assert counted.service == {}


def test_what_is_counted_already_and_not_handed_over_is_not_counted_twice(noted: Noted) -> None:
    answer = _answer(total=500, kept={"note": 1})
    assert noted.counted(answer, Filters()).kept == {"note": 1}


def test_another_question_forgets_them(noted: Noted) -> None:
    noted.forget()
    assert noted.counted(_answer(), Filters()) == Facets()
