"""The payload pane: what was pasted on the left, the errors that were read from it on the right."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
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
from index.hits import Span
from index.reports import Explanation

translate = QCoreApplication.translate


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
        self.view, self.errors = PayloadView(look, self), ErrorList(look, self)
        for label in (self._title, self._notes, *self._legend.values()):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setObjectName("muted")
        self._notes.setWordWrap(True)
        self._arrange()
        self._connect()
        self.set_look(look)
        self.retranslate()

    def show_reading(self, text: str) -> None:
        """Show a text that is being read."""
        self._found = None
        self.view.show_text(text, ())
        self.errors.set_items(
            (), Notice(title=self.tr("Reading…"), hint=self.tr("Large texts take a moment."))
        )
        self._title.setText(self.tr("Reading the pasted text…"))
        self._notes.hide()
        self._ids.hide()
        self._cancel.show()
        for label in self._legend.values():
            label.hide()

    def show_found(self, found: Explanation) -> None:
        """Show what was read."""
        self._found = found
        self._cancel.hide()
        self._lit = lit_parts(found)
        self.view.show_text(found.text, self._lit)
        items = tuple(ErrorItem(matched=matched) for matched in found.errors)
        self.errors.set_items(items, self._nothing(found))
        self._say()

    def found(self) -> Explanation | None:
        """Return what is shown."""
        return self._found

    def clear(self) -> None:
        """Forget the text."""
        self._found = None
        self.view.show_text("", ())
        self.errors.set_items(())

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self.view.set_look(look)
        self.errors.set_look(look)
        self._close.setIcon(icon("close", look))
        self._title.setFont(look.font(1.0, bold=True))
        self._notes.setFont(look.font(0.9))
        self._ids.setFont(look.font(0.92))
        self._cancel.setFont(look.font(0.92))
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
        self._cancel.setText(self.tr("Cancel"))
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say(self) -> None:
        found = self._found
        if found is None:
            return
        self._title.setText(self.tr("Pasted text"))
        notes = list(found.notes)
        if self.view.is_cut():
            notes.append(self.tr("Only the beginning is shown; all of it was read."))
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        self._ids.setVisible(bool(found.request_ids))
        counts = dict.fromkeys(Kind, 0)
        for lit in self._lit:
            counts[lit.kind] += 1
        for kind, label in self._legend.items():
            label.setText(f"{translate('PayloadView', kind)} {counts[kind]}")
            label.setVisible(counts[kind] > 0)

    def _nothing(self, found: Explanation) -> Notice:
        line = next((line.strip() for line in found.text.splitlines() if line.strip()), "")[:80]
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
        for button in (self._cancel, self._ids, self._close):
            head.addWidget(button)
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
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self.errors)

    def _connect(self) -> None:
        self.errors.error_selected.connect(self._select)
        self.errors.opened.connect(self.opened)
        self.errors.digit_pressed.connect(self.digit_pressed)
        self.errors.suggestion_chosen.connect(self.query_wanted)
        self.view.digit_pressed.connect(self.digit_pressed)
        self.view.text_dropped.connect(self.text_dropped)
        self.view.files_dropped.connect(self.files_dropped)
        self._ids.clicked.connect(self.ids_wanted)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._close.clicked.connect(self.close_wanted)

    def _select(self, position: int) -> None:
        if self._found is not None and 0 <= position < len(self._found.errors):
            self.view.go_to(self._found.errors[position].error.span)
        self.error_selected.emit(position)


def lit_parts(found: Explanation) -> tuple[Lit, ...]:
    """List what to light up in a payload, in the order of the text; only what is shown of a large one."""
    spans: list[tuple[Kind, Span]] = []
    for matched in found.errors:
        error = matched.error
        spans += [(Kind.ERROR, span) for span in (error.span, *error.more_spans)]
        spans += [(Kind.ID, span) for span in error.id_spans]
        if matched.matches:
            spans += [(Kind.VALUE, span) for span in matched.matches[0].value_spans]
    spans += [(Kind.SECRET, secret.span) for secret in found.secrets]
    shown = {(kind, span) for kind, span in spans if span[0] < span[1] <= MOST}
    return tuple(Lit(kind=kind, span=span) for kind, span in sorted(shown, key=lambda one: one[1]))
