"""The way back through questions and pasted texts is bounded, and forgets what was closed."""

import pytest

from desk.payload.put_away import Kept
from desk.question.history import LARGEST_PASTES, MOST_PASTES, History
from desk.question.query_flow import Asked
from index.reports import Explanation


def _paste(text: str, at: int = 0) -> Kept:
    return Kept(found=Explanation(text=text), at=at)


def _told(step: object) -> str:
    return step.text if isinstance(step, Asked) else step.found.text[:10] if isinstance(step, Kept) else ""


def _way_back(history: History) -> list[str]:
    told = []
    shown: object = Asked()
    while (step := history.go(-1, shown)) is not None:
        told.append(_told(step))
        shown = step
    return told


@pytest.fixture
def history() -> History:
    """A question, a text, a question."""
    made = History()
    for step in (Asked(text="one"), _paste("P"), Asked(text="two")):
        made.visit(step)
    return made


def test_a_text_looked_at_again_where_it_stands_keeps_what_is_forward(history: History) -> None:
    assert _told(history.go(-1, Asked(text="two"))) == "P"
    assert _told(history.go(-1, _paste("P", at=3))) == "one"
    history.visit(_paste("P", at=4))
    assert history.is_at(_paste("P"))
    assert history.can_go(1, _paste("P"))
    history.add(Asked(text="new"))
    assert not history.can_go(1, Asked(text="new"))
    assert _way_back(history) == ["new", "P", "one"]


def test_it_comes_back_as_it_was_left(history: History) -> None:
    history.renew(_paste("P", at=7))
    step = history.go(-1, Asked(text="two"))
    assert isinstance(step, Kept)
    assert step.at == 7


def test_a_closed_text_is_no_step_and_none_stands_twice_in_its_place(history: History) -> None:
    history.visit(_paste("P"))
    history.visit(Asked(text="two"))
    history.forget(_paste("P"))
    assert _way_back(history) == ["two", "one"]


def test_forgetting_where_one_stands_leads_to_the_step_before(history: History) -> None:
    history.visit(_paste("Q"))
    history.forget(_paste("Q"))
    assert _told(history.go(-1, Asked())) == "two"


def test_only_so_many_texts_and_so_many_bytes_are_held() -> None:
    history = History()
    for number in range(MOST_PASTES + 5):
        history.visit(_paste(f"text {number}"))
        history.visit(Asked(text=str(number)))
    back = _way_back(history)
    assert sum(one.startswith("text") for one in back) == MOST_PASTES
    assert back[:2] == [str(MOST_PASTES + 4), f"text {MOST_PASTES + 4}"]
    large = History()
    for letter in "abc":
        large.visit(_paste(letter * (LARGEST_PASTES * 2 // 5)))
    assert [one[0] for one in _way_back(large)] == ["c", "b"]


def test_a_text_looked_at_many_times_is_held_once() -> None:
    history = History()
    big = _paste("x" * (LARGEST_PASTES // 2))
    for number in range(5):
        history.visit(big)
        history.visit(Asked(text=str(number)))
    assert len(_way_back(history)) == 10
