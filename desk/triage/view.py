"""The table of a log's codes: sorted by any column, by keyboard too; words where there is nothing."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desk.own_keys import digit_of, is_plain
from desk.results.empty_state import EmptyState, Notice
from desk.style.look import Look
from desk.style.quiet_table import make_quiet
from desk.triage.cells import CellDelegate, fitting_widths
from desk.triage.model import At, Column, TriageModel, first_order
from index.payload.triage_table import Triage, TriageRow

_PADDING = 10
_WIDEST = 260
_FEWEST_SEEN = 7


class TriageView(QTableView):
    """One code is current; Space sorts by the column of the cursor."""

    row_selected = Signal(object)
    """The `TriageRow` under the cursor now."""
    opened = Signal()
    """Enter: on to its entry."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row of the results."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("triageTable")
        self._model = TriageModel(self)
        self.setModel(self._model)
        self._cells = CellDelegate(self._model, look, self)
        self.setItemDelegate(self._cells)
        self._head_widths: dict[int, int] = {}
        self._sorted = Column.COUNT, Qt.SortOrder.DescendingOrder
        self._code = ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        make_quiet(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setStretchLastSection(True)
        head.sectionClicked.connect(self.sort_by)
        self._empty = EmptyState(look, self)
        self.activated.connect(lambda _at: self.opened.emit())
        self.set_look(look)
        self.retranslate()

    def show_found(self, found: Triage) -> None:
        """Show a table, its most frequent code current."""
        self._code = ""
        self._model.set_found(found)
        self._mark(Column.COUNT, Qt.SortOrder.DescendingOrder)
        nothing = Notice(
            title=self.tr("No error code in this log"),
            hint=self.tr("Lines read: {count}. Search for words of its messages instead.").format(
                count=f"{found.lines:,}"
            ),
        )
        self._empty.show_notice(None if found.rows else nothing)
        self._fit()
        self.select_position(0)

    def show_notice(self, notice: Notice) -> None:
        """Empty the table and say this."""
        self._model.set_found(Triage())
        self._empty.show_notice(notice)

    def notice_texts(self) -> tuple[str, str] | None:
        """Return what an empty table says, None where it says nothing."""
        return self._empty.texts()

    def found(self) -> Triage:
        """Return the table that is shown."""
        return self._model.found()

    def rows(self) -> tuple[TriageRow, ...]:
        """Return the rows in the order shown."""
        return self._model.rows()

    def current_row(self) -> TriageRow | None:
        """Return the row under the cursor."""
        return self._model.row_at(self.currentIndex().row())

    def select_position(self, position: int) -> None:
        """Make a row current, if it is there; the column stays."""
        if 0 <= position < len(self._model.rows()):
            column = max(self.currentIndex().column(), 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._model.index(position, column), flags)

    def step(self, by: int) -> None:
        """Go to the next or previous code, round the end."""
        total = len(self._model.rows())
        if total:
            self.select_position((self.currentIndex().row() + by) % total)

    def sort_by(self, column: int) -> None:
        """Sort by a column; the same one again turns the order round."""
        before, order = self._sorted
        turned = {
            Qt.SortOrder.AscendingOrder: Qt.SortOrder.DescendingOrder,
            Qt.SortOrder.DescendingOrder: Qt.SortOrder.AscendingOrder,
        }
        order = turned[order] if column == before else first_order(column)
        self._model.sort(column, order)
        self._mark(Column(column), order)
        self.scrollTo(self.currentIndex())

    def least_height(self) -> int:
        """Return the height of the head and a few rows: a table of one row is no table.

        A row more is for the line that tells of the table once it is there: the window then need not make room for it,
        which takes longer than all else.
        """
        rows = (_FEWEST_SEEN + 1) * self.verticalHeader().defaultSectionSize()
        return (
            self.horizontalHeader().sizeHint().height()
            + rows
            + self.horizontalScrollBar().sizeHint().height()
        )

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self.setFont(look.font(0.95))
        self.horizontalHeader().setFont(look.font(0.9, bold=True))
        self.verticalHeader().setDefaultSectionSize(round(QFontMetricsF(self.font()).height()) + _PADDING)
        c = look.colours
        self.setStyleSheet(
            f"QTableView {{ background: transparent; border: none; outline: 0; color: {c.text};"
            f" selection-background-color: {c.selected}; selection-color: {c.text}; }}"
            f" QHeaderView::section {{ background: {c.raised}; color: {c.text}; border: none;"
            f" border-bottom: 1px solid {c.line}; padding: 4px 20px 4px 8px; }}"
        )
        self._cells.set_look(look)
        self._head_widths = {}
        self._empty.set_look(look)
        if self._model.rowCount():
            self._fit()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Codes of the log"))
        self.setAccessibleDescription(
            self.tr("Enter goes to the entry, Space sorts by the column of the cursor")
        )
        self.horizontalHeader().setAccessibleName(self.tr("Columns"))

    @override
    def currentChanged(self, current: At, previous: At) -> None:
        super().currentChanged(current, previous)
        row = self._model.row_at(current.row())
        if row is not None and row.code != self._code:
            self._code = row.code
            self.row_selected.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit := digit_of(event):
            self.digit_pressed.emit(digit)
        elif is_plain(event) and event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the search field."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._head_widths = {}
            self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
            self.viewport().update()

    def _mark(self, column: Column, order: Qt.SortOrder) -> None:
        self._sorted = column, order
        self.horizontalHeader().setSortIndicator(column, order)

    def _fit(self) -> None:
        """Give each column the room of its longest text, and of its name."""
        head = self.horizontalHeader()
        if not self._head_widths:  # asked once for a look: the style sheet takes its time to tell
            self._head_widths = {column: head.sectionSizeHint(column) for column in Column}
        for column, width in fitting_widths(self._model, self._cells, _WIDEST).items():
            self.setColumnWidth(column, max(width, self._head_widths[column]))
