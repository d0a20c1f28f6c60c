"""A splitter whose handles show the ground: nothing is painted on them.

A style sheet could say so as well, but then Qt looks every widget inside the splitter up in it, whatever it names.
"""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override


class PlainSplitter(QSplitter):
    """Parts what stands in it by a gap that can be moved."""

    def give(self, part: QWidget, wanted: int, most: float) -> None:
        """Make one of two parts, that stand one below the other, at least so high, up to this share of the whole."""
        at, room = self.indexOf(part), self.height() - self.handleWidth()
        height = min(wanted, round(room * most))
        if height > self.sizes()[at]:
            self.setSizes([height if number == at else room - height for number in range(2)])

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    """The gap."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""
