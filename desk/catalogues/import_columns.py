"""Which column was read as what, with a box at each to say better: this is what makes any page readable."""

from collections.abc import Iterator
from functools import partial
from time import perf_counter

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desk.catalogues.import_state import ColumnGroup
from desk.catalogues.import_words import column_said, reason_said, where_said
from desk.language.counted import Counted
from desk.language.marking import QT_TRANSLATE_NOOP
from desk.style.look import Look

translate = QCoreApplication.translate

_MOST_GROUPS = 30
_SAMPLE = 60
_SHOWN_TOGETHER = 6
"""Rows of a block that are shown in one turn."""
_TURN_S = 0.003
"""Rows are added for so long before keys and mouse are looked at again."""

_FIELDS = {
    "other": QT_TRANSLATE_NOOP("Import", "not used"),
    "code": QT_TRANSLATE_NOOP("Import", "Code"),
    "name": QT_TRANSLATE_NOOP("Import", "Another name of the code"),
    "status": QT_TRANSLATE_NOOP("Import", "HTTP status"),
    "message": QT_TRANSLATE_NOOP("Import", "Message"),
    "description": QT_TRANSLATE_NOOP("Import", "Description"),
    "solution": QT_TRANSLATE_NOOP("Import", "Solution"),
}
_READ_AS = {"": "other", "also_codes": "name"}
"""Fields of a document that bear another name in a mapping."""


class FieldBox(QComboBox):
    """A box that the wheel does not change on its way down the page."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ColumnsPage(QScrollArea):
    """One block for all tables with the same columns. They come a few rows at a time: a page may have many."""

    chosen = Signal(str, str)
    """A column is what the user says: its name and the field."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.boxes: list[QComboBox] = []
        self._column = QVBoxLayout()
        self._groups: tuple[ColumnGroup, ...] | None = None
        self._rows: Iterator[bool] = iter(())
        self._focused: int | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._add)

    def show_groups(self, groups: tuple[ColumnGroup, ...]) -> None:
        """Show the tables of a document once they can be seen; the focus stays at its box."""
        self._groups = groups
        if self.isVisible():
            self._begin()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        """Begin to show what is to be shown, if it is not there yet."""
        if self._groups is None:
            return
        groups, self._groups = self._groups, None
        self._focused = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), None)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(16)
        self.boxes = []
        self._column.addWidget(
            _label(
                translate("Import", "If a column was taken for the wrong thing, say here what it is.")
                if groups
                else translate("Import", "There is no table in this document."),
                muted=True,
            )
        )
        self._column.addStretch(1)
        self.setWidget(inside)
        self._rows = (row for group in groups[:_MOST_GROUPS] for row in self._group(group))
        self._turn.start()

    def is_whole(self) -> bool:
        """Tell whether all is there that is to be shown."""
        return self._groups is None and not self._turn.isActive()

    def _add(self) -> None:
        """Add a few rows; the focus goes back to its box once that is there."""
        until = perf_counter() + _TURN_S
        while perf_counter() < until:
            shows = next(self._rows, None)
            if shows is None:
                self._turn.stop()
                return
            if shows:
                return  # the turn is full with what that brings: places to find, letters, painting
            if self._focused is not None and self._focused < len(self.boxes):
                self.boxes[self._focused].setFocus()
                self._focused = None

    def _group(self, group: ColumnGroup) -> Iterator[bool]:
        """Add a block, row by row; it is shown at once with its first rows. Tells after each step whether that shows."""
        block = QWidget()
        block.hide()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        title = _label(_title(group))
        title.setFont(self._look.font(bold=True))
        grid.addWidget(title, 0, 0, 1, 3)
        self._column.insertWidget(self._column.count() - 1, block)
        yield False
        for row, (name, read_as) in enumerate(group.columns.items(), 1):
            values = dict.fromkeys(cells[row - 1] for cells in group.sample if cells[row - 1])
            sample = _label(" · ".join(" ".join(value.split())[:_SAMPLE] for value in values), muted=True)
            sample.setFont(self._look.font(0.9))
            box = self._box(name, _READ_AS.get(read_as, read_as))
            head = _label(column_said(name))
            grid.addWidget(head, row, 0)
            grid.addWidget(sample, row, 1)
            grid.addWidget(box, row, 2)
            for made in (head, sample, box):
                made.ensurePolished()
            if row == _SHOWN_TOGETHER:
                block.show()
            yield row >= _SHOWN_TOGETHER
        block.show()
        yield True

    def _box(self, name: str, field: str) -> FieldBox:
        box = FieldBox()
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in _FIELDS.items():
            box.addItem(translate("Import", text), value)
        box.setCurrentIndex(box.findData(field))
        box.setAccessibleName(translate("Import", "Column {name} is").format(name=column_said(name)))
        box.activated.connect(partial(self._choose, name, box))
        self.boxes.append(box)
        return box

    def _choose(self, name: str, box: QComboBox, _at: int) -> None:
        self.chosen.emit(name, str(box.currentData()))


def _title(group: ColumnGroup) -> str:
    first = group.tables[0]
    place = where_said(first.where)
    name = where_said(first.name) or place
    if len(group.tables) > 1:
        said = translate("Import", "{name} and {more} more tables").format(
            name=name, more=len(group.tables) - 1
        )
    else:
        said = f"{name} · {place}" if place not in ("", name) else name
    if group.reason:
        left = translate("Import", "not read: {reason}").format(reason=reason_said(group.reason))
        return f"{said} · {left}"
    return f"{said} · " + Counted().rows(group.rows)


def _label(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if muted:
        label.setObjectName("muted")
    return label
