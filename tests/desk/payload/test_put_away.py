"""What was put away is bounded, and comes back from the last to the first."""

import pytest

from desk.memory.undo import UndoStack
from desk.payload.put_away import LARGEST, Kept, PutAway
from index.reports import Explanation

pytestmark = pytest.mark.usefixtures("qapp")


def _kept(text: str) -> Kept:
    return Kept(found=Explanation(text=text))


def _drain(undo: UndoStack) -> None:
    for _ in range(10):
        undo.undo()


def test_the_last_five_come_back() -> None:
    undo, back = UndoStack(), []
    away = PutAway(undo, back.append)
    for number in range(8):
        away.keep(_kept(str(number)))
    away.keep(_kept("shown last"), oldest=True)
    _drain(undo)
    assert [kept.found.text for kept in back] == ["7", "6", "5", "4", "shown last"]


def test_what_came_back_can_be_put_away_again() -> None:
    undo, back = UndoStack(), []
    away = PutAway(undo, back.append)
    for _ in range(7):
        away.keep(_kept("again"))
        undo.undo()
    assert len(back) == 7


def test_together_they_take_no_more_than_what_is_allowed() -> None:
    undo, back = UndoStack(), []
    away = PutAway(undo, back.append)
    for letter in "abc":
        away.keep(_kept(letter * (LARGEST * 2 // 5)))
    away.keep(_kept("x" * LARGEST))  # too large by itself
    _drain(undo)
    assert [kept.found.text[0] for kept in back] == ["c", "b"]


def test_what_came_back_another_way_is_not_brought_back_once_more() -> None:
    # GIVEN three texts that were put away
    undo, back = UndoStack(), []
    away = PutAway(undo, back.append)
    for letter in "abc":
        away.keep(_kept(letter))
    # WHEN one of them is shown again by other means
    away.forget(_kept("b"))
    # THEN the way back leads to the others only
    _drain(undo)
    assert [kept.found.text for kept in back] == ["c", "a"]
