"""How large a dialog opens: as its parts need it, more for larger letters, and never beyond the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desk.style.look import USUAL

_OF_SCREEN = 0.92
"""The window's own frame and the desktop's bars take some of it."""


def give_size(dialog: QWidget, width: int, height: int) -> None:
    """Resize a dialog to so many pixels at the usual size of letters."""
    factor = max(dialog.font().pointSizeF() / USUAL, 1.0)
    wanted = QSize(round(width * factor), round(height * factor))
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * _OF_SCREEN))
