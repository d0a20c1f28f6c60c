"""The entry table of very many entries is built in a process of its own where a thread beside the main one asks."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import store
from index.folders import Folders

Runs = list[list[str]]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path / "a home")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """As many entries as there are, they are very many; returns the processes that were started."""
    started: Runs = []
    run = subprocess.run

    def noted(command: list[str], **options: object) -> object:
        started.append(command)
        return run(command, **options)

    monkeypatch.setattr(store, "_MANY", 0)
    monkeypatch.setattr(subprocess, "run", noted)
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
