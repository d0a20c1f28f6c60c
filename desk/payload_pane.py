"""The payload pane: what was pasted on the left, the errors that were read from it on the right.

A long log shows the table of its codes instead, in the same place.
"""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.empty_state import Notice
from desk.error_list import ErrorList
from desk.error_model import ErrorItem
from desk.icons import icon
from desk.look import Look
from desk.payload_view import Kind, Lit, PayloadView, kind_pair
from desk.shown_text import MOST
from desk.triage_view import TriageView
from index.hits import Span
from index.payload.triage_table import Triage
from index.reports import Explanation

translate = QCoreApplication.translate

_MANY = 8
_KILO = 1000
_BAR_WIDTH = 120


class PayloadPane(QFrame):
    """Hidden until something is pasted."""

    error_selected = Signal(int)
    """Position of the current error, -1 for none."""
    opened = Signal()
    """Enter on an error."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""
    ids_wanted = Signal()
    """Copy the request ids."""
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

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payloadPane")
        self._look = look
        self._found: Explanation | None = None
        self._lit: tuple[Lit, ...] = ()
        self._title, self._notes = QLabel(self), QLabel(self)
        self._legend = {kind: QLabel(self) for kind in Kind}
        self._ids, self._cancel, self._close = QPushButton(self), QPushButton(self), QToolButton(self)
        self._switch, self._table = QPushButton(self), QPushButton(self)
        self._bar = QProgressBar(self)
        self.view, self.errors = PayloadView(look, self), ErrorList(look, self)
        self.triage = TriageView(look, self)
        self._pages = QStackedWidget(self)
        self._name = ""
        for label in (self._title, self._notes, *self._legend.values()):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setObjectName("muted")
        self._notes.setWordWrap(True)
        self._arrange()
        self._connect()
        self.set_look(look)
        self.retranslate()

    def prepare(self) -> None:
        """Style everything now, so that the first paste need not wait for it."""
        for child in self.findChildren(QWidget):
            child.ensurePolished()

    def show_reading(self, text: str) -> None:
        """Show a text that is being read."""
        self._found = None
        self.view.show_text(text, ())
        self.errors.set_items(
            (), Notice(title=self.tr("Reading…"), hint=self.tr("Large texts take a moment."))
        )
        self._turn_to(self._splitter)
        self._say_reading(self.tr("Reading the pasted text…"))

    def show_found(self, found: Explanation) -> None:
        """Show what was read."""
        self._found = found
        self._lit = lit_parts(found)
        self._turn_to(self._splitter)
        self.view.show_text(found.text, self._lit)
        items = tuple(ErrorItem(matched=matched) for matched in found.errors)
        self.errors.set_items(items, None if items else self._nothing(found))
        self._say()

    def show_triage_reading(self, name: str) -> None:
        """Show that a long log is being read; `name` is its file, "" for a pasted text."""
        self._name = name
        self.triage.show_notice(
            Notice(title=self.tr("Reading…"), hint=self.tr("The codes of the log are being counted."))
        )
        self._turn_to(self.triage)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say_reading(self.tr("Reading {name}…").format(name=self._log_name()))

    def show_triage_progress(self, done: int, total: int) -> None:
        """Show how many bytes of how many were read; a total of 0 is not known."""
        self._bar.setRange(0, total // _KILO)
        self._bar.setValue(min(done, total) // _KILO)

    def show_triage(self, found: Triage) -> None:
        """Show the table of a log."""
        self._turn_to(self.triage)
        self._bar.hide()
        self.triage.show_found(found)
        self._say()

    def show_text(self) -> None:
        """Go back from the table to text and errors."""
        self._turn_to(self._splitter)
        self._bar.hide()
        self._say()
        self._select(self.errors.position())

    def shows_triage(self) -> bool:
        """Tell whether the table of codes is shown, not text and errors."""
        return self._pages.currentWidget() is self.triage

    def step(self, by: int) -> None:
        """Go to the next or previous error, or code of the table."""
        (self.triage if self.shows_triage() else self.errors).step(by)

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
        self._bar.hide()
        self._turn_to(self._splitter)

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self.view.set_look(look)
        self.errors.set_look(look)
        self.triage.set_look(look)
        self._close.setIcon(icon("close", look))
        self._title.setFont(look.font(1.0, bold=True))
        self._notes.setFont(look.font(0.9))
        for button in (self._ids, self._cancel, self._switch, self._table):
            button.setFont(look.font(0.92))
        for kind, label in self._legend.items():
            pair = kind_pair(kind, look.colours)
            label.setFont(look.font(0.82, bold=True))
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            label.setStyleSheet(
                f"color: {pair.text}; background: {pair.ground}; border-radius: 4px; padding: 1px 6px;"
            )

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Pasted text and its errors"))
        self._close.setAccessibleName(self.tr("Close the pasted text"))
        self._close.setToolTip(self.tr("Close the pasted text (Ctrl+Shift+W)"))
        self._ids.setText(self.tr("Copy request ids"))
        self._ids.setToolTip(self.tr("Copy all request ids (Ctrl+Shift+R)"))
        self._table.setText(self.tr("Copy table"))
        self._table.setToolTip(self.tr("Copy the table as ticket text, without secrets"))
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("How much of the log is read"))
        self._say()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would pass over all that stands before it in this pane.
        (self.triage if self.shows_triage() else self.errors).setFocus(event.reason())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say_reading(self, title: str) -> None:
        self._title.setText(title)
        for widget in (self._notes, self._ids, self._switch, self._table, *self._legend.values()):
            widget.hide()
        self._cancel.show()

    def _say(self) -> None:
        """Say in the head what is shown now."""
        self._cancel.hide()
        self._table.setVisible(self.shows_triage() and bool(self.triage.rows()))
        if self.shows_triage():
            self._say_triage(self.triage.found())
        elif self._found is not None:
            self._say_found(self._found)

    def _say_found(self, found: Explanation) -> None:
        self._title.setText(self.tr("Pasted text"))
        notes = list(found.notes)
        if self.view.is_cut():
            notes.append(self.tr("Only the beginning is shown; all of it was read."))
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        self._ids.setVisible(bool(found.request_ids))
        told = sum(1 + len(matched.error.more_spans) for matched in found.errors)
        self._switch.setText(self.tr("Table of codes"))
        self._switch.setToolTip(self.tr("Count the codes: how often, first, last, request ids"))
        self._switch.setVisible(told >= _MANY)
        counts = dict.fromkeys(Kind, 0)
        for lit in self._lit:
            counts[lit.kind] += 1
        for kind, label in self._legend.items():
            label.setText(f"{translate('PayloadView', kind)} {counts[kind]}")
            label.setVisible(counts[kind] > 0)

    def _say_triage(self, found: Triage) -> None:
        self._title.setText(self._log_name())
        notes = [
            self.tr("Lines: {lines} · errors: {errors} · codes: {codes}").format(
                lines=f"{found.lines:,}", errors=f"{found.errors:,}", codes=f"{len(found.rows):,}"
            )
        ]
        if found.first_cause is not None:
            said = self.tr("Likely first cause: {code}, line {line}")
            notes.append(said.format(code=found.first_cause, line=f"{found.first_cause_line:,}"))
        if found.newest_first:
            notes.append(self.tr("The newest line comes first in this log."))
        self._notes.setText(" · ".join(notes))
        self._notes.show()
        self._ids.setVisible(bool(found.rows))
        self._switch.setText(self.tr("Text and errors"))
        self._switch.setToolTip("")
        self._switch.setVisible(self._found is not None)
        for label in self._legend.values():
            label.hide()

    def _log_name(self) -> str:
        return self._name or self.tr("Pasted log")

    def _turn_to(self, page: QWidget) -> None:
        """Show text and errors, or the table; the focus stays inside the pane."""
        focused = self.isAncestorOf(self.window().focusWidget())
        self._pages.setCurrentWidget(page)
        if focused:
            self.setFocus()

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
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(8)
        head.addWidget(self._title)
        for label in self._legend.values():
            head.addWidget(label)
        head.addWidget(self._notes, 1)
        head.addStretch(0)
        for part in (self._bar, self._cancel, self._switch, self._table, self._ids, self._close):
            head.addWidget(part)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        for part in (self._bar, self._cancel, self._switch, self._table):
            part.hide()
        top = QFrame(self)
        top.setObjectName("headline")
        top.setLayout(head)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.errors)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.triage)
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
        self._ids.clicked.connect(self.ids_wanted)
        self._switch.clicked.connect(self._switch_page)
        self._table.clicked.connect(self.table_wanted)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._close.clicked.connect(self.close_wanted)

    def _select(self, position: int) -> None:
        if self._found is not None and 0 <= position < len(self._found.errors):
            self.view.go_to(self._found.errors[position].error.span)
        self.error_selected.emit(position)


def lit_parts(found: Explanation) -> tuple[Lit, ...]:
    """List what to light up in a payload, in the order of the text; only what is shown of a large one."""
    shown: set[tuple[Kind, Span]] = set()
    for matched in found.errors:
        error = matched.error
        values = matched.matches[0].value_spans if matched.matches else ()
        for kind, spans in (
            (Kind.ERROR, (error.span, *error.more_spans)),
            (Kind.ID, error.id_spans),
            (Kind.VALUE, values),
        ):
            shown.update((kind, span) for span in spans if span[0] < span[1] <= MOST)
    shown.update((Kind.SECRET, secret.span) for secret in found.secrets if secret.span[1] <= MOST)
    return tuple(Lit(kind=kind, span=span) for kind, span in sorted(shown, key=lambda one: one[1]))
