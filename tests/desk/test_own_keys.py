"""Keys are told apart by what is held down with them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desk.own_keys import digit_of

NONE, PAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    "key, held, digit",
    [
        (Qt.Key.Key_1, NONE, 1),
        (Qt.Key.Key_9, NONE, 9),
        (Qt.Key.Key_3, PAD, 3),
        (Qt.Key.Key_0, NONE, 0),
        (Qt.Key.Key_A, NONE, 0),
        (Qt.Key.Key_2, CONTROL, 0),
        (Qt.Key.Key_2, SHIFT, 0),
        (Qt.Key.Key_2, CONTROL | PAD, 0),
    ],
)
def test_a_digit_counts_where_nothing_is_held_down_with_it(
    key: Qt.Key, held: Qt.KeyboardModifier, digit: int
) -> None:
    assert digit_of(QKeyEvent(QEvent.Type.KeyPress, key, held)) == digit
