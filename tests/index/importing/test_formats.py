"""Every format gives the same cells, and bytes of any kind give a document or one clear line."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.importing.document import Document
from index.importing.reader import read_document

HEADER = ("HTTP Status Code", "Error Code", "Error Message", "Description", "Solution")
WORDS = st.lists(
    st.sampled_from(["value", "{0}", "%s", "disk", "is", "not", "valid", "配额", "limit", "a.b"]),
    min_size=3,
    max_size=7,
)
SENTENCE = WORDS.map(lambda words: f"The {' '.join(words)}.")
ROW = st.tuples(
    st.sampled_from(["400", "403", "404", "500"]),
    st.integers(0, 9999).map(lambda number: f"Shop.{number:04}"),
    SENTENCE,
    SENTENCE,
    SENTENCE,
)
ROWS = st.lists(ROW, min_size=2, max_size=8, unique_by=lambda row: row[1])
Row = tuple[str, str, str, str, str]
TEXT_FORMATS = (
    "pipes",
    "flattened",
    "trailing pipes",
    "grid",
    "html",
    "csv",
    "tsv",
    "json",
    "jsonl",
    "blanks",
    "layout of a PDF",
    "terminal",
    "textile",
)


def render(form: str, rows: list[Row]) -> str:  # noqa: PLR0911 - one return a format
    every = [HEADER, *rows]
    if form == "pipes":
        lines = ["|" + "|".join(row) + "|" for row in every]
        return "\n".join([lines[0], "|---|---|---|---|---|", *lines[1:]])
    if form == "flattened":
        return "Error Codes\n\n" + "\n\n".join(cell for row in every for cell in row)
    if form == "trailing pipes":
        return "\n".join([*(f"{cell} |" for cell in HEADER), *(cell for row in rows for cell in row)])
    if form == "grid":
        return grid(every)
    if form == "html":
        body = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in rows)
        head = "".join(f"<th>{cell}</th>" for cell in HEADER)
        return f"<!DOCTYPE html><title>Errors</title><table><tr>{head}</tr>{body}</table>"
    if form in ("csv", "tsv"):
        out = io.StringIO()
        csv.writer(out, delimiter="," if form == "csv" else "\t").writerows(every)
        return out.getvalue()
    if form == "blanks":
        return "\n".join("   ".join(row) for row in every)
    if form in _DRAWN:
        return _DRAWN[form](every)
    records = [dict(zip(HEADER, row, strict=True)) for row in rows]
    if form == "json":
        return json.dumps({"title": "Errors", "errors": records}, ensure_ascii=False)
    return "\n".join(json.dumps(record) for record in records)


def terminal(every: Sequence[tuple[str, ...]]) -> str:
    rule = "+----" * len(HEADER) + "+"
    lines = ["| " + " | ".join(row) + " |" for row in every]
    return "\n".join(["Error Codes", "", rule, lines[0], rule, *lines[1:], rule])


def textile(every: Sequence[tuple[str, ...]]) -> str:
    head, *lines = ("| " + " | ".join(row) + " |" for row in every)
    return "\n".join(["h1. Error Codes", "", head.replace("| ", "|_. ", len(HEADER)), *lines])


def layout(every: Sequence[tuple[str, ...]]) -> str:
    return "Error Codes\n\n" + "\n\n".join(line for row in every for line in placed(row))


def placed(row: tuple[str, ...]) -> list[str]:
    """Put the cells at their columns; the words of a long one go on below it."""
    columns = [cell.split(" ") if row is not HEADER else [cell] for cell in row]
    cut = [[" ".join(words[at : at + 3]) for at in range(0, len(words), 3)] for words in columns]
    tall = max(map(len, cut))
    lines = [[part[n] if n < len(part) else "" for part in cut] for n in range(tall)]
    return ["\n".join("".join(cell.ljust(34) for cell in line).rstrip() for line in lines)]


_DRAWN = {"layout of a PDF": layout, "terminal": terminal, "textile": textile}


def grid(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(len(cell) * 2 for cell in column) + 2 for column in zip(*rows, strict=True)]
    border = "+" + "+".join("-" * width for width in widths) + "+"
    lines = [border]
    for number, row in enumerate(rows):
        cells = (f" {cell}".ljust(width - wide(cell)) for cell, width in zip(row, widths, strict=True))
        lines += ["|" + "|".join(cells) + "|", border.replace("-", "=") if number == 0 else border]
    return "Error Codes\n===========\n\n" + "\n".join(lines) + "\n"


def wide(cell: str) -> int:
    """Count the extra columns of full-width characters: grid tables are drawn by width."""
    return sum(char > "⺀" for char in cell)


def workbook(rows: list[Row]) -> bytes:
    def cell(at: int, column: int, text: str) -> str:
        return f'<c r="{"ABCDE"[column]}{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    body = "".join(
        f'<row r="{at}">{"".join(cell(at, n, text) for n, text in enumerate(row))}</row>'
        for at, row in enumerate([HEADER, *rows], 1)
    )
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{name}"><sheetData>{body}</sheetData></worksheet>'
        )
    return out.getvalue()


def read(folder: Path, content: str | bytes) -> Document:
    path = folder / "page.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path, provider="Example Cloud", service="Shop")


def cells(document: Document) -> list[tuple[str, ...]]:
    return [
        (
            str(e.status),
            e.code,
            e.message or "",
            "".join(e.description.values()),
            "".join(e.solution.values()),
        )
        for e in document.entries
    ]


@pytest.mark.parametrize("form", TEXT_FORMATS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_rows_come_back_as_they_were_written(tmp_path: Path, form: str, rows: list[Row]) -> None:
    assert cells(read(tmp_path, render(form, rows))) == rows


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_rows_of_a_workbook_come_back(tmp_path: Path, rows: list[Row]) -> None:
    document = read(tmp_path, workbook(rows))
    assert document.format == "XLSX"
    assert cells(document) == rows


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    message = "您指定的執行個體不存在，請確認" if encoding == "big5" else "您指定的实例不存在，请确认"
    page = render(
        "pipes", [("400", f"Shop.{n:04}", f"{message} {{{n}}}", message * 3, message) for n in range(20)]
    )
    document = read(tmp_path, page.encode(encoding))
    assert len(document.entries) == 20
    assert document.entries[3].message == f"{message} {{3}}"


MARKS = st.sampled_from(
    ["|", "|---|", "\n", "\n\n", " ", "+--+--+\n", "<table>", "<tr><td>", "</table>", "```\n", "- ", "**", "# ", "{", "}",
     "[", "]", '"', ":", ",", "400", "Ecs.0001", "Error Code", "Message", "HTTP Status Code", "text.", "=== ===\n", "\t",
     "<!--", "-->", "\\", "\x00", "\ud800", "> ", "\u0301", ".. include:: /etc/passwd\n", "{0}", "''",
     "|===\n", "{| class\n", "||a||b||\n", "- a: ", "key: ", "&x ", "*x", "|\n", "#define ERR_A 1 /* t */\n", "enum E {\n", "/*", "*/", "//",
     "<?xml ?>", "<error code='E1'>", "LMP-1: bad\nCause: x\n", "    EACCES   no\n", "Description ", "<dl><dt>",
     ".TH A 3\n", ".TP\n.B E1\n", 'msgid "E1"\n', 'msgstr "bad"\n', "MessageId=1\n", "Language=a\n", "\\begin{tabular}{l}", " & ", "\\\\\n",
     "MIME-Version: 1.0\n", "Content-Type: text/html\n", "\n┌──┐\n", "│ a │\n", "└──┘\n", "+---+\n", "|_. a |\n", "a:: b\n", "= t\n", "sep=;\n"]
)  # fmt: skip


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(MARKS, max_size=60))
def test_no_text_is_too_odd(tmp_path: Path, parts: list[str]) -> None:
    document = read(tmp_path, "".join(parts).encode("utf-8", "surrogatepass"))
    assert document.error is None or "\n" not in document.error


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400),
    magic=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b'{"pack":1', b"<html>"]),
)
def test_no_bytes_are_too_odd(tmp_path: Path, data: bytes, magic: bytes) -> None:
    document = read(tmp_path, magic + data)
    assert document.error is None or "\n" not in document.error


@pytest.mark.parametrize(
    "content, line",
    [
        (b"", "an empty file"),
        (b"\x00\x01\x02\x03" * 50, "not a text file"),
        (b"PK\x03\x04 broken", "not a readable XLSX"),
        (b'{"pack":1, "catalogue":"a.b"}', "not the header of a catalogue"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, content: bytes, line: str) -> None:
    document = read(tmp_path, content)
    assert document.error is not None
    assert line in document.error
    assert "page.txt" in document.error
    assert "\n" not in document.error


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert "no such file" in (read_document(tmp_path / "none").error or "")
    assert "not a file" in (read_document(tmp_path).error or "")


def test_rst_reads_no_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.rst"
    secret.write_text("EXAMPLESECRET")
    page = grid([HEADER, ("400", "Shop.0001", "The a.", "The b.", "The c.")])
    document = read(tmp_path, f"{page}\n.. include:: {secret}\n\n.. raw:: html\n   :file: {secret}\n")
    assert len(document.entries) == 1
    assert "EXAMPLESECRET" not in str(document)


@pytest.mark.parametrize(
    "mark",
    ["| a\n", "- a\n", "# a\n", "<div>", "[a](", "**Err.1**\n", "Error Code\n", " \n", "+--+--+\n",
     "\n", "<table><tr><td>", "Error Code Description ", "Code ", "- a: b\n", "a: [", "#define A 1\n", "A = 1, /* ", "|===\n|a\n", "(", "Err({[", ".TP\n", "a:: b\n", "+---+\n", "┌─┐\n",
     "Error Code    Status    Message\n", "<sup>", "\\begin{tabular}{"]
)  # fmt: skip
def test_time_grows_with_the_size_only(tmp_path: Path, mark: str) -> None:
    """Quadratic reading would take minutes for these and the suite's patience ends before."""
    document = read(tmp_path, mark * (30_000 // len(mark)))
    assert document.entries == ()
