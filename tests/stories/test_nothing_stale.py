"""What was closed, replaced or cancelled is not shown any more, and nothing of it is copied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application

OpenDesk = Callable[..., Application]
PASTED = (
    '{"error_code":"Ecs.0219","error_msg":"first of two"}\n'
    '{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}\n'
)
QUIET = "2026-11-20T10:00:00Z INFO all is well\n" * 8_000


@pytest.fixture
def pasted(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk with a text that was read."""
    desk = open_desk()
    desk.wiring.take_text(PASTED)
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None, timeout=10_000)
    assert _news(desk) == "2 errors read"
    return desk


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A long log with one code."""
    path = tmp_path / "gateway.log"
    path.write_text(QUIET + "2026-11-20T10:00:01Z ERROR error_code=Ecs.0114\n")
    return path


def _news(desk: Application) -> str:
    return desk.window.status.news()


def test_a_log_opened_after_a_paste_leaves_nothing_of_it(
    qtbot: QtBot, pasted: Application, log: Path
) -> None:
    # WHEN a log is opened, and the ticket copied before it was read
    QApplication.clipboard().setText("before")
    pasted.wiring._logs.take_files((str(log),))
    # THEN list and detail say that it is being read
    assert pasted.window.detail.page() is None
    assert pasted.window.results.notice_texts() == ("Reading…", "")
    assert _news(pasted) == ""
    pasted.wiring.actions["copy-ticket"].trigger()
    # AND what is copied is the log's
    qtbot.waitUntil(lambda: QApplication.clipboard().text() != "before", timeout=20_000)
    assert "Ecs.0114" in QApplication.clipboard().text()
    assert "Ecs.0219" not in QApplication.clipboard().text()


def test_what_was_read_is_said_for_as_long_as_it_is_there(qtbot: QtBot, pasted: Application) -> None:
    # in the window's language
    pasted.wiring.actions["language"].trigger()
    qtbot.waitUntil(lambda: _news(pasted) not in ("", "2 errors read"))
    assert "2" in _news(pasted)
    # until it is closed
    pasted.wiring.actions["close-payload"].trigger()
    assert "2" not in _news(pasted)


@pytest.mark.parametrize("go_on", ["quota", "Nothing to be seen here.\n" * 20])
def test_the_next_question_or_text_ends_it(pasted: Application, go_on: str) -> None:
    if "\n" in go_on:
        pasted.wiring.take_text(go_on)
    else:
        pasted.wiring.search_for(go_on)
    assert _news(pasted) == ""


def test_a_log_without_codes_is_not_read_for_ever(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    (tmp_path / "quiet.log").write_text(QUIET)
    desk.wiring._logs.take_files((str(tmp_path / "quiet.log"),))
    assert desk.window.results.notice_texts() == ("Reading…", "")
    qtbot.waitUntil(lambda: desk.window.results.notice_texts() is None, timeout=20_000)


def test_a_cancelled_log_says_so(qtbot: QtBot, open_desk: OpenDesk, log: Path) -> None:
    # GIVEN a log that was read
    desk = open_desk()
    desk.wiring._logs.take_files((str(log),))
    qtbot.waitUntil(lambda: _news(desk) == "Codes counted: 1", timeout=20_000)
    # WHEN the next one is cancelled
    desk.wiring._logs.take_files((str(log),))
    assert _news(desk) == ""
    desk.window.payload.show_triage_progress(37_000, 100_000)
    desk.window.payload.head.cancel.click()
    # THEN that is said
    assert _news(desk) == "Cancelled at 37 %: no codes were counted."
    assert desk.window.is_at_start()
