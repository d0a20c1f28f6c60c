"""The entry table of the bundled packs, and a short way to read a text with it."""

from collections.abc import Callable

import pytest

from index.folders import Folders
from index.matching import explain
from index.reports import Explanation
from index.store import open_table
from index.table import EntryTable

Read = Callable[[str], Explanation]


@pytest.fixture(scope="session")
def table(bundled_folders: Folders) -> EntryTable:
    return open_table(bundled_folders)


@pytest.fixture
def read(table: EntryTable) -> Read:
    return lambda text: explain(text, table)
