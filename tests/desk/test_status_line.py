"""The status line: one message at a time, the last ones behind a press, and nothing that does not fit is cut."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from desk.news import News
from desk.status_line import StatusLine
from desk.style.look import Look
from index.hits import Answer


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A narrow window."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(720, 100)
    return made


@pytest.fixture
def line(window: QMainWindow, look: Look) -> StatusLine:
    """Its status line."""
    made = StatusLine(look, window)
    window.setStatusBar(made)
    window.show()
    return made


def _shown(line: StatusLine) -> News:
    news = line.findChild(News)
    assert isinstance(news, News)
    return news


def test_nothing_is_there_before_there_is_anything_to_tell(line: StatusLine) -> None:
    assert not _shown(line).isVisible()
    assert line.told() == ()


def test_the_newest_message_takes_the_place_of_the_one_before(line: StatusLine) -> None:
    line.show_news("The note was kept")
    line.show_news("Copied Ecs.0219")
    assert line.news() == "Copied Ecs.0219"
    # AND both can be read, newest first, with the time
    assert line.told() == ("Copied Ecs.0219", "The note was kept")
    menu = _shown(line).menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert [text.split("   ", 1)[1] for text in texts] == list(line.told())
    assert all(text[2] == text[5] == ":" for text in texts)


def test_the_same_message_again_is_one_message(line: StatusLine) -> None:
    for _ in range(3):
        line.show_news("Copied Ecs.0219")
    assert line.told() == ("Copied Ecs.0219",)


def test_a_message_goes_after_a_while_and_a_long_one_stays_longer(line: StatusLine) -> None:
    news = _shown(line)
    line.show_news("short")
    short = news._timer.interval()
    line.show_news("a longer line that takes its time to be read, " * 4)
    assert news._timer.interval() > short
    news._timer.timeout.emit()
    assert line.news() == ""
    assert news.isVisible(), "what was said can still be read"
    assert news.accessibleName() == "The last messages"


def test_a_message_stays_while_the_mouse_is_over_it(line: StatusLine) -> None:
    news = _shown(line)
    line.show_news("Copied Ecs.0219")
    at = QPointF(2, 2)
    QApplication.sendEvent(news, QEnterEvent(at, at, at))
    assert not news._timer.isActive()
    QApplication.sendEvent(news, QEvent(QEvent.Type.Leave))
    assert news._timer.isActive()
    assert line.news() == "Copied Ecs.0219"


def test_what_was_read_is_said_until_it_is_put_away(line: StatusLine) -> None:
    words = ["2 errors read"]
    line.show_read(lambda: words[0])
    words[0] = "读到 2 个错误"
    line.retranslate()
    assert line.news() == words[0]
    line.end_read()
    assert line.news() == ""


def test_a_narrow_window_cuts_nothing_and_tells_the_rest(
    qtbot: QtBot, window: QMainWindow, line: StatusLine
) -> None:
    line.show_known(690, 5)
    line.show_answer(Answer(query="q", hits=(), total=1200, weak=False, did_you_mean=(), took_ms=4))
    said = "Copied for Jira (wiki), 2 secrets hidden, the vendor's text is there in English only " * 2
    line.show_news(said)
    qtbot.waitUntil(lambda: _shown(line).width() > 0)
    assert window.width() == 720
    assert _shown(line).geometry().right() <= line.rect().right()
    assert said.strip() in _shown(line).toolTip()
    line.show_news("short")
    labels = (line._known, line._found)
    qtbot.waitUntil(lambda: all(label.shown() == label.text() and not label.toolTip() for label in labels))


def test_what_goes_on_gives_way_to_what_is_known(qtbot: QtBot, line: StatusLine) -> None:
    line.show_known(690, 5)
    line.show_answer(Answer(query="q", total=0, took_ms=4))
    line.show_progress(1, 2)
    line.show_news("4 errors read")
    qtbot.waitUntil(lambda: line._task.shown() != line._task.text())
    assert line._known.shown() == line._known.text()
    assert line._found.shown() == line._found.text()


def test_markup_of_a_message_is_shown_and_not_obeyed(line: StatusLine) -> None:
    line.show_news("Copied <img src=x>")
    assert "&lt;img" in _shown(line).toolTip()


def test_news_keep_their_corner_whatever_goes_on(qtbot: QtBot, line: StatusLine) -> None:
    line.show_watch(on=True)
    line.show_progress(1, 2)
    task = QLabel("a task", line)
    line.add_lasting(task)
    line.show_news("Copied Ecs.0219")
    news = _shown(line)
    qtbot.waitUntil(lambda: task.width() > 0 and news.geometry().left() > task.geometry().right())
    others = [line._watch, line._task, line._bar, task]
    qtbot.waitUntil(lambda: all(one.geometry().right() <= news.geometry().left() for one in others))
