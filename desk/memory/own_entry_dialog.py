"""An own entry for a code that no catalogue has: what is written, and what of it will be stored."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desk.style.look import Look
from index.entry import CatalogueEntry
from index.library.drafts import Draft

_REST_MS = 150
_FIELD_HEIGHT = 72
_STATUS = re.compile(r"[1-5][0-9]{2}")

Prepare = Callable[[Draft, Callable[[object], object], Callable[[str], object]], object]
"""Takes a draft, and where to tell what would be stored or why it cannot be."""


class OwnEntryDialog(QDialog):
    """Not modal; shows at each key what will be stored, with secrets taken out."""

    kept = Signal(object)
    """The `Draft` to store."""

    def __init__(
        self, draft: Draft, language: str, prepare: Prepare, look: Look, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ownEntryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Own entry"))
        self._language, self._prepare = language, prepare
        self.provider, self.service, self.code = (QLineEdit(self) for _ in range(3))
        self.status, self.message = QLineEdit(self), QLineEdit(self)
        self.description, self.solution = QPlainTextEdit(self), QPlainTextEdit(self)
        self.preview, self._fault = QPlainTextEdit(self), QLabel(self)
        self.preview.setReadOnly(True)
        self.preview.setFont(look.mono_font(0.92))
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._save = self._buttons.addButton(self.tr("Store entry"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setEnabled(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._arrange()
        self._fill(draft)
        self._connect()
        self._ask()

    def draft(self) -> Draft:
        """Return what is written."""
        status = self.status.text().strip()
        description, solution = self.description.toPlainText(), self.solution.toPlainText()
        return Draft(
            provider=self.provider.text(),
            service=self.service.text(),
            code=self.code.text(),
            status=int(status) if _STATUS.fullmatch(status) else None,
            message=self.message.text() or None,
            description={self._language: description} if description.strip() else {},
            solution={self._language: solution} if solution.strip() else {},
        )

    def suggest(self, product: object) -> None:
        """Fill in provider and service, where nothing was written meanwhile."""
        if isinstance(product, tuple) and isValid(self):
            for line, text in zip((self.provider, self.service), product, strict=True):
                if not line.text():
                    line.setText(text)

    def _fill(self, draft: Draft) -> None:
        self.provider.setText(draft.provider)
        self.service.setText(draft.service)
        self.code.setText(draft.code)
        self.status.setText(str(draft.status or ""))
        self.message.setText(draft.message or "")

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        self.description.setFixedHeight(_FIELD_HEIGHT)
        self.solution.setFixedHeight(_FIELD_HEIGHT)
        self.solution.setPlaceholderText(self.tr("One step a line"))
        for words, field in (
            (self.tr("Provider"), self.provider),
            (self.tr("Service"), self.service),
            (self.tr("Code"), self.code),
            (self.tr("HTTP status"), self.status),
            (self.tr("Message"), self.message),
            (self.tr("Description"), self.description),
            (self.tr("Solution"), self.solution),
            (self.tr("What will be stored"), self.preview),
        ):
            field.setAccessibleName(words)
            if isinstance(field, QPlainTextEdit):
                field.setTabChangesFocus(True)
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(16)
        column.addLayout(form, 1)
        column.addWidget(self._fault)
        column.addWidget(self._buttons)
        self.resize(680, 620)

    def _connect(self) -> None:
        for line in (self.provider, self.service, self.code, self.status, self.message):
            line.textChanged.connect(self._rest.start)
        for field in (self.description, self.solution):
            field.textChanged.connect(self._rest.start)
        self._buttons.accepted.connect(self._keep)
        self._buttons.rejected.connect(self.close)

    def _wanting(self) -> str:
        """Return what is still needed or wrong; "" is nothing."""
        needed = (
            (self.tr("Provider"), self.provider),
            (self.tr("Service"), self.service),
            (self.tr("Code"), self.code),
        )
        empty = [words for words, field in needed if not field.text().strip()]
        status = self.status.text().strip()
        if empty:
            return self.tr("Still needed: {fields}").format(fields=", ".join(empty))
        if status and not _STATUS.fullmatch(status):
            return self.tr("The HTTP status is a number from 100 to 599, or empty.")
        return ""

    def _ask(self) -> None:
        wanting = self._wanting()
        if wanting:
            self._refuse(wanting)
        else:
            self._prepare(self.draft(), self._show, self._refuse)

    def _show(self, entry: object) -> None:
        # The library answers on its own time; the dialog may be closed by then.
        if isinstance(entry, CatalogueEntry) and isValid(self) and not self._wanting():
            self._fault.clear()
            self._save.setEnabled(True)
            self.preview.setPlainText(stored_text(entry))

    def _refuse(self, line: str) -> None:
        if isValid(self):
            self._fault.setText(line)
            self._save.setEnabled(False)
            self.preview.clear()

    def _keep(self) -> None:
        self.kept.emit(self.draft())
        self.close()


def stored_text(entry: CatalogueEntry) -> str:
    """Return what is stored of an entry, for people."""
    lines = [f"{entry.provider} / {entry.service} / {entry.code}"]
    if entry.status is not None:
        lines.append(f"HTTP {entry.status}")
    lines += [part for part in (entry.message, *entry.description.values()) if part]
    for steps in entry.steps.values():
        lines += [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return "\n".join(lines)
