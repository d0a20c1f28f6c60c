"""What a reading tells of a page is said in the window's language; names that are the page's own stay."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import index.importing
from desk.catalogues.import_words import column_said, reason_said, where_said
from desk.language.translations import Translations
from index.folders import Folders


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """A window in Chinese."""
    translations = Translations(qapp, Folders.under(tmp_path))
    assert translations.install("zh-Hans") is None
    yield
    translations.remove()


@pytest.mark.parametrize(
    "where, said",
    [
        ("line 12", "第 12 行"),
        ("line 12, table 2, row 3", "第 12 行，第 2 个表格，表内第 3 行"),
        ("sheet Codes, row 7", "工作表 Codes，表内第 7 行"),
        ("sheet line 3", "工作表 line 3"),
        ("outside tables", "表格之外"),
        ("the whole document", "整个文档"),
        ("errors.items", "errors.items"),
        ("Order errors", "Order errors"),
    ],
)
def test_places_are_said_in_chinese(chinese: None, where: str, said: str) -> None:
    assert where_said(where) == said


def test_columns_without_a_header_are_numbered_in_chinese(chinese: None) -> None:
    assert (column_said("column 2"), column_said("Error code")) == ("第 2 列", "Error code")


def test_in_english_nothing_changes() -> None:
    for where in ("line 12, table 2, row 3", "sheet Codes, row 7", "the whole document"):
        assert where_said(where) == where


def test_every_reason_of_the_reader_is_said_in_chinese(chinese: None) -> None:
    source = "".join(path.read_text() for path in Path(index.importing.__file__).parent.rglob("*.py"))
    reasons = set(re.findall(r'reason="([^"{]+)"', source)) | {"no code in the row"}
    assert len(reasons) > 3
    assert [reason for reason in reasons if reason_said(reason) == reason] == []
