"""Work on a window: one step in a turn, nothing painted in between, everything painted once at the end."""

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desk.language.translations import Translations
from desk.style.turns import Turns
from desk.window import MainWindow
from index.folders import Folders


class _Counting(QLabel):
    painted = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a label that counts how often it is painted."""
    made = QWidget()
    QVBoxLayout(made).addWidget(_Counting("before"))
    qtbot.addWidget(made)
    return made


def _label(window: QWidget) -> _Counting:
    found = window.findChild(_Counting)
    assert found is not None
    return found


def test_each_step_has_a_turn_and_the_window_is_painted_once(window: QWidget, qtbot: QtBot) -> None:
    turns, label = Turns(window), _label(window)
    window.show()
    qtbot.waitUntil(lambda: label.painted > 0)
    before, between, done = label.painted, [], []

    def step(number: int) -> None:
        done.append(number)
        label.setText(f"step {number}")
        window.update()
        QTimer.singleShot(0, lambda: between.append((len(done), label.painted)))

    turns.do("work", [lambda n=n: step(n) for n in range(4)])
    assert not done
    assert turns.is_doing("work")
    qtbot.waitUntil(window.updatesEnabled)
    qtbot.waitUntil(lambda: label.painted > before)
    # What a step brings with it is done before the next one.
    assert between == [(number, before) for number in range(1, 5)]
    QApplication.processEvents()
    assert label.painted == before + 1
    assert not turns.is_doing("work")


def test_the_same_work_begun_again_takes_the_place_of_the_first(window: QWidget, qtbot: QtBot) -> None:
    turns, done = Turns(window), []
    window.show()
    turns.do("look", [lambda: done.append("old")] * 3)
    turns.do("texts", [lambda: done.append("text")])
    turns.do("look", [lambda: done.append("new")])
    qtbot.waitUntil(window.updatesEnabled)
    assert done == ["text", "new"]


def test_a_window_that_is_not_shown_waits_for_nothing(window: QWidget) -> None:
    turns, done = Turns(window), []
    turns.do("look", [lambda: done.append(1), lambda: done.append(2)])
    assert done == [1, 2]
    assert window.updatesEnabled()


def test_what_is_not_shown_yet_keeps_nothing_from_being_painted(window: QWidget, qtbot: QtBot) -> None:
    turns, done = Turns(window), []
    window.show()
    turns.do(
        "hidden pane", [lambda n=n: done.append((n, window.updatesEnabled())) for n in range(2)], unseen=True
    )
    qtbot.waitUntil(lambda: done == [(0, True), (1, True)])


def test_work_that_begins_before_the_first_paint_does_not_keep_the_window_blank(
    window: QWidget, qtbot: QtBot
) -> None:
    turns, label = Turns(window), _label(window)
    window.show()
    turns.do("texts", [lambda: None] * 3)
    qtbot.waitUntil(lambda: label.painted > 0)


def test_no_half_translated_window_is_seen(
    qapp: QApplication, main_window: MainWindow, qtbot: QtBot, tmp_path: object
) -> None:
    translations = Translations(qapp, Folders.under(tmp_path))
    try:
        translations.install("zh-Hans")
        qapp.sendEvent(main_window, QEvent(QEvent.Type.LanguageChange))
        assert main_window.field.accessibleName() == "Search"
        assert not main_window.updatesEnabled()
        qtbot.waitUntil(main_window.updatesEnabled)
        panes = (main_window, *main_window.findChildren(QWidget))
        said = [pane.accessibleName() for pane in panes if pane.accessibleName()]
        assert len(said) > 20
        assert [text for text in said if text.isascii()] == []
    finally:
        translations.remove()
        qtbot.waitUntil(
            lambda: main_window.updatesEnabled() and main_window.field.accessibleName() == "Search"
        )
