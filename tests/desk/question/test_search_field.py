"""The search field: each key is told, pastes are not taken in, composing is left alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.question.search_field import SearchField
from desk.style.look import Look


def _field(qtbot: QtBot, look: Look) -> SearchField:
    field = SearchField(look)
    qtbot.addWidget(field)
    field.show()
    return field


def test_each_key_is_told(qtbot: QtBot, look: Look) -> None:
    field = _field(qtbot, look)
    told: list[str] = []
    field.edited.connect(told.append)
    qtbot.keyClicks(field, "wks")
    assert told == ["w", "wk", "wks"]


def test_alt_and_a_letter_is_never_typed(qtbot: QtBot, look: Look) -> None:
    field = _field(qtbot, look)
    for key in (Qt.Key.Key_F, Qt.Key.Key_7):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.AltModifier)
    assert field.text() == ""


def test_what_is_typed_elsewhere_stands_behind_the_old_text(qtbot: QtBot, look: Look) -> None:
    field = _field(qtbot, look)
    field.setText("quota")
    field.selectAll()
    with qtbot.waitSignal(field.edited) as told:
        field.type_on("s")
    assert told.args == ["quotas"]
    assert field.window().focusWidget() is field
    assert field.times_taken() == 1


def test_paste_is_only_asked_for(qtbot: QtBot, look: Look) -> None:
    field = _field(qtbot, look)
    QApplication.clipboard().setText("two\nlines")
    with qtbot.waitSignal(field.paste_wanted):
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_nothing_is_told_or_done_while_composing(qtbot: QtBot, look: Look) -> None:
    # GIVEN an input method that composes
    field = _field(qtbot, look)
    told: list[str] = []
    field.edited.connect(told.append)
    QApplication.sendEvent(field, QInputMethodEvent("pei e", []))
    assert field.composing
    # THEN arrows and Enter go to it, and nothing is searched
    for signal, key in ((field.list_wanted, Qt.Key.Key_Down), (field.entered, Qt.Key.Key_Return)):
        with qtbot.assertNotEmitted(signal):
            qtbot.keyClick(field, key)
    assert told == []
    # WHEN it commits THEN the whole word is told once
    commit = QInputMethodEvent("", [])
    commit.setCommitString("配额")
    QApplication.sendEvent(field, commit)
    assert told == ["配额"]
    assert not field.composing


def test_down_and_enter_lead_on(qtbot: QtBot, look: Look) -> None:
    field = _field(qtbot, look)
    with qtbot.waitSignal(field.list_wanted) as wanted:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert wanted.args == [1]
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_menu_pastes_whole_too(qtbot: QtBot, look: Look) -> None:
    field = _field(qtbot, look)
    QApplication.clipboard().setText("two\nlines")
    menu = field.createStandardContextMenu()
    assert any(action.objectName() == "edit-paste" for action in menu.actions())
    menu.deleteLater()
