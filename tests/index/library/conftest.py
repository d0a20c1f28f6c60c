"""A library in a folder of its own, with a clock that moves on by a second each time it is read."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from index.folders import Folders
from index.library.desk_library import DeskLibrary
from index.library.values import CodeRef


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Four empty folders."""
    return Folders.under(tmp_path / "home")


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that starts on the first day of 2026."""
    seconds = count()
    return lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(seconds))


@pytest.fixture
def library(folders: Folders, clock: Callable[[], datetime]) -> Iterator[DeskLibrary]:
    """An open, empty library."""
    with DeskLibrary.open(folders, now=clock) as opened:
        yield opened


@pytest.fixture
def ref() -> Callable[..., CodeRef]:
    """Makes references: `ref("SWR.1")`."""

    def make(
        code: str = "SVCSTG.SWR.4001048", service: str = "SWR", provider: str = "Huawei Cloud"
    ) -> CodeRef:
        return CodeRef(provider=provider, service=service, code=code)

    return make
