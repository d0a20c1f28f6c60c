"""The payload pane: what is lit up, what is listed, what can be dropped."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCharFormat
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.payload.error_model import ErrorItem, ErrorModel, Role, Standing, standing_pair
from desk.payload.marks import Kind, lit_parts, mark_shape
from desk.payload.pane import PayloadPane
from desk.results.row_tips import TippedDelegate
from desk.style.look import Look, make_look
from desk.style.theme import DARK, LIGHT
from index.entry import CatalogueEntry
from index.reports import Confidence, Explanation, Match, MatchedError, Part, ReportedError, Secret

MakeEntry = Callable[..., CatalogueEntry]
TEXT = "code Desk.0001: The desk 12 was not found. id 7f3a key EXAMPLEKEY and Desk.0002"


@pytest.fixture
def found(make_entry: MakeEntry) -> Explanation:
    """Two errors, a value, an id, a secret."""
    first = ReportedError(
        code="Desk.0001",
        message="The desk 12 was not found.",
        span=(5, 14),
        id_spans=((46, 50),),
        request_ids=("7f3a",),
    )
    at = TEXT.index("Desk.0002")
    second = ReportedError(code="Desk.0002", span=(at, at + 9))
    key = TEXT.index("EXAMPLEKEY")
    match = Match(entry=make_entry(), reason="code", values=("12",), value_spans=((25, 27),))
    return Explanation(
        text=TEXT,
        errors=(
            MatchedError(error=first, known=True, confidence=Confidence.CERTAIN, matches=(match,)),
            MatchedError(error=second, known=False, confidence=Confidence.CERTAIN),
        ),
        request_ids=("7f3a",),
        secrets=(Secret(kind="access-key", span=(key, key + 10), placeholder="<access-key>"),),
        notes=("line 4 is cut off",),
    )


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> PayloadPane:
    """A visible pane."""
    made = PayloadPane(look)
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    return made


def test_the_model_is_sound(qtmodeltester: ModelTester, found: Explanation) -> None:
    model = ErrorModel()
    model.set_items(tuple(ErrorItem(matched=matched) for matched in found.errors))
    qtmodeltester.check(model)
    model.confirm(0)
    assert model.index(0).data(Role.ITEM).standing() == Standing.CONFIRMED
    assert "Desk.0002, in no catalogue" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_kind_is_lit_with_a_colour_and_a_line(
    qtbot: QtBot, pane: PayloadPane, found: Explanation
) -> None:
    pane.show_found(found)
    assert [part.kind for part in lit_parts(found)] == [
        Kind.ERROR,
        Kind.VALUE,
        Kind.ID,
        Kind.SECRET,
        Kind.ERROR,
    ]
    qtbot.waitUntil(lambda: len(pane.view.extraSelections()) == 5)
    selections = pane.view.extraSelections()
    lit = {one.cursor.selectedText(): one.format for one in selections}
    assert set(lit) == {"Desk.0001", "12", "7f3a", "EXAMPLEKEY", "Desk.0002"}
    lines = {text: shape.underlineStyle() for text, shape in lit.items()}
    assert len({lines[text] for text in ("Desk.0001", "12", "7f3a", "EXAMPLEKEY")}) == 4


def test_only_what_can_be_seen_is_lit(qtbot: QtBot, pane: PayloadPane) -> None:
    # GIVEN a long text with an id on every line
    lines = [f"Desk.{n:04} went wrong" for n in range(1500)]
    text = "\n".join(lines)
    at = len(lines[0]) + 1
    spans = tuple((n * at, n * at + 9) for n in range(1500))
    error = ReportedError(code="Desk.0000", span=spans[0], more_spans=spans[1:])
    found = Explanation(
        text=text, errors=(MatchedError(error=error, known=False, confidence=Confidence.CERTAIN),)
    )
    # WHEN it is shown THEN the first screen is lit
    pane.show_found(found)

    def lit() -> set[str]:
        return {one.cursor.selectedText() for one in pane.view.extraSelections()}

    qtbot.waitUntil(lambda: "Desk.0000" in lit())
    assert len(lit()) < 60
    # AND after scrolling, the last
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: "Desk.1499" in lit())
    assert len(lit()) < 60


def test_the_legend_counts_and_notes_are_shown(pane: PayloadPane, found: Explanation) -> None:
    pane.show_found(found)
    assert pane.head.legend[Kind.ERROR].text() == "Error 2"
    assert pane.head.legend[Kind.SECRET].isVisible()
    assert pane.head.notes.text() == "line 4 is cut off"


def test_an_error_that_stands_there_twice_is_one_error(pane: PayloadPane, found: Explanation) -> None:
    first, second = found.errors
    twice = msgspec.structs.replace(first.error, more_spans=((0, 4),))
    pane.show_found(
        msgspec.structs.replace(
            found, errors=(msgspec.structs.replace(first, error=twice), second), request_ids=("7f3a", "81bc")
        )
    )
    assert pane.head.legend[Kind.ERROR].text() == "Error 2"
    assert pane.head.legend[Kind.ID].text() == "Request id 2"
    said = [
        pane.errors.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole).split(", ")[1]
        for n in (0, 1)
    ]
    assert said == ["Desk.0001 ×2", "Desk.0002"]


def test_enter_presses_every_button_of_the_head(qtbot: QtBot, pane: PayloadPane, found: Explanation) -> None:
    pane.show_found(msgspec.structs.replace(found, parts=(Part(span=(0, 9), cut=1),)))
    pane.show()
    head = pane.head
    for button in (head.cancel, head.switch, head.table, *head.places):
        button.show()
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(head.close_wanted):
        qtbot.keyClick(head.close_button, Qt.Key.Key_Return)
    assert head.ids.autoDefault()


def test_a_narrow_head_cuts_no_button_off(qtbot: QtBot, pane: PayloadPane, found: Explanation) -> None:
    """The title goes first, then the end of the legend: the marks stand in the text too."""
    pane.show()
    pane.show_found(msgspec.structs.replace(found, notes=()))
    head = pane.head
    shown = []
    for width, size in ((1000, 10.5), (760, 20), (420, 20)):
        pane.set_look(make_look(LIGHT, language="en", size=size))
        head.resize(width, head.sizeHint().height())
        head.layout().activate()
        for button in (head.ids, head.close_button):
            assert button.isVisible()
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().right() < width
        shown.append(
            (head.title.isVisible(), *(head.legend[kind].isVisible() for kind in (Kind.ERROR, Kind.SECRET)))
        )
    assert shown == [(True, True, True), (False, True, True), (False, True, False)]


def test_parts_that_are_cut_off_are_said_and_led_to(
    qtbot: QtBot, pane: PayloadPane, found: Explanation
) -> None:
    # GIVEN a text with three bodies, the last of them cut off
    parts = (Part(span=(0, 9)), Part(span=(10, 20)), Part(span=(50, len(TEXT)), cut=1))
    pane.show_found(msgspec.structs.replace(found, parts=parts))
    assert pane.head.notes.text() == "Read whole: 2 of 3 parts. line 4 is cut off"
    (button,) = pane.head.places
    assert button.text() == "Line 1 is cut off"
    # WHEN its button is pressed by key THEN the text before the cut is selected, and has the focus
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pane.view.textCursor().selectionEnd() == len(TEXT)
    assert pane.window().focusWidget() is pane.view
    # AND the next text has none
    pane.show_found(found)
    assert pane.head.places == []


def test_each_request_id_can_be_copied(qtbot: QtBot, pane: PayloadPane, found: Explanation) -> None:
    pane.show_found(msgspec.structs.replace(found, request_ids=("7f3a", "a&b")))
    menu = pane.head.ids.menu()
    menu.aboutToShow.emit()
    every, _line, first, second = menu.actions()
    assert (every.text(), first.text(), second.text()) == ("All &request ids: 2", "&1  7f3a", "&2  a&&b")
    with qtbot.waitSignal(pane.id_wanted) as wanted:
        second.trigger()
    assert wanted.args == ["a&b"]
    with qtbot.waitSignal(pane.ids_wanted):
        every.trigger()


def test_the_legend_wears_the_lines_of_the_text(pane: PayloadPane, found: Explanation) -> None:
    pane.show_found(found)
    pictures = {kind: mark.grab().toImage() for kind, mark in pane.head.legend.items()}
    for kind, mark in pane.head.legend.items():
        plain = mark_shape(kind, LIGHT)
        plain.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        mark.set_shape(plain, mark.font())
        assert mark.grab().toImage() != pictures[kind], f"{kind} has no line"


def test_an_error_selected_in_the_list_is_selected_in_the_text(
    qtbot: QtBot, pane: PayloadPane, found: Explanation
) -> None:
    pane.show_found(found)
    assert pane.view.textCursor().selectedText() == "Desk.0001"
    with qtbot.waitSignal(pane.error_selected) as selected:
        pane.errors.step(1)
    assert selected.args == [1]
    assert pane.view.textCursor().selectedText() == "Desk.0002"
    pane.errors.step(1)
    assert pane.errors.position() == 0


def test_no_error_offers_the_first_line(qtbot: QtBot, pane: PayloadPane) -> None:
    pane.show_found(Explanation(text="\n  hello there \n more"))
    with qtbot.waitSignal(pane.query_wanted) as wanted:
        pane.errors.findChildren(QPushButton)[0].click()
    assert wanted.args == ["hello there"]


def test_files_and_texts_can_be_dropped(qtbot: QtBot, pane: PayloadPane) -> None:
    def drop(data: QMimeData) -> None:
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        pane.view.dropEvent(event)

    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/error.log"), QUrl("https://example.org/x")])  # noqa: S108 - never opened
    text.setText("Desk.0001")
    with qtbot.waitSignal(pane.files_dropped) as dropped:
        drop(files)
    assert dropped.args == [("/tmp/error.log",)]  # noqa: S108 - never opened
    with qtbot.waitSignal(pane.text_dropped) as dropped:
        drop(text)
    assert dropped.args == ["Desk.0001"]


def test_it_is_painted_in_both_looks(pane: PayloadPane, found: Explanation) -> None:
    pane.show_found(found)
    light = pane.grab().toImage()
    pane.set_look(make_look(DARK, language="zh-Hans", size=18))
    assert pane.grab().toImage() != light


def test_reading_can_be_cancelled(qtbot: QtBot, pane: PayloadPane) -> None:
    pane.show_reading("x" * 1000)
    with qtbot.waitSignal(pane.cancel_wanted):
        pane.head.cancel.click()


def test_every_standing_has_its_colours() -> None:
    assert len({standing_pair(standing, LIGHT).ground for standing in Standing}) == 4


def test_a_message_that_has_no_room_is_told_by_its_tool_tip(pane: PayloadPane, found: Explanation) -> None:
    pane.show_found(found)
    first = pane.errors.model().index(0, 0)
    delegate = pane.errors.itemDelegate()
    assert isinstance(delegate, TippedDelegate)
    assert delegate.tip_at(first, 900) == ""
    assert delegate.tip_at(first, 150) == "1  Desk.0001\nThe desk 12 was not found."
