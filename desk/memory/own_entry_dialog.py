"""An own entry for a code that no catalogue has: what is written, and what of it will be stored."""

import re
from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from desk.style.dialog_buttons import DialogButtons, Role, Standard
from desk.style.dialog_size import give_size
from desk.style.look import Look
from index.entry import CatalogueEntry
from index.library.drafts import Draft

_REST_MS = 150
_FIELD_HEIGHT = 72
_STATUS = re.compile(r"[1-5][0-9]{2}")
_MISSING, _STAND_IN = "…", "x"
"""What a preview shows in the place of a field that is still empty, and what the library is asked with meanwhile."""

Fields = tuple[str, ...]
"""What stands in the fields, from the provider to the solution."""

Prepare = Callable[[Draft, Callable[[object], object], Callable[[str], object]], object]
"""Takes a draft, and where to tell what would be stored or why it cannot be."""


class OwnEntryDialog(QDialog):
    """Not modal; shows at each key what will be stored, with secrets taken out."""

    kept = Signal(object)
    """The `Draft` to store."""
    given_up = Signal(object)
    """Closed without storing: the `Fields` that were written, () where nothing was."""
    typed = Signal()
    """Something was written."""

    def __init__(
        self,
        begun: Draft | Fields,
        language: str,
        prepare: Prepare,
        look: Look,
        parent: QWidget | None,
        *,
        pasted: Fields = (),
        told: str = "",
    ) -> None:
        """Begin with a draft, or go on with fields; `pasted` is what of them came from a pasted text.

        `told` is said above them.
        """
        super().__init__(parent)
        self.setObjectName("ownEntryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Own entry"))
        self._language, self._prepare = language, prepare
        self.provider, self.service, self.code = (QLineEdit(self) for _ in range(3))
        self.status, self.message = QLineEdit(self), QLineEdit(self)
        self.description, self.solution = QPlainTextEdit(self), QPlainTextEdit(self)
        self.preview, self._fault, self._hint = QPlainTextEdit(self), QLabel(self), QLabel(self)
        self.preview.setReadOnly(True)
        self.preview.setFont(look.mono_font(0.92))
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._hint.setObjectName("muted")
        self._hint.setText(self.tr("Ctrl+Enter stores it, Esc gives it up"))
        self._buttons = DialogButtons(Standard.Cancel, self)
        self._save = self._buttons.addButton(self.tr("Store entry"), Role.AcceptRole)
        self._save.setEnabled(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._asked, self._wants_to_store = 0, False
        self._pasted = pasted
        self._arrange(told)
        self._before: Fields | None = None
        if isinstance(begun, Draft):
            names = (begun.provider, begun.service, begun.code, str(begun.status or ""), begun.message or "")
            self._fill((*names, begun.description.get(language, ""), begun.solution.get(language, "")))
            self._before = self.fields()
            self.provider.selectAll()  # as in every line that Tab leads to: whoever types means another one
        else:
            self._fill(begun)
            self._first_empty(self.solution).setFocus()
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
                    line.selectAll()  # whoever types here means another one
                    # Nothing that the user wrote.
                    at = self._lines().index(line)
                    if self._before is not None:
                        self._before = (*self._before[:at], text, *self._before[at + 1 :])

    def fields(self) -> Fields:
        """Return what stands in the fields, also where no draft can be made of it."""
        texts = (self.description.toPlainText(), self.solution.toPlainText())
        return (*(line.text() for line in self._lines()), *texts)

    def written(self) -> Fields:
        """Return what of the fields is the user's own: "" stands for what is as it came from a pasted text.

        Nothing at all where nothing was written.
        """
        if self.fields() == self._before:
            return ()
        pasted = (*self._pasted, *("" for _ in self.fields()[len(self._pasted) :]))
        return tuple("" if text == came else text for text, came in zip(self.fields(), pasted, strict=True))

    @override
    def reject(self) -> None:
        """Close without storing; what was written is told."""
        fields = self.fields()
        is_written = fields != self._before and any(text.strip() for text in fields)
        self.given_up.emit(fields if is_written else ())
        super().reject()

    def leave(self) -> None:
        """Close without having decided: nothing is told."""
        super().reject()

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.provider, self.service, self.code, self.status, self.message

    def _fill(self, fields: Fields) -> None:
        for line, text in zip(self._lines(), fields, strict=False):
            line.setText(text)
        for area, text in zip((self.description, self.solution), fields[len(self._lines()) :], strict=False):
            area.setPlainText(text)

    def _arrange(self, told: str) -> None:
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
        if told:
            line = QLabel(told, self)
            line.setObjectName("muted")
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
            column.addWidget(line)
        column.addLayout(form, 1)
        column.addWidget(self._fault)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._buttons)
        column.addLayout(foot)
        give_size(self, 680, 620)

    def _connect(self) -> None:
        for line in self._lines():
            line.textChanged.connect(self._typed)
        for field in (self.description, self.solution):
            field.textChanged.connect(self._typed)
        self._buttons.accepted.connect(self._store)
        self._buttons.rejected.connect(self.reject)
        # From every field, and from Cancel too: a button takes Enter for a click, whatever is held down with it.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._store)

    def _typed(self) -> None:
        self._wants_to_store = False
        self._rest.start()
        self.typed.emit()

    def _needed(self) -> tuple[tuple[str, QLineEdit], ...]:
        return (
            (self.tr("Provider"), self.provider),
            (self.tr("Service"), self.service),
            (self.tr("Code"), self.code),
        )

    def _first_empty(self, otherwise: QWidget) -> QWidget:
        return next((field for _, field in self._needed() if not field.text().strip()), otherwise)

    def _wanting(self) -> str:
        """Return what is still needed or wrong; "" is nothing."""
        empty = [words for words, field in self._needed() if not field.text().strip()]
        status = self.status.text().strip()
        if empty:
            return self.tr("Still needed: {fields}").format(fields=", ".join(empty))
        if status and not _STATUS.fullmatch(status):
            return self.tr("The HTTP status is a number from 100 to 599, or empty.")
        return ""

    def _ask(self) -> None:
        """Ask what would be stored, also while something is missing."""
        self._rest.stop()
        wanting, draft = self._wanting(), self.draft()
        if wanting:
            self._fault.setText(wanting)
            self._save.setEnabled(False)
            names = (draft.provider, draft.service, draft.code)
            provider, service, code = (name if name.strip() else _STAND_IN for name in names)
            draft = msgspec.structs.replace(draft, provider=provider, service=service, code=code)
        self._asked += 1
        self._prepare(draft, partial(self._show, self._asked), self._refuse)

    def _store(self) -> None:
        """Store it as soon as the library has looked at it, or go to what is missing."""
        if not self._wanting():
            self._wants_to_store = True
        else:
            self._first_empty(self.status).setFocus()
        self._ask()

    def _show(self, number: int, entry: object) -> None:
        # The library answers on its own time; the dialog may be closed by then.
        if not isinstance(entry, CatalogueEntry) or not isValid(self) or number != self._asked:
            return
        if self._wanting():
            names = (field.text().strip() or _MISSING for _, field in self._needed())
            self.preview.setPlainText(stored_text(entry, " / ".join(names)))
            return
        self._fault.clear()
        self._save.setEnabled(True)
        self.preview.setPlainText(stored_text(entry))
        if self._wants_to_store:
            self._keep()

    def _refuse(self, line: str) -> None:
        if isValid(self):
            self._wants_to_store = False
            self._fault.setText(self._wanting() or line)
            self._save.setEnabled(False)
            self.preview.clear()

    def _keep(self) -> None:
        self._wants_to_store = False
        self.kept.emit(self.draft())
        self.accept()


def stored_text(entry: CatalogueEntry, heading: str = "") -> str:
    """Return what is stored of an entry, for people; `heading` takes the place of product and code."""
    lines = [heading or f"{entry.provider} / {entry.service} / {entry.code}"]
    if entry.status is not None:
        lines.append(f"HTTP {entry.status}")
    lines += [part for part in (entry.message, *entry.description.values()) if part]
    for steps in entry.steps.values():
        lines += [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return "\n".join(lines)
