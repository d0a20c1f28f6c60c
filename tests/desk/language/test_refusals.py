"""Every refusal that a window can meet is said in its language."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

import desk
import index
from desk.language.refusals import LINES, refusal_said
from desk.language.translations import Translations
from index.errors import BadInput, DeskError, Said, StorageError
from index.folders import Folders
from index.glossary_own import check_lines
from index.importing.reader import read_document
from index.inverted import IndexDamaged
from index.payload.log_file import UnreadableLog
from index.ticket.templates.store import validate

_FAMILY = {"Said", "DeskError", "TemplateStop", IndexDamaged.__name__, UnreadableLog.__name__} | {
    kind.__name__ for kind in (*DeskError.__subclasses__(), *BadInput.__subclasses__())
}
_ELSEWHERE = {"commands", "bundle.py"}
"""Only the command line meets these."""
_NOT_WRITTEN_THERE = {
    "desk/payload/worker.py: DeskError(reading.fault)",  # the child has raised it
    "desk/question/build_process.py: Said(told.template, told.values)",  # the same
    "index/glossary_own.py: Said(self.wrong, dict(self.names))",  # has words of its own
    "index/errors.py: Said(template, parts)",
    "index/importing/registry_child.py: DeskError(msgspec.json.decode(said, type=Said))",  # the child has raised it
    "index/ticket/templates/faults.py: Said(template, dict(values))",
}


def _written() -> tuple[set[str], set[str]]:
    """Return the templates in the sources, and the calls whose template is not written there."""
    templates, others = set(), set()
    for package in (index, desk):
        root = Path(package.__file__).parent
        for path in root.rglob("*.py"):
            if not _ELSEWHERE & set(path.parts):
                _look(path, f"{root.name}/{path.relative_to(root).as_posix()}", templates, others)
    return templates, others


def _look(path: Path, name: str, templates: set[str], others: set[str]) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FAMILY):
            continue
        given = node.args[2 if node.func.id == "UnreadableLog" else 0]
        if isinstance(given, ast.Constant):
            templates.add(given.value)
        elif isinstance(given, ast.Name) and (known := set(_assigned(tree, given.id))):
            templates.update(known)
        else:
            others.add(f"{name}: {ast.unparse(node)}")


def _assigned(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            yield from (node.value.value for one in node.targets if getattr(one, "id", "") == name)


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """A window in Chinese."""
    translations = Translations(qapp, Folders.under(tmp_path / "window"))
    assert translations.install("zh-Hans") is None
    yield
    translations.remove()


def test_every_refusal_stands_in_the_list_and_has_chinese(chinese: None) -> None:
    templates, others = _written()
    assert others <= _NOT_WRITTEN_THERE
    assert len(templates) > 100
    assert templates - set(LINES) == set()
    assert [line for line in LINES if refusal_said(Said(line)) == line] == []


def test_the_command_line_has_english_and_the_window_its_own(chinese: None) -> None:
    error = StorageError("cannot write {path}: {reason}", path=Path("/x/a {b}.toml"), reason=os.strerror(28))
    assert str(error) == "cannot write /x/a {b}.toml: No space left on device"
    assert refusal_said(error) == "无法写入 /x/a {b}.toml：磁盘已满"


def test_a_refusal_of_another_process_is_the_same(chinese: None, tmp_path: Path) -> None:
    document = read_document(tmp_path / "none.md")
    told = msgspec.json.decode(msgspec.json.encode(document.refusal), type=Said)
    assert str(told) == document.error == f"{tmp_path / 'none.md'}: no such file"
    assert refusal_said(told) == f"{tmp_path / 'none.md'}：没有这个文件"


def test_a_refusal_inside_another_is_said_too(chinese: None, tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text("")
    assert refusal_said(read_document(empty).refusal) == f"{empty}：空文件"
    with pytest.raises(BadInput) as refused:
        check_lines(["only one"], name="glossary")
    assert str(refused.value).startswith("glossary, line 1: 'only one' stands alone")
    assert refusal_said(refused.value).startswith("glossary 第 1 行：'only one'")
    assert "stands" not in refusal_said(refused.value)


def test_a_line_without_values_keeps_its_braces() -> None:
    assert str(DeskError("a {b} in it")) == "a {b} in it"
    assert refusal_said(DeskError("a {b} in it")) == "a {b} in it"


def test_faults_of_a_template_are_said_by_line(chinese: None) -> None:
    faults = validate("{{ title }}\n{{ title * 2 }}\n{{ title|nothing }}\n")
    assert [(fault.line, refusal_said(fault.said)[:10]) for fault in faults] == [
        (2, "模板中没有乘法"),
        (3, "没有过滤器 'not"),
    ]
    (unread,) = validate("{% if %}")
    assert str(unread).startswith("line 1: this cannot be read: ")
    assert refusal_said(unread.with_line).startswith("第 1 行：无法读取：")
