"""The fields of an own entry: what stands in them, what is still needed, and the draft that they make."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from desk.language.retranslated import Retranslated
from index.library.drafts import Draft

_FIELD_HEIGHT = 72
_STATUS = re.compile(r"[1-5][0-9]{2}")

Fields = tuple[str, ...]
"""What stands in the fields, from the provider to the solution."""


class OwnEntryForm(Retranslated, QWidget):
    """One line for each short part, an area for description and solution."""

    typed = Signal()
    """Something in a field has changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.provider, self.service, self.code = (QLineEdit(self) for _ in range(3))
        self.status, self.message = QLineEdit(self), QLineEdit(self)
        self.description, self.solution = QPlainTextEdit(self), QPlainTextEdit(self)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(24)
        self._rows.setVerticalSpacing(8)
        fields: tuple[QLineEdit | QPlainTextEdit, ...] = (*self._lines(), self.description, self.solution)
        for field in fields:
            self.add_row(field)
            field.textChanged.connect(self.typed)
        for area in (self.description, self.solution):
            area.setFixedHeight(_FIELD_HEIGHT)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for words, field in (
            (self.tr("Provider"), self.provider),
            (self.tr("Service"), self.service),
            (self.tr("Code"), self.code),
            (self.tr("HTTP status"), self.status),
            (self.tr("Message"), self.message),
            (self.tr("Description"), self.description),
            (self.tr("Solution"), self.solution),
        ):
            self.name(field, words)
        self.solution.setPlaceholderText(self.tr("One step a line"))

    def add_row(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Put a field below the others; `name` says what stands beside it."""
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
        label = QLabel(self)
        label.setBuddy(field)
        self._rows.addRow(label, field)

    def name(self, field: QLineEdit | QPlainTextEdit, words: str) -> None:
        """Say what a field is."""
        field.setAccessibleName(words)
        label = self._rows.labelForField(field)
        if isinstance(label, QLabel):
            label.setText(words)

    def fields(self) -> Fields:
        """Return what stands in the fields, also where no draft can be made of it."""
        texts = (self.description.toPlainText(), self.solution.toPlainText())
        return (*(line.text() for line in self._lines()), *texts)

    def fill(self, fields: Fields) -> None:
        """Fill the fields in; where there are fewer texts, those behind them stay."""
        lines = self._lines()
        for line, text in zip(lines, fields, strict=False):
            line.setText(text)
        for area, text in zip((self.description, self.solution), fields[len(lines) :], strict=False):
            area.setPlainText(text)

    def fill_from(self, draft: Draft, language: str) -> None:
        """Fill the fields in with a draft's texts in one language."""
        names = (draft.provider, draft.service, draft.code, str(draft.status or ""), draft.message or "")
        self.fill((*names, draft.description.get(language, ""), draft.solution.get(language, "")))

    def draft(self, language: str) -> Draft:
        """Return what is written, the texts in one language."""
        provider, service, code, status, message, description, solution = self.fields()
        return Draft(
            provider=provider,
            service=service,
            code=code,
            status=int(status) if _STATUS.fullmatch(status.strip()) else None,
            message=message or None,
            description={language: description} if description.strip() else {},
            solution={language: solution} if solution.strip() else {},
        )

    def suggest(self, provider: str, service: str) -> None:
        """Fill in provider and service, where they are empty; whoever types there means another one."""
        for line, text in ((self.provider, provider), (self.service, service)):
            if not line.text():
                line.setText(text)
                line.selectAll()

    def wanting(self) -> str:
        """Return what is still needed or wrong; "" is nothing."""
        empty = [words for words, field in self._needed() if not field.text().strip()]
        status = self.status.text().strip()
        if empty:
            return self.tr("Still needed: {fields}").format(fields=", ".join(empty))
        if status and not _STATUS.fullmatch(status):
            return self.tr("The HTTP status is a number from 100 to 599, or empty.")
        return ""

    def needed(self) -> tuple[str, ...]:
        """Return what stands in the fields that no entry can be without."""
        return tuple(field.text().strip() for _, field in self._needed())

    def first_empty(self, otherwise: QWidget) -> QWidget:
        """Return the first field that is empty and must not be."""
        return next((field for _, field in self._needed() if not field.text().strip()), otherwise)

    def first_to_write(self) -> QWidget:
        """Return where whoever begins has something to say: what is needed, else the first text that is missing."""
        texts = zip(self.fields()[-3:], (self.message, self.description, self.solution), strict=True)
        return self.first_empty(next((field for text, field in texts if not text.strip()), self.solution))

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.provider, self.service, self.code, self.status, self.message

    def _needed(self) -> tuple[tuple[str, QLineEdit], ...]:
        return (
            (self.tr("Provider"), self.provider),
            (self.tr("Service"), self.service),
            (self.tr("Code"), self.code),
        )
