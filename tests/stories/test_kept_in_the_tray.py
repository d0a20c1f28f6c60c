"""The desk without its window: only for those who turned the tray icon on."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desk.app import Application

OpenDesk = Callable[..., Application]


@pytest.fixture
def desk(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """A desk on a desktop with a tray, whose user turned the icon on."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    made = open_desk()
    made.preferences.change(msgspec.structs.replace(made.preferences.settings(), tray=True))
    yield made
    made.tray.stop()


def test_the_window_closes_and_comes_back_with_the_clipboard(qtbot: QtBot, desk: Application) -> None:
    # GIVEN the window closed; the program stays
    desk.window.close()
    assert not QApplication.quitOnLastWindowClosed()
    # WHEN the tray's menu reads the clipboard
    QApplication.clipboard().setText('{"error_code":"Ecs.0219","error_msg":"x"}')
    desk.tray.tray.menu().actions()[1].trigger()
    # THEN the window is there again with the error
    assert desk.window.isVisible()
    qtbot.waitUntil(desk.window.payload.isVisible)
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    assert desk.window.detail.page().entry.code == "Ecs.0219"


def test_quit_ends_it_all_the_same(desk: Application) -> None:
    desk.wiring.actions["quit"].trigger()
    assert not desk.window.isVisible()
    assert QApplication.quitOnLastWindowClosed()
    assert not desk.tray.tray.is_shown()


def test_nothing_of_it_is_made_for_others(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.tray.tray is None
    assert QApplication.quitOnLastWindowClosed()
