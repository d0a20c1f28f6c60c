"""Tool tips of rows: what had no room is told in full, and rows that can be read as they stand say nothing."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from desk.style.tips import plain_tip

LONGEST_TIP = 1000
"""Letters of a tool tip; the rest stands in the entry."""


class TippedDelegate(QStyledItemDelegate):
    """A delegate of its own says what a row has to tell."""

    def tip_at(self, at: QModelIndex | QPersistentModelIndex, width: int) -> str:
        """Return all of a row that is so wide, in pixels; "" where all of it can be seen."""
        raise NotImplementedError

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        at: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, at)
        tip = self.tip_at(at, option.rect.width()) if at.isValid() else ""
        if tip:
            QToolTip.showText(event.globalPos(), plain_tip(tip), view, option.rect)
        else:
            QToolTip.hideText()
        return True
