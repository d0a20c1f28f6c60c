"""The form of the templates dialog: list, editor, faults and preview in their places."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desk.detail.safe_browser import SafeBrowser
from desk.language.refusals import refusal_said
from desk.style.dialog_size import give_size
from desk.style.look import Look
from desk.tickets.names import LANGUAGE_NAMES
from desk.tickets.template_editor import TemplateEditor
from desk.tickets.template_jobs import Checked

_SIZE = (1080, 640)
_LIST_WIDTH = 220
_FAULTS_HEIGHT = 84
_NAMES = (
    "title, errors, error.code, error.service, error.provider, error.status_meaning, error.message, "
    "error.values, error.meaning, error.steps, error.request_ids, error.source, error.ask, note, words, labels"
)
"""Those most wanted; the program's templates show the others at work."""


class TemplatesForm(QWidget):
    """Shows what it is given; the dialog decides."""

    NAME = Qt.ItemDataRole.UserRole

    def __init__(self, look: Look, dialog: QDialog) -> None:
        super().__init__(dialog)
        dialog.setObjectName("templatesDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list, self.faults = QListWidget(self), QListWidget(self)
        self.name, self.language = QLineEdit(self), QComboBox(self)
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.editor, self.preview = TemplateEditor(look, self), SafeBrowser(self)
        self.preview.copy_wanted.connect(lambda chosen: QApplication.clipboard().setText(chosen.part()))
        # An example stands there, nothing of a customer.
        self.preview.marked.connect(lambda chosen: self.preview.hand_out(chosen, chosen.part()))
        self.new, self.remove, self.undo = (QPushButton(self) for _ in range(3))
        self.save, self.leave = QPushButton(self), QPushButton(self)
        self._titles = [QLabel(self) for _ in range(4)]
        self._said, self._names = QLabel(self), QLabel(self)
        for label in (self._said, self._names):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self.save.setProperty("primary", True)  # noqa: FBT003 - a property's value
        for button in (self.new, self.remove, self.undo, self.save, self.leave):
            button.setAutoDefault(False)  # Enter in the name must not save
        self.undo.hide()
        self.list.setSpacing(3)
        for area in (self.list, self.faults, self.editor, self.preview):
            area.setProperty("card", True)  # noqa: FBT003 - a property's value
        self._names.setObjectName("muted")
        self._names.setWordWrap(True)
        self.faults.setFixedHeight(_FAULTS_HEIGHT)
        self.faults.itemActivated.connect(self._go_to_fault)
        self.faults.itemClicked.connect(self._go_to_fault)
        self._arrange()
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)
        give_size(dialog, *_SIZE)
        self._dialog = dialog
        self.retranslate()

    def show_template(self, name: str, language: str, source: str, *, own: bool) -> None:
        """Show a template."""
        self.name.setText(name)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.remove.setEnabled(own)
        self.editor.setPlainText(source)

    def begin(self, name: str) -> None:
        """Let the user name a new template."""
        self.name.setText(name)
        self.name.setFocus()
        self.name.selectAll()
        self.say(self.tr("Give it a name of small letters, digits and hyphens, then save."))

    def show_checked(self, checked: Checked) -> None:
        """Show the faults by line, or what the template makes; the last good preview stays while there are faults."""
        self.faults.clear()
        for fault in checked.faults:
            said = self.tr("Line {line}: {message}").format(line=fault.line, message=refusal_said(fault.said))
            item = QListWidgetItem(said, self.faults)
            item.setData(self.NAME, fault.line)
        self.faults.setVisible(bool(checked.faults))
        self._titles[3].setVisible(bool(checked.faults))
        self.editor.mark(fault.line for fault in checked.faults)
        self.save.setEnabled(not checked.faults)
        if not checked.faults:
            self.preview.setHtml(checked.html)

    def say(self, line: str) -> None:
        """Say what was done, or could not be."""
        self._said.setText(line)

    def said(self) -> str:
        """Return what was said last."""
        return self._said.text()

    def offer_undo(self, name: str) -> None:
        """Offer to put a removed template back; with no name, no longer."""
        self.undo.setVisible(bool(name))
        if name:
            self.say(self.tr("Removed: {name}").format(name=name))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._dialog.setWindowTitle(self.tr("Ticket templates"))
        titles = (
            self.tr("Templates"),
            self.tr("Name"),
            self.tr("Preview with a made-up error"),
            self.tr("Faults"),
        )
        for label, text in zip(self._titles, titles, strict=True):
            label.setText(text)
        self.list.setAccessibleName(titles[0])
        self.name.setAccessibleName(titles[1])
        self.preview.setAccessibleName(titles[2])
        self.faults.setAccessibleName(titles[3])
        self.language.setAccessibleName(self.tr("Language"))
        self.editor.setAccessibleName(self.tr("Text of the template"))
        said = self.tr("Names: {names}. What is not known shows as [name?].")
        self._names.setText(said.format(names=_NAMES))
        self.new.setText(self.tr("New from this"))
        self.remove.setText(self.tr("Remove own"))
        self.undo.setText(self.tr("Undo"))
        self.save.setText(self.tr("Save"))
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))  # a new text takes it away
        self.leave.setText(self.tr("Close"))
        chosen = self.language.currentData()
        self.language.clear()
        for tag, text in {"": self.tr("Any language"), **LANGUAGE_NAMES}.items():
            if tag != "window":
                self.language.addItem(text, tag)
        self.language.setCurrentIndex(max(self.language.findData(chosen), 0))

    def _arrange(self) -> None:
        for title, field in zip(self._titles, (self.list, self.name, self.preview, self.faults), strict=True):
            title.setBuddy(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 16)
        row.setSpacing(16)
        row.addLayout(self._choosing())
        row.addLayout(self._writing(), 1)
        in_turn = (self.list, self.new, self.remove, self.name, self.language, self.save, self.editor)
        for before, after in pairwise((*in_turn, self.preview, self.faults, self.undo, self.leave)):
            QWidget.setTabOrder(before, after)

    def _choosing(self) -> QVBoxLayout:
        """Return the column with the list of templates."""
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._titles[0])
        column.addWidget(self.list, 1)
        for button in (self.new, self.remove):
            column.addWidget(button)
        self.list.setFixedWidth(_LIST_WIDTH)
        return column

    def _writing(self) -> QVBoxLayout:
        """Return the column with the template that was chosen: its name, itself beside its preview, its faults."""
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._titles[1])
        head.addWidget(self.name, 1)
        head.addWidget(self.language)
        head.addWidget(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.leave)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._editor_beside_preview(), 1)
        column.addWidget(self._names)
        column.addWidget(self._titles[3])
        column.addWidget(self.faults)
        column.addLayout(foot)
        return column

    def _editor_beside_preview(self) -> QSplitter:
        beside = QWidget(self)
        shown = QVBoxLayout(beside)
        shown.setContentsMargins(8, 0, 0, 0)
        shown.addWidget(self._titles[2])
        shown.addWidget(self.preview, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.editor)
        splitter.addWidget(beside)
        splitter.setSizes([460, 360])
        return splitter

    def _go_to_fault(self, item: QListWidgetItem) -> None:
        self.editor.go_to(item.data(self.NAME))
