"""A look reaches every pane, one part in a turn, nothing is painted half, and the last look wins."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desk.keys_overlay import KeysOverlay, _Block
from desk.style.look import make_look
from desk.style.style_sheet import stylesheet
from desk.style.theme import CONTRAST_DARK, DARK, LIGHT
from desk.window import MainWindow


@pytest.fixture
def window(main_window: MainWindow) -> MainWindow:
    """A window that is shown."""
    return main_window


def _ground(window: MainWindow, at: str) -> QColor:
    pane = getattr(window, at)
    return pane.grab().toImage().pixelColor(pane.width() // 2, 5)


def test_a_new_look_reaches_every_pane(window: MainWindow, qtbot: QtBot) -> None:
    assert _ground(window, "field") == QColor(LIGHT.surface)
    window.set_look(make_look(DARK, language="en"))
    assert not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    assert _ground(window, "field") == QColor(DARK.surface)
    assert _ground(window, "status") == QColor(DARK.window)
    assert QApplication.palette().window().color() == QColor(DARK.window)


def test_the_last_of_several_looks_stays(window: MainWindow, qtbot: QtBot) -> None:
    for colours in (DARK, LIGHT, CONTRAST_DARK):
        window.set_look(make_look(colours, language="en"))
    qtbot.waitUntil(window.updatesEnabled)
    assert QApplication.palette().window().color() == QColor(CONTRAST_DARK.window)
    assert _ground(window, "field") == QColor(CONTRAST_DARK.surface)
    assert _ground(window, "status") == QColor(CONTRAST_DARK.window)


def test_a_dialog_of_the_window_is_dressed_before_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    dialog.show()
    assert dialog.styleSheet() == stylesheet(LIGHT)
    window.set_look(make_look(DARK, language="en"))
    qtbot.waitUntil(lambda: dialog.styleSheet() == stylesheet(DARK))


def test_letters_of_an_open_dialog_grow_with_the_others(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    button = QPushButton("Close", dialog)
    dialog.show()
    window.set_look(make_look(LIGHT, language="en", size=16))
    qtbot.waitUntil(lambda: button.font().pointSizeF() == 16)


def test_a_dialog_that_paints_itself_is_told_of_the_look(window: MainWindow, qtbot: QtBot) -> None:
    overlay = KeysOverlay(make_look(LIGHT, language="en"), window)
    window.open_dialog(overlay)
    qtbot.waitUntil(overlay.isVisible)
    larger = make_look(DARK, language="en", size=12)
    window.set_look(larger)
    qtbot.waitUntil(lambda: {block._look for block in overlay.findChildren(_Block)} == {larger})


def test_letters_keep_up_with_their_ground(window: MainWindow, qtbot: QtBot) -> None:
    # One look behind is light on light: what a palette brings, a sheet may take back again.
    for colours in (DARK, CONTRAST_DARK, LIGHT, DARK):
        window.set_look(make_look(colours, language="en"))
        qtbot.waitUntil(window.updatesEnabled)
        letters = [
            window.detail._head._code.palette().windowText().color(),
            window.status._known.palette().windowText().color(),
            window.detail._browser.palette().text().color(),
            window.field.palette().text().color(),
        ]
        assert {letter.name() for letter in letters} == {colours.text}


def test_the_pane_with_the_focus_has_a_frame_and_loses_it_again(window: MainWindow) -> None:
    window.show_start(start=False)

    def edge() -> QColor:
        card = window.detail
        return card.grab().toImage().pixelColor(1, card.height() // 2)

    window.frame_focus(window.detail)
    assert edge() == QColor(LIGHT.accent)
    window.frame_focus(window.results)
    assert edge() == QColor(LIGHT.surface)
