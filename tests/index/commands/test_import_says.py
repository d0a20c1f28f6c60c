"""What `error-desk import` says of a page: what was read as what, what was left out, how to name the columns."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def unnamed(tmp_path: Path) -> Path:
    """Return a table whose headers say nothing."""
    page = tmp_path / "kites.csv"
    page.write_text("Kite A,Was\nKTE.1,It is torn\nKTE.2,It is wet\nKTE.3,It is lost\n")
    return page


def test_a_table_that_is_not_read_says_how_to_name_its_columns(desk: Run, unnamed: Path) -> None:
    ran = desk("import", unnamed, "--dry-run")
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[0] == f"{unnamed}: read as CSV, but no error-code table was found"
    assert lines[1] == "  left out, line 1: no column holds error codes"
    assert lines[2].endswith("such as: --map 'Kite A=code' --map Was=message")


def test_the_columns_named_so_are_read_and_told(desk: Run, unnamed: Path) -> None:
    ran = desk("import", unnamed, "--dry-run", "--map", "Kite A=code", "--map", "Was=message")
    assert ran.status == 0
    assert "  read, line 1: 3 rows; Kite A is code, Was is message" in ran.out.splitlines()
    assert "give --provider and --service" in ran.out


def test_a_column_that_no_table_has_is_told(desk: Run, unnamed: Path) -> None:
    ran = desk("import", unnamed, "--dry-run", "--map", "Kite B=code")
    assert "  no table has the column 'Kite B' that --map names" in ran.out.splitlines()


def test_a_table_of_parameters_asks_for_no_names(desk: Run, tmp_path: Path) -> None:
    page = tmp_path / "kites.md"
    page.write_text("|Name|Type|Required|\n|---|---|---|\n|Size|String|Yes|\n|Tail|String|No|\n")
    ran = desk("import", page, "--dry-run")
    assert "a table of parameters" in ran.out
    assert "--map" not in ran.out


def test_many_rows_without_a_code_are_counted(desk: Run, tmp_path: Path) -> None:
    page = tmp_path / "kites.csv"
    rows = "".join(f"KTE.{n},The kite {n} is torn\n,,,\n-,and this says nothing {n}\n" for n in range(40))
    page.write_text(f"Error code,Message\n{rows}")
    ran = desk("import", page, "--dry-run", "--provider", "Kite Cloud", "--service", "Kites")
    told = [line for line in ran.out.splitlines() if line.startswith("  left out")]
    assert len(told) == 21
    assert told[-1] == "  left out, 20 more places; --json lists them all"
    assert "give --provider" not in ran.out


def test_the_help_names_the_formats_and_shows_how_to_name_columns(desk: Run) -> None:
    said = desk("import", "--help").out
    assert "DOCX" in said
    assert '--map "column 3=message"' in said
