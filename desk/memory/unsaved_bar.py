"""A line that says what is half written, with the way back to it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.style.look import Look
from desk.style.offer_bar import OfferBar
from index.library.values import Unsaved, Written

translate = QCoreApplication.translate


class UnsavedBar(OfferBar):
    """Hidden unless something was left half written; shows the newest of it."""

    go_on_wanted = Signal(object)
    """Go on writing this `Unsaved`."""
    discard_wanted = Signal(object)
    """Give this `Unsaved` up."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._left = tuple[Unsaved, ...]()
        self.take.clicked.connect(lambda: self.go_on_wanted.emit(self._left[0]))
        self.leave.clicked.connect(lambda: self.discard_wanted.emit(self._left[0]))
        self.retranslate()

    def show_left(self, left: object) -> None:
        """Show what is half written, the newest first; nothing hides the line."""
        if isinstance(left, tuple):
            self._left = left
            self.retranslate()
            self.setVisible(bool(left))

    @override
    def retranslate(self) -> None:
        self.label.setText(self._said())
        self.take.setText(self.tr("Go on writing (Ctrl+Shift+E)"))
        self.leave.setText(self.tr("Discard"))

    def _said(self) -> str:
        if not self._left:
            return ""
        said, more = left_said(self._left[0]), len(self._left) - 1
        return said + self.tr(" And {count} more.").format(count=more) if more else said


def left_said(one: Unsaved) -> str:
    """Return in one line what is half written."""
    if one.kind is Written.NOTE:
        said = translate("UnsavedBar", "A note about {code} was being written and is not kept yet.")
    elif one.ref.code:
        said = translate("UnsavedBar", "An own entry for {code} was being written and is not stored yet.")
    else:
        return translate("UnsavedBar", "An entry of yours was being written and is not stored yet.")
    return said.format(code=one.ref.code)
