"""A customer pastes a code that many services use, and nothing says which one it is from."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application
from desk.payload.error_model import Standing
from desk.results.rows import reason_text

OpenDesk = Callable[..., Application]

ANSWER = (
    '{"Code":"InternalError","Message":"The lamp of hall 7 went out","Success":false,'
    '"RequestId":"5D1A7C3E-90B2-4F6D-8A13-7E2B94C0D5F1"}'
)


def _paste(qtbot: QtBot, desk: Application, text: str) -> None:
    QApplication.clipboard().setText(text)
    desk.window.menu_button.setFocus()
    desk.wiring.actions["paste"].trigger()
    qtbot.waitUntil(lambda: bool(desk.window.payload.errors.items()))


def _ticket(qtbot: QtBot, desk: Application) -> str:
    QApplication.clipboard().setText("")
    desk.wiring.actions["copy-ticket"].trigger()
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
    return QApplication.clipboard().text()


def test_its_rows_are_offered_and_a_digit_makes_one_of_them_the_tickets(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    # WHEN the code is pasted
    _paste(qtbot, desk, ANSWER)
    # THEN its rows are offered, none as found
    (error,) = desk.window.payload.errors.items()
    assert error.standing() == Standing.CHOOSE
    rows = desk.window.results.rows()
    assert [row.digit for row in rows] == [*range(1, 10), None, None, None, None]
    assert {reason_text(row) for row in rows} == {"common code"}
    qtbot.waitUntil(lambda: "nothing in the pasted text says" in desk.window.detail.plain_text())
    # AND the ticket gives none of them
    assert "common code, service not known" in _ticket(qtbot, desk)
    # WHEN the second is confirmed
    qtbot.keyClick(desk.window.results, Qt.Key.Key_2)
    # THEN it is the page's and the ticket's
    assert desk.window.payload.errors.items()[0].standing() == Standing.CONFIRMED
    qtbot.waitUntil(lambda: "nothing in the pasted text says" not in desk.window.detail.plain_text())
    assert desk.window.results.current_row().entry.id == rows[1].entry.id
    ticket = _ticket(qtbot, desk)
    assert "WebPlus" in ticket
    assert "confirmed by the engineer" in ticket


def test_a_text_of_another_product_is_offered_no_rows(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    _paste(qtbot, desk, "botocore.exceptions.ClientError\n" + ANSWER)
    assert desk.window.payload.errors.items()[0].standing() == Standing.FOREIGN
    assert desk.window.results.notice_texts()[0] == "Another product's code"
    assert "WebPlus (Alibaba Cloud) has a code of this name" in desk.window.detail.plain_text()
    assert "No catalogue" not in desk.window.detail.plain_text()
