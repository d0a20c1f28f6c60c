"""Which column was read as what, with a box at each to say better: this is what makes any page readable."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QWheelEvent
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
    """One block for all tables with the same columns."""

    chosen = Signal(str, str)
    """A column is what the user says: its name and the field."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.boxes: list[QComboBox] = []

    def show_groups(self, groups: tuple[ColumnGroup, ...]) -> None:
        """Show the tables of a document; the focus stays at its box."""
        focused = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), None)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(16)
        self.boxes = []
        column.addWidget(
            _label(
                translate("Import", "If a column was taken for the wrong thing, say here what it is.")
                if groups
                else translate("Import", "There is no table in this document."),
                muted=True,
            )
        )
        for group in groups[:_MOST_GROUPS]:
            column.addWidget(self._group(group))
        column.addStretch(1)
        self.setWidget(inside)
        if focused is not None and focused < len(self.boxes):
            self.boxes[focused].setFocus()

    def _group(self, group: ColumnGroup) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        title = _label(_title(group))
        title.setFont(self._look.font(bold=True))
        grid.addWidget(title, 0, 0, 1, 3)
        for row, (name, read_as) in enumerate(group.columns.items(), 1):
            values = dict.fromkeys(cells[row - 1] for cells in group.sample if cells[row - 1])
            sample = _label(" · ".join(" ".join(value.split())[:_SAMPLE] for value in values), muted=True)
            sample.setFont(self._look.font(0.9))
            box = self._box(name, _READ_AS.get(read_as, read_as))
            head = _label(column_said(name))
            head.setBuddy(box)
            grid.addWidget(head, row, 0)
            grid.addWidget(sample, row, 1)
            grid.addWidget(box, row, 2)
        return block

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
