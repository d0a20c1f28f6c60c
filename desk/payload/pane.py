"""The payload pane: what was pasted on the left, the errors that were read from it on the right.

A long log shows the table of its codes instead, in the same place.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.payload.error_model import ErrorItem
from desk.payload.head import PayloadHead
from desk.payload.marks import Lit, counts_of, lit_parts
from desk.payload.notes import notes_of_log, notes_of_text
from desk.payload.pane_parts import PaneParts
from desk.payload.shown_text import MOST
from desk.results.empty_state import Notice
from desk.style.card import Card
from desk.style.look import Look
from desk.style.plain_splitter import PlainSplitter
from index.payload.triage_table import Triage
from index.reports import Explanation

_MANY = 8
"""Errors from which the table of codes is offered."""
LEAST_HEIGHT = 168
"""Pixels of the head with some lines of text, and of the table in a low window."""
_SHARE = 0.55
"""Of the window's panes that a table may take by itself: beyond it there is no room left for the entry."""
_BEFORE_CUT = 40
_TEXT_SHARE = 0.55
"""Of the window's width that the text has before it was ever shown."""
_NO_BOUND = 100_000


class PayloadPane(Retranslated, Card):
    """Hidden until something is pasted."""

    error_selected = Signal(int)
    """Position of the current error, -1 for none."""
    opened = Signal()
    """Enter on an error."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""
    ids_wanted = Signal()
    """Copy the request ids."""
    id_wanted = Signal(str)
    """Copy this request id."""
    triage_wanted = Signal()
    """Show the table of this text's codes."""
    text_wanted = Signal()
    """Back from the table to the text."""
    table_wanted = Signal()
    """Copy the table of codes."""
    close_wanted = Signal()
    """Put the pasted text away."""
    cancel_wanted = Signal()
    """Stop reading."""
    text_dropped = Signal(str)
    """Text was dropped."""
    files_dropped = Signal(object)
    """Paths of dropped files."""
    query_wanted = Signal(str)
    """Search for this instead."""
    height_wanted = Signal(int)
    """All that is shown would fit into so many pixels."""

    def __init__(self, look: Look, parent: QWidget | None = None, parts: PaneParts | None = None) -> None:
        super().__init__(look, parent)
        parts = parts or PaneParts(look, self)
        self.setObjectName("payloadPane")
        self._look = look
        self._found: Explanation | None = None
        self._lit: tuple[Lit, ...] = ()
        self.view, self.errors, self.triage = parts.view, parts.errors, parts.triage
        self.head = PayloadHead(look, self._ids, self)
        self._pages, self._table = QStackedWidget(self), QWidget(self)
        self.name = ""
        self._arrange()
        self._connect()
        self.retranslate()
        if parts.look != look:
            self.set_look(look)

    def prepare(self) -> None:
        """Style everything now, so that the first paste need not wait for it."""
        for child in self.findChildren(QWidget):
            child.ensurePolished()

    def show_reading(self, text: str) -> None:
        """Show a text that is being read."""
        self._found = None
        self.view.show_text(text, (), read=False)
        self.errors.set_items(
            (), Notice(title=self.tr("Reading…"), hint=self.tr("Large texts take a moment."))
        )
        self._turn_to(self._splitter)
        self.head.say_reading(self.tr("Reading the pasted text…"))
        self._fit()

    def show_found(self, found: Explanation) -> None:
        """Show what was read."""
        self._found = found
        self._lit = lit_parts(found)
        self._turn_to(self._splitter)
        self.view.show_text(found.text, self._lit)
        items = tuple(ErrorItem(matched=matched) for matched in found.errors)
        self.errors.set_items(items, None if items else self._nothing(found))
        self._say()
        self._fit()

    def renew(self, found: Explanation) -> None:
        """Show the same errors as they stand now; text, selection and focus stay."""
        self._found = found
        self.errors.renew(found.errors)

    def show_triage_reading(self, name: str) -> None:
        """Show that a long log is being read; `name` is its file, "" for a pasted text."""
        self.name = name
        self.triage.show_notice(
            Notice(title=self.tr("Reading…"), hint=self.tr("The codes of the log are being counted."))
        )
        # The head first: the pane is as high as the head and some rows, and a height that changes moves the whole window.
        self.head.show_progress(0, 0)
        self.head.say_reading(self.tr("Reading {name}…").format(name=self._log_name()))
        self._turn_to(self._table)

    def show_triage_progress(self, done: int, total: int) -> None:
        """Show how many bytes of how many were read; a total of 0 is not known."""
        self.head.show_progress(done, total)

    def show_triage(self, found: Triage) -> None:
        """Show the table of a log."""
        self._turn_to(self._table)
        self.triage.show_found(found)
        self._say()

    def show_text(self) -> None:
        """Go back from the table to text and errors."""
        self._turn_to(self._splitter)
        self._say()
        self._fit()
        self._select(self.errors.position())

    def shows_triage(self) -> bool:
        """Tell whether the table of codes is shown, not text and errors."""
        return self._pages.currentWidget() is self._table

    def step(self, by: int) -> None:
        """Go to the next or previous error, or code of the table."""
        (self.triage if self.shows_triage() else self.errors).step(by)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the list of errors, or the table."""
        (self.triage if self.shows_triage() else self.errors).setFocus(reason)

    def confirm(self, number: int) -> None:
        """Mark the error as confirmed, where errors are shown."""
        if not self.shows_triage():
            self.errors.confirm(number)

    def found(self) -> Explanation | None:
        """Return what is shown."""
        return self._found

    def clear(self) -> None:
        """Forget the text."""
        self._found = None
        self.view.show_text("", ())
        self.errors.set_items(())
        self.triage.show_found(Triage())
        self._turn_to(self._splitter)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what has a style sheet of its own."""
        return self.head, self.view, self.errors, self._table

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._look = look
        self.view.set_look(look)
        self.errors.set_look(look)
        self.triage.set_look(look)
        self.head.set_look(look)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pasted text and its errors"))
        self._say()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would pass over all that stands before it in this pane.
        self.take_focus(event.reason())

    def _say(self) -> None:
        """Say in the head what is shown now."""
        if self.shows_triage():
            self._say_triage(self.triage.found())
        elif self._found is not None:
            self._say_found(self._found)

    def _say_found(self, found: Explanation) -> None:
        told = sum(1 + len(matched.error.more_spans) for matched in found.errors)
        many = told >= _MANY or bool(found.notes)
        self.head.say(
            self.tr("Pasted text"),
            ids=bool(found.request_ids),
            table=False,
            switch=self.tr("Table of codes") if many else "",
        )
        self.head.show_counts(counts_of(found, self._lit))
        self.head.show_notes(*notes_of_text(found, cut=self.view.is_cut()))

    def _say_triage(self, found: Triage) -> None:
        back = self.tr("Text and errors") if self._found is not None else ""
        self.head.say(self._log_name(), ids=bool(found.rows), table=bool(found.rows), switch=back)
        self.head.show_counts({})
        self.head.show_notes(notes_of_log(found), ())

    def _ids(self) -> tuple[tuple[str, ...], int]:
        """Return the request ids that can be copied now, and how many there are."""
        row = self.triage.current_row() if self.shows_triage() else None
        if row is not None:
            return row.request_ids, row.id_count
        ids = self._found.request_ids if self._found is not None else ()
        return ids, len(ids)

    def _go_to(self, place: int) -> None:
        self.view.go_to((max(place - _BEFORE_CUT, 0), place))
        self.view.setFocus()

    def _log_name(self) -> str:
        return self.name or self.tr("Pasted log")

    def _turn_to(self, page: QWidget) -> None:
        """Show text and errors, or the table; the focus stays inside the pane."""
        focused = self.isAncestorOf(self.window().focusWidget())
        self._pages.setCurrentWidget(page)
        self.setMinimumHeight(LEAST_HEIGHT)
        if page is self._table:
            self.height_wanted.emit(_NO_BOUND)
            rows = self.parentWidget()
            if isinstance(rows, PlainSplitter):  # no minimum: it would reach beyond a low window
                rows.give(self, self.head.sizeHint().height() + self.triage.least_height(), _SHARE)
        if focused:
            self.take_focus()

    def _fit(self) -> None:
        """Ask for the height of the text and of its errors; where there are none, their place holds advice."""
        if self._found is not None and not self._found.errors:
            self.height_wanted.emit(_NO_BOUND)
            return
        width = self.view.width() if self.isVisible() else round(self.window().width() * _TEXT_SHARE)
        inside = max(self.view.height_for(width), self.errors.height_of_rows())
        self.height_wanted.emit(self.head.sizeHint().height() + inside)

    def _switch_page(self) -> None:
        (self.text_wanted if self.shows_triage() else self.triage_wanted).emit()

    def _nothing(self, found: Explanation) -> Notice:
        line = next((line.strip() for line in found.text[:MOST].splitlines() if line.strip()), "")[:80]
        return Notice(
            title=self.tr("No error code was read here"),
            hint=self.tr("Paste more of the response, or search for its first line:"),
            suggestions=(line,) if line else (),
        )

    def _arrange(self) -> None:
        self._splitter = PlainSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.errors)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self._pages.addWidget(self._splitter)
        inside = QVBoxLayout(self._table)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.triage)
        self._pages.addWidget(self._table)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.errors.error_selected.connect(self._select)
        for part in (self.errors, self.triage):
            part.opened.connect(self.opened)
            part.digit_pressed.connect(self.digit_pressed)
        self.errors.suggestion_chosen.connect(self.query_wanted)
        self.view.digit_pressed.connect(self.digit_pressed)
        self.view.text_dropped.connect(self.text_dropped)
        self.view.files_dropped.connect(self.files_dropped)
        head = self.head
        head.ids_wanted.connect(self.ids_wanted)
        head.id_wanted.connect(self.id_wanted)
        head.switch_wanted.connect(self._switch_page)
        head.table_wanted.connect(self.table_wanted)
        head.cancel_wanted.connect(self.cancel_wanted)
        head.close_wanted.connect(self.close_wanted)
        head.place_chosen.connect(self._go_to)

    def _select(self, position: int) -> None:
        if self._found is not None and 0 <= position < len(self._found.errors):
            self.view.go_to(self._found.errors[position].error.span)
        self.error_selected.emit(position)
