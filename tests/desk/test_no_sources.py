"""The binding reads no sources at the start, and works as before."""

import subprocess
import sys

_PROGRAM = """
import linecache, sys
from desk.binding import read_no_sources
assert read_no_sources()
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel
import desk.window

class Asker(QObject):
    asked = Signal(str)

app = QApplication([])
heard = []
asker = Asker()
asker.asked.connect(heard.append)
asker.asked.emit("yes")
label = QLabel("text")
label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
print(heard, label.text(), hasattr(label, "set_text"), sys.modules["desk.style.look"].__file__ in linecache.cache)
"""


def test_no_source_is_read_and_the_binding_works() -> None:
    # The version that is locked can be told so; an update that cannot be turns this test red, and is no fault of the desk.
    ran = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert ran.stdout == "['yes'] text False False\n", ran.stderr


def test_another_binding_is_left_alone() -> None:
    program = "import sys; sys.modules['shiboken6'] = None; from desk.binding import read_no_sources as r; print(r())"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.stdout == "False\n", ran.stderr
