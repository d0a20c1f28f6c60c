"""The result list: rows, selection that survives new rows, and words where there are none."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desk.empty_state import EmptyState, Notice
from desk.look import Look
from desk.result_delegate import ResultDelegate
from desk.result_model import ResultModel
from desk.rows import Row

At = QModelIndex | QPersistentModelIndex
_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(1, 10)}


class ResultList(QListView):
    """Shows rows, best first."""

    row_selected = Signal(object)
    """The `Row` under the cursor now, None where the list is empty."""
    opened = Signal()
    """Enter: go on to the detail."""
    left_above = Signal()
    """Up on the first row: go back to the search field."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""
    suggestion_chosen = Signal(str)
    """A suggestion of the empty state."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultList")
        self._model = ResultModel(self)
        self._delegate = ResultDelegate(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Item data dropped from outside is unpickled by the binding: take none.
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self._empty = EmptyState(look, self.viewport())
        self._empty.chosen.connect(self.suggestion_chosen)
        self.activated.connect(self._open)
        self.retranslate()

    def set_rows(self, rows: tuple[Row, ...], *, keep_selection: bool = False) -> None:
        """Show these rows and select the first, or with `keep_selection` the entry selected before."""
        before = self.current_row()
        self._model.set_rows(rows)
        self._empty.show_notice(None)
        position = self._model.position_of(before.entry.id) if keep_selection and before else 0
        if keep_selection and before and position >= 0:
            self._model.turn(position, before.entry.id)
        self.select_position(max(position, 0))
        if not rows:
            self.row_selected.emit(None)

    def show_notice(self, notice: Notice | None) -> None:
        """Empty the list and say this; with None only the words go."""
        if notice is not None:
            self.set_rows(())
        self._empty.show_notice(notice)

    def notice_texts(self) -> tuple[str, str] | None:
        """Return what an empty list says, None where it says nothing."""
        return self._empty.texts() if self._empty.isVisibleTo(self) else None

    def current_row(self) -> Row | None:
        """Return the row under the cursor."""
        position = self.currentIndex().row()
        rows = self._model.rows()
        return rows[position] if 0 <= position < len(rows) else None

    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return self._model.rows()

    def select_position(self, position: int) -> None:
        """Select the row at a position, if it is there."""
        if 0 <= position < len(self._model.rows()):
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(position), flag)

    def select_entry(self, entry_id: str) -> bool:
        """Select an entry, in front of those folded into the same row; False where it is not in the list."""
        position = self._model.position_of(entry_id)
        if position < 0:
            return False
        row = self._model.rows()[position]
        self._model.turn(position, entry_id)
        self.select_position(position)
        if row.entry.id != entry_id:
            self.row_selected.emit(self.current_row())
        return True

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._delegate.set_look(look)
        self._empty.set_look(look)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Results"))
        self.setAccessibleDescription(self.tr("Entries that were found, best first"))
        self.viewport().update()

    @override
    def currentChanged(self, current: At, previous: At) -> None:
        super().currentChanged(current, previous)
        self.row_selected.emit(self.current_row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key()) if event.key() in _DIGITS or event.key() == Qt.Key.Key_Up else None
        if plain and key in _DIGITS:
            self.digit_pressed.emit(_DIGITS[key])
            return
        if plain and key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the search field, not to a jump in the list."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _open(self) -> None:
        self.opened.emit()
