"""The row of buttons at the foot of a dialog, in words alone: the system's coloured pictures match no other button here."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QWidget

Role = QDialogButtonBox.ButtonRole
Standard = QDialogButtonBox.StandardButton


class DialogButtons(QDialogButtonBox):
    """Each dialog's `QDialogButtonBox`."""

    def __init__(self, standard: Standard, parent: QWidget) -> None:
        super().__init__(standard, parent)
        for button in self.buttons():
            button.setIcon(QIcon())
