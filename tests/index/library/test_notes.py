"""Notes: kept per code, undone and redone, found by words in either kind of Chinese."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import BadInput
from index.folders import Folders
from index.library import notes
from index.library.desk_library import DeskLibrary
from index.library.notes import LONGEST_NOTE
from index.library.values import CodeRef
from index.library.words import Haystack, needles

Refs = Callable[..., CodeRef]


def test_a_note_is_there_after_the_library_is_opened_again(folders: Folders, ref: Refs) -> None:
    with DeskLibrary.open(folders) as library:
        library.notes.write(ref(), "# 配额\n\nask for *more*")
    with DeskLibrary.open(folders) as library:
        note = library.notes.get(ref())
        assert note is not None
        assert (note.text, note.ref, note.damaged) == ("# 配额\n\nask for *more*", ref(), False)
        assert note.changed.utcoffset() is not None


def test_a_code_in_other_letters_and_width_has_the_same_note(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one")
    same = library.notes.get(ref("ｓvcstg.swr.4001048", provider="HUAWEI cloud"))
    assert same is not None
    assert same.text == "one"
    assert library.notes.get(ref(service="ECS")) is None
    assert library.notes.keys() == {"huawei-cloud.swr:svcstg.swr.4001048"}


def test_undo_goes_back_step_by_step_and_redo_comes_forward(library: DeskLibrary, ref: Refs) -> None:
    for text in ("one", "two", "three"):
        library.notes.write(ref(), text)
    seen = [
        note.text if (note := step(ref())) else None
        for step in [library.notes.undo] * 4 + [library.notes.redo] * 4
    ]
    assert seen == ["two", "one", None, None, "one", "two", "three", "three"]


def test_writing_after_an_undo_ends_redo_but_keeps_the_text(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one")
    library.notes.write(ref(), "two")
    library.notes.undo(ref())
    library.notes.write(ref(), "other")
    assert library.notes.redo(ref()).text == "other"  # type: ignore[union-attr]
    assert [(v.text, v.undone) for v in library.notes.versions(ref())] == [
        ("other", False),
        ("two", True),
        ("one", False),
    ]
    two = library.notes.versions(ref())[1]
    assert library.notes.bring_back(ref(), two.number).text == "two"  # type: ignore[union-attr]
    assert library.notes.undo(ref()).text == "other"  # type: ignore[union-attr]


def test_an_empty_text_takes_the_note_away_and_can_be_undone(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one")
    assert library.notes.write(ref(), " \n ") is None
    assert library.notes.all() == ()
    assert library.notes.keys() == frozenset()
    assert library.notes.undo(ref()).text == "one"  # type: ignore[union-attr]


def test_the_same_text_again_makes_no_version(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one\r\ntwo")
    library.notes.write(ref(), "one\ntwo")
    assert len(library.notes.versions(ref())) == 1


def test_the_oldest_versions_go_when_there_are_too_many(
    library: DeskLibrary, ref: Refs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert notes.KEPT_VERSIONS >= 200
    monkeypatch.setattr(notes, "KEPT_VERSIONS", 20)
    for number in range(25):
        library.notes.write(ref(), f"text {number}")
    versions = library.notes.versions(ref())
    assert len(versions) == 20
    assert versions[-1].text == "text 5"


def test_forgetting_leaves_nothing_of_the_text_in_any_file(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "unmistakable-words")
    library.notes.write(ref(), "other words")
    library.notes.forget(ref())
    assert library.notes.versions(ref()) == ()
    left = [path.name for path in library.path.parent.iterdir() if b"unmistakable" in path.read_bytes()]
    assert left == []


def test_a_note_that_is_too_long_is_refused_and_the_old_one_stays(library: DeskLibrary, ref: Refs) -> None:
    library.notes.write(ref(), "one")
    with pytest.raises(BadInput, match="at most"):
        library.notes.write(ref(), "x" * (LONGEST_NOTE + 1))
    assert library.notes.get(ref()).text == "one"  # type: ignore[union-attr]


@pytest.mark.parametrize("code", ["", "  ", "two\nlines", "x" * 201])
def test_what_is_no_code_gets_no_note(library: DeskLibrary, ref: Refs, code: str) -> None:
    with pytest.raises(BadInput, match="code of one line"):
        library.notes.write(ref(code), "text")


@pytest.mark.parametrize(
    "query, found",
    [
        ("quota", True),
        ("QUOTA eip", True),
        ("quota missing", False),
        ("配额不足", True),
        ("配額不足", True),
        ("额", True),
        ("envnotexists", True),
        ("EnvNotExists", True),
        ("4001048", True),
        ("swr cafe", True),
        ("ｑｕｏｔａ", True),
        ("", False),
        ("   ", False),
        ("100%", True),
        ("10_%", False),
        ("or ' 1=1", False),
    ],
)
def test_search_finds_words_in_text_and_code(
    library: DeskLibrary, ref: Refs, query: str, *, found: bool
) -> None:
    library.notes.write(ref(), "Quota of the EIP: 配额不足, see EnvNotExists at the café, 100%")
    assert bool(library.notes.search(query)) is found


def test_search_sees_the_present_text_only_and_gives_the_last_changed_first(
    library: DeskLibrary, ref: Refs
) -> None:
    for code in ("A.1", "A.2", "A.3"):
        library.notes.write(ref(code), "quota")
    library.notes.write(ref("A.1"), "quota, again")
    library.notes.write(ref("A.2"), "something else")
    assert [hit.note.ref.code for hit in library.notes.search("quota")] == ["A.1", "A.3"]
    assert [hit.note.ref.code for hit in library.notes.search("quota", limit=1)] == ["A.1"]
    library.notes.undo(ref("A.2"))
    assert len(library.notes.search("quota")) == 3


def test_hits_say_where_the_words_stand() -> None:
    text = "first line\nThe EnvNotExists 配額不足\n"
    spans = Haystack(text, "").find(needles("notexists 配额 line"))
    assert [text[start:end] for start, end in spans or ()] == ["line", "NotExists", "配額"]


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 20))
def test_any_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    words = needles(text[start : start + length])
    spans = Haystack(text, "").find(words)
    for first, last in spans or ():
        assert 0 <= first < last <= len(text)
    if text.isascii() and words:
        assert spans


@given(st.text(alphabet="aA_bＢ配額İß é\n", max_size=40), st.text(alphabet="aA_bＢ配額İß é", max_size=5))
def test_spans_are_sorted_and_do_not_overlap(text: str, query: str) -> None:
    spans = Haystack(text, "").find(needles(query)) or ()
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
