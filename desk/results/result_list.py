"""The result list: rows, selection that survives new rows, and words where there are none."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from desk.action_spec import Act
from desk.own_keys import is_plain
from desk.results.empty_state import Notice
from desk.results.result_delegate import ResultDelegate
from desk.results.result_model import ResultModel
from desk.results.row_list import RowList
from desk.results.row_model import At
from desk.results.rows import Row
from desk.style.look import Look


class ResultList(RowList):
    """Shows rows, best first."""

    row_selected = Signal(object)
    """The `Row` under the cursor now, None where the list is empty."""
    left_above = Signal()
    """Up on the first row: go back to the search field."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._rows, self._delegate = ResultModel(), ResultDelegate(look)
        super().__init__(self._rows, self._delegate, look, parent)
        self.setObjectName("resultList")
        self._actions: Mapping[Act, QAction] = {}
        self._menu: QMenu | None = None
        self.retranslate()

    def offer(self, actions: Mapping[Act, QAction], grey: Callable[[QMenu], None]) -> None:
        """Have a menu of these actions for each row; `grey` greys what would do nothing while it is open."""
        self._actions, self._grey = actions, grey

    def set_rows(self, rows: tuple[Row, ...], *, keep_selection: bool = False) -> None:
        """Show these rows and select the first, or with `keep_selection` the entry selected before."""
        before = self.current_row()
        self._rows.set_items(rows)
        self._empty.show_notice(None)
        position = self._rows.position_of(before.entry.id) if keep_selection and before else 0
        if keep_selection and before and position >= 0:
            self._rows.turn(position, before.entry.id)
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
        return self._empty.texts()

    def current_row(self) -> Row | None:
        """Return the row under the cursor."""
        position = self.currentIndex().row()
        rows = self._rows.items()
        return rows[position] if 0 <= position < len(rows) else None

    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return self._rows.items()

    def select_entry(self, entry_id: str) -> bool:
        """Select an entry, in front of those folded into the same row; False where it is not in the list."""
        position = self._rows.position_of(entry_id)
        if position < 0:
            return False
        row = self._rows.items()[position]
        self._rows.turn(position, entry_id)
        self.select_position(position)
        if row.entry.id != entry_id:
            self.row_selected.emit(self.current_row())
        return True

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._dress(self._delegate, look)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Results"))
        self.setAccessibleDescription(self.tr("Entries that were found, best first"))
        super().retranslate()

    @override
    def currentChanged(self, current: At, previous: At) -> None:
        super().currentChanged(current, previous)
        self.row_selected.emit(self.current_row())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current_row() is None or not self._actions:
            return
        if self._menu is None:
            from desk.results.row_menu import RowMenu  # noqa: PLC0415 - the start opens no menu

            self._menu = RowMenu(self._actions, self)
            self._grey(self._menu)
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.scrollTo(self.currentIndex())
            row = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(row.bottomLeft())
        self._menu.popup(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif is_plain(event) and event.key() == Qt.Key.Key_Space:
            self.typed.emit(" ")  # there is nothing to mark here, and the next word begins so
        else:
            super().keyPressEvent(event)
