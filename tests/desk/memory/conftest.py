"""A library that does at once what it is asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from index.folders import Folders
from index.library.desk_library import DeskLibrary


class Here(QObject):
    """In the place of the library's thread."""

    failed = Signal(str)

    def __init__(self, library: DeskLibrary) -> None:
        super().__init__()
        self.library = library
        self.is_full = False

    def run(
        self,
        job: Callable[[DeskLibrary], object],
        then: Callable[[object], object] = lambda _found: None,
        refused: Callable[[str], object] = lambda _line: None,
    ) -> None:
        """Do a job, unless the disk is full."""
        if self.is_full:
            refused("the disk is full")
        else:
            then(job(self.library))

    def run_unasked(
        self, job: Callable[[DeskLibrary], object], then: Callable[[object], object] = lambda _found: None
    ) -> None:
        """Do the same for nobody."""
        self.run(job, then)


@pytest.fixture
def here(tmp_path: Path, qapp: object) -> Iterator[Here]:
    """An open, empty library."""
    with DeskLibrary.open(Folders.under(tmp_path / "user")) as library:
        yield Here(library)
