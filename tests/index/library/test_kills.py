"""Processes that are killed, and processes at the same time: nothing that was reported as done is lost."""

import importlib.util
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from index.folders import Folders
from index.library.desk_library import DeskLibrary, library_file

SCRIPT = Path(__file__).with_name("model.py")
ROUNDS = 400 if os.environ.get("ERROR_DESK_SOAK") else 12
LONGEST = 90_000
"""Microseconds after which a child is killed at the latest, counted from before it opens the library."""


def _model() -> ModuleType:
    spec = importlib.util.spec_from_file_location("library_model", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.soak
def test_a_kill_at_any_moment_loses_at_most_the_change_under_way(folders: Folders, tmp_path: Path) -> None:
    model = _model()
    chance = random.Random(20260101)
    known = model.Model()
    for turn in range(ROUNDS):
        if turn % 4 == 3:  # a repair is cut off as well
            _blot_out_the_schema(library_file(folders))
        arguments = ["kill", str(tmp_path / "home"), str(turn), str(chance.randrange(LONGEST))]
        child = subprocess.run([sys.executable, SCRIPT, *arguments], stdout=subprocess.PIPE, check=False)
        assert child.returncode == -signal.SIGKILL
        done = len(child.stdout)
        steps = model.operations(turn)
        for _ in range(done):
            known.apply(next(steps))
        further = known.copy()
        further.apply(next(steps))
        with DeskLibrary.open(folders) as library:
            state = model.state_of(library)
            assert library.audit() == ()
        assert state in (known.state(), further.state()), f"turn {turn} after {done} operations"
        known = known if state == known.state() else further


def _blot_out_the_schema(path: Path) -> None:
    if path.exists() and path.stat().st_size:
        with path.open("r+b") as file:
            file.write(bytes(100))


def test_processes_at_the_same_time_lose_nothing(folders: Folders, tmp_path: Path) -> None:
    names, count = ("X", "Y", "Z"), 15
    children = [
        subprocess.Popen(
            [sys.executable, SCRIPT, "write", str(tmp_path / "home"), name, str(count)],
            stdout=subprocess.PIPE,
        )
        for name in names
    ]
    printed = [child.communicate(timeout=120)[0] for child in children]
    assert printed == [b"." * count] * len(names)
    with DeskLibrary.open(folders) as library:
        assert library.notice is None
        assert library.audit() == ()
        assert {note.ref.code for note in library.notes.all()} == {
            f"{name}.{n}" for name in names for n in range(count)
        }
        assert len(library.history.recent()) == len(names) * count
