"""Entries with a fitting note stand above what holds only some of the words, each once."""

from collections.abc import Callable

from desk.results.noted_rows import BY_NOTE, with_noted
from desk.results.row_folding import rows_of_hits
from index.hits import Hit, Reason

MakeHit = Callable[..., Hit]


def _rows(make_hit: MakeHit, found: dict[str, Reason], *noted: str) -> tuple[list[tuple[str, str]], int]:
    rows = rows_of_hits([make_hit(code, reason) for code, reason in found.items()], "en")
    entries = [make_hit(code, Reason.SOME_WORDS).entry for code in noted]
    shown, more = with_noted(rows, entries, "en")
    return [(entry.code, row.reason) for row in shown for entry in (row.entry, *row.also)], more


def test_a_note_stands_between_all_words_and_some(make_hit: MakeHit) -> None:
    found = {"A.1": Reason.ALL_WORDS, "A.2": Reason.SIMILAR}
    expected = [("A.1", Reason.ALL_WORDS), ("B.1", BY_NOTE), ("A.2", Reason.SIMILAR)]
    assert _rows(make_hit, found, "B.1") == (expected, 1)


def test_a_row_found_by_some_words_moves_up_and_is_no_new_one(make_hit: MakeHit) -> None:
    found = {"A.1": Reason.SIMILAR, "A.2": Reason.SIMILAR}
    assert _rows(make_hit, found, "A.2") == ([("A.2", BY_NOTE), ("A.1", Reason.SIMILAR)], 0)


def test_a_folded_code_leaves_the_others_of_its_row(make_hit: MakeHit) -> None:
    found = dict.fromkeys(("A.1", "A.2", "A.3"), Reason.SOME_WORDS)
    expected = [("A.1", BY_NOTE), ("A.2", Reason.SOME_WORDS), ("A.3", Reason.SOME_WORDS)]
    assert _rows(make_hit, found, "A.1") == (expected, 0)


def test_what_was_found_by_better_reasons_stays_as_it_is(make_hit: MakeHit) -> None:
    assert _rows(make_hit, {"A.1": Reason.CODE}, "A.1") == ([("A.1", Reason.CODE)], 0)
