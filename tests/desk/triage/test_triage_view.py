"""The table of a log's codes by itself: its model, sorting, what it tells a screen reader, and the child's lines."""

import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.style.look import Look, make_look
from desk.style.theme import DARK
from desk.triage.child import PASTED, Line, serve
from desk.triage.model import Column, TriageModel
from desk.triage.view import TriageView
from index.folders import Folders
from index.payload.log_file import Fault
from index.payload.triage_table import Triage, TriageRow

MakeRow = Callable[..., TriageRow]
LOG = (
    "2026-11-20T10:00:01Z ERROR error_code=Ecs.0114 request_id=1f3c9a7712de4b6f8e51c2a49b7d6035\n"
    "2026-11-20T10:00:02Z ERROR error_code=Abc.0042 é\n"
)


def _row(code: str, count: int, **fields: object) -> TriageRow:
    given = {"known": True, "first": "", "last": "", "line": 1, "services": ("Desk",), "id_count": 0} | fields
    return TriageRow(code=code, count=count, **given)


FOUND = Triage(
    rows=(
        _row("B.2", 12, first="2026-01-01", line=9, request_ids=("r1", "r2"), id_count=2),
        _row("a.1", 3, known=False, services=(), line=2, statuses=(404, 500)),
        _row("C.3", 3, first="2025-01-01", line=5),
    ),
    lines=100,
    errors=18,
    first_cause="C.3",
    first_cause_line=5,
)


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = TriageModel()
    model.set_found(FOUND)
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    "column, order, codes",
    [
        (Column.CODE, Qt.SortOrder.AscendingOrder, "a.1 B.2 C.3"),
        (Column.COUNT, Qt.SortOrder.DescendingOrder, "B.2 a.1 C.3"),
        (Column.FIRST, Qt.SortOrder.AscendingOrder, "C.3 B.2 a.1"),
        (Column.LINE, Qt.SortOrder.AscendingOrder, "a.1 C.3 B.2"),
        (Column.CATALOGUE, Qt.SortOrder.AscendingOrder, "B.2 C.3 a.1"),
        (Column.CAUSE, Qt.SortOrder.DescendingOrder, "C.3 B.2 a.1"),
    ],
)
def test_every_column_sorts_and_a_row_held_on_to_moves_along(
    qapp: object, column: Column, order: Qt.SortOrder, codes: str
) -> None:
    model = TriageModel()
    model.set_found(FOUND)
    held = QPersistentModelIndex(model.index(0, Column.CODE))
    model.sort(column, order)
    assert " ".join(row.code for row in model.rows()) == codes
    assert held.data() == "B.2"


def test_cells_say_what_they_are(qapp: object) -> None:
    model = TriageModel()
    model.set_found(FOUND)
    said = model.index(1, Column.CATALOGUE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Catalogue: in no catalogue"
    assert model.index(2, Column.CAUSE).data() == "likely"
    assert model.index(0, Column.CAUSE).data() == ""
    assert model.index(1, Column.STATUS).data() == "404, 500"
    assert model.index(0, Column.IDS).data(Qt.ItemDataRole.ToolTipRole) == "r1\nr2"


def test_keys_sort_open_and_confirm_and_the_code_stays_current(qtbot: QtBot, look: Look) -> None:
    view = TriageView(look)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.row_selected) as selected:
        view.show_found(FOUND)
    assert selected.args[0].code == "B.2"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(view.row_selected):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [row.code for row in view.rows()] == ["a.1", "C.3", "B.2"], (
        "the fewest first: it was the other way round"
    )
    assert view.current_row().code == "B.2"
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.digit_pressed) as pressed:
        qtbot.keyClick(view, Qt.Key.Key_2)
    assert pressed.args == [2]
    view.step(1)
    assert view.current_row().code == "a.1"
    light = view.grab().toImage()
    view.set_look(make_look(DARK, language="zh-Hans", size=18))
    assert view.grab().toImage() != light


def test_every_column_has_room_for_its_longest_text_and_its_name(qtbot: QtBot, look: Look) -> None:
    # GIVEN codes of which only one far down has a long line number, and one with a name beyond all bounds
    rows = [_row(f"E.{n}", 700 - n, line=n) for n in range(700)]
    rows[3] = _row("W" * 200, 697, line=3)
    rows[650] = _row("E.650", 50, line=123_456_789_000)
    view = TriageView(look)
    qtbot.addWidget(view)
    # WHEN they are shown THEN the number is seen whole, the name is bounded, and each head can be read
    view.show_found(Triage(rows=tuple(rows)))
    metrics = QFontMetrics(look.font(0.95))
    assert view.columnWidth(Column.LINE) > metrics.horizontalAdvance("123,456,789,000")
    assert 200 < view.columnWidth(Column.CODE) < 300
    for column in Column:
        assert view.columnWidth(column) >= view.horizontalHeader().sectionSizeHint(column)


def test_a_table_is_painted_without_asking_the_model_cell_by_cell(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = TriageView(look)
    qtbot.addWidget(view)
    view.show_found(Triage(rows=tuple(_row(f"E.{n}", 700 - n) for n in range(700))))
    view.resize(900, 600)
    view.grab()
    asked: list[int] = []
    monkeypatch.setattr(TriageModel, "data", lambda _self, _at, role=0: asked.append(role))
    before = view.grab().toImage()
    assert not asked
    view.step(1)
    assert view.grab().toImage() != before


def _answers(folders: Folders, path: str, text: str = "") -> list[Line]:
    given, answer = io.BytesIO(text.encode()), io.BytesIO()
    serve(folders, path, len(text), given, answer)
    return [msgspec.json.decode(line, type=Line) for line in answer.getvalue().splitlines()]


def test_the_child_streams_steps_rows_and_the_table(bundled_folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text(LOG, encoding="utf-8")
    for lines in (_answers(bundled_folders, PASTED, LOG), _answers(bundled_folders, str(path))):
        assert lines[0].done == len(LOG.encode())
        assert [line.row.code for line in lines if line.row] == ["Ecs.0114", "Abc.0042"]
        assert lines[-1].table is not None
        assert lines[-1].table.rows == ()
        assert lines[-1].table.first_cause == "Ecs.0114"


def test_the_child_says_why_a_log_cannot_be_read(bundled_folders: Folders, tmp_path: Path) -> None:
    (line,) = _answers(bundled_folders, str(tmp_path))
    assert (line.fault, line.name) == (Fault.FOLDER, str(tmp_path))


def test_a_common_code_is_neither_a_services_nor_in_no_catalogue() -> None:
    model = TriageModel()
    model.set_found(Triage(rows=(_row("Broken", 1, known=False, services=(), namesakes=("Desk",)),)))
    column = list(Column).index(Column.CATALOGUE)
    assert model.index(0, column).data() == "common code"
