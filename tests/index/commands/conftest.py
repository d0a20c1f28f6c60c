"""Runs subcommands in this process, with folders of their own and given standard input."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from index.commands.main import main
from index.folders import Folders


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a subcommand did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document it printed."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON document of each line it printed."""
        return [json.loads(line) for line in self.out.splitlines()]


Desk = Callable[..., Ran]


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory, bundled_cache: Path) -> Folders:
    """Folders of one user, shared by the tests that change nothing in them."""
    made = Folders.under(tmp_path_factory.mktemp("desk"))
    shutil.copytree(bundled_cache, made.cache)
    return made


def runner(folders: Folders, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a function that runs `error-desk ARGUMENTS` with these folders."""

    def run(*arguments: str | Path, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode("utf-8", "surrogatepass") if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            status = main([str(argument) for argument in arguments], folders)
        except SystemExit as left:
            status = int(left.code or 0)
        captured = capsys.readouterr()
        return Ran(status=status, out=captured.out, err=captured.err)

    return run


@pytest.fixture
def desk(folders: Folders, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Run subcommands that leave the user's data as it is."""
    return runner(folders, capsys, monkeypatch)


@pytest.fixture
def fresh_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Run subcommands with folders that only this test uses."""
    return runner(Folders.under(tmp_path / "fresh"), capsys, monkeypatch)
