"""What the engineer keeps: notes, pins, recent searches, entries of their own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from desk.payload.error_model import Standing
from desk.results.rows import Row

OpenDesk = Callable[..., Application]
CONTROL = Qt.KeyboardModifier.ControlModifier


def _shown(qtbot: QtBot, desk: Application, code: str) -> None:
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    qtbot.waitUntil(lambda: desk.window.detail.page().entry.code == code)


def _first(desk: Application) -> Row:
    return desk.window.results.rows()[0]


def test_a_note_is_written_found_and_kept(
    qtbot: QtBot, open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    # GIVEN an entry
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    # WHEN a note is written with the keyboard
    desk.wiring.actions["note"].trigger()
    field = desk.window.detail._note._field
    qtbot.keyClicks(field, "wombat rollout, ask for the quota")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "wombat rollout" in desk.window.detail.plain_text())
    close_desk(desk)
    # THEN a search for its words finds the code after a restart
    again = open_desk(Request(query="wombat"))
    qtbot.waitUntil(lambda: any(row.entry.code == "Ecs.0219" for row in again.window.results.rows()))
    row = next(row for row in again.window.results.rows() if row.entry.code == "Ecs.0219")
    assert row.reason == "my note"
    # AND the status bar counts it
    assert "1 more by my notes" in again.window.status.found_text()
    # AND where the search finds only rows with some of the words, the note's entry is the one that is shown
    again.wiring.search_for("wombat quota")
    qtbot.waitUntil(lambda: len(again.window.results.rows()) > 1)
    qtbot.waitUntil(lambda: _first(again).reason == "my note")
    _shown(qtbot, again, "Ecs.0219")
    assert again.window.results.current_row() == _first(again)
    assert not again.window.hint.isVisible(), "what fits is not called the nearest"
    # AND the chip of the notes counts it, and leaves just it, as the typed filter does
    mine = next(chip for chip in again.window.filters.chips() if (chip.kind, chip.value) == ("kept", "note"))
    qtbot.waitUntil(lambda: mine.text().endswith(" 1"))
    for narrow in (mine.click, lambda: again.wiring.search_for("wombat quota has:note")):
        narrow()
        qtbot.waitUntil(lambda: [row.reason for row in again.window.results.rows()] == ["my note"])
        qtbot.waitUntil(lambda: mine.isChecked() and mine.text().endswith(" 1"))
    # AND a filter leaves the note's entry out
    again.wiring.search_for("wombat quota provider:huawei")
    qtbot.waitUntil(lambda: bool(again.window.results.rows()) and _first(again).reason != "my note")
    qtbot.waitUntil(lambda: again.window.status.found_text() != "")
    assert "by my notes" not in again.window.status.found_text()


def test_escape_gives_a_note_up(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions["note"].trigger()
    qtbot.keyClicks(desk.window.detail._note._field, "not this")
    desk.wiring.actions["clear"].trigger()
    assert not desk.window.detail._note.isVisible()
    assert desk.window.field.text() == "Ecs.0219"
    assert "not this" not in desk.window.detail.plain_text()


def test_a_note_that_was_given_up_comes_back(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions["note"].trigger()
    qtbot.keyClicks(desk.window.detail.note()._field, "half a thought")
    desk.wiring.actions["clear"].trigger()
    desk.wiring.actions["undo"].trigger()
    assert desk.window.detail.note().isVisible()
    assert desk.window.detail.note()._field.toPlainText() == "half a thought"


def test_an_own_entry_says_what_is_still_needed(qtbot: QtBot, open_desk: OpenDesk) -> None:
    from desk.memory.own_entry_dialog import OwnEntryDialog  # noqa: PLC0415 - only here

    desk = open_desk(Request(query="Desk.777"))
    desk.wiring.actions["own-entry"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is not None)
    dialog = desk.window.findChild(OwnEntryDialog)
    for field, text in (
        (dialog.form.provider, ""),
        (dialog.form.service, "Desk"),
        (dialog.form.code, "Desk.777"),
    ):
        field.setText(text)
    qtbot.waitUntil(lambda: dialog._fault.text() == "Still needed: Provider")
    # AND a status that is none is not dropped in silence
    dialog.form.provider.setText("Example Cloud")
    dialog.form.status.setText("abc")
    qtbot.waitUntil(lambda: "100 to 599" in dialog._fault.text())
    assert not dialog._save.isEnabled()
    dialog.form.status.setText("404")
    qtbot.waitUntil(dialog._save.isEnabled)
    dialog.close()


def test_a_note_begun_is_kept_when_the_window_closes(
    qtbot: QtBot, open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions["note"].trigger()
    qtbot.keyClicks(desk.window.detail.note()._field, "half a thought")
    close_desk(desk)
    again = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, again, "Ecs.0219")
    qtbot.waitUntil(lambda: again.window.detail.page().note == "half a thought")


def test_a_note_stays_with_the_code_it_was_begun_about(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN a note that is being written
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions["note"].trigger()
    qtbot.keyClicks(desk.window.detail.note()._field, "about the lock")
    # WHEN another entry is shown meanwhile
    desk.wiring.search_for("Ecs.0001")
    _shown(qtbot, desk, "Ecs.0001")
    # THEN it still stands there, and is kept about the first
    assert desk.window.detail.note()._title.text() == "My note about Ecs.0219"
    qtbot.keyClick(desk.window.detail.note()._field, Qt.Key.Key_Return, CONTROL)
    desk.wiring.search_for("Ecs.0219")
    qtbot.waitUntil(lambda: "about the lock" in desk.window.detail.plain_text())


def test_a_note_is_begun_before_the_page_is_there(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN an entry with a note
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.memory.memory.write_note(desk.window.results.current_row().entry, "first")
    qtbot.waitUntil(lambda: desk.window.detail.page().note == "first")
    desk.wiring.search_for("Ecs.0001")
    _shown(qtbot, desk, "Ecs.0001")
    # WHEN its row is there again, but not yet its page, and a note is typed
    desk.wiring.search_for("Ecs.0219")
    qtbot.waitUntil(lambda: desk.window.results.current_row().entry.code == "Ecs.0219")
    desk.wiring.actions["note"].trigger()
    field = desk.window.detail.note()._field
    qtbot.keyClicks(field, "second")
    # THEN nothing of either is lost
    _shown(qtbot, desk, "Ecs.0219")
    qtbot.waitUntil(lambda: field.toPlainText() == "first\nsecond")
    assert desk.window.detail.note().isVisible()


def test_a_pinned_code_waits_on_the_start_page(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: "pinned" in desk.window.detail._head._where.text())
    desk.wiring.actions["clear"].trigger()
    qtbot.waitUntil(lambda: desk.window.start._pinned.words() == ("Ecs.0219",))
    desk.window.start._pinned._buttons[0].click()
    _shown(qtbot, desk, "Ecs.0219")
    desk.wiring.actions["pin"].trigger()
    qtbot.waitUntil(lambda: "pinned" not in desk.window.detail._head._where.text())


def test_an_unknown_code_becomes_an_entry_of_ones_own(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN a pasted error that no catalogue has, with a secret in its message
    paste = '{"error_code":"WKS.77777777","error_msg":"password=EXAMPLEPASSWORD1 was refused"}'
    desk = open_desk(Request(paste=paste))
    qtbot.waitUntil(lambda: bool(desk.window.payload.errors.items()))
    # WHEN an own entry is begun
    desk.wiring.actions["own-entry"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "ownEntryDialog")
    assert dialog.form.code.text() == "WKS.77777777"
    assert not dialog._save.isEnabled()
    # THEN it is known whose code it is by how it begins
    qtbot.waitUntil(lambda: bool(dialog.form.service.text()))
    assert (dialog.form.provider.text(), dialog.form.service.text()) == ("Huawei Cloud", "Workspace")
    dialog.form.solution.setPlainText("Ask for a new one\nTry again")
    # AND what will be stored is shown, without the secret
    qtbot.waitUntil(lambda: "2. Try again" in dialog.preview.toPlainText())
    assert "EXAMPLEPASSWORD1" not in dialog.preview.toPlainText()
    # AND once stored it is found
    dialog._buttons.accepted.emit()
    qtbot.waitUntil(lambda: "stored" in desk.window.status.news(), timeout=10_000)
    # AND the pasted error, still open, is no longer one that no catalogue has
    qtbot.waitUntil(
        lambda: [row.entry.code for row in desk.window.results.rows()] == ["WKS.77777777"], timeout=20_000
    )
    assert [item.standing() for item in desk.window.payload.errors.items()] == [Standing.FOUND]
    assert desk.wiring.query.now().is_empty()
    _shown(qtbot, desk, "WKS.77777777")
    desk.wiring.search_for("WKS.77777777")
    qtbot.waitUntil(
        lambda: [row.entry.code for row in desk.window.results.rows()] == ["WKS.77777777"], timeout=20_000
    )


def test_an_own_entry_that_was_given_up_comes_back(qtbot: QtBot, open_desk: OpenDesk) -> None:
    from desk.memory.own_entry_dialog import OwnEntryDialog  # noqa: PLC0415 - only here

    desk = open_desk(Request(query="Desk.777"))
    desk.wiring.actions["own-entry"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is not None)
    dialog = desk.window.findChild(OwnEntryDialog)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.keyClicks(dialog.form.solution, "ask the wombat")
    qtbot.keyClick(dialog.form.solution, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Ctrl+Z" in desk.window.status.news())
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is None)
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is not None)
    again = desk.window.findChild(OwnEntryDialog)
    assert (again.form.code.text(), again.form.solution.toPlainText()) == ("Desk.777", "ask the wombat")


def test_an_own_entry_is_changed_where_it_stands(qtbot: QtBot, open_desk: OpenDesk) -> None:
    from desk.memory.own_entry_dialog import OwnEntryDialog  # noqa: PLC0415 - only here

    # GIVEN an own entry, which is shown once it is stored
    desk = open_desk(Request(query="half a question"))
    whole = ("Example Cloud", "Desk", "Desk.777", "404", "gone", "It is gone", "Look for it\nAsk")
    desk.wiring.memory._own._open(whole)
    dialog = desk.window.findChild(OwnEntryDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog._save.isEnabled())
    dialog._save.click()
    _shown(qtbot, desk, "Desk.777")
    # WHEN it is changed
    qtbot.waitUntil(lambda: desk.window.findChild(OwnEntryDialog) is None)
    desk.wiring.actions["own-entry"].trigger()
    dialog = desk.window.findChild(OwnEntryDialog)
    assert dialog.form.fields() == whole
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog._save.isEnabled())
    dialog.form.solution.setPlainText("Ask the wombat")
    dialog._save.click()
    # THEN it is the same entry with another text
    qtbot.waitUntil(lambda: "Ask the wombat" in desk.window.detail.plain_text(), timeout=10_000)
    assert [row.entry.id for row in desk.window.results.rows()] == ["own.example-cloud.desk:desk.777:1"]
    # AND the text before comes back
    qtbot.waitUntil(lambda: "Ctrl+Z" in desk.window.status.news())
    desk.wiring.actions["undo"].trigger()
    qtbot.waitUntil(lambda: "Look for it" in desk.window.detail.plain_text(), timeout=10_000)


def test_nothing_pasted_is_in_the_library(qtbot: QtBot, open_desk: OpenDesk, folders: object) -> None:
    desk = open_desk(Request(paste='{"code":"AppNotExist","message":"wombat EXAMPLESECRET"}'))
    qtbot.waitUntil(lambda: bool(desk.window.payload.errors.items()))
    desk.wiring.search_for("quota")
    desk.wiring.query.remember()
    qtbot.waitUntil(lambda: any(b"quota" in p.read_bytes() for p in folders.data.rglob("*") if p.is_file()))
    assert not any(b"EXAMPLESECRET" in p.read_bytes() for p in folders.data.rglob("*") if p.is_file())
