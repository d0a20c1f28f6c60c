"""The triage table of a log: counts, times, ids, what came first; cancelled, and cut anywhere."""

import gzip
import importlib.util
import sys
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import BadInput
from index.payload.log_records import record_at
from index.payload.triage import triage, triage_file
from index.payload.triage_table import Triage
from index.table import EntryTable

LOG = (
    "2026-11-20T10:00:00Z INFO started\n"
    "2026-11-20T10:00:01Z ERROR error_code=Ecs.0029 request_id=0f3c9a7712de4b6f8e51c2a49b7d6035\n"
    '2026-11-20T10:00:02Z ERROR {"errorCode":"Abc.0042","requestId":"1f3c9a7712de4b6f8e51c2a49b7d6035"}\n'
    "2026-11-20T10:00:03Z ERROR code: WKS.00051501 again\n"
    "2026-11-20T10:00:04Z ERROR error_code=Ecs.0029 request_id=2f3c9a7712de4b6f8e51c2a49b7d6035\n"
)


def made(pieces: Iterable[str], table: EntryTable) -> Triage:
    return triage(pieces, table, total=len(LOG), progress=lambda _d, _t: None, should_stop=lambda: False)


def test_codes_are_counted_with_times_and_ids(table: EntryTable) -> None:
    found = made([LOG], table)
    first = found.rows[0]
    assert (first.code, first.count, first.known, first.line) == ("Ecs.0029", 2, True, 2)
    assert (first.first, first.last) == ("2026-11-20T10:00:01Z", "2026-11-20T10:00:04Z")
    assert first.request_ids == ("0f3c9a7712de4b6f8e51c2a49b7d6035", "2f3c9a7712de4b6f8e51c2a49b7d6035")
    assert {row.code: row.count for row in found.rows} == {"Ecs.0029": 2, "Abc.0042": 1, "WKS.00051501": 1}
    assert found.first_cause == "Ecs.0029"
    assert found.lines == 5


@pytest.mark.parametrize("size", [1, 7, 64])
def test_pieces_of_any_length_give_the_same(table: EntryTable, size: int) -> None:
    pieces = [LOG[at : at + size] for at in range(0, len(LOG), size)]
    assert made(pieces, table) == made([LOG], table)


