"""A dialog that asks once before what was not saved is given up, also when its window goes."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog
from typing_extensions import override


class CarefulDialog(QDialog):
    """Install it as an event filter of the window that must not go away meanwhile."""

    def may_close(self) -> bool:
        """Tell whether nothing would be lost, or it was said already what would be; else say it."""
        raise NotImplementedError

    @override
    def reject(self) -> None:
        if self.may_close():
            super().reject()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.isVisible() and not self.may_close():
            event.ignore()
            self.raise_()
            self.activateWindow()
            return True
        return super().eventFilter(watched, event)
