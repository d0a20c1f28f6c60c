"""What is hidden in the ticket: every secret in a list, the ticket beside it, and a tick that shows one after all.

Nothing of this is remembered: the ticks are for the one copy made from here.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.language.refusals import refusal_said
from desk.language.retranslated import Retranslated
from desk.style.dialog_buttons import DialogButtons, Role, Standard
from desk.style.dialog_size import give_size
from desk.style.look import Look
from desk.style.quiet_table import make_quiet
from desk.tickets.hidden_items import HiddenItem, Preview
from desk.tickets.names import kind_name
from index.errors import DeskError

Write = Callable[[tuple[str, ...], Callable[[object], None]], object]
"""Takes the placeholders to show and where to hand the `Preview` or `DeskError`."""

_SIZE = (860, 520)
_SHOWN, _KIND, _PLACEHOLDER, _SAMPLE, _IN_TEXT, _IN_TICKET = range(6)


class HiddenDialog(Retranslated, QDialog):
    """Not modal. Ctrl+Z shows the current secret, or hides it again."""

    copy_wanted = Signal(object)
    """Copy with these placeholders shown, a tuple."""

    def __init__(self, write: Write, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("hiddenDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._write, self._look = write, look
        self._items: tuple[HiddenItem, ...] = ()
        self._is_answered = False
        self._shown: set[str] = set()
        self.table, self.ticket, self._words = QTableWidget(self), QPlainTextEdit(self), QLabel(self)
        self._buttons = DialogButtons(Standard.Close, self)
        self.copy_button = QPushButton(self)
        self.copy_button.setProperty("primary", True)  # noqa: FBT003 - a property's value
        self._buttons.addButton(self.copy_button, Role.AcceptRole)
        self.copy_button.setEnabled(False)
        self._arrange()
        self._connect()
        self.retranslate()
        self._ask()

    def shown(self) -> tuple[str, ...]:
        """Return the placeholders of the secrets that are to be shown."""
        return tuple(sorted(self._shown))

    def items(self) -> tuple[HiddenItem, ...]:
        """Return the secrets listed."""
        return self._items

    def words(self) -> str:
        """Return the line above the list."""
        return self._words.text()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("What is hidden"))
        self.copy_button.setText(self.tr("Copy ticket"))
        self.table.setAccessibleName(self.tr("Secrets"))
        self.ticket.setAccessibleName(self.tr("The ticket as it will be copied"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Show"),
                self.tr("Kind"),
                self.tr("Hidden as"),
                self.tr("Begins with (length)"),
                self.tr("In the text"),
                self.tr("In the ticket"),
            ]
        )
        self._say()

    def _arrange(self) -> None:
        table, look = self.table, self._look
        table.setColumnCount(6)
        make_quiet(table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        for area in (table, self.ticket):
            area.setProperty("card", True)  # noqa: FBT003 - a property's value
        self.ticket.setReadOnly(True)
        self.ticket.setTabChangesFocus(True)
        self.ticket.setFont(look.mono_font(0.92))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(table)
        splitter.addWidget(self.ticket)
        splitter.setSizes([200, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(splitter, 1)
        column.addWidget(self._buttons)
        give_size(self, *_SIZE)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._ticked)
        self._buttons.accepted.connect(self._copy)
        self._buttons.rejected.connect(self.close)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._turn_current)

    def _ask(self) -> None:
        # The answer may come after the dialog was closed.
        self._write(self.shown(), lambda answer: self._take(answer) if shiboken6.isValid(self) else None)

    def _take(self, answer: object) -> None:
        if isinstance(answer, DeskError):
            self._words.setText(refusal_said(answer))
            self.copy_button.setEnabled(False)
        elif isinstance(answer, Preview):
            self._is_answered = True
            if answer.items != self._items:
                self._items = answer.items
                self._list()
            self.ticket.setPlainText(answer.text)
            self._light()
            self.copy_button.setEnabled(True)
            self._say()

    def _list(self) -> None:
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's switch
        self.table.setRowCount(len(self._items))
        for row, item in enumerate(self._items):
            texts = ("", kind_name(item.kind), item.placeholder, item.sample, item.in_text, item.in_ticket)
            for column, text in enumerate(texts[1:], _KIND):
                self.table.setItem(row, column, QTableWidgetItem(str(text)))
            self.table.setItem(row, _SHOWN, self._tick(item))
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's switch
        if self._items and self.table.currentRow() < 0:
            self.table.setCurrentCell(0, _SHOWN)

    def _tick(self, item: HiddenItem) -> QTableWidgetItem:
        tick = QTableWidgetItem()
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        tick.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if item.in_ticket else flags)
        shown = item.placeholder in self._shown
        tick.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        said = self.tr("Show {placeholder}").format(placeholder=item.placeholder)
        tick.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        return tick

    def _ticked(self, changed: QTableWidgetItem) -> None:
        if changed.column() != _SHOWN or changed.row() >= len(self._items):
            return
        placeholder = self._items[changed.row()].placeholder
        if changed.checkState() == Qt.CheckState.Checked:
            self._shown.add(placeholder)
        else:
            self._shown.discard(placeholder)
        self._ask()

    def _turn_current(self) -> None:
        tick = self.table.item(self.table.currentRow(), _SHOWN)
        if tick is not None and tick.flags() & Qt.ItemFlag.ItemIsEnabled:
            shown = tick.checkState() == Qt.CheckState.Checked
            tick.setCheckState(Qt.CheckState.Unchecked if shown else Qt.CheckState.Checked)

    def _say(self) -> None:
        hidden = sum(1 for item in self._items if item.in_ticket and item.placeholder not in self._shown)
        if not self._is_answered:
            line = self.tr("Looking for secrets…")
        elif not self._items:
            line = self.tr("Nothing in this ticket looks like a secret.")
        elif not any(item.in_ticket for item in self._items):
            line = self.tr("None of these is in the ticket.")
        else:
            line = self.tr(
                "Hidden in the ticket: {hidden}. Shown after all: {shown}. Ticks are for this copy only."
            )
        self._words.setText(line.format(hidden=hidden, shown=len(self._shown)))

    def _light(self) -> None:
        """Light up the placeholders in the ticket."""
        pair = self._look.colours.secret
        shape = QTextCharFormat()
        shape.setBackground(QColor(pair.ground))
        shape.setForeground(QColor(pair.text))
        shape.setFontUnderline(pair.lined)
        lit: list[QTextEdit.ExtraSelection] = []
        for item in self._items:
            cursor = QTextCursor(self.ticket.document())
            while not (cursor := self.ticket.document().find(item.placeholder, cursor)).isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, shape
                lit.append(selection)
        self.ticket.setExtraSelections(lit)

    def _copy(self) -> None:
        self.copy_wanted.emit(self.shown())
        self.close()
