"""Phrases and exclusions: read word by word, as far as there is time for it."""

import pytest

from index.query import parse
from index.search import exact

ROWS = [
    {"code": "A.1", "message": "The disk is in use by the server."},
    {"code": "A.2", "message": "The server is in use by the disk."},
    {"code": "A.3", "message": "The image is in use."},
]


@pytest.fixture(scope="module")
def small(engine_of):
    return engine_of(ROWS)


def codes(engine, query: str) -> list[str]:
    return sorted(hit.entry.code for hit in engine.search(query).hits)


def test_a_phrase_is_found_word_by_word(small):
    assert codes(small, '"disk is in use"') == ["A.1"]
    assert codes(small, '"the server"') == ["A.1", "A.2"]


def test_what_is_excluded_is_left_out_word_by_word(small):
    assert codes(small, 'use -"the server is"') == ["A.1", "A.3"]
    assert codes(small, "use -image") == ["A.1", "A.2"]


def test_phrases_narrow_each_other(small):
    assert codes(small, '"in use by the" "the disk is"') == ["A.1"]


def test_where_there_is_no_time_to_read_all_the_rest_is_shown(small, monkeypatch):
    monkeypatch.setattr(exact, "_MOST_READ", 1)
    assert codes(small, '"server is in"') == ["A.2"]
    assert codes(small, 'use -"server is in"') == ["A.1", "A.2", "A.3"]


def test_reading_stops_when_the_question_is_overtaken(small):
    read = []
    answer = small.search(parse('"server is in"'), should_stop=lambda: bool(read.append(1)) or len(read) > 3)
    assert answer.total <= 1
