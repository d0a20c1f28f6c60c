"""The head of the payload pane: what is shown, a legend, what could not be read and where, progress, and buttons."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.own_keys import EnterButton
from desk.payload.legend_mark import LegendMark
from desk.payload.marks import Kind, mark_shape
from desk.style.icons import icon
from desk.style.look import Look

translate = QCoreApplication.translate

_KILO = 1000
_BAR_WIDTH, _GAP, _EDGES = 120, 8, (16, 8, 8, 8)
_MOST_IDS, _DIGITS = 20, 9


class PayloadHead(Retranslated, QFrame):
    """Says what it is told; its buttons only tell that they were pressed."""

    ids_wanted = Signal()
    """Copy all request ids."""
    id_wanted = Signal(str)
    """Copy this one."""
    switch_wanted = Signal()
    """To the table of codes, or back to the text."""
    table_wanted = Signal()
    """Copy the table of codes."""
    cancel_wanted = Signal()
    """Stop reading."""
    close_wanted = Signal()
    """Put everything away."""
    place_chosen = Signal(int)
    """Go to this place in the text."""

    def __init__(
        self, look: Look, ids: Callable[[], tuple[tuple[str, ...], int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._ids_now = ids
        self.title, self.notes, self.bar = QLabel(self), QLabel(self), QProgressBar(self)
        self.legend = {kind: LegendMark(self) for kind in Kind}
        self._wanted: list[LegendMark] = []
        self.places: list[QPushButton] = []
        self.cancel, self.switch, self.table, self.ids = (QPushButton(self) for _ in range(4))
        self.close_button = EnterButton(self)
        for button in (self.cancel, self.switch, self.table, self.ids):
            button.setAutoDefault(True)  # Enter presses it, not only the space bar
        for label in (self.title, self.notes):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setObjectName("muted")
        self.notes.setWordWrap(True)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._list_ids)
        self.ids.setMenu(self._menu)
        self._arrange()
        self.cancel.clicked.connect(self.cancel_wanted)
        self.switch.clicked.connect(self.switch_wanted)
        self.table.clicked.connect(self.table_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.set_look(look)
        self.retranslate()

    def say_reading(self, title: str) -> None:
        """Say that something is being read; it can be cancelled."""
        self.title.setText(title)
        self.show_counts({})
        self.show_notes("", ())
        for button in (self.ids, self.switch, self.table):
            button.hide()
        self.cancel.show()

    def say(self, title: str, *, ids: bool, table: bool, switch: str) -> None:
        """Say what is shown; `ids` and `table` can be copied, `switch` are the words of the way to the other page."""
        self.title.setText(title)
        self.cancel.hide()
        self.bar.hide()
        self.ids.setVisible(ids)
        self.table.setVisible(table)
        self.switch.setText(switch)
        self.switch.setVisible(bool(switch))

    def show_counts(self, counts: dict[Kind, int]) -> None:
        """Show the legend of what is lit up."""
        for kind, mark in self.legend.items():
            mark.set_text(f"{translate('PayloadView', kind)} {counts.get(kind, 0)}")
        self._wanted = [mark for kind, mark in self.legend.items() if counts.get(kind, 0) > 0]
        self._fit()

    def show_notes(self, notes: str, places: tuple[tuple[str, int], ...]) -> None:
        """Say what is to be known besides, and offer ways to places of the text."""
        for button in self.places:
            self._second.removeWidget(button)
            button.deleteLater()
        self.places = []
        for words, place in places:
            button = QPushButton(words, self)
            button.setFont(self.cancel.font())
            button.setToolTip(self.tr("Show this place in the text"))
            button.setAutoDefault(True)
            button.clicked.connect(partial(self.place_chosen.emit, place))
            self._second.insertWidget(self._second.count() - 1, button)
            self.places.append(button)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        # A wrapping label asks for a narrow column: without places beside it, it gets the whole width.
        self._second.setStretchFactor(self.notes, 0 if places else 1)
        self._second.setStretch(self._second.count() - 1, 1 if places else 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many bytes of how many were read; a total of 0 is not known."""
        self.bar.setRange(0, total // _KILO)
        self.bar.setValue(min(done, total) // _KILO)
        self.bar.show()

    def progress(self) -> int | None:
        """Return how much of a log was read, in percent; None where that is not known."""
        return 100 * self.bar.value() // self.bar.maximum() if self.bar.maximum() else None

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self.close_button.setIcon(icon("close", look))
        self.title.setFont(look.font(1.0, bold=True))
        self.notes.setFont(look.font(0.9))
        for button in (self.ids, self.cancel, self.switch, self.table, *self.places):
            button.setFont(look.font(0.92))
        for kind, mark in self.legend.items():
            mark.set_shape(mark_shape(kind, look.colours), look.font(0.82, bold=True))
        self._fit()

    @override
    def retranslate(self) -> None:
        self.close_button.setAccessibleName(self.tr("Close the pasted text"))
        self.close_button.setToolTip(self.tr("Close the pasted text (Ctrl+Shift+W)"))
        self.ids.setText(self.tr("Copy request ids"))
        self.ids.setToolTip(self.tr("Copy all request ids (Ctrl+Shift+R) or one of them"))
        self.table.setText(self.tr("Copy table"))
        self.table.setToolTip(self.tr("Copy the table as ticket text, without secrets"))
        self.cancel.setText(self.tr("Cancel"))
        self.switch.setToolTip(self.tr("Count the codes: how often, first, last, request ids"))
        self.bar.setAccessibleName(self.tr("How much of the log is read"))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, give up the title and then the last of the legend, and cut no button off."""
        others = [self.bar, self.cancel, self.switch, self.table, self.ids, self.close_button]
        shown = [one for one in others if not one.isHidden()]
        room = self.width() - _EDGES[0] - _EDGES[2]
        room -= sum(one.sizeHint().width() + _GAP for one in (*shown, *self._wanted))
        title = self.title.sizeHint().width() + _GAP
        self.title.setVisible(room >= title or not self._wanted)
        for mark in reversed(self._wanted):
            mark.setVisible(room >= 0)
            room += 0 if room >= 0 else mark.sizeHint().width() + _GAP
        for mark in self.legend.values():
            if mark not in self._wanted:
                mark.hide()

    def _list_ids(self) -> None:
        self._menu.clear()
        ids, total = self._ids_now()
        words = self.tr("All request ids: {count}")
        if total > len(ids):
            words = self.tr("The first {count} of {total} request ids")
        from desk.language.mnemonics import marked  # noqa: PLC0415 - the start opens no menu

        text = marked(words.format(count=f"{len(ids):,}", total=f"{total:,}"), "R")
        self._menu.addAction(text).triggered.connect(self.ids_wanted)
        self._menu.addSeparator()
        for number, one in enumerate(ids[:_MOST_IDS], 1):
            # A digit presses each of the first nine; letters within an id would look as if they were part of it.
            before = f"&{number}  " if number <= _DIGITS else ""
            line = self._menu.addAction(before + one.replace("&", "&&"))
            line.triggered.connect(partial(self.id_wanted.emit, one))

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self.title)
        for mark in self.legend.values():
            first.addWidget(mark)
        first.addStretch(1)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        for part in (self.bar, self.cancel, self.switch, self.table, self.ids, self.close_button):
            first.addWidget(part)
        self._second = QHBoxLayout()
        self._second.setSpacing(8)
        self._second.addWidget(self.notes)
        self._second.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*_EDGES)
        rows.setSpacing(4)
        rows.addLayout(first)
        rows.addLayout(self._second)
        for part in (self.bar, self.cancel, self.switch, self.table):
            part.hide()
