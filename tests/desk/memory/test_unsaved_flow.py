"""What is half written is on a screen or left, never both; a disk that refuses it is told of once."""

from desk.memory.unsaved_flow import UnsavedFlow, Writing
from index.library.values import CodeRef, Written

ABOUT = CodeRef(provider="Example Cloud", service="Desk", code="D.1")


def _writing(key: str, text: str) -> Writing:
    return Writing(key=key, kind=Written.NOTE, ref=ABOUT, texts=(text,))


def _left(flow: UnsavedFlow) -> list[tuple[str, str]]:
    return [(one.key, one.texts[0]) for one in flow.what_is_left()]


def test_what_is_on_a_screen_is_not_left_however_often_it_is_looked_for(here) -> None:
    # GIVEN something left by an earlier desk, and something that is being written
    here.library.unsaved.keep("a", Written.NOTE, ABOUT, ("left",))
    flow = UnsavedFlow(here)
    flow.typed("b", lambda: _writing("b", "being written"))
    flow.keep_now()
    # WHEN it is looked for, as after a backup was taken back THEN only the first is left
    flow.look()
    assert _left(flow) == [("a", "left")]
    # AND once it is gone on with, it is on a screen as well
    assert flow.take_up("a") is not None
    flow.look()
    assert _left(flow) == []
    # AND what is left for something else comes first, and what says nothing is kept no longer
    flow.leave(_writing("b", "half"))
    flow.leave(_writing("a", "half too"))
    flow.leave(_writing("c", " \n"))
    assert _left(flow) == [("a", "half too"), ("b", "half")]


def test_a_library_that_refuses_is_told_of_once_until_it_takes_something_again(here) -> None:
    flow = UnsavedFlow(here)
    said: list[str] = []
    flow.failed.connect(said.append)
    for is_full, times in ((True, 1), (True, 1), (False, 1), (True, 2)):
        here.is_full = is_full
        flow.typed("a", lambda: _writing("a", "half"))
        flow.keep_now()
        assert len(said) == times
    assert said[0].endswith("the disk is full")
