"""A splitter whose handles show the ground: nothing is painted on them.

A style sheet could say so as well, but then Qt looks every widget inside the splitter up in it, whatever it names.
"""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle
from typing_extensions import override


class PlainSplitter(QSplitter):
    """Parts what stands in it by a gap that can be moved."""

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    """The gap."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""
