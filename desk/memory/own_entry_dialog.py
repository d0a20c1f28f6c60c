"""An own entry for a code that no catalogue has: what is written, and what of it will be stored."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desk.language.retranslated import Retranslated
from desk.memory.own_entry_form import Fields, OwnEntryForm
from desk.style.dialog_buttons import DialogButtons, Role, Standard
from desk.style.dialog_size import give_size
from desk.style.look import Look
from index.entry import CatalogueEntry
from index.library.drafts import Draft

_REST_MS = 150
_MISSING, _STAND_IN = "…", "x"
"""What a preview shows in the place of a field that is still empty, and what the library is asked with meanwhile."""

Prepare = Callable[[Draft, Callable[[object], object], Callable[[str], object]], object]
"""Takes a draft, and where to tell what would be stored or why it cannot be."""


class OwnEntryDialog(Retranslated, QDialog):
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
        self._language, self._prepare, self._pasted = language, prepare, pasted
        self._asked, self._wants_to_store = 0, False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self.form, self.preview = OwnEntryForm(self), QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setFont(look.mono_font(0.92))
        self.form.add_row(self.preview)
        self._fault, self._hint = QLabel(self), QLabel(self)
        self._buttons = DialogButtons(Standard.Cancel, self)
        self._save = self._buttons.addButton("", Role.AcceptRole)
        self._save.setProperty("primary", True)  # noqa: FBT003 - a property's value
        self._save.setEnabled(False)
        self._arrange(told)
        self._before = self._begin(begun)
        self._connect()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Own entry"))
        self.form.name(self.preview, self.tr("What will be stored"))
        self._hint.setText(self.tr("Ctrl+Enter stores it, Esc gives it up"))
        self._save.setText(self.tr("Store entry"))
        self._ask()  # what is still needed is said too

    def suggest(self, product: object) -> None:
        """Fill in provider and service, where nothing was written meanwhile."""
        if isinstance(product, tuple) and isValid(self):
            stood = self.form.fields()
            self.form.suggest(*product)
            if stood == self._before:  # nobody has begun to write where something is filled in now
                self.form.first_to_write().setFocus()
            if self._before is not None:  # what is filled in is nothing that the user wrote
                parts = zip(self._before, stood, self.form.fields(), strict=True)
                self._before = tuple(now if now != then else begun for begun, then, now in parts)

    def written(self) -> Fields:
        """Return what of the fields is the user's own: "" stands for what is as it came from a pasted text.

        Nothing at all where nothing was written.
        """
        fields = self.form.fields()
        if fields == self._before:
            return ()
        pasted = (*self._pasted, *("" for _ in fields[len(self._pasted) :]))
        return tuple("" if text == came else text for text, came in zip(fields, pasted, strict=True))

    @override
    def reject(self) -> None:
        """Close without storing; what was written is told."""
        fields = self.form.fields()
        is_written = fields != self._before and any(text.strip() for text in fields)
        self.given_up.emit(fields if is_written else ())
        super().reject()

    def leave(self) -> None:
        """Close without having decided: nothing is told."""
        super().reject()

    def _begin(self, begun: Draft | Fields) -> Fields | None:
        """Fill the fields in; returns what stands there by itself, None where the user wrote it before."""
        if not isinstance(begun, Draft):
            self.form.fill(begun)
            self.form.first_empty(self.form.solution).setFocus()
            return None
        self.form.fill_from(begun, self._language)
        self.form.first_to_write().setFocus()
        return self.form.fields()

    def _arrange(self, told: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(16)
        said = QLabel(told, self)
        for line in (said, self._fault):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
        for line in (said, self._hint):
            line.setObjectName("muted")
        said.setVisible(bool(told))
        column.addWidget(said)
        column.addWidget(self.form, 1)
        column.addWidget(self._fault)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._buttons)
        column.addLayout(foot)
        give_size(self, 680, 620)

    def _connect(self) -> None:
        self.form.typed.connect(self._typed)
        self._buttons.accepted.connect(self._store)
        self._buttons.rejected.connect(self.reject)
        # From every field, and from Cancel too: a button takes Enter for a click, whatever is held down with it.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._store)

    def _typed(self) -> None:
        self._wants_to_store = False
        self._rest.start()
        self.typed.emit()

    def _ask(self) -> None:
        """Ask what would be stored, also while something is missing."""
        self._rest.stop()
        wanting, draft = self.form.wanting(), self.form.draft(self._language)
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
        if not self.form.wanting():
            self._wants_to_store = True
        else:
            self.form.first_empty(self.form.status).setFocus()
        self._ask()

    def _show(self, number: int, entry: object) -> None:
        # The library answers on its own time; the dialog may be closed by then.
        if not isinstance(entry, CatalogueEntry) or not isValid(self) or number != self._asked:
            return
        if self.form.wanting():
            heading = " / ".join(name or _MISSING for name in self.form.needed())
            self.preview.setPlainText(stored_text(entry, heading))
            return
        self._fault.clear()
        self._save.setEnabled(True)
        self.preview.setPlainText(stored_text(entry))
        if self._wants_to_store:
            self._keep()

    def _refuse(self, line: str) -> None:
        if isValid(self):
            self._wants_to_store = False
            self._fault.setText(self.form.wanting() or line)
            self._save.setEnabled(False)
            self.preview.clear()

    def _keep(self) -> None:
        self._wants_to_store = False
        self.kept.emit(self.form.draft(self._language))
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
