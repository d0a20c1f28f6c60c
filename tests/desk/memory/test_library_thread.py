"""What is wrong with the library is told once to somebody who asked nothing of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.memory.library_thread import LibraryThread
from index.errors import StorageError
from index.folders import Folders
from index.library.desk_library import DeskLibrary


@pytest.fixture
def library(tmp_path: Path, qapp: object) -> Iterator[LibraryThread]:
    """A library on its own thread."""
    made = LibraryThread(Folders.under(tmp_path / "user"))
    made.start()
    yield made
    made.stop()


def _refuse(_library: object) -> None:
    raise StorageError("the disk is full")


def _after(qtbot: QtBot, library: LibraryThread, *jobs: Callable[[], object]) -> None:
    """Ask for jobs, and wait for a last one that is refused to its own face."""
    for job in jobs:
        job()
    done: list[str] = []
    library.run(_refuse, refused=done.append)
    qtbot.waitUntil(lambda: done == ["the disk is full"])


def test_what_nobody_waits_for_is_told_once(qtbot: QtBot, library: LibraryThread) -> None:
    told: list[str] = []
    library.failed.connect(told.append)
    again = [lambda: library.run_unasked(_refuse)] * 3
    _after(qtbot, library, *again)
    assert len(told) == 1
    # AND what the user asked for is told each time
    _after(qtbot, library, lambda: library.run(_refuse), lambda: library.run(_refuse))
    assert len(told) == 3
    # AND it is told again after it had been better
    _after(qtbot, library, lambda: library.run(lambda _library: None), *again)
    assert len(told) == 4


@pytest.mark.parametrize("started", [True, False])
def test_what_was_asked_before_the_end_is_kept(tmp_path: Path, qapp: object, started: bool) -> None:  # noqa: FBT001 - a case
    folders = Folders.under(tmp_path / "user")
    made = LibraryThread(folders)
    if started:
        made.start()
    for number in range(20):
        made.run(lambda library, text=str(number): library.history.remember(text))
    made.stop()
    with DeskLibrary.open(folders) as library:
        assert [search.text for search in library.history.recent()] == [str(n) for n in range(19, -1, -1)]
