"""The main window, for tests of how it is dressed and painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk.style.look import Look
from desk.window import MainWindow


@pytest.fixture
def main_window(qapp: QApplication, look: Look) -> Iterator[MainWindow]:
    """The main window, shown."""
    made = MainWindow(look)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