def test_a_file_is_read_and_a_missing_one_said(table: EntryTable, tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(LOG.encode() + b"\xff\xfe\n")
    steps: list[tuple[int, int]] = []
    found = triage_file(
        path, table, progress=lambda done, total: steps.append((done, total)), should_stop=lambda: False
    )
    assert found.rows[0].code == "Ecs.0029"
    assert steps[-1][0] == steps[-1][1]
    with pytest.raises(BadInput):
        triage_file(tmp_path / "no.log", table, progress=lambda _d, _t: None, should_stop=lambda: False)


def test_cancelling_keeps_what_was_counted(table: EntryTable) -> None:
    line = "2026-11-20 10:00:00 ERROR Ecs.0605 locked\n"
    stops = iter([False, True])
    pieces = [line * (1 + (1 << 20) // len(line))] * 3
    found = triage(
        pieces, table, total=1, progress=lambda _d, _t: None, should_stop=lambda: next(stops, True)
    )
    assert found.stopped
    assert 0 < found.lines < pieces[0].count("\n") * 2
    assert found.rows[0].count == found.lines


@pytest.mark.parametrize(
    "line", ["ERROR FOO.123", "[ERROR] Foo.Bar.0042: no such thing", "10:00 app error: FOO.123 happened", "错误：FOO.123"]
)  # fmt: skip
def test_a_code_of_no_service_right_behind_a_failure_is_counted(table: EntryTable, line: str) -> None:
    (row,) = made([f"10:00:00 {line}\n10:00:01 INFO Foo.123 files\n"], table).rows
    assert (row.count, row.known) == (1, False)


@pytest.mark.parametrize(
    "line", ["ERROR worker_123 died", "error main.py.123", "ERROR took 12.345 s", "WARN FOO.123"]
)
def test_what_only_looks_like_one_is_none(table: EntryTable, line: str) -> None:
    assert made([f"10:00:00 {line}\n"], table).rows == ()


def test_a_log_without_line_breaks_is_read(table: EntryTable) -> None:
    assert made([LOG.replace("\n", " ") * 500], table).rows[0].code == "Ecs.0029"


@pytest.fixture(scope="module")
def long_log() -> ModuleType:
    path = Path(__file__).parents[2] / "long_log.py"
    spec = importlib.util.spec_from_file_location("long_log", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["long_log"] = module
    spec.loader.exec_module(module)
    return module


def test_a_realistic_log_gives_its_truth(table: EntryTable, long_log: ModuleType) -> None:
    truth = long_log.Truth()
    found = made(long_log.pieces(2_500_000, truth), table)
    assert {row.code: row.count for row in found.rows} == dict(truth.counts)
    assert {row.code: row.line for row in found.rows} == truth.lines
    assert found.lines == truth.total
    assert found.errors == sum(truth.counts.values())
    for row in found.rows:
        assert row.id_count == len(truth.ids[row.code])
        assert set(row.request_ids) <= truth.ids[row.code]
        assert row.statuses == (long_log.STATUSES.get(row.code, 500),)
        assert row.known == (row.code not in {"VPC.0601", "Abc.0042", "WKS.77777777"})
    assert found.first_cause_line == truth.lines[found.first_cause]


def test_memory_does_not_grow_with_the_log(
    table: EntryTable, long_log: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.payload.triage.PIECE", 65_536)

    def peak(size: int) -> int:
        pieces = long_log.pieces(size, long_log.Truth())
        tracemalloc.start()
        made(pieces, table)
        try:
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(600_000) < 1.4 * peak(200_000)


BODY = """\
2026-11-20 10:00:00,123 ERROR answer was HTTP/1.1 404
{
  "error": {
    "code": "Ecs.0114",
    "message": "gone"
  },
  "request_id": "0f3c9a7712de4b6f8e51c2a49b7d6035"
}
2026-11-20 10:00:05,000 INFO request_id=1f3c9a7712de4b6f8e51c2a49b7d6035
"""


def test_what_belongs_to_an_error_over_several_lines_is_taken_and_no_more(table: EntryTable) -> None:
    row = made([BODY], table).rows[0]
    assert (row.code, row.line, row.first) == ("Ecs.0114", 4, "2026-11-20 10:00:00,123")
    assert row.statuses == (404,)
    assert row.request_ids == ("0f3c9a7712de4b6f8e51c2a49b7d6035",)


def test_each_body_of_a_list_counts(table: EntryTable) -> None:
    one = '  {\n    "error_code": "Ecs.0114",\n    "request_id": "%032x"\n  }'
    pretty = "[\n" + ",\n".join(one % (7 * n) for n in range(1, 9)) + "\n]\n"
    for text in (pretty, "".join(pretty.split("\n"))):
        row = made([text], table).rows[0]
        assert (row.count, row.id_count) == (8, 8)


def test_a_line_of_megabytes_is_taken_apart(table: EntryTable) -> None:
    text = '[{"a":"b"},' + ",".join(f'{{"errorCode":"Ecs.0114","n":{n}}}' for n in range(20_000)) + "]"
    assert made([text], table).rows[0].count == 20_000


def test_a_log_that_runs_backwards_is_turned(table: EntryTable) -> None:
    found = made(["".join(reversed(LOG.splitlines(keepends=True)))], table)
    assert found.newest_first
    row = found.rows[0]
    assert (row.first, row.last) == ("2026-11-20T10:00:01Z", "2026-11-20T10:00:04Z")
    assert (found.first_cause, found.first_cause_line) == ("Ecs.0029", 4)


def test_words_count_only_where_they_are_an_error(table: EntryTable) -> None:
    text = (
        "INFO class AppNotExist loaded\n"
        "ERROR AppNotExist: the application is gone\n"
        "ERROR An error occurred (AccessDenied) when calling the GetObject operation from s3.amazonaws.com\n"
        "ERROR [2026-01-01T00:00:00.123] took 17.331 s, version v2.001, host a.b.c.0029\n"
    )
    found = made([text], table)
    assert {row.code: (row.count, row.known) for row in found.rows} == {
        "AppNotExist": (1, True),
        "AccessDenied": (1, False),
    }
    assert found.first_cause == "AppNotExist"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("packed", [False, True])
def test_files_of_several_kinds_are_read(
    table: EntryTable, tmp_path: Path, encoding: str, *, packed: bool
) -> None:
    path = tmp_path / "a.log"
    data = LOG.replace("\n", "\r\n").encode(encoding)
    path.write_bytes(gzip.compress(data[:100]) + gzip.compress(data[100:]) if packed else data)
    assert read_file(path, table).rows[0].count == 2


@pytest.mark.parametrize(
    "content, said",
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x00\x01\x02code", "no text"),
        (gzip.compress(LOG.encode() * 99)[:-20], "ends early"),
        (b"\x1f\x8b not packed at all", "damaged"),
    ],
)
def test_what_is_no_log_is_said(table: EntryTable, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=said):
        read_file(path, table)


def test_a_folder_is_said(table: EntryTable, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="folder"):
        read_file(tmp_path, table)


def test_more_than_can_be_read_is_said(
    table: EntryTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(gzip.compress(b"x" * 10_000))
    monkeypatch.setattr("index.payload.log_file.LARGEST", 9_000)
    with pytest.raises(BadInput, match="MB"):
        read_file(path, table)


@given(st.text(alphabet=st.sampled_from('aE.0_"\\:{}[]\n ,cdeo\u9519\u8bef\u7801'), max_size=300))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_it(table: EntryTable, text: str) -> None:
    found = made([text], table)
    assert found.lines == len(text.split("\n")) - (not text or text.endswith("\n"))
    assert found.errors >= sum(1 for _ in found.rows)
    assert all(text[record_at(text, at).start : record_at(text, at).end] in text for at in range(len(text)))


def read_file(path: Path, table: EntryTable) -> Triage:
    return triage_file(path, table, progress=lambda _d, _t: None, should_stop=lambda: False)


def test_a_common_code_is_neither_known_nor_in_no_catalogue(table: EntryTable) -> None:
    log = "2026-01-01T00:00:00Z ERROR code=InternalError it broke\n2026-01-01T00:00:01Z ERROR code=Abc.0042 it broke\n"
    rows = {row.code: row for row in made([log], table).rows}
    assert (rows["InternalError"].known, rows["InternalError"].namesakes) == (False, ("WebPlus",))
    assert (rows["Abc.0042"].known, rows["Abc.0042"].namesakes) == (False, ())
