"""The entry table of very many entries is built in a process of its own where a thread beside the main one asks."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from index import child, store, table_child
from index.errors import Stopped
from index.folders import Folders
from index.table import ShouldStop

Runs = list[list[str]]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path / "a home")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """As many entries as there are, they are very many; returns the processes that were started."""
    started: Runs = []
    run = child.run

    def noted(command: list[str], should_stop: ShouldStop) -> object:
        started.append(command)
        return run(command, should_stop)

    monkeypatch.setattr(store, "_MANY", 0)
    monkeypatch.setattr(child, "run", noted)
    return started


def _entries(folders: Folders) -> int:
    table = store.open_table(folders)
    try:
        return len(table)
    finally:
        table.close()


def test_threads_wait_for_one_process(folders: Folders, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "build_table", lambda *_, **__: pytest.fail("built here"))
    with ThreadPoolExecutor(2) as threads:
        counts = list(threads.map(_entries, [folders, folders]))
    assert counts[0] == counts[1] > 600
    assert len(runs) == 1


def test_the_main_thread_builds_itself(folders: Folders, runs: Runs) -> None:
    assert _entries(folders) > 600
    assert not runs


def test_few_entries_are_built_here(folders: Folders, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MANY", 2_000_000)
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(_entries, folders).result() > 600
    assert not runs


def test_where_no_process_helps_it_is_built_here(
    folders: Folders, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.child.module_command", lambda *_: ["false"])
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(_entries, folders).result() > 600
    assert runs == [["false"]]


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Event:
    """The process never ends by itself; set once it is waited for."""
    command = [sys.executable, "-S", "-c", "import time; time.sleep(600)"]
    begun = Event()
    run = child.run

    def noted(_command: list[str], should_stop: ShouldStop) -> object:
        def looked() -> bool:
            begun.set()
            return should_stop()

        return run(command, looked)

    monkeypatch.setattr(store, "_MANY", 0)
    monkeypatch.setattr(child, "run", noted)
    return begun


def test_a_desk_that_goes_waits_for_no_process(folders: Folders, endless: Event) -> None:
    with ThreadPoolExecutor(2) as threads:
        waiting = [threads.submit(_entries, folders) for _ in range(2)]
        assert endless.wait(20)
        table_child.leave(folders)
        for one in waiting:
            with pytest.raises(Stopped):
                one.result(20)
    table_child.stay(folders)


def test_who_does_not_want_the_table_any_more_waits_for_no_process(folders: Folders, endless: Event) -> None:
    with ThreadPoolExecutor(1) as threads, pytest.raises(Stopped):
        threads.submit(table_child.build_beside, folders, endless.is_set).result(20)
