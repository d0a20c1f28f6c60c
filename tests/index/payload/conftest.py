"""The entry table of the bundled packs, and a short way to read a text with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.folders import Folders
from index.matching import explain
from index.reports import Explanation
from index.store import open_table
from index.table import EntryTable

Read = Callable[[str], Explanation]


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> EntryTable:
    root: Path = tmp_path_factory.mktemp("payload")
    return open_table(Folders.under(root))


@pytest.fixture
def read(table: EntryTable) -> Read:
    return lambda text: explain(text, table)
