"""What all panes and dialogs do when the window's language changes."""

from PySide6.QtCore import QEvent


class Retranslated:
    """A widget that says everything anew then. It stands before Qt's class among the bases: `(Retranslated, QFrame)`."""

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take what Qt tells."""
        super().changeEvent(event)  # type: ignore[misc]  # of Qt's class, which stands behind this one
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
