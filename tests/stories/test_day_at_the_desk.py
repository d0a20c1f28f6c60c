"""Things of a whole day: language, colours, sizes, the way back, quitting and coming back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from desk.style.theme import DARK
from index.folders import Folders

OpenDesk = Callable[..., Application]


def _codes(desk: Application) -> list[str]:
    return [row.entry.code for row in desk.window.results.rows()]


def test_the_language_is_switched_without_losing_anything(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN a question with its answer
    desk = open_desk(Request(query="quota"))
    qtbot.waitUntil(lambda: len(_codes(desk)) > 3)
    desk.window.results.select_position(2)
    # WHEN the language is switched
    desk.wiring.actions["language"].trigger()
    # THEN the texts are Chinese and the question is the same
    qtbot.waitUntil(lambda: desk.window.detail._head._ticket.text() == "复制工单")
    assert desk.wiring.actions["copy-code"].text() == "复制错误码"
    assert desk.window.field.text() == "quota"
    assert "找到" in desk.window.status.found_text()
    # AND back again
    desk.wiring.actions["language"].trigger()
    qtbot.waitUntil(lambda: desk.window.detail._head._ticket.text() == "Copy ticket")


def test_colours_and_size_change_at_once(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="quota"))
    before = desk.window.grab().toImage()
    size = desk.preferences.look().size
    desk.wiring.actions["theme"].trigger()
    assert desk.preferences.look().colours is DARK
    qtbot.waitUntil(lambda: desk.window.grab().toImage() != before)
    desk.wiring.actions["larger"].trigger()
    assert desk.preferences.look().size == size + 1
    desk.wiring.actions["usual-size"].trigger()
    assert desk.preferences.look().size == size


def test_everything_is_as_it_was_after_a_restart(
    qtbot: QtBot, open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    # GIVEN a desk with a question, a chip, dark colours and Chinese
    desk = open_desk(Request(query="quota"))
    qtbot.waitUntil(lambda: len(_codes(desk)) > 3)
    next(chip for chip in desk.window.filters.chips() if chip.value == "ECS").click()
    desk.wiring.actions["theme"].trigger()
    desk.wiring.actions["language"].trigger()
    desk.window.resize(1000, 700)
    qtbot.waitUntil(lambda: {row.entry.service for row in desk.window.results.rows()} == {"ECS"})
    desk.window.results.select_position(1)
    selected = desk.window.results.current_row().entry.id
    # WHEN it is closed and opened again
    close_desk(desk)
    again = open_desk()
    # THEN all of it is back
    assert again.window.field.text() == "quota"
    assert again.window.filters.active() == {("service", "ECS")}
    assert again.preferences.look().colours is DARK
    assert again.preferences.language() == "zh-Hans"
    assert (again.window.width(), again.window.height()) == (1000, 700)
    qtbot.waitUntil(lambda: bool(again.window.results.rows()))
    assert again.window.results.current_row().entry.id == selected
    again.wiring.actions["clear"].trigger()
    again.wiring.actions["clear"].trigger()
    qtbot.waitUntil(lambda: "quota" in again.window.start._recent.words())


def test_the_way_back_and_forward(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    for text in ("quota", "disk"):
        desk.wiring.search_for(text)
        desk.wiring.query.remember()
    desk.wiring.actions["back"].trigger()
    assert desk.window.field.text() == "quota"
    desk.wiring.actions["forward"].trigger()
    assert desk.window.field.text() == "disk"
    qtbot.waitUntil(lambda: len(_codes(desk)) > 3)


def test_a_composed_word_is_searched_once(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    asked: list[object] = []
    desk.wiring.query.asked.connect(asked.append)
    QApplication.sendEvent(desk.window.field, QInputMethodEvent("peie", []))
    desk.wiring.actions["clear"].trigger()
    assert asked == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("配额")
    QApplication.sendEvent(desk.window.field, commit)
    assert len(asked) == 1
    qtbot.waitUntil(lambda: bool(_codes(desk)))


def test_f6_goes_round_the_panes(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(paste='{"code":"AppNotExist"}'))
    window = desk.window
    qtbot.waitUntil(lambda: bool(window.results.rows()))
    window.field.setFocus()
    seen: list[str] = []
    for _ in range(4):
        desk.wiring.actions["next-pane"].trigger()
        panes = (window.field, window.results, window.detail, window.payload)
        seen += [
            p.objectName() for p in panes if p is window.focusWidget() or p.isAncestorOf(window.focusWidget())
        ]
    assert seen == ["resultList", "detailPane", "payloadPane", "searchField"]


def test_labels_never_guess_at_markup(open_desk: OpenDesk) -> None:
    desk = open_desk()
    guessing = [
        f"{label.text()!r} in {label.parent()}"
        for label in desk.window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert guessing == []


def test_dialogs_open_and_close(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    for action in ("keys", "settings", "about"):
        desk.wiring.actions[action].trigger()
        dialogs: list[QWidget] = []

        def opened(found: list[QWidget] = dialogs) -> bool:
            found[:] = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not desk.window]
            return bool(found)

        qtbot.waitUntil(opened)
        assert len(dialogs) == 1
        qtbot.waitUntil(dialogs[0].isActiveWindow)
        qtbot.keyClick(dialogs[0], Qt.Key.Key_Escape)


def test_settings_apply_at_once(qtbot: QtBot, open_desk: OpenDesk, folders: Folders) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: bool(_codes(desk)))
    desk.wiring.actions["settings"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "settingsDialog")
    target = dialog.tickets.target
    target.setCurrentIndex(target.findData("markdown"))
    target.activated.emit(target.currentIndex())
    dialog.close()
    assert desk.preferences.settings().ticket_target == "markdown"
    desk.wiring.actions["copy-ticket"].trigger()
    qtbot.waitUntil(lambda: "Markdown" in desk.window.status.news())
    file = folders.config / "settings.json"
    qtbot.waitUntil(lambda: file.exists() and "markdown" in file.read_text())
