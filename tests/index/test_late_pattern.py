"""A late pattern is a pattern like any other, compiled when something is asked of it."""

import re

import pytest

from index.text import late_pattern


def test_it_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile
    monkeypatch.setattr(re, "compile", lambda written: made.append(written) or compiled(written))
    late = late_pattern("[㐀-鿿]+")
    assert made == []
    assert late.findall("配额 quota 不足") == ["配额", "不足"]
    assert late.sub("", "a配额b") == "ab"
    assert [found.span() for found in late.finditer("a配额")] == [(1, 3)]
    assert late.fullmatch("quota") is None
    assert set(made) == {"[㐀-鿿]+"}
    made.clear()
    assert late.findall("配额") == ["配额"]
    assert made == []
