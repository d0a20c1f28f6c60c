"""Cells and items of bare words are read without a parser of their own, and read the same."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.importing.formats import rst_states
from index.importing.formats.rst import RestructuredText
from index.importing.formats.rst_states import words_of

_MARKS = "lamp Off 404 1. a) iv. (1) - * **on** ``x`` `r`_ x_ _x |s| :: :a: http://example.com/a a@example.com \\x \\ [1]_ [1]"
_OTHERS = "<x> {0} 灯 é ... ---- === >>> --x /V # .. x:: ' \" %s & ;"
_PARTS = st.sampled_from([*_MARKS.split(), *_OTHERS.split(), ".. x", "A. ", "  "])
_LINES = st.lists(st.lists(_PARTS, max_size=4).map(" ".join), min_size=1, max_size=3)


def _grid(cells: list[list[str]]) -> str:
    height = max(map(len, cells))
    edge = "+" + "+".join("-" * 60 for _ in cells) + "+\n"
    lines = [
        "|" + "|".join(f" {cell[n] if n < len(cell) else ''}".ljust(60) for cell in cells) + "|\n"
        for n in range(height)
    ]
    return f"Lamps\n=====\n\n{edge}{''.join(lines)}{edge}"


def _listed(cells: list[list[str]]) -> str:
    def item(mark: str, lines: list[str]) -> str:
        return f"   {mark} - " + "\n         ".join(lines) + "\n"

    return "Lamps\n=====\n\n.. list-table:: Codes\n\n" + "".join(
        item("  " if n else "* ", cell) for n, cell in enumerate(cells)
    )


def _items(cells: list[list[str]]) -> str:
    return "Lamps\n=====\n\n" + "".join("* " + "\n  ".join(lines) + "\n" for lines in cells)


@given(cells=st.lists(_LINES, min_size=2, max_size=3), kind=st.sampled_from([_grid, _listed, _items]))
@example(cells=[["lamp", "----", "x"], ["A. lamp", "off"]], kind=_items)
@example(cells=[["lamp", "  off"], ["see x::", ""]], kind=_grid)
@settings(max_examples=60)
def test_bare_words_are_read_as_docutils_reads_them(cells: list[list[str]], kind: object) -> None:
    assert callable(kind)
    text = kind(cells)
    quick = RestructuredText().read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rst_states, "words_of", lambda _block: "")
        assert RestructuredText().read(text) == quick


@pytest.mark.parametrize(
    "lines, words",
    [
        (["The lamp", "is off.", ""], "The lamp\nis off."),
        (["灯已关闭"], "灯已关闭"),
        (["The *lamp*"], ""),
        (["1. Off"], ""),
        (["Off::"], ""),
        (["Off", "  and on"], ""),
        (["Off", "", "On"], ""),
        ([], ""),
    ],
)
def test_words_are_lines_without_a_mark(lines: list[str], words: str) -> None:
    assert words_of(lines) == words
