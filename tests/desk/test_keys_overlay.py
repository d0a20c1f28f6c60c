"""F1: all keys fit on a small screen, in the language of the moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QColor, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
from pytestqt.qtbot import QtBot

from desk.keys_overlay import KeysOverlay, _Block
from desk.language.translations import Translations
from desk.style.look import Look, make_look
from desk.style.style_sheet import stylesheet
from desk.style.theme import DARK, LIGHT
from index.folders import Folders


@pytest.fixture
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen of 1280 by 800."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _self: QSize(1280, 800))


@pytest.fixture
def chinese(qapp: QApplication, folders: Folders) -> Iterator[Translations]:
    """Translations that are taken out again."""
    translations = Translations(qapp, folders)
    yield translations
    translations.remove()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders of a user."""
    return Folders.under(tmp_path)


@pytest.fixture
def around(qtbot: QtBot) -> QMainWindow:
    """The window over which it opens."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def _open(around: QMainWindow, look: Look) -> KeysOverlay:
    overlay = KeysOverlay(look, around)
    overlay.setStyleSheet(stylesheet(look.colours))
    overlay.show()
    QApplication.sendPostedEvents()  # the layout
    return overlay


@pytest.mark.usefixtures("small_screen")
def test_at_the_usual_size_nothing_is_scrolled(around: QMainWindow, look: Look) -> None:
    overlay = _open(around, look)
    assert overlay.width() <= 1280
    assert overlay.height() <= 800 - 40
    assert not overlay._area.verticalScrollBar().isVisible()
    assert not overlay._area.horizontalScrollBar().isVisible()


@pytest.mark.usefixtures("small_screen")
@pytest.mark.parametrize("size", [14, 18, 24])
def test_large_letters_are_scrolled_one_way_only(around: QMainWindow, size: float) -> None:
    overlay = _open(around, make_look(LIGHT, language="en", size=size))
    assert overlay._area.verticalScrollBar().isVisible()
    assert not overlay._area.horizontalScrollBar().isVisible()


@pytest.mark.usefixtures("small_screen")
def test_it_says_everything_in_the_other_language(
    around: QMainWindow, look: Look, chinese: Translations
) -> None:
    overlay = _open(around, look)
    assert overlay.windowTitle() == "All keys"
    before = overlay.size()
    chinese.install("zh-Hans")
    QCoreApplication.sendEvent(overlay, QEvent(QEvent.Type.LanguageChange))
    assert overlay.windowTitle() != "All keys"
    words = "".join(block.text() for block in overlay.findChildren(_Block))
    assert words
    assert "To the search field" not in words
    assert overlay._close.text() == "关闭"
    # AND it is as large as the new texts need
    assert overlay.size() != before
    assert overlay.size() == overlay.sizeHint()


def test_no_square_stands_where_two_scroll_bars_meet(qtbot: QtBot) -> None:
    look = make_look(DARK, language="en")
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setStyleSheet(stylesheet(look.colours) + "QTextBrowser { background: #102030; border: none; }")
    browser.setLineWrapMode(QTextBrowser.LineWrapMode.NoWrap)
    browser.setPlainText("wide " * 200 + "\n" * 200)
    browser.resize(300, 200)
    browser.show()
    assert browser.verticalScrollBar().isVisible()
    assert browser.horizontalScrollBar().isVisible()
    image = browser.grab().toImage()
    corner = {
        image.pixelColor(image.width() - x, image.height() - y).name()
        for x in range(2, 11)
        for y in range(2, 11)
    }
    assert corner == {QColor("#102030").name()}
