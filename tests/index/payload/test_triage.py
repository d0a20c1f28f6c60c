"""The triage table of a log: counts, times, ids, what came first; cancelled, and cut anywhere."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from index.errors import BadInput, Stopped
from index.payload.triage import Triage, triage, triage_file
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


def test_cancelling_stops(table: EntryTable) -> None:
    with pytest.raises(Stopped):
        triage([LOG], table, total=1, progress=lambda _d, _t: None, should_stop=lambda: True)


def test_a_log_without_line_breaks_is_read(table: EntryTable) -> None:
    assert made([LOG.replace("\n", " ") * 500], table).rows[0].code == "Ecs.0029"
