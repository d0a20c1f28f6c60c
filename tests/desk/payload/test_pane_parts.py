"""The pane of pasted texts is made piece by piece in an idle moment, and whole where a paste comes before."""

import msgspec
from pytestqt.qtbot import QtBot

from desk.payload.pane import PayloadPane
from desk.payload.pane_parts import PaneParts
from desk.style.look import Look
from desk.window import MainWindow


def test_each_part_is_made_in_a_turn_of_its_own(qtbot: QtBot, look: Look) -> None:
    # GIVEN a window that is looked at
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.show()
    # WHEN there is an idle moment THEN nothing is made at once, and in the end all of it
    window.prepare_payload()
    assert not window.findChildren(PayloadPane)
    assert window._pasted._parts is not None
    assert not vars(window._pasted._parts).keys() & {"view", "errors", "triage"}
    qtbot.waitUntil(lambda: bool(window.findChildren(PayloadPane)))
    assert window.payload.view is window._pasted._parts.view
    assert window.payload.isAncestorOf(window.payload.triage)
    assert not window.payload.isVisible()
    qtbot.waitUntil(lambda: not window.turns.is_doing("payload style"))


def test_a_paste_before_that_makes_it_whole(qtbot: QtBot, look: Look) -> None:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.show()
    pane = window.payload
    window.prepare_payload()
    qtbot.waitUntil(lambda: not window.turns.is_doing("payload style"))
    assert window.findChildren(PayloadPane) == [pane]


def test_parts_that_were_made_in_another_look_take_the_new_one(qtbot: QtBot, look: Look) -> None:
    larger = msgspec.structs.replace(look, size=look.size + 6)
    parts = PaneParts(look, None)
    before = parts.view.font().pointSizeF()
    pane = PayloadPane(larger, None, parts)
    qtbot.addWidget(pane)
    assert pane.view.font().pointSizeF() > before
