"""Pages made to keep a reader busy: twice the page takes about twice the time, and nothing raises but BadInput."""

import json
import time
from collections.abc import Callable

import pytest

from index.importing.drawn import redrawn
from index.importing.formats.blanks import blocks_by_terms
from index.importing.formats.html_page import Html
from index.importing.formats.json_records import Json
from index.importing.formats.latex import Latex
from index.importing.formats.message_texts import Gettext, MessageCompiler
from index.importing.formats.named_lines import blocks_by_names
from index.importing.formats.placed import blocks_by_places
from index.importing.formats.records import Xml
from index.importing.formats.roff import Roff
from index.importing.formats.source_code import SourceCode
from index.importing.formats.wiki import Wiki
from index.importing.formats.words import blocks_by_words
from index.importing.page import Table

_ROOMY_S = 6.0
"""Each page takes a few tenths of a second; read in quadratic time it takes half a minute or more."""


def _elements(count: int) -> str:
    inside = "".join(f"<e{n} code='LMP.{n}'>The lamp {n} is off</e{n}>" for n in range(count))
    return f"<?xml version='1.0'?><errors>{inside}</errors>"


_COMMENT = f"LAMP = 1 /*{' ' * 900}y\n"
_PAGES: dict[str, tuple[Callable[[str], object], str]] = {
    "many elements": (Xml().read, _elements(25_000)),
    "a row without an end": (Wiki().read, "||code||message||\n|x\n" + "and so on\n" * 100_000),
    "a cell without an end": (Wiki().read, "{| class=x\n|-\n| x\n" + "and so on\n" * 100_000),
    "a fence without an end": (Wiki().read, "|===\n| x | y\n" + "and so on\n" * 100_000),
    "a term without an end": (blocks_by_terms, "  ELAMP  off\n" + "    and so on\n" * 100_000),
    "comments of blanks": (SourceCode().read, f"#define A 1\n{_COMMENT * 40}"),
    "objects of blanks": (
        SourceCode().read,
        "#define A 1\n" + f"abc{' ' * 300}({' ' * 300}1{' ' * 300}y\n" * 40,
    ),
    "headers without rows": (
        blocks_by_words,
        ("Status Code Error Code Error Message Solution " * 4 + "\n") * 1000,
    ),
    "headers without cells": (
        blocks_by_places,
        "Status    Error Code    Error Message    Solution\n" * 2_000,
    ),
    "a row of a PDF without an end": (
        blocks_by_places,
        "Status    Error Code    Error Message\n400       LMP.1         It is off\n"
        + " " * 24
        + "and so on\n" * 50_000,
    ),
    "names without meanings": (blocks_by_names, "LampOffException\n\n" * 50_000),
    "a manual page of terms": (
        Roff().read,
        ".TH LAMP 3\n.SH ERRORS\n" + ".TP\n.B ELAMP\nIt is off.\n" * 30_000,
    ),
    "a manual page of quotes": (Roff().read, ".TH LAMP 3\n.B " + '" ' * 100_000),
    "terms of AsciiDoc": (Wiki().read, "= Lamps\n\n" + "LMP-1:: It is off.\n+\n" * 20_000),
    "messages of gettext": (Gettext().read, 'msgid "LMP_1"\nmsgstr ""\n' + '"and so on "\n' * 100_000),
    "messages without an end": (
        MessageCompiler().read,
        "MessageId=1\nLanguage=English\n" + "and so on\n" * 100_000,
    ),
    "tags in tags": (Html().read, "<html>" + "<div><p>a</p>" * 20_000 + "</div>" * 20_000),
    "rows of tags": (
        Html().read,
        "<html><div><p><span>Code</span><span>Meaning</span></p>"
        + "<p><span>L1</span><span>Off</span></p>" * 10_000,
    ),
    "documented exceptions": (
        Html().read,
        "<html>"
        + "<dl class='py exception'><dt><span class='descname'>LampOff</span></dt><dd>Off.</dd></dl>" * 5_000,
    ),
    "tables of LaTeX": (
        Latex().read,
        "\\begin{tabular}{ll}\nCode & Meaning \\\\\n" * 5_000 + "\\textbf{" * 5_000,
    ),
    "drawn tables": (redrawn, "┌───┐\n│ A │\n├───┤\n" * 20_000),
    "raised blanks": (Html().read, "<html><p>" + f"<sup>{' ' * 2_000}" * 100),
    "one long line": (
        blocks_by_words,
        "Status Code Error Code Message Measure " + "400 LMP.1 The lamp is off. Switch it on. " * 5_000,
    ),
}


@pytest.mark.parametrize("name", _PAGES)
def test_time_grows_with_the_page(name: str) -> None:
    read, page = _PAGES[name]
    start = time.process_time()
    read(page)
    assert time.process_time() - start < _ROOMY_S


def test_what_is_nested_deeper_than_anybody_reads_is_left_out() -> None:
    deep = "[" * 700 + "1" + "]" * 700
    rows = [{"code": "LMP.1", "message": "The lamp is off", "more": json.loads("[" * 9 + '"x"' + "]" * 9)}]
    text = json.dumps([*rows, {"code": "LMP.2", "message": "It is on"}])[:-2] + f', "more": {deep}}}]'
    tables = [block for block in Json().read(text).blocks if isinstance(block, Table)]
    assert [row[0] for row in tables[0].rows[1:]] == ["LMP.1", "LMP.2"]
    assert [row[2] for row in tables[0].rows[1:]] == ["x", ""]


@pytest.mark.parametrize(
    "line, text",
    [
        ("ERR_LAMP = 1, /* The lamp is off */", "The lamp is off"),
        ("ERR_LAMP = 1, /**< The lamp is off. */", "The lamp is off."),
        ("ERR_LAMP = 1  # The lamp is off", "The lamp is off"),
        ("ERR_LAMP = 1, ///< The lamp   is off", "The lamp is off"),
    ],
)
def test_comments_beside_a_constant(line: str, text: str) -> None:
    page = SourceCode().read("// Errors of lamps\nenum Errors {\n" + f"{line}\n" * 3 + "}\n")
    tables = [block for block in page.blocks if isinstance(block, Table)]
    assert [row[2] for row in tables[0].rows[1:]] == [text] * 3
