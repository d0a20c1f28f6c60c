"""The settings: each choice applies at once, so there is nothing to confirm."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.look import LARGEST, SMALLEST
from desk.settings import Settings
from desk.theme import Theme
from desk.ticket_names import LANGUAGE_NAMES, TARGET_NAMES, language_name, target_name


class SettingsDialog(QDialog):
    """Not modal; the desk can be watched while it changes."""

    templates_wanted = Signal()
    """Show the ticket templates."""

    def __init__(
        self, settings: Settings, change: Callable[[Settings], object], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._change = settings, change
        self.language, self.theme, self.target, self.ticket_language = (QComboBox(self) for _ in range(4))
        self.size_box, self.watch = QDoubleSpinBox(self), QCheckBox(self)
        self.size_box.setRange(SMALLEST, LARGEST)
        self.size_box.setSingleStep(0.5)
        self.size_box.setDecimals(1)
        self._labels = [QLabel(self) for _ in range(5)]
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(12)
        fields = (self.language, self.theme, self.size_box, self.target, self.ticket_language)
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
            self._form.addRow(label, field)
        self._form.addRow(self.watch)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.templates = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.templates.clicked.connect(self.templates_wanted)
        self._buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(24)
        column.addLayout(self._form)
        column.addWidget(self._buttons)
        self.retranslate()
        self._connect()

    def retranslate(self) -> None:
        """Say everything in the window's language, and show the choices as they are."""
        self.setWindowTitle(self.tr("Settings"))
        self.templates.setText(self.tr("Ticket templates…"))
        words = (
            self.tr("Language"),
            self.tr("Colours"),
            self.tr("Text size (points)"),
            self.tr("Copy tickets for"),
            self.tr("Language of tickets"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
            buddy = label.buddy()
            if buddy is not None:
                buddy.setAccessibleName(text)
        self.watch.setText(self.tr("Watch the clipboard and react to known codes only"))
        chosen = self._settings
        _fill(
            self.language,
            {"system": self.tr("As the system"), "en": "English", "zh-Hans": "简体中文"},
            chosen.language,
        )
        _fill(
            self.theme,
            {
                Theme.SYSTEM: self.tr("As the system"),
                Theme.LIGHT: self.tr("Light"),
                Theme.DARK: self.tr("Dark"),
            },
            chosen.theme,
        )
        names = {target: target_name(target) for target in TARGET_NAMES}
        _fill(self.target, names, chosen.ticket_target)
        _fill(
            self.ticket_language,
            {tag: language_name(tag) for tag in LANGUAGE_NAMES},
            chosen.ticket_language,
        )
        self.size_box.setValue(chosen.font_size)
        self.watch.setChecked(chosen.watch_clipboard)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _connect(self) -> None:
        for box in (self.language, self.theme, self.target, self.ticket_language):
            box.activated.connect(self._take)
        self.size_box.valueChanged.connect(self._take)
        self.watch.clicked.connect(self._take)

    def _take(self) -> None:
        changed = msgspec.structs.replace(
            self._settings,
            language=self.language.currentData(),
            theme=Theme(self.theme.currentData()),
            font_size=self.size_box.value(),
            ticket_target=self.target.currentData(),
            ticket_language=self.ticket_language.currentData(),
            watch_clipboard=self.watch.isChecked(),
        )
        if changed != self._settings:
            self._settings = changed
            self._change(changed)


def _fill(box: QComboBox, choices: dict[str, str], chosen: str) -> None:
    box.blockSignals(True)  # noqa: FBT003 - Qt's switch
    box.clear()
    for value, text in choices.items():
        box.addItem(text, str(value))
    box.setCurrentIndex(max(box.findData(str(chosen)), 0))
    box.blockSignals(False)  # noqa: FBT003 - Qt's switch
