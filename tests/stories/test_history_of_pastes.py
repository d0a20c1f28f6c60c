"""Alt+Left and Alt+Right lead through questions and pasted texts alike; a text comes back as it was left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application, Request

OpenDesk = Callable[..., Application]
FIRST = '{"error_code":"Ecs.0219","error_msg":"one"}\n{"code":"AppNotExist"}\n'
SECOND = '{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}\n' * 2
LOG = "2026-11-20T10:00:00Z INFO all is well\n" * 8_000 + "".join(
    f"2026-11-20T10:00:0{n}Z ERROR error_code=Ecs.{code}\n" for n, code in enumerate(("0114", "0114", "0219"))
)


class Hands:
    """A person with the keyboard."""

    def __init__(self, qtbot: QtBot, desk: Application) -> None:
        self.qtbot, self.desk = qtbot, desk

    def press(self, key: Qt.Key, *with_: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        held = Qt.KeyboardModifier.NoModifier
        for one in with_:
            held |= one
        self.qtbot.keyClick(self.desk.window.focusWidget(), key, held)

    def back(self) -> None:
        self.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    def forward(self) -> None:
        self.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    def ask(self, text: str) -> None:
        self.desk.wiring.search_for(text)
        self.sees_question(text)

    def paste(self, text: str) -> None:
        self.desk.wiring.take_text(text, sure=True)
        self.sees_paste(text)

    def sees_question(self, text: str) -> None:
        """Wait until this is asked and answered."""
        desk = self.desk
        self.qtbot.waitUntil(lambda: desk.window.field.text() == text and not desk.wiring.payload.is_active())
        self.qtbot.waitUntil(
            lambda: bool(desk.window.results.rows()) and not desk.wiring._ahead.is_under_way()
        )

    def sees_paste(self, text: str, at: int = 0) -> None:
        """Wait until this error of this text is shown."""
        payload, pane = self.desk.wiring.payload, self.desk.window.payload

        def shown() -> bool:
            found = payload.found()
            return (
                payload.is_active() and found is not None and found.text == text and payload.position() == at
            )

        self.qtbot.waitUntil(shown)
        self.qtbot.waitUntil(lambda: pane.isVisible() and pane.errors.position() == at)
        self.qtbot.waitUntil(lambda: self.desk.window.focusWidget() is self.desk.window.results)
        assert self.desk.window.field.text() == ""

    def news(self) -> str:
        return self.desk.window.status.news()


@pytest.fixture
def hands(qtbot: QtBot, open_desk: OpenDesk) -> Hands:
    """A person before a desk that asked for a quota."""
    desk = open_desk(Request(query="quota"))
    desk.window.activateWindow()
    made = Hands(qtbot, desk)
    made.sees_question("quota")
    return made


def test_a_paste_is_left_and_comes_back_at_the_same_error(hands: Hands) -> None:
    # GIVEN a question, then a text, at its second error
    hands.paste(FIRST)
    hands.press(Qt.Key.Key_F8)
    hands.sees_paste(FIRST, at=1)
    # WHEN the user goes back THEN the question is there again
    hands.back()
    hands.sees_question("quota")
    # AND forward the text, at the same error
    hands.forward()
    hands.sees_paste(FIRST, at=1)
    # AND there is nothing further
    hands.forward()
    assert hands.news() == "There is no later question."


def test_a_confirmed_row_is_confirmed_when_it_comes_back(hands: Hands) -> None:
    hands.paste(FIRST)
    hands.press(Qt.Key.Key_F8)
    hands.sees_paste(FIRST, at=1)
    hands.press(Qt.Key.Key_2)
    hands.qtbot.waitUntil(lambda: len(hands.desk.wiring.payload.chosen()) == 1)
    chosen = hands.desk.wiring.payload.chosen()
    # another text in its place, and a question
    hands.paste(SECOND)
    hands.ask("disk attach")
    hands.back()
    hands.sees_paste(SECOND)
    hands.back()
    hands.sees_paste(FIRST, at=1)
    assert hands.desk.wiring.payload.chosen() == chosen
    hands.back()
    hands.sees_question("quota")
    for _ in range(2):
        hands.forward()
    hands.sees_paste(SECOND)
    hands.forward()
    hands.sees_question("disk attach")


def test_a_closed_text_is_no_step_until_it_is_brought_back(hands: Hands) -> None:
    hands.paste(FIRST)
    hands.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    hands.back()
    hands.sees_question("quota")
    hands.forward()
    assert hands.news() == "There is no later question."
    assert not hands.desk.window.payload.isVisible()
    # WHEN Ctrl+Z brings it back THEN it is a step again
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.sees_paste(FIRST)
    hands.back()
    hands.sees_question("quota")
    hands.forward()
    hands.sees_paste(FIRST)


def test_going_on_with_a_text_by_its_own_key_keeps_the_way(hands: Hands) -> None:
    hands.paste(FIRST)
    hands.ask("disk attach")
    hands.press(Qt.Key.Key_F8)
    hands.sees_paste(FIRST)
    for text in ("disk attach", None, "quota"):
        hands.back()
        hands.sees_question(text) if text else hands.sees_paste(FIRST)
    for text in (None, "disk attach", None):
        hands.forward()
        hands.sees_question(text) if text else hands.sees_paste(FIRST)


def test_the_table_of_a_log_is_a_step_too(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    path, desk = tmp_path / "gateway.log", hands.desk
    path.write_text(LOG)
    desk.wiring._logs.take_files((str(path),))
    triage = desk.window.payload.triage
    qtbot.waitUntil(lambda: len(triage.rows()) == 2 and not desk.wiring._logs.is_under_way(), timeout=20_000)
    hands.press(Qt.Key.Key_F8)
    code = triage.current_row().code
    qtbot.waitUntil(lambda: not desk.wiring._logs.is_under_way())
    hands.paste(FIRST)
    hands.back()
    qtbot.waitUntil(lambda: desk.window.payload.shows_triage() and triage.current_row() is not None)
    qtbot.waitUntil(lambda: triage.current_row().code == code and not desk.wiring._logs.is_under_way())
    hands.back()
    hands.sees_question("quota")
    hands.forward()
    qtbot.waitUntil(lambda: desk.wiring.payload.is_active() and desk.window.payload.shows_triage())
    hands.forward()
    hands.sees_paste(FIRST)
