"""Reading pages without SQLite: the same rows as SQLite gives, and no exception for any bytes."""

import sqlite3
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.library.pages import rows_in

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=30),
    st.integers(0, 9000).map("x".__mul__),
    st.binary(max_size=20),
)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(1, 2**62), VALUES, VALUES), max_size=12, unique_by=lambda row: row[0]))
def test_pages_give_the_rows_that_sqlite_gives(tmp_path_factory, rows) -> None:
    path: Path = tmp_path_factory.mktemp("pages") / "file.sqlite"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, one, two)")
    db.executemany("INSERT INTO things VALUES (?, ?, ?)", rows)
    log = path.with_name("file.sqlite-wal").read_bytes()
    in_the_log = [tuple(row) for row in rows_in(path.read_bytes(), log) if len(row) == 3]
    db.close()
    in_the_file = [tuple(row) for row in rows_in(path.read_bytes(), b"") if len(row) == 3]
    assert sorted(in_the_log, key=str) == sorted(in_the_file, key=str) == sorted(rows, key=str)


@given(st.binary(max_size=300), st.binary(max_size=300), st.integers(0, 4096))
def test_no_bytes_raise(start: bytes, log: bytes, length: int) -> None:
    page = (b"\x0d" + start).ljust(4096, start[-1:] or b"\xff")
    for row in rows_in(page * 2 + page[:length], log + page * 2):
        assert isinstance(row[0], int)
