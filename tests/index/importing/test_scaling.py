"""Large pages: four times the rows take about four times the processor time, in every format."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import Stopped
from index.importing.fields import Field
from index.importing.formats.html_page import Html
from index.importing.formats.markdown import Markdown
from index.importing.formats.properties import Properties
from index.importing.formats.sections import Sections
from index.importing.formats.source_code import SourceCode
from index.importing.formats.sql_rows import SqlRows
from index.importing.page import Table
from index.importing.reader import read_document
from index.importing.rows import rows_of

Grows = Callable[[Callable[[int], Callable[[], object]], int], None]
_FEW = 100
_HEADERS = ("Error Code", "HTTP Status", "Message", "Description", "Solution")


def _row(n: int) -> tuple[str, ...]:
    return (
        f"LMP.{n:05}",
        str((400, 403, 404, 409, 500)[n % 5]),
        f"The lamp {n} is not available in zone {n % 97}.",
        "The lamp was switched off by its owner or does not exist.",
        f"Check the lamp and try again. If it fails, contact the owner of room {n % 311}.",
    )


def _lines(count: int, line: Callable[[tuple[str, ...]], str]) -> str:
    return "".join(line(_row(n)) for n in range(count))


def _html(count: int) -> str:
    head = "".join(f"<th>{name}</th>" for name in _HEADERS)
    rows = _lines(count, lambda row: "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n")
    return f"<!DOCTYPE html><html><body><h1>Lamp error codes</h1><table><tr>{head}</tr>{rows}</table></body></html>"


def _html_sections(count: int) -> str:
    rows = _lines(count, lambda row: f"<h3>{row[0]}</h3><p>Message: {row[2]}</p><p>Solution: {row[4]}</p>\n")
    return f"<!DOCTYPE html><html><body><h1>Lamp error codes</h1>{rows}</body></html>"


def _html_tables(count: int) -> str:
    head = "<tr><th>Error Code</th><th>Message</th></tr>"
    rows = _lines(count, lambda row: f"<table>{head}<tr><td>{row[0]}</td><td>{row[2]}</td></tr></table>\n")
    return f"<!DOCTYPE html><html><body><h1>Lamp error codes</h1>{rows}</body></html>"


def _markdown(count: int) -> str:
    head = f"| {' | '.join(_HEADERS)} |\n{'|---' * len(_HEADERS)}|\n"
    return f"# Lamp error codes\n\n{head}" + _lines(count, lambda row: f"| {' | '.join(row)} |\n")


def _markdown_sections(count: int) -> str:
    return "# Lamp error codes\n\n" + _lines(
        count, lambda row: f"## {row[0]}\n\n* Message: {row[2]}\n* Solution: {row[4]}\n\n"
    )


def _markdown_html(count: int) -> str:
    return f"# Lamp error codes\n\nAll **lamps**.\n\n{_html(count).partition('</h1>')[2]}"


def _rst_grid(count: int) -> str:
    widths = (12, 13, 50, 62, 90)
    edge = f"+{'+'.join('-' * width for width in widths)}+\n"

    def line(row: tuple[str, ...]) -> str:
        return (
            f"|{'|'.join(f' {cell}'.ljust(width) for cell, width in zip(row, widths, strict=True))}|\n{edge}"
        )

    head = line(_HEADERS).replace("-", "=")
    return f"Lamp error codes\n================\n\n{edge}{head}{_lines(count, line)}"


def _rst_list(count: int) -> str:
    head = "Lamp error codes\n================\n\n.. list-table:: Lamp error codes\n   :header-rows: 1\n\n   * - "
    return (
        head
        + "\n     - ".join(_HEADERS)
        + "\n"
        + _lines(count, lambda row: "   * - " + "\n     - ".join(row) + "\n")
    )


def _csv(count: int) -> str:
    return ",".join(_HEADERS) + "\n" + _lines(count, lambda row: ",".join(f'"{cell}"' for cell in row) + "\n")


def _tsv(count: int) -> str:
    return "\t".join(_HEADERS) + "\n" + _lines(count, lambda row: "\t".join(row) + "\n")


def _records(count: int) -> list[dict[str, str]]:
    names = ("code", "status", "message", "description", "solution")
    return [dict(zip(names, _row(n), strict=True)) for n in range(count)]


def _json(count: int) -> str:
    return json.dumps({"title": "Lamp error codes", "errors": _records(count)})


def _json_lines(count: int) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in _records(count))


def _yaml(count: int) -> str:
    return "title: Lamp error codes\nerrors:\n" + _lines(
        count, lambda row: f"  - code: {row[0]}\n    message: {row[2]}\n    solution: {row[4]}\n"
    )


def _xml(count: int) -> str:
    rows = _lines(count, lambda row: f"<error code='{row[0]}'><message>{row[2]}</message></error>\n")
    return f"<?xml version='1.0'?>\n<errors>{rows}</errors>"


def _properties(count: int) -> str:
    return "# Lamp error codes\n" + _lines(count, lambda row: f"{row[0]}={row[2]}\n")


def _header(count: int) -> str:
    rows = "".join(f"#define LMP_ERR_{n} {10_000 + n} /* {_row(n)[2]} */\n" for n in range(count))
    return f"/* Lamp error codes */\n#ifndef LAMPS\n{rows}#endif\n"


def _wiki(count: int) -> str:
    head = f"= Lamp error codes =\n\n{{|\n! {' !! '.join(_HEADERS)}\n"
    return head + _lines(count, lambda row: f"|-\n| {' || '.join(row)}\n") + "|}\n"


def _cells_below(count: int) -> str:
    return (
        "Lamp error codes\n\n" + "\n".join(_HEADERS) + "\n" + _lines(count, lambda row: "\n".join(row) + "\n")
    )


def _blanks(count: int) -> str:
    return (
        "Lamp error codes\n\n"
        + "   ".join(_HEADERS)
        + "\n"
        + _lines(count, lambda row: "   ".join(row) + "\n")
    )


def _one_line(count: int) -> str:
    return f"Lamp error codes {' '.join(_HEADERS)} " + _lines(count, lambda row: " ".join(row) + " ")


def _manual(count: int) -> str:
    letters = str.maketrans("0123456789", "ABCDEFGHIJ")
    rows = "".join(f"  E{f'{n:05}'.translate(letters)}  {_row(n)[2]}\n" for n in range(count))
    return f"LAMP ERRORS\n{rows}"


def _workbook(count: int) -> bytes:
    def line(at: int, row: tuple[str, ...]) -> str:
        cells = (
            f'<c r="{"ABCDE"[n]}{at}" t="inlineStr"><is><t>{cell}</t></is></c>' for n, cell in enumerate(row)
        )
        return f'<row r="{at}">{"".join(cells)}</row>'

    rows = "".join(line(at, row) for at, row in enumerate((_HEADERS, *map(_row, range(count))), 1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    return out.getvalue()


_PAGES: dict[str, Callable[[int], str | bytes]] = {
    "page.html": _html,
    "sections.html": _html_sections,
    "tables.html": _html_tables,
    "page.md": _markdown,
    "sections.md": _markdown_sections,
    "html.md": _markdown_html,
    "grid.rst": _rst_grid,
    "list.rst": _rst_list,
    "page.csv": _csv,
    "page.tsv": _tsv,
    "page.json": _json,
    "page.jsonl": _json_lines,
    "page.yaml": _yaml,
    "page.xml": _xml,
    "page.properties": _properties,
    "lamps.h": _header,
    "page.wiki": _wiki,
    "cells.txt": _cells_below,
    "blanks.txt": _blanks,
    "line.txt": _one_line,
    "manual.txt": _manual,
    "page.xlsx": _workbook,
}


@pytest.mark.parametrize("name", _PAGES)
def test_reading_takes_a_time_that_grows_with_the_rows(
    name: str, tmp_path: Path, grows_with_its_size: Grows
) -> None:
    def prepared(count: int) -> Callable[[], object]:
        path = tmp_path / f"{count}-{name}"
        content = _PAGES[name](count)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

        def read() -> None:
            assert len(read_document(path).entries) == count

        return read

    grows_with_its_size(prepared, _FEW)


_WORDS = "The lamp was switched off by its owner, who went to bed early. "
_BLOCKS: dict[str, tuple[Callable[[str], object], str, str]] = {
    "bold words between breaks": (Html().read, "<p>", "<b> </b><br>"),
    "paragraphs in an item": (Html().read, "<ul><li>", f"<p>{_WORDS}</p>"),
    "an item that goes on": (Markdown().read, "- The lamp\n", f"  {_WORDS * 2}\n"),
    "a comment that goes on": (SourceCode().read, "#define A 1\n", "// and so on\n"),
    "many members": (
        SourceCode().read,
        "public enum ErrorCode {\n",
        '  LAMP_OFF(1001, "The lamp is off"),\n',
    ),
    "brackets that stay open": (SourceCode().read, "enum ErrorCode {\n", "A(B{["),
    "escaped quotes outside of strings": (SourceCode().read, "int LAMP_OFF = 1001;\n", '\\"'),
    "rows of a dump": (SqlRows().read, "INSERT INTO a (code, message) VALUES ", "('LMP-1', 'It''s off'),\n"),
    "tables without an end": (SqlRows().read, "INSERT INTO a VALUES (1);\n", "CREATE TABLE a (b int\n"),
    "sections of a file": (Sections().read, "", '[[a]]\nb = "c" # d\n'),
    "texts by name": (Properties().read, "", "LMP.1 = The lamp is off\\\n and so on\nLMP.2=It is on\n"),
}


@pytest.mark.parametrize("name", _BLOCKS)
def test_what_belongs_together_may_be_long(name: str, grows_with_its_size: Grows) -> None:
    read, begin, more = _BLOCKS[name]
    grows_with_its_size(lambda count: lambda: read(begin + more * count), 2_500)


def test_a_code_may_have_many_causes(grows_with_its_size: Grows) -> None:
    def table(count: int) -> Callable[[], object]:
        rows = (("Error code", "Description"), ("LMP.1", _WORDS), *[("", _WORDS * 8)] * count)
        page = Table(rows=rows, header=1, exact=True)
        return lambda: rows_of(page, mapping={"Error code": Field.CODE})

    grows_with_its_size(table, 1_600)


def test_reading_can_be_stopped_between_rows_and_between_entries(tmp_path: Path) -> None:
    path = tmp_path / "page.csv"
    path.write_text(_csv(1_000), encoding="utf-8")
    seen: list[tuple[int, int]] = []
    read_document(path, progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {2 * 1_001}
    for most in (3, len(seen) - 2):
        told: list[int] = []

        def note(done: int, _total: int, told: list[int] = told) -> None:
            told.append(done)

        def enough(told: list[int] = told, most: int = most) -> bool:
            return len(told) >= most

        with pytest.raises(Stopped):
            read_document(path, progress=note, should_stop=enough)
        assert len(told) == most
