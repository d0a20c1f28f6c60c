"""The kinds of widgets are made a few in a turn, so that no later turn has to make them all at once."""

import subprocess
import sys

_PROGRAM = """
import enum
from PySide6.QtWidgets import QApplication, QScrollArea
from desk import widget_kinds
made, create = [], enum.EnumType._create_
def creating(cls, name, *rest, **more):
    made.append(name)
    return create(cls, name, *rest, **more)
enum.EnumType._create_ = creating
app = QApplication([])
area, kinds, ends = QScrollArea(), widget_kinds.WidgetKinds(), []
kinds.made.connect(lambda: ends.append(True))
made.clear()
widget_kinds._TURN_S = 0
kinds.go_on()
first = len(made)
while not ends:
    QApplication.processEvents()
everything = len(made)
area.viewport()
print(first < everything / 4, everything > 100, len(made) - everything)
"""


def test_a_few_in_a_turn_and_nothing_is_left_to_be_made_later() -> None:
    ran = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert ran.stdout == "True True 0\n", ran.stderr
