"""A customer sends a long log: the table of its codes, from a file, a drop or a paste, down to the entry and the ticket."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desk.app import Application
from desk.triage.model import Column

OpenDesk = Callable[..., Application]
QUIET = "2026-11-20T10:00:00Z INFO all is well, request_id=0f3c9a7712de4b6f8e51c2a49b7d6000\n" * 2_000
LOG = (
    QUIET
    + "2026-11-20T10:00:01Z ERROR error_code=Ecs.0114 request_id=1f3c9a7712de4b6f8e51c2a49b7d6035\n"
    + '2026-11-20T10:00:02Z ERROR {"code":"AppNotExist"}\n' * 3
    + '2026-11-20T10:00:03Z ERROR {"error_code":"WKS.77777777","error_msg":"token=EXAMPLETOKENEXAMPLE"}\n'
    + QUIET
)


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    path = tmp_path / "gateway.log"
    path.write_text(LOG)
    return path


def _open(qtbot: QtBot, desk: Application, path: Path) -> None:
    desk.wiring.actions["open-file"].trigger()
    dialog = desk.window.findChild(QFileDialog, "openLog")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    _until_read(qtbot, desk)


def _until_read(qtbot: QtBot, desk: Application) -> None:
    qtbot.waitUntil(lambda: bool(desk.window.payload.triage.rows()), timeout=20_000)


def _code_of_page(desk: Application) -> str:
    page = desk.window.detail.page()
    return page.entry.code if page else ""


def test_a_log_file_becomes_a_table_and_its_codes_lead_to_their_entries(
    qtbot: QtBot, open_desk: OpenDesk, log_file: Path
) -> None:
    # GIVEN a desk WHEN a log is opened
    desk = open_desk()
    pane, table = desk.window.payload, desk.window.payload.triage
    _open(qtbot, desk, log_file)
    # THEN its codes are counted, the most frequent first, and what came first is told
    assert [(row.code, row.count) for row in table.rows()] == [
        ("AppNotExist", 3),
        ("Ecs.0114", 1),
        ("WKS.77777777", 1),
    ]
    assert pane.head.title.text() == "gateway.log"
    assert "Likely first cause: Ecs.0114, line 2,001" in pane.head.notes.text()
    # AND the first one's rows are there to choose from, with digits
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) == 2)
    assert desk.window.focusWidget() is table
    # WHEN Down and Enter are pressed
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: _code_of_page(desk) == "Ecs.0114")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    # THEN the detail has the focus, with the entry of that code
    assert desk.window.detail.isAncestorOf(desk.window.focusWidget())
    desk.wiring.actions["copy-ids"].trigger()
    assert QApplication.clipboard().text() == "1f3c9a7712de4b6f8e51c2a49b7d6035"
    # AND F8 goes on to a code that is in no catalogue
    desk.wiring.actions["next-error"].trigger()
    qtbot.waitUntil(lambda: "No catalogue has this code" in desk.window.detail.plain_text())
    # AND its digits confirm rows
    desk.wiring.actions["next-error"].trigger()
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) == 2)
    second = desk.window.results.rows()[1].entry.id
    qtbot.keyClick(table, Qt.Key.Key_2)
    assert desk.wiring.payload.chosen_entry() == second


def test_the_table_is_sorted_by_key_and_by_mouse(qtbot: QtBot, open_desk: OpenDesk, log_file: Path) -> None:
    desk = open_desk()
    _open(qtbot, desk, log_file)
    table = desk.window.payload.triage
    table.setCurrentIndex(table.model().index(0, Column.CODE))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [row.code for row in table.rows()] == ["AppNotExist", "Ecs.0114", "WKS.77777777"]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [row.code for row in table.rows()] == ["WKS.77777777", "Ecs.0114", "AppNotExist"]
    assert table.current_row().code == "AppNotExist"
    table.horizontalHeader().sectionClicked.emit(Column.CAUSE)
    assert table.rows()[0].code == "Ecs.0114"


def test_the_table_is_copied_as_a_ticket_without_secrets(
    qtbot: QtBot, open_desk: OpenDesk, log_file: Path
) -> None:
    desk = open_desk()
    _open(qtbot, desk, log_file)
    desk.window.payload.head.table.click()
    qtbot.waitUntil(lambda: "Copied" in desk.window.status.news())
    ticket = QApplication.clipboard().text()
    assert "AppNotExist" in ticket
    assert "Likely first cause: Ecs.0114, line 2001" in ticket
    assert "EXAMPLETOKEN" not in ticket


def test_a_long_paste_is_a_log_and_escape_puts_it_away(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    QApplication.clipboard().setText(QUIET * 10 + LOG)
    desk.wiring.actions["paste"].trigger()
    assert desk.window.payload.shows_triage()
    _until_read(qtbot, desk)
    assert desk.window.payload.head.title.text() == "Pasted log"
    desk.wiring.actions["clear"].trigger()
    assert not desk.window.payload.isVisible()
    assert desk.wiring.payload.found() is None


def test_a_text_with_many_errors_offers_the_table_and_keeps_what_was_confirmed(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    # GIVEN a paste of many errors with one row confirmed
    desk = open_desk()
    pane = desk.window.payload
    lines = LOG.removeprefix(QUIET).removesuffix(QUIET).splitlines(keepends=True)
    desk.wiring.take_text("".join(lines * 4))
    qtbot.waitUntil(lambda: bool(pane.errors.items()))
    while pane.errors.items()[pane.errors.position()].title() != "AppNotExist":
        desk.wiring.actions["next-error"].trigger()
    qtbot.keyClick(desk.window.results, Qt.Key.Key_2)
    chosen = desk.wiring.payload.chosen()
    assert len(chosen) == 1
    # WHEN the table is shown, gone through, and left again
    assert pane.head.switch.text() == "Table of codes"
    pane.head.switch.click()
    _until_read(qtbot, desk)
    pane.triage.step(1)
    qtbot.waitUntil(lambda: desk.wiring.payload.chosen() == {})
    pane.head.switch.click()
    # THEN everything is as it was
    assert not pane.shows_triage()
    assert desk.wiring.payload.chosen() == chosen
    assert pane.view.textCursor().selectedText() == "AppNotExist"


def test_reading_can_be_cancelled(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    pane = desk.window.payload
    desk.wiring.take_text(LOG * 30)
    assert pane.head.bar.isVisible()
    pane.head.cancel.click()
    assert not pane.isVisible()
    with qtbot.assertNotEmitted(desk.payloads.triage.made, wait=300):
        pass


def test_a_log_is_dropped_anywhere(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    packed = tmp_path / "gateway.log.gz"
    packed.write_bytes(gzip.compress(LOG.encode()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(packed))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for place in (desk.window.field, desk.window):
        enter = QDragEnterEvent(QPoint(9, 9), action, data, button, none)
        QApplication.sendEvent(place, enter)
        assert enter.isAccepted()
        desk.wiring.actions["close-payload"].trigger()
        QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), action, data, button, none))
        assert desk.window.payload.isVisible()
    _until_read(qtbot, desk)
    assert desk.window.payload.triage.rows()[0].code == "AppNotExist"


FAULTS = (
    ("", b"", "is a folder"),
    ("no.log", None, "No such file"),
    ("a.zip", b"PK\x03\x04" + b"x" * 300_000, "unpack it first"),
    ("a.bin", b"\x00\x01" * 200_000, "no text file"),
    ("a.gz", b"\x1f\x8b broken", "damaged"),
)


def test_what_is_no_log_is_said(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    for name, content, said in FAULTS:
        if content:
            (tmp_path / name).write_bytes(content)
        desk.window.payload.files_dropped.emit((str(tmp_path / name),))
        qtbot.waitUntil(lambda said=said: said in desk.window.status.news(), timeout=10_000)
        assert not desk.window.payload.isVisible()
    # AND in the window's language
    desk.wiring.actions["language"].trigger()
    desk.window.payload.files_dropped.emit((str(tmp_path),))
    assert "文件夹" in desk.window.status.news()


def test_a_log_without_codes_says_so_and_a_small_file_is_read_like_a_paste(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk()
    (tmp_path / "a.log").write_text(QUIET * 2)
    desk.window.payload.files_dropped.emit((str(tmp_path / "a.log"),))
    table = desk.window.payload.triage
    qtbot.waitUntil(lambda: table.found().lines > 0, timeout=10_000)
    title, hint = table.notice_texts()
    assert title == "No error code in this log"
    assert "4,000" in hint
    # WHEN a small file is dropped then, as PowerShell writes it
    (tmp_path / "body.json").write_text('{"code":"AppNotExist"}', encoding="utf-16")
    desk.window.payload.files_dropped.emit((str(tmp_path / "body.json"),))
    # THEN it is read like a paste
    qtbot.waitUntil(lambda: bool(desk.window.payload.errors.items()))
    assert not desk.window.payload.shows_triage()


def test_a_table_that_is_put_away_before_it_is_shown_stays_away(
    qtbot: QtBot, open_desk: OpenDesk, log_file: Path
) -> None:
    # GIVEN a log that was read WHEN the user closes it before its table is there
    desk = open_desk()
    logs, pane = desk.wiring._logs, desk.window.payload
    desk.payloads.triage.made.connect(lambda _found: desk.wiring.actions["close-payload"].trigger())
    with qtbot.waitSignal(logs.given_up, timeout=20_000):
        logs.take_files((str(log_file),))
    # THEN nothing of it comes back, and no key waits for it
    assert not logs.is_under_way()
    assert not pane.isVisible()
    assert not pane.triage.rows()


def test_a_log_opened_before_the_table_of_the_last_one_is_shown_takes_its_place(
    qtbot: QtBot, open_desk: OpenDesk, log_file: Path
) -> None:
    # GIVEN a log that was read WHEN another one is opened before the table of the first is there
    desk = open_desk()
    logs, pane = desk.wiring._logs, desk.window.payload
    again = [LOG.replace("WKS.77777777", "WKS.66666666")]

    def open_another(_found: object) -> None:
        if again:
            logs.read_text(again.pop())

    desk.payloads.triage.made.connect(open_another)
    logs.take_files((str(log_file),))
    # THEN the second one is shown
    qtbot.waitUntil(lambda: not logs.is_under_way() and bool(pane.triage.rows()), timeout=20_000)
    assert "WKS.66666666" in [row.code for row in pane.triage.rows()]


def test_a_table_in_a_low_window_stays_inside_it(qtbot: QtBot, open_desk: OpenDesk, log_file: Path) -> None:
    # GIVEN windows of several heights, made lower while the table is shown too
    desk = open_desk()
    for height in (600, 480, 900, 520):
        desk.window.resize(900, height)
        _open(qtbot, desk, log_file)
        pane = desk.window.payload
        rows = pane.parentWidget()
        # THEN the pane ends where there is room for it, and shows some rows
        qtbot.waitUntil(lambda pane=pane, rows=rows: pane.geometry().bottom() <= rows.rect().bottom())
        middle = desk.window.centralWidget()
        assert rows.geometry().bottom() <= middle.rect().bottom()
        assert pane.triage.viewport().height() >= 2 * pane.triage.verticalHeader().defaultSectionSize()


def test_more_request_ids_than_are_kept_are_said_to_be_more(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    # GIVEN a code with 600 request ids
    desk = open_desk()
    path = tmp_path / "many.log"
    ids = [f"{number:08x}-12de-4b6f-8e51-c2a49b7d6035" for number in range(600)]
    path.write_text(QUIET * 2 + "".join(f"ERROR error_code=Ecs.0114 request_id={one}\n" for one in ids))
    _open(qtbot, desk, path)
    qtbot.waitUntil(lambda: desk.wiring.payload.current() is not None)
    # WHEN they are copied THEN it is said how many of them
    desk.wiring.actions["copy-ids"].trigger()
    assert QApplication.clipboard().text().splitlines() == ids[:200]
    assert desk.window.status.news().startswith("200 of 600 request ids copied")
    head = desk.window.payload.head
    head._list_ids()
    assert head._menu.actions()[0].text() == "The first 200 of 600 &request ids"
