"""One way back: the last thing done comes back first."""

import pytest

from desk.memory.undo import Step, UndoStack

pytestmark = pytest.mark.usefixtures("qapp")


def _stack() -> tuple[UndoStack, list[str], list[str]]:
    stack, said, done = UndoStack(), [], []
    stack.said.connect(said.append)
    return stack, said, done


def test_the_last_thing_comes_back_first() -> None:
    stack, said, done = _stack()
    stack.push(Step(said="Note deleted", back=lambda: done.append("note")))
    stack.push(Step(said="Pin removed", back=lambda: done.append("pin")))
    stack.undo()
    stack.undo()
    assert done == ["pin", "note"]
    assert said[:2] == ["Note deleted · Ctrl+Z brings it back", "Pin removed · Ctrl+Z brings it back"]
    assert said[2:] == ["Undone: Pin removed", "Undone: Note deleted"]


def test_nothing_to_bring_back_is_said() -> None:
    stack, said, _done = _stack()
    stack.undo()
    assert said == ["There is nothing to bring back."]


def test_what_others_say_is_not_said_again_and_stands_once_for_its_kind() -> None:
    stack, said, done = _stack()
    stack.push(Step(said="", kind="copy", back=lambda: done.append("first copy")))
    stack.push(Step(said="Note deleted", back=lambda: done.append("note")))
    stack.push(Step(said="", kind="copy", back=lambda: done.append("second copy")))
    for _ in range(3):
        stack.undo()
    assert done == ["second copy", "note"]
    assert said[0].startswith("Note deleted")


def test_a_removal_is_the_newest_until_something_is_typed() -> None:
    stack, _said, _done = _stack()
    assert not stack.is_newest()
    stack.push(Step(said="", kind="copy", back=list))
    assert not stack.is_newest()
    stack.push(Step(said="Note deleted", back=list))
    assert stack.is_newest()
    stack.typed()
    assert not stack.is_newest()
