"""What the lists share: rows of one height that are chosen by key, digits that confirm, and words where there are none."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QItemSelectionModel, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHoverEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.own_keys import digit_of
from desk.results.empty_state import EmptyState
from desk.results.row_model import At, RowModel
from desk.results.row_paint import Standing
from desk.style.look import Look


class RowDelegate(Protocol):
    """Paints rows in a look."""

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""


class RowList(Retranslated, QListView):
    """One row is current."""

    opened = Signal()
    """Enter: go on to the detail."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""
    typed = Signal(str)
    """Something is typed, which is meant for the search field."""
    suggestion_chosen = Signal(str)
    """A suggestion of the empty state."""

    def __init__(
        self, model: RowModel[Any], delegate: QStyledItemDelegate, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for part in (model, delegate):
            part.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Item data dropped from outside is unpickled by the binding: take none.
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self._hovered = QPersistentModelIndex()
        self._empty = EmptyState(look, self)
        self._empty.chosen.connect(self.suggestion_chosen)
        self.activated.connect(lambda _at: self.opened.emit())

    def standing(self, at: At) -> Standing:
        """Return how a row is to be painted."""
        return Standing(selected=self.selectionModel().isSelected(at), hovered=at == self._hovered)

    def select_position(self, position: int) -> None:
        """Make the row at a position current, if it is there."""
        if 0 <= position < self.model().rowCount():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.model().index(position, 0), flag)

    def height_of_rows(self) -> int:
        """Return how high all rows are together, in pixels."""
        return max(self.sizeHintForRow(0), 0) * self.model().rowCount()

    def take_suggestion(self) -> bool:
        """Go to the first suggestion of an empty list; False where there is none."""
        return self._empty.take_focus()

    @override
    def retranslate(self) -> None:
        self.scheduleDelayedItemsLayout()  # paints all rows again

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverLeave:
            self._hovered = QPersistentModelIndex()
        elif isinstance(event, QHoverEvent):
            self._hovered = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit := digit_of(event):
            self.digit_pressed.emit(digit)
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Hand on what is typed: letters belong to the search field, not to a jump in the list."""
        if search.strip():
            self.typed.emit(search)

    def _dress(self, delegate: RowDelegate, look: Look) -> None:
        delegate.set_look(look)
        self._empty.set_look(look)
        self.scheduleDelayedItemsLayout()  # paints all rows again


def standing_of(at: At, view: QWidget | None) -> Standing:
    """Return how a row stands in the list that is painted; a row that is painted alone stands as any other."""
    return view.standing(at) if isinstance(view, RowList) else Standing()
