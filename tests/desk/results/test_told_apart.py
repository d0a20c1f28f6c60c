"""Rows of one code whose texts begin alike are shown from where they differ, when there is no room for all."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desk.results.result_delegate import ResultDelegate
from desk.results.row_folding import told_apart
from desk.results.rows import Row, row_of_hit
from desk.style.look import Look
from index.hits import Hit

ALIKE = "An error occurred while creating "


def _rows(make_hit: Callable[..., Hit], *texts: str, code: str = "A.1") -> list[Row]:
    row = row_of_hit(make_hit(code), "en")
    return [msgspec.structs.replace(row, text=text) for text in texts]


def _shown(row: Row) -> str:
    return row.text_from(row.apart)[0]


def test_what_differs_is_found(make_hit: Callable[..., Hit]) -> None:
    texts = (f"{ALIKE}a record.", "The server is busy.", f"{ALIKE}a template.", f"{ALIKE}an order.")
    told = told_apart(_rows(make_hit, *texts))
    assert [_shown(row) for row in told] == ["…record.", "The server is busy.", "…template.", "…an order."]
    assert [row.text for row in told] == list(texts)
    # AND a word that only goes on in another one is a word that differs
    both = told_apart(_rows(make_hit, f"{ALIKE}a table", f"{ALIKE}an order"))
    assert [_shown(row) for row in both] == ["…a table", "…an order"]
    # AND in a language without spaces
    chinese = told_apart(
        _rows(make_hit, "应用部署环境的配置信息已经更新失败了", "应用部署环境的配置信息已经删除失败了")
    )
    assert [_shown(row) for row in chinese] == ["…更新失败了", "…删除失败了"]


def test_other_rows_are_shown_from_their_beginning(make_hit: Callable[..., Hit]) -> None:
    same = _rows(make_hit, f"{ALIKE}it.", f"{ALIKE}it.")
    short = _rows(make_hit, "No disk.", "No desk.")
    other = [*_rows(make_hit, f"{ALIKE}it."), *_rows(make_hit, f"{ALIKE}them.", code="A.2")]
    for rows in (same, short, other, []):
        assert told_apart(rows) == tuple(rows)


def test_marks_go_along(make_hit: Callable[..., Hit]) -> None:
    (row,) = _rows(make_hit, f"{ALIKE}a record of orders")
    at = len(ALIKE) + len("a record of ")
    marked = msgspec.structs.replace(row, text_spans=((3, 8), (at, at + 6)), apart=len(ALIKE))
    text, spans = marked.text_from(marked.apart)
    assert [text[a:b] for a, b in spans] == ["orders"]


def test_only_what_is_cut_begins_there(look: Look, make_hit: Callable[..., Hit]) -> None:
    first, second = told_apart(_rows(make_hit, f"{ALIKE}a record of changes", f"{ALIKE}a template"))
    delegate = ResultDelegate(look)

    def painted(row: Row, width: int) -> QImage:
        image = QImage(width, 30, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        delegate._paint_lower(painter, QRectF(0, 0, width, 30), row, delegate._words(row, width))
        painter.end()
        return image

    plain = [msgspec.structs.replace(row, apart=0) for row in (first, second)]
    assert painted(first, 150) != painted(plain[0], 150)
    assert painted(first, 800) == painted(plain[0], 800)
    assert painted(first, 150) != painted(second, 150)
