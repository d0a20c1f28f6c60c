"""Codes are answered from the table while the index opens: the same as the engine answers, or nothing yet."""

import subprocess
import sys

import pytest

from index.errors import StorageError
from index.folders import Folders
from index.hits import Reason
from index.query import parse
from index.search.early import EarlyEngine

_BY_CODE = {Reason.CODE, Reason.LOOSE_CODE}


@pytest.fixture(scope="module")
def early(engine):
    return EarlyEngine(engine.table)


def found(answer) -> list[tuple[str, Reason]]:
    return sorted((hit.entry.id, hit.reason) for hit in answer.hits)


@pytest.mark.parametrize(
    "text",
    [
        "Ecs.0219",
        "ecs 219",
        "4001048",
        "InternalError",
        "error Ecs.0605 came",
        "ｅｃｓ．０２１９",
        '"Ecs.0010"',
    ],
)
def test_a_code_gives_what_the_engine_gives(early, engine, text):
    whole = engine.search(text, limit=300)
    answer = early.search(parse(text), limit=300)
    assert answer is not None
    assert found(answer) == found(whole)
    assert answer.total == whole.total
    assert answer.hits[0].reason in _BY_CODE


def test_every_code_gives_what_the_engine_gives(early, engine):
    for entry in list(engine.table.all_entries())[::23]:
        answer = early.search(parse(entry.code), limit=300)
        assert answer is not None
        assert found(answer) == found(engine.search(entry.code, limit=300))


@pytest.mark.parametrize(
    "text", ["", "quota exceeded", "配额不足", "ecs", "Ecs.", "service:ecs Ecs.0219", "x" * 5000]
)
def test_what_only_the_index_can_tell_is_left_to_it(early, text):
    assert early.search(parse(text), limit=300) is None


class Ahead:
    """Stands for the child."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []
        self.closed = False

    def search(self, query, *, limit):
        self.asked.append((query, limit))
        return self.answer

    def close(self):
        self.closed = True


def test_words_are_for_the_child_and_codes_are_not(engine, monkeypatch):
    ahead = Ahead(engine.search("quota exceeded"))
    early = EarlyEngine(engine.table, ahead)
    assert early.search(parse("Ecs.0219"), limit=300).hits[0].entry.code == "Ecs.0219"
    assert ahead.asked == []
    assert early.search(parse("quota exceeded"), limit=300) is ahead.answer
    assert ahead.asked == [(parse("quota exceeded"), 300)]
    monkeypatch.setattr(engine.table, "close", lambda: None)
    early.close()
    assert ahead.closed


def test_the_child_is_let_go_where_there_is_no_table(tmp_path):
    ahead = Ahead(None)
    (tmp_path / "cache").write_text("not a folder", "utf-8")
    with pytest.raises(StorageError):
        EarlyEngine.open(Folders.under(tmp_path), ahead)
    assert ahead.closed


def test_nothing_heavy_is_loaded_for_it():
    heavy = "whoosh index.glossary index.schema rjieba opencc rapidfuzz snowballstemmer importlib.metadata"
    program = f"import sys, index.search.early; print([n for n in '{heavy}'.split() if n in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
