"""A customer's mail is pasted: several errors, a choice to make, secrets, an unknown code."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request
from desk.payload.error_model import Standing

OpenDesk = Callable[..., Application]

MAIL = """\
Hello, since this morning:
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
{"request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c","error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
{"error_code":"WKS.77777777","error_msg":"something new"}
{"code":"AppNotExist"}
"""


def _paste(qtbot: QtBot, desk: Application, text: str) -> None:
    QApplication.clipboard().setText(text)
    desk.window.menu_button.setFocus()
    desk.wiring.actions["paste"].trigger()
    qtbot.waitUntil(lambda: bool(desk.window.payload.errors.items()))


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk with the mail pasted."""
    opened = open_desk()
    _paste(qtbot, opened, MAIL)
    return opened


def _code_of_page(desk: Application) -> str:
    page = desk.window.detail.page()
    return page.entry.code if page else ""


def test_every_error_is_listed_with_how_it_stands(desk: Application) -> None:
    standings = {item.title(): item.standing() for item in desk.window.payload.errors.items()}
    assert standings["Ecs.1000"] == Standing.FOUND
    assert standings["SVCSTG.SWR.4001048"] == Standing.FOUND
    assert standings["WKS.77777777"] == Standing.UNKNOWN
    assert standings["AppNotExist"] == Standing.CHOOSE


def test_the_first_error_is_shown_with_the_customers_values(qtbot: QtBot, desk: Application) -> None:
    qtbot.waitUntil(lambda: _code_of_page(desk) == "Ecs.1000")
    page = desk.window.detail.page()
    assert page.values == ("timeout",)
    assert page.entry.status == 400
    message, spans = page.message, page.message_spans
    assert [message[start:end] for start, end in spans] == ["timeout"]


def test_f8_goes_through_the_errors_and_a_digit_confirms(qtbot: QtBot, desk: Application) -> None:
    # WHEN F8 leads to the code with two rows
    while desk.window.payload.errors.items()[desk.window.payload.errors.position()].title() != "AppNotExist":
        desk.wiring.actions["next-error"].trigger()
    rows = desk.window.results.rows()
    assert [row.digit for row in rows] == [1, 2]
    # AND 2 is pressed in the list
    qtbot.keyClick(desk.window.results, Qt.Key.Key_2)
    # THEN that row is confirmed, selected, and shown
    assert desk.wiring.payload.chosen_entry() == rows[1].entry.id
    assert desk.window.results.current_row().entry.id == rows[1].entry.id
    assert desk.window.payload.errors.items()[desk.wiring.payload.position()].standing() == Standing.CONFIRMED


def test_the_ticket_tells_all_errors_and_no_secret(qtbot: QtBot, desk: Application) -> None:
    desk.wiring.actions["copy-ticket"].trigger()
    qtbot.waitUntil(lambda: "Copied" in desk.window.status.news())
    ticket = QApplication.clipboard().text()
    for code in ("Ecs.1000", "SVCSTG.SWR.4001048", "WKS.77777777", "AppNotExist"):
        assert code in ticket
    assert "EXAMPLETOKEN" not in ticket


def test_request_ids_are_copied(desk: Application) -> None:
    desk.wiring.actions["copy-ids"].trigger()
    assert "7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c" in QApplication.clipboard().text()


def test_an_unknown_code_says_what_to_do_and_offers_the_nearest(desk: Application) -> None:
    while desk.window.payload.errors.items()[desk.window.payload.errors.position()].title() != "WKS.77777777":
        desk.wiring.actions["next-error"].trigger()
    assert "No catalogue has this code" in desk.window.detail.plain_text()
    assert "something new" in desk.window.detail.plain_text()
    title, _hint = desk.window.results.notice_texts()
    assert title == "In no catalogue"


def test_the_pasted_text_stays_while_something_else_is_asked(qtbot: QtBot, desk: Application) -> None:
    # WHEN something is typed while a text is pasted
    qtbot.keyClicks(desk.window.field, "quota")
    qtbot.waitUntil(lambda: len(desk.window.results.rows()) > 3)
    assert desk.window.payload.isVisible()
    # THEN Escape leads back to its errors
    qtbot.keyClick(desk.window.field, Qt.Key.Key_Escape)
    assert [row.entry.code for row in desk.window.results.rows()] == ["Ecs.1000"]
    # AND Escape again puts it away
    desk.wiring.actions["clear"].trigger()
    assert not desk.window.payload.isVisible()
    assert desk.window.is_at_start()


def test_a_pasted_query_is_a_query(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    QApplication.clipboard().setText("  配额不足 ")
    desk.wiring.actions["paste"].trigger()
    qtbot.waitUntil(lambda: desk.window.field.text() == "配额不足")
    assert not desk.window.payload.isVisible()


def test_a_text_without_errors_says_so(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(paste="Dear all,\nplease find the agenda attached.\nRegards"))
    qtbot.waitUntil(lambda: desk.window.results.notice_texts() is not None)
    assert desk.window.results.notice_texts()[0] == "No error in this text"


def test_a_large_paste_is_read_in_a_process_of_its_own(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(paste="INFO all is well\n" * 20_000 + MAIL))
    qtbot.waitUntil(lambda: len(desk.window.payload.errors.items()) == 4, timeout=30_000)
    assert desk.wiring.payload.found().text.endswith(MAIL)


def test_a_large_paste_can_be_cancelled(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(paste="ERROR Ecs.1000 x\n" * 200_000))
    desk.window.payload.head.cancel.click()
    assert not desk.window.payload.isVisible()
    with qtbot.assertNotEmitted(desk.payloads.explained, wait=300):
        pass


@pytest.mark.parametrize(
    "text", ["\x00" * 50 + "\nEcs.1000", "\ud800\nEcs.1000", "[" * 100_000, "<html>" * 99]
)
def test_no_paste_breaks_the_desk(qtbot: QtBot, open_desk: OpenDesk, text: str) -> None:
    desk = open_desk()
    desk.wiring.take_text(text)
    qtbot.waitUntil(lambda: desk.wiring.payload.found() is not None, timeout=20_000)


def test_nothing_of_a_paste_is_written(desk: Application, folders: object) -> None:
    desk.window.close()
    written = b"".join(
        path.read_bytes()
        for path in (*folders.state.rglob("*"), *folders.config.rglob("*"))
        if path.is_file()
    )
    for secret in (b"EXAMPLETOKEN", b"something new", b"since this morning", b"WKS.77777777"):
        assert secret not in written


def test_the_next_start_knows_nothing_of_a_paste(
    qtbot: QtBot, open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    # GIVEN a question, and a mail that was pasted over its answer
    desk = open_desk(Request(query="quota"))
    qtbot.waitUntil(lambda: bool(desk.window.results.rows()))
    _paste(qtbot, desk, MAIL)
    qtbot.waitUntil(lambda: _code_of_page(desk) == "Ecs.1000")
    # WHEN the desk is closed THEN not even the code of the mail is kept
    close_desk(desk)
    session = desk.preferences.session()
    assert (session.query, session.entry) == ("", "")
