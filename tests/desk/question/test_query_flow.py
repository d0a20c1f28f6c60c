"""What is asked, and the way back."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.question.query_flow import Asked, QueryFlow
from index.hits import Facets


def _flow(parent: QObject) -> QueryFlow:
    flow = QueryFlow(parent)
    flow.set_known(Facets(service={"ECS": 1}))
    return flow


def test_each_change_asks_and_an_empty_question_is_told(qtbot: QtBot) -> None:
    parent = QObject()
    flow = _flow(parent)
    with qtbot.waitSignal(flow.asked) as asked:
        flow.type("quota service:ecs")
    assert asked.args[0].filters.services == ("ecs",)
    with qtbot.waitSignal(flow.emptied):
        flow.type("")


@pytest.mark.usefixtures("qapp")
def test_back_and_forward() -> None:
    parent = QObject()
    flow = _flow(parent)
    for text in ("one", "two", "three"):
        flow.type(text)
        flow.remember()
    flow.go(-1)
    assert flow.now() == Asked(text="two")
    flow.go(-1)
    flow.go(-1)
    assert flow.now().text == "one"
    flow.go(1)
    assert flow.now().text == "two"
    flow.type("other")
    flow.remember()
    flow.go(1)
    assert flow.now().text == "other", "a new question ends the way forward"
    flow.type("")
    flow.go(-1)
    assert flow.now().text == "other", "from the empty desk, back is the last question"


@pytest.mark.usefixtures("qapp")
def test_whether_there_is_a_way_back_and_forward() -> None:
    parent = QObject()
    flow = _flow(parent)

    def ways() -> tuple[bool, bool]:
        return flow.can_go(-1), flow.can_go(1)

    assert ways() == (False, False)
    flow.type("quota")
    assert ways() == (False, False)
    flow.remember()
    flow.type("disk")
    assert ways() == (True, False), "the new one is remembered when going back"
    flow.go(-1)
    assert (flow.now().text, ways()) == ("quota", (False, True))
    flow.go(1)
    assert (flow.now().text, ways()) == ("disk", (True, False))
    flow.type("")
    assert ways() == (True, False), "from an empty field back to the last one"


@pytest.mark.usefixtures("qapp")
def test_nothing_of_a_pasted_question_is_written() -> None:
    parent = QObject()
    flow = _flow(parent)
    told: list[str] = []
    flow.remembered.connect(told.append)
    flow.show(Asked(text="bob at acme", pasted=True))
    # however it is changed, and though it can be gone back to
    for text in ("bob at acm", "bob at acmes", "", "bob at acmes"):
        flow.type(text)
        flow.remember()
        assert flow.to_write() == Asked()
    flow.toggle(frozenset({("service", "ECS")}))
    flow.remember()
    flow.type("")
    flow.type("q")
    flow.go(-1)
    assert flow.now().text == "bob at acmes"
    assert flow.now().pasted
    assert told == ["q"]


@pytest.mark.usefixtures("qapp")
def test_a_pasted_code_is_a_question_like_any_other() -> None:
    parent = QObject()
    flow = _flow(parent)
    flow.show(Asked(text="Ecs.0219", pasted=True))
    flow.vouch()
    assert flow.to_write().text == "Ecs.0219"


def test_long_and_many_lined_texts_are_not_remembered(qtbot: QtBot) -> None:
    parent = QObject()
    flow = _flow(parent)
    for text in ("x" * 200, "two\nlines", "   "):
        flow.type(text)
        with qtbot.assertNotEmitted(flow.remembered):
            flow.remember()


@pytest.mark.usefixtures("qapp")
def test_escape_takes_the_text_then_the_chips() -> None:
    parent = QObject()
    flow = _flow(parent)
    flow.show(Asked(text="quota", chips=frozenset({("service", "ECS")})))
    assert flow.clear_step()
    assert flow.now() == Asked(chips=frozenset({("service", "ECS")}))
    assert flow.clear_step()
    assert flow.now().is_empty()
    assert not flow.clear_step()
