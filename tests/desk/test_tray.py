"""The tray icon: while it is there the window may close; it shows whether the clipboard is watched."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

import resources
from desk.tray import Tray


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A window with the program's icon."""
    made = QWidget()
    made.setWindowIcon(QIcon(str(resources.folder("icons") / "error-desk.svg")))
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    QApplication.setQuitOnLastWindowClosed(True)


def test_closing_the_window_ends_the_program_only_without_the_icon(window: QWidget) -> None:
    tray = Tray(window, is_there=lambda: True)
    assert not tray.is_shown()
    assert QApplication.quitOnLastWindowClosed()
    tray.switch(on=True)
    assert tray.is_shown()
    assert not QApplication.quitOnLastWindowClosed()
    tray.switch(on=False)
    assert QApplication.quitOnLastWindowClosed()


def test_a_desktop_without_a_tray_is_told_and_the_program_goes_on_ending(window: QWidget) -> None:
    tray = Tray(window, is_there=lambda: False)
    said: list[str] = []
    tray.said.connect(said.append)
    tray.switch(on=True)
    assert said == ["There is no tray for an icon here: closing the window ends Error Desk."]
    assert not tray.is_shown()
    assert QApplication.quitOnLastWindowClosed()


def test_the_menu_does_what_it_says(window: QWidget) -> None:
    tray = Tray(window, is_there=lambda: True)
    done: list[object] = []
    tray.show_wanted.connect(lambda: done.append("show"))
    tray.clipboard_wanted.connect(lambda: done.append("clipboard"))
    tray.watch_wanted.connect(done.append)
    tray.quit_wanted.connect(lambda: done.append("quit"))
    for action in tray.menu().actions():
        action.trigger()
    assert done == ["show", "clipboard", True, "quit"]


def test_a_watched_clipboard_is_seen_on_the_icon_and_in_its_words(window: QWidget) -> None:
    tray = Tray(window, is_there=lambda: True)
    tray.switch(on=True)
    before = tray._icon.icon().pixmap(64, 64).toImage()
    tray.show_watch(on=True)
    assert tray._icon.icon().pixmap(64, 64).toImage() != before
    assert "watching the clipboard" in tray._icon.toolTip()
    assert tray.menu().actions()[2].isChecked()
    tray.show_watch(on=False)
    assert "watching" not in tray._icon.toolTip()
    tray.switch(on=False)
