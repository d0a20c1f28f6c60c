"""Keys that belong to the window wherever the focus is, and the one that presses a button.

X11 gives text widgets keys from Emacs: Ctrl+E goes to the end of the line, Ctrl+D deletes, Ctrl+K deletes the rest. In a
widget that lets them pass they would be swallowed there, and the action in the table would be dead.
"""

from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolButton
from typing_extensions import TypeIs, override

from desk.action_making import sequences
from desk.actions import ACTIONS

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Both keys, the one of the letters and the one of the key pad."""
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class EnterButton(QToolButton):
    """A small button that Enter presses too: Qt gives these only the space bar, and a key that does nothing is a fault."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_plain(event) or event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()


def is_override(event: QEvent) -> TypeIs[QKeyEvent]:
    """Tell whether Qt asks with this event if a widget wants a key for itself, before it looks at the actions."""
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride


def is_ours(event: QKeyEvent) -> bool:
    """Tell whether the window's table has these keys; what every platform edits texts with is not meant."""
    return bool(event.modifiers() & _WITH) and QKeySequence(event.keyCombination()).toString() in _ours()


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key is pressed alone, on the key pad too."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def digit_of(event: QKeyEvent) -> int:
    """Return the digit from 1 to 9 that is pressed alone, 0 where it is none."""
    is_digit = is_plain(event) and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
    return event.key() - Qt.Key.Key_0 if is_digit else 0


def is_typed(event: QKeyEvent) -> bool:
    """Tell whether this key writes something; digits and the space bar have work of their own outside fields."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return not modifiers and text.isprintable() and bool(text.strip()) and not text.isdecimal()


def is_alt_letter(event: QKeyEvent) -> bool:
    """Tell whether a letter or digit is pressed with Alt: it is meant for a button, and must never be typed.

    X11 has text fields write it where no button takes it, for example because that is greyed.
    """
    text = event.text()
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and text.isascii() and text.isalnum()


def is_copy_of_nothing(event: QKeyEvent, *, selected: bool) -> bool:
    """Tell whether this copies while nothing is selected: then code and message of the row are meant."""
    return not selected and event.matches(QKeySequence.StandardKey.Copy)


@cache
def _ours() -> frozenset[str]:
    return frozenset(keys.toString() for spec in ACTIONS if spec.standard is None for keys in sequences(spec))
