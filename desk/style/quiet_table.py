"""What all tables of the desk have in common: whole rows, no grid, no drops, and Tab leads out of them."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def make_quiet(table: QTableView) -> None:
    """Make a table a plain list of whole rows under names that stand at the left."""
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def choose_rows(table: QTableView, rows: Iterable[int]) -> None:
    """Choose just these rows, whatever keys are held: `selectRow` would add to the choice while Ctrl is down."""
    flag = QItemSelectionModel.SelectionFlag
    chosen = table.selectionModel()
    chosen.clearSelection()
    for row in rows:
        chosen.setCurrentIndex(table.model().index(row, 0), flag.Select | flag.Rows)
