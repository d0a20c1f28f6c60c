"""The child that is ahead answers as the desk's own engine does; where it cannot, nobody waits for it."""

import subprocess
import sys
import time

import msgspec
import pytest

from index.copying import Served
from index.folders import Folders
from index.query import parse
from index.search import ahead
from index.search.ahead import Ahead, started


@pytest.fixture
def child(bundled_folders):
    made = Ahead(started(bundled_folders))
    yield made
    _let_go(made)


def _let_go(made: Ahead) -> None:
    """Let the child go, and see that it ends by itself."""
    made.close()
    made._listener.join(60)
    assert made._served.wait() == 0


def _talking(program: str) -> Ahead:
    """Talk to another program instead."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", program]
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    return Ahead(Served(questions=process.stdin, answers=process.stdout, wait=process.wait))


def test_words_are_answered_as_the_engine_answers_them(child, engine, monkeypatch):
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    for text in ("quota exceeded", "配额不足 status:4xx", "service:ecs disk", "虚拟机\U0001f600 quota"):
        answer = child.search(parse(text), limit=40)
        expected = engine.search(parse(text), limit=40)
        assert answer is not None
        assert msgspec.structs.replace(answer, took_ms=0) == msgspec.structs.replace(expected, took_ms=0)


@pytest.mark.parametrize("prepared", ["quota exceeded", "disk"])
def test_a_question_is_answered_whatever_was_prepared(child, engine, monkeypatch, prepared):
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    child.prepare(parse(prepared), limit=5)
    for text in ("quota exceeded", "server", "quota exceeded"):
        answer, expected = child.search(parse(text), limit=5), engine.search(parse(text), limit=5)
        assert answer is not None
        assert msgspec.structs.replace(answer, took_ms=0) == msgspec.structs.replace(expected, took_ms=0)


def test_what_is_prepared_is_not_asked_again(monkeypatch, engine):
    answer = msgspec.json.encode(engine.search("quota", limit=1)).decode()
    made = _talking(f"import sys\nsys.stdin.readline()\nprint({answer!r}, flush=True)\nsys.stdin.readline()")
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    made.prepare(parse("quota"), limit=1)
    assert made.search(parse("quota"), limit=1) is not None
    _let_go(made)


def test_what_only_the_desk_can_tell_is_left_to_it(child, monkeypatch):
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    assert child.search(parse("quota has:note"), limit=5) is None
    assert child.search(parse("zzzzqqqq xxyyzz"), limit=5) is None
    assert child.search(parse("quota"), limit=5) is not None


def test_without_an_index_the_child_ends_and_nobody_waits(tmp_path, monkeypatch):
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    made = Ahead(started(Folders.under(tmp_path)))
    assert made.search(parse("quota"), limit=5) is None
    assert made.search(parse("quota"), limit=5) is None
    _let_go(made)
    assert not list(tmp_path.iterdir())


def test_an_answer_that_comes_late_is_not_taken_for_the_next(monkeypatch, engine):
    answer = msgspec.json.encode(engine.search("quota", limit=1)).decode()
    made = _talking(f"import sys\nsys.stdin.readline()\nsys.stdin.readline()\nprint({answer!r}, flush=True)")
    monkeypatch.setattr(ahead, "_WAIT_S", 0.01)
    assert made.search(parse("quota"), limit=1) is None
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    began = time.monotonic()
    assert made.search(parse("disk"), limit=1) is None
    assert time.monotonic() - began < 30
    _let_go(made)


@pytest.mark.parametrize("said", ["", "not json", "{}", "null", '{"query": 5}', "\udcff"])
def test_anything_else_that_is_said_is_no_answer(said, monkeypatch):
    monkeypatch.setattr(ahead, "_WAIT_S", 60)
    raw = said.encode("utf-8", "surrogateescape") + b"\n"
    made = _talking(f"import sys\nsys.stdin.readline()\nsys.stdout.buffer.write({raw!r})")
    assert made.search(parse("quota"), limit=1) is None
    _let_go(made)


def test_where_no_process_can_be_started_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    monkeypatch.setattr(ahead, "is_safe", lambda: False)
    assert Ahead.begin(Folders.under(tmp_path)) is None


_BEGUN = """
import sys
from pathlib import Path
from index.copying import Served
from index.folders import Folders
from index.query import parse
from index.search import ahead
ahead._WAIT_S = 60
made = ahead.Ahead.begin(Folders(**{name: Path(sys.argv[1]) / name for name in ("data", "cache", "config", "state")}))
answer = made.search(parse("quota exceeded"), limit=3)
made.close()
made._listener.join(60)
print(answer.total, [hit.entry.id for hit in answer.hits], made._listener.is_alive())
"""


def test_a_copy_of_the_program_answers_where_programs_can_be_copied(bundled_folders, engine):
    root = bundled_folders.data.parent
    ran = subprocess.run(
        [sys.executable, "-c", _BEGUN, str(root)], capture_output=True, text=True, check=False
    )
    expected = engine.search("quota exceeded", limit=3)
    assert ran.stdout == f"{expected.total} {[hit.entry.id for hit in expected.hits]} False\n", ran.stderr
