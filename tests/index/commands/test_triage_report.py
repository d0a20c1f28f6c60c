"""`explain --triage`: the table for people, the document for programs, faults, and Ctrl+C."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Desk = Callable[..., Any]
LOG = """\
2026-11-20T10:00:00Z INFO started
2026-11-20T10:00:01Z ERROR error_code=Ecs.0029 status=404 request_id=0f3c9a7712de4b6f8e51c2a49b7d6035 password=EXAMPLEPASSWORD1
2026-11-20T10:00:02Z ERROR {"errorCode":"Abc.0042","requestId":"1f3c9a7712de4b6f8e51c2a49b7d6035"}
2026-11-20T10:00:04Z ERROR error_code=Ecs.0029 status=404 request_id=2f3c9a7712de4b6f8e51c2a49b7d6035
"""


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_document_is_as_help_says(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text(LOG)
    for ran in (
        desk("explain", "--triage", "--json", path),
        desk("explain", "--triage", "--json", stdin=LOG),
    ):
        assert (ran.status, ran.err) == (0, "")
        assert set(ran.json) == {"codes", "first_cause", "errors", "lines", "newest_first"}
        assert ran.json["first_cause"] == {"code": "Ecs.0029", "line": 2}
        assert (ran.json["errors"], ran.json["lines"], ran.json["newest_first"]) == (3, 4, False)
        first = ran.json["codes"][0]
        assert "EXAMPLEPASSWORD1" not in first.pop("sample")
        assert first == {
            "code": "Ecs.0029",
            "count": 2,
            "known": True,
            "services": ["ECS"],
            "first": "2026-11-20T10:00:01Z",
            "last": "2026-11-20T10:00:04Z",
            "line": 2,
            "statuses": [404],
            "request_ids": ["0f3c9a7712de4b6f8e51c2a49b7d6035", "2f3c9a7712de4b6f8e51c2a49b7d6035"],
            "request_id_count": 2,
            "first_cause": True,
        }
    said = desk("explain", "--help").out
    for key in (*ran.json, *ran.json["codes"][0]):
        assert key in said


def test_the_table_for_people_tells_the_same(desk: Desk) -> None:
    ran = desk("explain", "--triage", stdin=LOG)
    assert ran.status == 0
    row = next(line.split() for line in ran.out.splitlines() if line.startswith("*"))
    assert row[:5] == ["*", "Ecs.0029", "2", "404", "ECS"]
    assert "0f3c9a7712de4b6f8e51c2a49b7d6035" in ran.out
    assert "Likely first cause: Ecs.0029, line 2" in ran.out
    assert "EXAMPLEPASSWORD1" not in ran.out


def test_nothing_found_and_unusable_input_have_their_statuses(desk: Desk, tmp_path: Path) -> None:
    ran = desk("explain", "--triage", stdin="all is well\n")
    assert (ran.status, ran.out) == (1, "No error code was found; lines read: 1\n")
    for given in (tmp_path, tmp_path / "no.log", "/dev/zero"):
        ran = desk("explain", "--triage", given)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
    assert desk("explain", "--triage", "--jsonl", stdin=LOG).status == 2


def test_progress_is_for_a_terminal_and_goes_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert desk("explain", "--triage", stdin=LOG).status == 0
    assert "Reading: 0 MB" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_an_interrupt_leaves_nothing_on_the_screen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> object:
        raise KeyboardInterrupt

    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("index.payload.triage.codes_in", interrupt)
    ran = desk("explain", "--triage", stdin=LOG)
    assert (ran.status, ran.out) == (130, "")
    assert "Traceback" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
