"""A long log that is cancelled: what was counted until then is shown, and said to be a part."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.payload.notes import notes_of_log
from desk.triage.thread import TriageThread
from index.folders import Folders
from index.payload.triage_table import Triage

LINE = "2026-11-20T10:00:01Z ERROR error_code=Ecs.0114 the server is gone, and this line says it at length\n"
LINES = 200_000


@pytest.mark.parametrize("is_file", [False, True])
def test_what_was_counted_is_kept(
    qtbot: QtBot, bundled_folders: Folders, tmp_path: Path, *, is_file: bool
) -> None:
    # GIVEN a log of 20 MB of which a part was read
    path = tmp_path / "long.log"
    if is_file:
        path.write_text(LINE * LINES)
    thread = TriageThread(bundled_folders)
    made: list[Triage] = []
    thread.made.connect(made.append)
    try:
        with qtbot.waitSignal(thread.progressed, timeout=20_000):
            thread.read(path=path) if is_file else thread.read(text=LINE * LINES)
        # WHEN it is cancelled
        assert thread.finish()
        assert not thread.finish()
        # THEN the table of that part comes, and says so
        qtbot.waitUntil(lambda: bool(made), timeout=20_000)
        (found,) = made
        assert found.stopped
        assert 0 < found.lines < LINES
        assert found.rows[0].count == pytest.approx(found.lines, abs=1)
        assert notes_of_log(found).startswith(f"Cancelled: counted up to line {found.lines:,}")
        assert not thread.is_reading()
    finally:
        thread.stop()


def test_nothing_is_kept_of_a_log_of_which_nothing_was_read(bundled_folders: Folders) -> None:
    thread = TriageThread(bundled_folders)
    assert not thread.finish()
    thread.stop()


def test_a_whole_log_is_no_part(qtbot: QtBot, bundled_folders: Folders) -> None:
    thread = TriageThread(bundled_folders)
    try:
        with qtbot.waitSignal(thread.made, timeout=20_000) as shown:
            thread.read(text=LINE * 10)
        assert not shown.args[0].stopped
    finally:
        thread.stop()
