"""The result list: model, delegate, selection, keys and empty state."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.results.empty_state import Notice
from desk.results.result_delegate import ResultDelegate
from desk.results.result_list import ResultList
from desk.results.result_model import ResultModel, Role
from desk.results.rows import Row, best_text, part_text, reason_text, row_of_hit, row_of_match
from desk.style.look import Look, make_look
from desk.style.theme import DARK
from index.entry import CatalogueEntry
from index.hits import Hit, Reason
from index.reports import Match

MakeHit = Callable[..., Hit]


def _rows(make_hit: MakeHit, *codes: str) -> tuple[Row, ...]:
    return tuple(row_of_hit(make_hit(code), "en") for code in codes)


def test_the_model_is_sound(qtmodeltester: ModelTester, make_hit: MakeHit) -> None:
    model = ResultModel()
    model.set_items(_rows(make_hit, "A.1", "A.2"))
    qtmodeltester.check(model)
    model.set_items(())
    qtmodeltester.check(model)
    assert model.index(0).data(Role.ROW) is None


def test_a_row_is_spoken_whole(make_hit: MakeHit) -> None:
    model = ResultModel()
    model.set_items(_rows(make_hit, "A.1"))
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("A.1", "404 client", "Desk", "The desk {0} was not found.", "exact code"):
        assert part in said
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_new_rows_select_the_first_unless_the_old_is_wanted(
    qtbot: QtBot, look: Look, make_hit: MakeHit
) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    view.set_rows(_rows(make_hit, "A.1", "A.2", "A.3"))
    view.select_entry("example-cloud.desk:a.3:1")
    view.set_rows(_rows(make_hit, "A.0", "A.3"), keep_selection=True)
    assert view.current_row().entry.code == "A.3"
    view.set_rows(_rows(make_hit, "A.0", "A.3"))
    assert view.current_row().entry.code == "A.0"


def test_keys_go_out_of_the_list(qtbot: QtBot, look: Look, make_hit: MakeHit) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    view.show()
    view.set_rows(_rows(make_hit, "A.1", "A.2"))
    with qtbot.waitSignal(view.left_above):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.digit_pressed) as pressed:
        qtbot.keyClick(view, Qt.Key.Key_2)
    assert pressed.args == [2]
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_row().entry.code == "A.2"


def test_letters_typed_in_the_list_are_handed_on(qtbot: QtBot, look: Look, make_hit: MakeHit) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    view.set_rows(_rows(make_hit, "A.1", "A.2"))
    told: list[str] = []
    view.typed.connect(told.append)
    qtbot.keyClicks(view, "aB 1-")
    assert told == ["a", "B", " ", "-"]
    assert view.current_row().entry.code == "A.1"


def test_an_empty_list_says_what_to_do(qtbot: QtBot, look: Look, make_hit: MakeHit) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    view.show_notice(Notice(title="Nothing found", hint="Use fewer words", suggestions=("A.1", "A.2")))
    assert view.notice_texts() == ("Nothing found", "Use fewer words")
    assert view.current_row() is None
    with qtbot.waitSignal(view.suggestion_chosen) as chosen:
        view.findChildren(QPushButton)[1].click()
    assert chosen.args == ["A.2"]
    view.set_rows(_rows(make_hit, "A.1"))
    assert view.notice_texts() is None


def test_item_data_from_outside_is_not_taken(qtbot: QtBot, look: Look) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    assert not view.acceptDrops()
    data = QMimeData()
    data.setData("application/x-qabstractitemmodeldatalist", b"\x00")
    assert not view.model().canDropMimeData(data, Qt.DropAction.CopyAction, 0, 0, QModelIndex())


@pytest.mark.parametrize("width", [120, 300, 900])
def test_rows_are_painted_in_both_looks(qtbot: QtBot, look: Look, make_hit: MakeHit, width: int) -> None:
    view = ResultList(look)
    qtbot.addWidget(view)
    long = "Organizations.00000000000000000000000001"
    hit = make_hit(long, spans={"code": ((0, 5),), "message": ((4, 8), (9, 12))})
    view.resize(width, 300)
    view.show()
    view.set_rows(
        (row_of_hit(hit, "en"), msgspec.structs.replace(row_of_hit(hit, "en"), digit=2, chosen=True))
    )
    light = view.grab().toImage()
    view.set_look(make_look(DARK, language="zh-Hans", size=20))
    assert view.grab().toImage() != light


def test_the_marked_field_is_shown(make_hit: MakeHit) -> None:
    hit = make_hit(spans={"solution.en": ((10, 16),)})
    row = row_of_hit(hit, "en")
    assert row.text.startswith("Check the number.")
    assert row.text[row.text_spans[0][0] : row.text_spans[0][1]] == "number"


def test_a_row_says_when_it_shows_another_part_than_usual(
    make_hit: MakeHit, make_entry: Callable[..., CatalogueEntry]
) -> None:
    hit = make_hit(spans={"solution.en": ((10, 16),)})
    assert part_text(row_of_hit(hit, "en")) == "Solution:"
    assert part_text(row_of_hit(make_hit(spans={"message": ((4, 8),)}), "en")) == ""
    # AND a description, where there is no message, is what its rows show always, in whatever language
    described = make_entry(message=None, description={"en": "No quota", "zh-Hans": "配额不足"})
    found = Hit(entry=described, reason=Reason.ALL_WORDS, spans={"description.zh-Hans": ((0, 2),)})
    assert part_text(row_of_hit(found, "en")) == ""
    model = ResultModel()
    model.set_items((row_of_hit(hit, "en"),))
    assert "Solution: Check the number." in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_filters_alone_are_no_words(make_hit: MakeHit) -> None:
    assert reason_text(row_of_hit(make_hit(reason=Reason.ALL_WORDS), "en")) == ""
    asked = make_hit(reason=Reason.ALL_WORDS, spans={"message": ((4, 8),)})
    assert reason_text(row_of_hit(asked, "en")) == "all words"
    # AND words of what is not marked, the service's name, are words too
    assert reason_text(row_of_hit(make_hit(reason=Reason.ALL_WORDS, score=0.4), "en")) == "all words"


def _rooms(delegate: ResultDelegate, row: Row, width: float) -> tuple[float, float]:
    said = delegate._words(row, width)
    return said.room, said.below


def test_the_text_has_the_lower_line_for_itself(look: Look, make_hit: MakeHit) -> None:
    """What rows of one code are told apart by is not cut for a reason that says the same in each of them."""
    delegate, (row,) = ResultDelegate(look), _rows(make_hit, "A.1")
    long = msgspec.structs.replace(row, text="An error occurred while " * 9)
    assert _rooms(delegate, long, 440) == (440, 0)
    # AND where the upper line has no room for it, the text keeps most of the lower one
    narrow = msgspec.structs.replace(long, reason=Reason.LOOSE_CODE)
    text, reason = _rooms(delegate, narrow, 240)
    assert 2 * 240 / 3 - 20 < text < 240
    assert 0 < reason < 81
    assert _rooms(delegate, narrow, 60) == (60, 0)
    assert "same code, other spelling" in delegate.tip_at(_at(delegate, narrow), 240)


def test_what_was_found_is_seen_in_a_narrow_row(look: Look, make_hit: MakeHit) -> None:
    delegate, (row,) = ResultDelegate(look), _rows(make_hit, "A.1")
    text = "the number of instances above quota limits"
    at = text.index("quota")
    found = msgspec.structs.replace(row, text=text, text_spans=((at, at + 5),))
    shown, spans = found.text_from(delegate._begin(found, 160))
    assert shown == "…above quota limits"
    assert shown[slice(*spans[0])] == "quota"
    # AND where it can be seen the text begins at its beginning
    assert delegate._begin(found, 800) == 0
    early = msgspec.structs.replace(found, text_spans=((4, 10),))
    assert delegate._begin(early, 160) == 0
    # AND in a text without spaces
    chinese = msgspec.structs.replace(row, text="资源" * 20 + "配额不足", text_spans=((40, 42),))
    assert chinese.text_from(delegate._begin(chinese, 160))[0].endswith("资源配额不足")


def _at(delegate: ResultDelegate, row: Row) -> QModelIndex:
    model = ResultModel(delegate)
    model.set_items((row,))
    return model.index(0)


def test_a_long_text_begins_near_its_first_mark(make_entry: Callable[..., CatalogueEntry]) -> None:
    text = "word " * 100 + "quota"
    hit = Hit(entry=make_entry(message=text), reason=Reason.ALL_WORDS, spans={"message": ((500, 505),)})
    row = row_of_hit(hit, "en")
    assert row.text.startswith("…word ")
    assert row.text[row.text_spans[0][0] : row.text_spans[0][1]] == "quota"


def test_reasons_are_words(make_hit: MakeHit) -> None:
    said = [reason_text(row_of_hit(make_hit(reason=reason), "en")) for reason in Reason]
    assert len(set(said)) == len(Reason)
    assert said[:3] == ["exact code", "same code, other spelling", "code starts so"]
    filled = row_of_hit(make_hit(reason=Reason.MESSAGE, values=("a", "b")), "en")
    assert reason_text(filled) == "message matches, 2 values"
    match = Match(entry=make_hit().entry, reason="code and message")
    assert reason_text(row_of_match(match, "en")) == "code + message"


def test_the_best_language_is_chosen() -> None:
    assert best_text({"en": "a", "zh-Hans": "b"}, "zh-Hans") == ("zh-Hans", "b")
    assert best_text({"en": "a", "zh-Hant": "b"}, "zh-Hans") == ("zh-Hant", "b")
    assert best_text({"de": "x", "en": "a"}, "zh-Hans") == ("en", "a")
    assert best_text({"en": ""}, "en") == ("", "")


def test_what_has_no_room_in_a_row_is_told_by_its_tool_tip(
    qtbot: QtBot, look: Look, make_hit: MakeHit, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda *given: shown.append(given[1]))
    (row,) = _rows(make_hit, "A.1")
    view = ResultList(look)
    qtbot.addWidget(view)
    view.set_rows((row,))
    delegate = view.itemDelegate()
    assert isinstance(delegate, ResultDelegate)
    first = view.model().index(0, 0)
    assert delegate.tip_at(first, 800) == ""
    assert delegate.tip_at(first, 220) == f"A.1 · Example Cloud · Desk\n{row.text}"
    # AND markup in it is shown, not obeyed
    view.set_rows((msgspec.structs.replace(row, text="<img src=x> " * 20),))
    view.resize(300, 200)
    at, option = view.model().index(0, 0), QStyleOptionViewItem()
    option.rect = view.visualRect(at)
    event = QHelpEvent(QEvent.Type.ToolTip, option.rect.center(), option.rect.center())
    assert delegate.helpEvent(event, view, option, at)
    assert "&lt;img" in shown[0]
