"""Letters for what can be pressed in a dialog: buttons, boxes, labels of fields, tabs; Alt and the letter presses it.

They are chosen by `desk.language.mnemonics` for what is seen together: what stands on different pages of a dialog may
have the same letter. Four buttons of the same words have none, as each stands beside a field whose label has one.
"""

from collections import Counter
from functools import partial
from typing import NamedTuple, Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)
from typing_extensions import override

from desk.language.english import english_of
from desk.language.mnemonics import letters_for, marked, plain
from desk.own_keys import is_alt_letter

_CHANGES = {QEvent.Type.LayoutRequest, QEvent.Type.LanguageChange}


class _Say(Protocol):
    def __call__(self, text: str, /) -> object:
        """Show this text."""


class Control(NamedTuple):
    """Something with a text that can carry a letter."""

    widget: QWidget
    """What is pressed, or the label of the field that is gone to."""
    text: str
    """What it shows, with the mark of its letter."""
    say: _Say
    """Shows another text."""

    def letter(self) -> str:
        """Return its letter, "" for none."""
        mnemonic = QKeySequence.mnemonic(self.text).toString()
        return mnemonic.rpartition("+")[2]


class Letters(QObject):
    """Keeps the letters of one dialog right while it lives: its texts change, pages are made later."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog, self._waits = dialog, False
        self._watched: set[QWidget] = set()
        self._watch(dialog)
        for tabs in dialog.findChildren(QTabWidget):
            tabs.currentChanged.connect(self._soon)
        self.give()

    def give(self) -> None:
        """Choose a letter for everything that is there now."""
        self._waits = False
        if shiboken6.isValid(self._dialog):
            for area in self._dialog.findChildren(
                QScrollArea
            ):  # what changes in it does not reach the dialog
                page = area.widget()
                if page is not None:
                    self._watch(page)
            _give(self._dialog, frozenset())
            for kind in (QLineEdit, QPlainTextEdit):
                for field in self._dialog.findChildren(kind):
                    self._watch(field)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and is_alt_letter(event)
        if isinstance(watched, (QLineEdit, QPlainTextEdit)):
            return False
        if event.type() == QEvent.Type.Show:
            self.give()
        elif event.type() in _CHANGES:
            self._soon()
        return False

    def _soon(self) -> None:
        if not self._waits:
            self._waits = True
            QTimer.singleShot(0, self, self.give)

    def _watch(self, widget: QWidget) -> None:
        if widget not in self._watched:
            self._watched.add(widget)
            widget.installEventFilter(self)


def _say(control: Control, text: str) -> None:
    """Show a text. A button has room for one key: one that has its own, such as Ctrl+S, gets its letter beside that."""
    button = control.widget if isinstance(control.widget, QAbstractButton) else None
    own = button.shortcut() if button is not None else QKeySequence()
    control.say(text)
    if button is not None and not own.isEmpty() and own != QKeySequence.mnemonic(control.text):
        button.setShortcut(own)
        beside = button.findChild(QShortcut)
        if beside is None:
            beside = QShortcut(button)
            beside.activated.connect(button.click)
        beside.setKey(QKeySequence.mnemonic(text))


class _Place(NamedTuple):
    """What is seen together."""

    controls: list[Control]
    """In the order in which they were made, what is pressed before what is gone to."""
    pages: list[QWidget]
    """Pages inside, of which one is seen at a time."""


def letters_of(dialog: QWidget) -> list[tuple[str, str]]:
    """Return the letters that can be pressed now, and the words that they press."""
    place = _place(dialog)
    found = [
        (one.letter(), plain(one.text).replace("&&", "&"))
        for one in place.controls
        if one.letter() and one.widget.isVisible() and one.widget.isEnabled()
    ]
    for page in place.pages:
        if page.isVisible():
            found += letters_of(page)
    return found


def seen_together(dialog: QWidget) -> list[list[Control]]:
    """Return the controls of each page of a dialog, together with those that stand beside it."""
    place = _place(dialog)
    pages = [place.controls + inner for page in place.pages for inner in seen_together(page)]
    return pages or [place.controls]


def has_own(dialog: QWidget) -> bool:
    """Tell whether a dialog is Qt's own, with letters of its own."""
    return isinstance(dialog, QFileDialog)


def _give(whole: QWidget, taken: frozenset[str]) -> None:
    place = _place(whole)
    texts = [english_of(plain(one.text)) for one in place.controls]
    often = {text for text, times in Counter(texts).items() if times > 1}
    chosen = letters_for(["" if text in often else text for text in texts], taken)
    for control, letter in zip(place.controls, chosen, strict=True):
        wanted = marked(plain(control.text), letter)
        if wanted != control.text:
            _say(control, wanted)
    for page in place.pages:
        _give(page, taken | set(chosen))


def _place(whole: QWidget) -> _Place:
    place = _Place([], [])
    _look_into(whole, place)
    place.controls.sort(key=lambda one: not isinstance(one.widget, QAbstractButton))
    return place


def _look_into(whole: QWidget, place: _Place) -> None:
    for child in whole.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if isinstance(child, QStackedWidget):
            place.pages.extend(page for n in range(child.count()) if (page := child.widget(n)) is not None)
        elif isinstance(child, (QTabBar, QAbstractButton, QLabel)):
            place.controls.extend(_controls(child))
        elif not isinstance(child, QAbstractScrollArea) or isinstance(child, QScrollArea):
            _look_into(child, place)


def _controls(widget: QTabBar | QAbstractButton | QLabel) -> list[Control]:
    """Return what can carry a letter: each tab, a button with a text, the label of a field."""
    if isinstance(widget, QTabBar):
        tabs = range(widget.count())
        return [
            Control(widget, widget.tabText(number), partial(widget.setTabText, number)) for number in tabs
        ]
    if not widget.text() or (isinstance(widget, QLabel) and widget.buddy() is None):
        return []
    return [Control(widget, widget.text(), widget.setText)]
