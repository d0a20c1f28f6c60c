"""A fault of ours: one calm dialog, a report without private text, and the desk goes on."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desk.faults import FaultDesk, report_of


def _fail() -> None:
    pasted = "EXAMPLESECRET"
    raise ValueError(f"cannot read {pasted}")


@pytest.fixture
def faults(qapp: object, capsys: pytest.CaptureFixture[str]) -> Iterator[FaultDesk]:
    """Installed in place of the hook of the tests."""
    before = sys.excepthook
    desk = FaultDesk()
    desk.install()
    yield desk
    desk.remove()
    if desk.dialog is not None:
        desk.dialog.deleteLater()
    assert sys.excepthook is before
    capsys.readouterr()


def test_the_report_names_places_and_no_texts() -> None:
    try:
        _fail()
    except ValueError as fault:
        report = report_of(type(fault), fault.__traceback__)
    assert "ValueError" in report
    assert "in _fail" in report
    assert "EXAMPLESECRET" not in report
    assert "/home/" not in report


def test_several_faults_are_one_dialog(qtbot: QtBot, faults: FaultDesk) -> None:
    for _ in range(2):
        QTimer.singleShot(0, _fail)
    qtbot.waitUntil(lambda: faults.dialog is not None and faults.dialog.report().count("Fault:") == 2)
    assert faults.dialog is not None
    assert not faults.dialog.isModal()
    copy = next(b for b in faults.dialog.findChildren(QPushButton) if b.text() == "Copy report")
    copy.click()
    assert QApplication.clipboard().text() == faults.dialog.report()
    assert "EXAMPLESECRET" not in faults.dialog.report()


def test_an_interrupt_ends_the_desk_and_is_no_fault(
    qapp: QApplication, faults: FaultDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quits: list[str] = []
    monkeypatch.setattr(QGuiApplication, "quit", lambda: quits.append("quit"))
    faults._take(KeyboardInterrupt, KeyboardInterrupt(), None)
    qapp.processEvents()
    assert quits == ["quit"]
    assert faults.dialog is None
    assert capsys.readouterr().err == ""
