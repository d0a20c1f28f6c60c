"""The user's own glossary: one concept a line, checked while it is written, kept as a whole or not at all."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.careful_dialog import CarefulDialog
from desk.language.retranslated import Retranslated
from desk.memory.library_thread import Job
from desk.settings.glossary_faults import told
from desk.settings.pages import muted_label
from desk.style.dialog_size import give_size
from desk.style.look import Look
from desk.tickets.template_editor import TemplateEditor
from index.glossary_own import LineFault, own_faults

if TYPE_CHECKING:
    from index.library.desk_library import DeskLibrary

Run = Callable[[Job, Callable[[object], object], Callable[[str], object]], object]
"""Does a job on the library thread; its result, or the line that says why not, comes in the window's."""

EXAMPLE = "跳板机 = bastion host = jump box"
_REST_MS = 200
_SIZE = (720, 520)
_FAULTS_HEIGHT = 84
_LINE = Qt.ItemDataRole.UserRole


class GlossaryDialog(Retranslated, CarefulDialog):
    """Not modal. Nothing is kept before Save; lines that were not saved are asked about once."""

    kept = Signal()
    """Other lines are kept now: the search has to take them in."""

    def __init__(self, run: Run, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("glossaryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._run = run
        self._clean: list[str] = []
        self._checks = 0
        self._warned = False
        self.editor, self.faults = TemplateEditor(look, self), QListWidget(self)
        self.save, self.leave = QPushButton(self), QPushButton(self)
        self._told, self._example, self._said = QLabel(self), QLabel(self), muted_label(self)
        self._example.setFont(look.mono_font(0.95))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._arrange()
        self._connect()
        self.retranslate()
        self.editor.setReadOnly(True)  # until the lines are there
        self._ask(lambda library: library.glossary.all(), self._show)

    def lines(self) -> list[str]:
        """Return what is written, line by line."""
        lines = self.editor.toPlainText().split("\n")
        while lines and not lines[-1].strip():
            lines.pop()
        return lines

    def said(self) -> str:
        """Return what was said last."""
        return self._said.text()

    def set_look(self, look: object) -> None:
        """Change colours and fonts of what paints itself."""
        if isinstance(look, Look):
            self.editor.set_look(look)
            self._example.setFont(look.mono_font(0.95))

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("My glossary"))
        self._told.setText(
            self.tr(
                "Write words that mean the same in one line, with = between them: who searches for one of them finds "
                "the others. For example:"
            )
        )
        self.editor.setAccessibleName(self.tr("Lines of my glossary"))
        self.faults.setAccessibleName(self.tr("Faults"))
        self.save.setText(self.tr("Save"))
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))  # a new text takes it away
        self.leave.setText(self.tr("Cancel"))

    @override
    def may_close(self) -> bool:
        if self._warned or self.lines() == self._clean:
            return True
        self._warned = True
        self._say(self.tr("Not saved. Save, or close again to give up what you changed."))
        return False

    def _arrange(self) -> None:
        for label in (self._told, self._example):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._example.setText(EXAMPLE)
        self._example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told.setWordWrap(True)
        self.save.setProperty("primary", True)  # noqa: FBT003 - a property's value
        self.save.setEnabled(False)
        for button in (self.save, self.leave):
            button.setAutoDefault(False)
        for area in (self.editor, self.faults):
            area.setProperty("card", True)  # noqa: FBT003 - a property's value
        self.faults.setFixedHeight(_FAULTS_HEIGHT)
        self.faults.hide()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for widget in (self._told, self._example):
            column.addWidget(widget)
        column.addWidget(self.editor, 1)
        column.addWidget(self.faults)
        column.addLayout(foot)
        self.editor.setFocus()
        give_size(self, *_SIZE)

    def _connect(self) -> None:
        self._rest.timeout.connect(self._check)
        self.editor.textChanged.connect(self._typed)
        self.save.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)
        window = self.parentWidget()
        if window is not None:
            window.installEventFilter(self)  # the window must not go away with unsaved lines
        for signal in (self.faults.itemActivated, self.faults.itemClicked):
            signal.connect(lambda item: self.editor.go_to(item.data(_LINE)))

    def _ask(self, job: Callable[["DeskLibrary"], object], then: Callable[[object], object]) -> None:
        def take(found: object) -> None:
            if shiboken6.isValid(self):  # else closed meanwhile
                then(found)

        def refuse(line: str) -> None:
            if shiboken6.isValid(self):
                self._say(line)
                self.save.setEnabled(not self.editor.isReadOnly())

        self._run(job, take, refuse)

    def _show(self, lines: object) -> None:
        if not isinstance(lines, tuple):
            return
        self.editor.setReadOnly(False)
        self.editor.setPlainText("\n".join(one.line for one in lines))
        self._clean = self.lines()  # as the editor gives them back
        damaged = [str(number) for number, one in enumerate(lines, 1) if one.damaged]
        if damaged:
            self._say(
                self.tr("Damaged on the disk, look at it before you save: line {numbers}").format(
                    numbers=", ".join(damaged)
                )
            )

    def _typed(self) -> None:
        self._warned = False
        self._say("")
        self._rest.start()

    def _check(self) -> None:
        self._checks += 1
        lines = self.lines()
        self._ask(lambda _library: own_faults(lines), partial(self._show_faults, self._checks))

    def _show_faults(self, number: int, faults: object) -> None:
        if number != self._checks or not isinstance(faults, list):
            return  # an older text
        self.faults.clear()
        for fault in faults:
            if isinstance(fault, LineFault):
                line = self.tr("Line {line}: {message}").format(line=fault.line, message=told(fault))
                QListWidgetItem(line, self.faults).setData(_LINE, fault.line)
        self.faults.setVisible(bool(faults))
        self.editor.mark(fault.line for fault in faults)
        self.save.setEnabled(not faults and self.lines() != self._clean)

    def _keep(self) -> None:
        lines = self.lines()
        self.save.setEnabled(False)
        self._ask(lambda library: library.glossary.replace(lines), self._kept)

    def _kept(self, _nothing: object) -> None:
        self._clean = self.lines()
        self.kept.emit()
        self.accept()

    def _say(self, line: str) -> None:
        self._said.setText(line)
