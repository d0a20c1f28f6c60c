"""Byte code that Python does not keep is kept: taken only for the very same source, and never missed where it is gone."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from desk.kept_code import kept_code

_SOURCE = "def answer(x: int): return 41 + x\n"


@pytest.fixture(autouse=True)
def _byte_code_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count what is really compiled."""
    names: list[str] = []
    python = compile

    def counting(source, filename, mode, *rest, **more):
        names.append(filename)
        return python(source, filename, mode, *rest, **more)

    monkeypatch.setattr("builtins.compile", counting)
    return names


def _answer(folder: Path, source: str = _SOURCE, name: str = "a.py") -> object:
    found: dict[str, object] = {}
    with kept_code(folder):
        exec(compile(source, name, "exec"), found)  # noqa: S102 - what the binding does
    return found["answer"]


def _file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_compiled_once_is_not_compiled_again(tmp_path: Path, compiled: list[str]) -> None:
    assert _answer(tmp_path / "new")(1) == 42
    assert _answer(tmp_path / "new")(1) == 42
    assert compiled == ["a.py"]


def test_another_source_or_name_is_compiled_and_the_old_one_forgotten(
    tmp_path: Path, compiled: list[str]
) -> None:
    for source, name in ((_SOURCE, "a.py"), (_SOURCE.replace("41", "42"), "a.py"), (_SOURCE, "b.py")):
        found = _answer(tmp_path, source, name)
        assert found.__code__.co_filename == name
        assert found(0) == (42 if "42" in source else 41)
    assert compiled == ["a.py", "a.py", "b.py"]
    size = _file(tmp_path).stat().st_size
    _answer(tmp_path, "answer = 1")
    assert _file(tmp_path).stat().st_size < size


def test_features_of_the_language_are_taken_over_as_they_were(tmp_path: Path) -> None:
    compiling = "answer = {}\nexec(compile(source, 'a.py', 'exec'), answer)"
    for _ in range(2):
        for head, expected in (("from __future__ import annotations\n", "int"), ("", int)):
            found = {"source": _SOURCE}
            with kept_code(tmp_path):
                exec(head + compiling, found)  # noqa: S102 - what the binding does
            assert found["answer"]["answer"].__annotations__ == {"x": expected}


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:-1], lambda raw: raw[:40] + b"\xff" + raw[41:], lambda raw: raw[:0]]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, compiled: list[str], damage) -> None:
    _answer(tmp_path)
    whole = _file(tmp_path).read_bytes()
    _file(tmp_path).write_bytes(damage(whole))
    assert _answer(tmp_path)(1) == 42
    assert compiled == ["a.py", "a.py"]
    assert _file(tmp_path).read_bytes() == whole


def test_where_nothing_can_be_kept_nothing_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", "utf-8")
    assert _answer(in_the_way)(1) == 42
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _answer(tmp_path / "asked not to")(1) == 42
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_all_else_that_is_compiled_is_compiled_as_ever(tmp_path: Path) -> None:
    python = compile
    with kept_code(tmp_path):
        assert isinstance(compile("1", "a.py", "eval", ast.PyCF_ONLY_AST), ast.Expression)
        assert eval(compile(ast.parse("6 * 7", mode="eval"), "a.py", "eval")) == 42  # noqa: S307 - nothing from outside
        with pytest.raises(SyntaxError, match=r"a\.py"):
            compile("def", "a.py", "exec")
    assert compile is python
    with pytest.raises(ZeroDivisionError), kept_code(tmp_path):
        raise ZeroDivisionError
    assert compile is python


_START = """
import builtins, sys
from pathlib import Path
from desk.kept_code import kept_code
names, python = [], compile
def counting(source, filename, mode, *rest, **more):
    names.append(filename)
    return python(source, filename, mode, *rest, **more)
builtins.compile = counting
sys.dont_write_bytecode = False
with kept_code(Path(sys.argv[1])):
    from PySide6.QtCore import QObject
print(len([name for name in names if "shiboken" in name]), QObject.__name__)
"""


def test_the_binding_is_compiled_at_the_first_start_only(tmp_path: Path) -> None:
    # A version of the binding that compiles nothing makes this red: then there is nothing to keep any more.
    command = [sys.executable, "-c", _START, str(tmp_path)]
    starts = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(2)
    ]
    assert int(starts[0][0]) > 5
    assert starts[1] == ["0", "QObject"]
