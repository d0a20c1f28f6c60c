"""Two processes gather the same as one; a second one that fails costs time and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

import resources
from index import build, gathering
from index.catalogue import load_pack
from index.cuts import CUTS, PLACES
from index.errors import Stopped
from index.gathering import Second, gather
from index.table import build_table

_FEW = 41


@pytest.fixture(scope="module")
def entries():
    catalogues = load_pack(resources.packs()[0])
    return list(catalogues[0].entries[:_FEW])


@pytest.fixture(scope="module")
def table(tmp_path_factory, entries) -> Path:
    catalogue = load_pack(resources.packs()[0])[0]
    path = tmp_path_factory.mktemp("table") / "table.sqlite"
    build_table(path, [type(catalogue)(header=catalogue.header, entries=tuple(entries))])
    return path


@pytest.fixture
def two(monkeypatch):
    """Let few entries be worth a second process, whatever the machine has."""
    monkeypatch.setattr(gathering, "_MANY", 2)
    monkeypatch.setattr(gathering, "_processors", lambda: 2)


@pytest.fixture(scope="module")
def alone(entries, tmp_path_factory):
    return gathered(entries, tmp_path_factory.mktemp("alone"), None)


def gathered(entries, folder: Path, second, step=lambda _done: None):
    found = gather(entries, build.glossary(), folder, step, second=second)
    cuts = (folder / CUTS).read_bytes(), (folder / PLACES).read_bytes()
    return found.postings.plain(), found.words, found.chinese, cuts


def test_two_processes_gather_what_one_does(two, monkeypatch, entries, table, alone, tmp_path):
    taken = []
    take = gathering._take
    monkeypatch.setattr(gathering, "_take", lambda *all_of_it: taken.append(take(*all_of_it)) or taken[-1])
    steps: list[int] = []
    assert gathered(entries, tmp_path, Second(table=table, own=()), steps.append) == alone
    assert taken == [True]
    assert steps == sorted(steps)
    assert steps[-1] <= len(entries)
    assert not list(tmp_path.glob("second*"))


def test_where_the_second_process_fails_the_first_does_all(two, entries, alone, tmp_path):
    missing = Second(table=tmp_path / "no table", own=())
    assert gathered(entries, tmp_path, missing) == alone


def test_where_no_second_process_can_be_started_the_first_does_all(
    two, monkeypatch, entries, table, alone, tmp_path
):
    monkeypatch.setattr("sys.executable", str(tmp_path / "no python"))
    assert gathered(entries, tmp_path, Second(table=table, own=())) == alone


def test_stopping_ends_the_second_process_too(two, monkeypatch, entries, table, tmp_path):
    started = []
    start = gathering._start
    monkeypatch.setattr(gathering, "_start", lambda *how: started.append(start(*how)) or started[-1])

    def stop(_done: int) -> None:
        raise Stopped("enough")

    with pytest.raises(Stopped):
        gather(entries, build.glossary(), tmp_path, stop, second=Second(table=table, own=()))
    assert started[0].returncode is not None
    assert not (tmp_path / "second").exists()


def test_the_second_process_ends_when_nobody_waits_for_it(table, tmp_path):
    somebody_else = "1"
    arguments = [str(table), str(tmp_path), "0", "9", somebody_else]
    ran = subprocess.run([sys.executable, "-m", "index.gathering", *arguments], input=b"[]", check=False)
    assert ran.returncode == 1
    assert not list(tmp_path.glob("*.msgpack"))
