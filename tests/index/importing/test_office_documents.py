"""DOCX and OpenDocument files, and workbooks that don't say where their cells stand."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.importing.document import Document
from index.importing.formats import packed_xml
from index.importing.reader import read_document

_ROWS = (
    ("Error code", "Description", "Solution"),
    ("KITE-01", "The kite is torn", "Mend it"),
    ("KITE-02", "The wind is gone", "Wait"),
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_O = f'xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0"'


def packed(members: dict[str, str]) -> bytes:
    """Return a zip archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def docx(body: str) -> bytes:
    """Return a Word document."""
    document = f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def opened(body: str, kind: str) -> bytes:
    """Return an OpenDocument file."""
    content = f'<?xml version="1.0"?><office:document-content {_O}><office:body>{body}</office:body></office:document-content>'
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def paragraph(text: str, facts: str = "") -> str:
    """Return a paragraph of a Word document."""
    return f"<w:p><w:pPr>{facts}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_table() -> str:
    """Return the rows as a table of a Word document."""
    rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in _ROWS)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def open_table() -> str:
    """Return the rows as an OpenDocument table, with a thousand blank rows below."""
    rows = (
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        for row in _ROWS
    )
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    return (
        '<table:table table:name="Errors">'
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        + blank
        + "</table:table>"
    )


def sheet() -> bytes:
    """Return a workbook whose rows and cells have no places."""
    rows = (
        "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
        for row in (("The catalogue of kites", "", ""), *_ROWS)
    )
    data = "".join(f"<row>{row}</row>" for row in rows)
    return packed({"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{data}</sheetData></worksheet>"})


def read(folder: Path, content: bytes) -> Document:
    """Read a file that holds these bytes."""
    path = folder / "page"
    path.write_bytes(content)
    return read_document(path)


@pytest.mark.parametrize(
    "content, form",
    [
        (lambda: docx(paragraph("Errors", '<w:pStyle w:val="Heading1"/>') + word_table()), "DOCX"),
        (lambda: docx(f"<w:sdt><w:sdtContent>{word_table()}</w:sdtContent></w:sdt>"), "DOCX"),
        (
            lambda: opened(f"<office:spreadsheet>{open_table()}</office:spreadsheet>", "spreadsheet"),
            "OpenDocument",
        ),
        (
            lambda: opened(f"<office:text><text:h>Errors</text:h>{open_table()}</office:text>", "text"),
            "OpenDocument",
        ),
        (sheet, "XLSX"),
    ],
)
def test_tables_of_office_documents_are_read(tmp_path: Path, content: Callable[[], bytes], form: str) -> None:
    document = read(tmp_path, content())
    assert document.error is None
    assert document.format == form
    told = [(one.code, *one.description.values(), *one.solution.values()) for one in document.entries]
    assert told == list(_ROWS[1:])


def test_headings_of_a_word_document_name_codes(tmp_path: Path) -> None:
    body = "".join(
        (
            paragraph("KITE-0815", '<w:pStyle w:val="Heading2"/>')
            + paragraph("Message: The kite is wet")
            + paragraph("Solution:")
            + paragraph("Dry it", '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
            paragraph("KITE-0816", '<w:pStyle w:val="berschrift2"/>')
            + paragraph("Message: The kite is lost"),
        )
    )
    entries = read(tmp_path, docx(body)).entries
    assert [(one.code, one.message) for one in entries] == [
        ("KITE-0815", "The kite is wet"),
        ("KITE-0816", "The kite is lost"),
    ]
    assert entries[0].solution == {"en": "- Dry it"}


def test_a_cell_that_goes_on_below_is_that_of_the_row_above(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    def merged(value: str) -> str:
        return f"<w:tcPr><w:vMerge{value}/></w:tcPr>"

    table = (
        "<w:tbl>"
        + row(paragraph("HTTP"), paragraph("Error code"), paragraph("Meaning"))
        + row(merged(' w:val="restart"') + paragraph("400"), paragraph("KITE-1"), paragraph("Torn"))
        + row(merged("") + "<w:p/>", paragraph("KITE-2"), paragraph("Wet"))
        + "</w:tbl>"
    )
    assert [(one.code, one.status) for one in read(tmp_path, docx(table)).entries] == [
        ("KITE-1", 400),
        ("KITE-2", 400),
    ]


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF; save it as text, HTML or DOCX first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel or Word file"),
        (b"{\\rtf1\\ansi KITE-1 }", "an RTF file"),
        (b"\x1f\x8b\x08\x00" + bytes(40), "a packed file; unpack it first"),
        (packed({"notes.txt": "KITE-1"}), "a zip archive that is no workbook"),
        (packed({"word/document.xml": "<w:document"}), "not a readable DOCX"),
        (
            packed({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "not a readable DOCX",
        ),
        (packed({"mimetype": "opendocument", "content.xml": "<a"}), "not a readable OpenDocument"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes, reason: str) -> None:
    document = read(tmp_path, content)
    assert document.entries == ()
    assert document.error is not None
    assert reason in document.error
    assert "\n" not in document.error


def test_a_small_archive_that_unpacks_to_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed_xml, "_LIMIT", 2**20)
    document = read(tmp_path, packed({"word/document.xml": " " * (2 * 2**20)}))
    assert "unpacks to more than 1 MB" in (document.error or "")
