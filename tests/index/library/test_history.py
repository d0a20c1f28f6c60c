"""Recent searches, and everything that must never be among them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.folders import Folders
from index.library import history
from index.library.desk_library import DeskLibrary
from index.library.history import KEPT, TOO_LONG, may_be_kept
from index.redact import find_secrets


def _texts(library: DeskLibrary) -> list[str]:
    return [search.text for search in library.history.recent()]


def test_searches_come_newest_first_and_each_once(library: DeskLibrary) -> None:
    for query in ("ecs 219", "配额不足", "vm locked", " ECS  219 "):
        assert library.history.remember(query)
    assert _texts(library) == ["ECS  219", "vm locked", "配额不足"]
    assert [search.text for search in library.history.recent(1)] == ["ECS  219"]
    assert library.history.recent(0) == ()


def test_history_is_there_after_a_restart(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        library.history.remember("ecs 219")
    with DeskLibrary.open(folders) as library:
        assert _texts(library) == ["ecs 219"]


def test_history_is_bounded(library: DeskLibrary) -> None:
    for number in range(KEPT + 3):
        library.history.remember(f"query {number}")
    assert len(_texts(library)) == KEPT
    assert _texts(library)[-1] == "query 3"


def test_the_same_query_takes_no_room_of_others(
    library: DeskLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "KEPT", 3)
    for query in ("vm locked", "ecs 219", "ECS 219", " Ecs  219", "ecs 219"):
        library.history.remember(query)
    assert _texts(library) == ["ecs 219", "vm locked"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "two\nlines",
        "two\rlines",
        "two\u2028lines",
        "two\x0blines",
        "x" * TOO_LONG,
        "password=EXAMPLEpassw0rd99",
        "ｐａｓｓｗｏｒｄ=EXAMPLEpassw0rd99",
        "Authorization: Bearer EXAMPLEtokenEXAMPLEtoken1234567890",
    ],
)
def test_what_may_hold_a_customers_data_is_not_kept(library: DeskLibrary, query: str) -> None:
    assert not library.history.remember(query)
    assert _texts(library) == []


def test_the_longest_query_that_is_kept(library: DeskLibrary) -> None:
    assert library.history.remember("x " * 99 + "x")


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_removed_is_in_no_file_any_more(library: DeskLibrary, *, whole: bool) -> None:
    library.history.remember("unmistakable words")
    if whole:
        library.history.clear()
    else:
        library.history.forget("Unmistakable  WORDS")
    assert _texts(library) == []
    left = [path.name for path in library.path.parent.iterdir() if b"unmistakable" in path.read_bytes()]
    assert left == []


_PIECES = st.sampled_from(
    [
        "ecs 219",
        "password",
        "=",
        ": ",
        "EXAMPLEKEY1234567890abcdef",
        "token",
        "\n",
        "\u2029",
        "AK",
        "\x85",
        '"',
        "ｋｅｙ",
    ]
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PIECES | st.text(max_size=5), max_size=8).map("".join))
def test_nothing_with_line_breaks_or_secrets_ever_gets_in(library: DeskLibrary, query: str) -> None:
    library.history.remember(query)
    for text in _texts(library):
        assert len(text.splitlines()) == 1
        assert len(text) < TOO_LONG
        assert not find_secrets(text)


@given(st.text(max_size=250))
def test_judging_a_query_never_raises(query: str) -> None:
    assert may_be_kept(query) in {True, False}
