"""The pages of the settings on which choices are made: general ones, and those about tickets."""

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.settings.choices import Settings
from desk.style.look import LARGEST, SMALLEST
from desk.style.theme import Theme
from desk.tickets.names import LANGUAGE_NAMES, TARGET_NAMES, language_name, target_name

_SIZES = tuple(SMALLEST + half / 2 for half in range(int(2 * (LARGEST - SMALLEST)) + 1))
"""Text sizes to choose from, in points."""


class GeneralPage(QWidget):
    """Language, colours, size, clipboard, tray."""

    changed = Signal()
    """Something was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.theme, self.size_box = (QComboBox(self) for _ in range(3))
        self.watch, self.tray = QCheckBox(self), QCheckBox(self)
        self._labels = [QLabel(self) for _ in range(3)]
        self._watched, self._stays = muted_label(self), muted_label(self)
        form = form_of(self._labels, (self.language, self.theme, self.size_box))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.watch)
        column.addWidget(self._watched)
        column.addSpacing(8)
        column.addWidget(self.tray)
        column.addWidget(self._stays)
        form.addRow(column)
        self.setLayout(form)
        for box in (self.language, self.theme, self.size_box):
            box.activated.connect(self.changed)
        for check in (self.watch, self.tray):
            check.clicked.connect(self.changed)

    def show_settings(self, settings: Settings) -> None:
        """Show the choices as they are."""
        choose(self.language, settings.language)
        choose(self.theme, settings.theme)
        sizes = sorted({*_SIZES, settings.font_size})
        fill(self.size_box, {str(size): f"{size:g}" for size in sizes})
        choose(self.size_box, settings.font_size)
        self.watch.setChecked(settings.watch_clipboard)
        self.tray.setChecked(settings.tray)

    def taken(self, settings: Settings) -> Settings:
        """Return the choices with those of this page taken in."""
        return msgspec.structs.replace(
            settings,
            language=self.language.currentData(),
            theme=Theme(self.theme.currentData()),
            font_size=float(self.size_box.currentData()),
            watch_clipboard=self.watch.isChecked(),
            tray=self.tray.isChecked(),
        )

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        name(self._labels, (self.tr("Language"), self.tr("Colours"), self.tr("Text size (points)")))
        system = self.tr("As the system")
        fill(self.language, {"system": system, "en": "English", "zh-Hans": "简体中文"})
        themes = {
            Theme.SYSTEM: system,
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
            Theme.CONTRAST: self.tr("High contrast"),
        }
        fill(self.theme, {str(theme): text for theme, text in themes.items()})
        self.watch.setText(self.tr("Watch the clipboard"))
        self._watched.setText(
            self.tr("Reacts to known error codes only; what a password manager marks as secret is not read.")
        )
        self.tray.setText(self.tr("Show an icon in the system tray"))
        self._stays.setText(self.tr("Closing the window then leaves the desk running; Ctrl+Q ends it."))


class TicketPage(QWidget):
    """For what tickets are copied, and in which language."""

    changed = Signal()
    """Something was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target, self.ticket_language = QComboBox(self), QComboBox(self)
        self.note, self.templates = QCheckBox(self), QPushButton(self)
        self.templates.setAutoDefault(False)
        self._labels = [QLabel(self) for _ in range(2)]
        form = form_of(self._labels, (self.target, self.ticket_language))
        form.addRow(self.note)
        form.addRow(self.templates)
        form.setAlignment(self.templates, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(form)
        for box in (self.target, self.ticket_language):
            box.activated.connect(self.changed)
        self.note.clicked.connect(self.changed)

    def show_settings(self, settings: Settings) -> None:
        """Show the choices as they are."""
        choose(self.target, settings.ticket_target)
        choose(self.ticket_language, settings.ticket_language)
        self.note.setChecked(settings.ticket_note)

    def taken(self, settings: Settings) -> Settings:
        """Return the choices with those of this page taken in."""
        return msgspec.structs.replace(
            settings,
            ticket_target=self.target.currentData(),
            ticket_language=self.ticket_language.currentData(),
            ticket_note=self.note.isChecked(),
        )

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        name(self._labels, (self.tr("Copy tickets for"), self.tr("Language of tickets")))
        fill(self.target, {target: target_name(target) for target in TARGET_NAMES})
        fill(self.ticket_language, {tag: language_name(tag) for tag in LANGUAGE_NAMES})
        self.note.setText(self.tr("Tickets carry my note about the entry"))
        self.templates.setText(self.tr("Ticket templates…"))


def heading(parent: QWidget) -> QLabel:
    """Make a label that stands over a part of a page."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def muted_label(parent: QWidget) -> QLabel:
    """Make a label for an explanation."""
    label = QLabel(parent)
    label.setObjectName("muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def form_of(labels: list[QLabel], fields: tuple[QWidget, ...]) -> QFormLayout:
    """Make a form of labelled fields."""
    form = QFormLayout()
    form.setContentsMargins(20, 20, 20, 20)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(12)
    for label, field in zip(labels, fields, strict=True):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        form.addRow(label, field)
    return form


def name(labels: list[QLabel], texts: tuple[str, ...]) -> None:
    """Name labels and their fields."""
    for label, text in zip(labels, texts, strict=True):
        label.setText(text)
        buddy = label.buddy()
        if buddy is not None:
            buddy.setAccessibleName(text)


def fill(box: QComboBox, choices: dict[str, str]) -> None:
    """Offer values under these names; the chosen one stays."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for value, text in choices.items():
            box.addItem(text, value)
    choose(box, chosen)


def choose(box: QComboBox, value: object) -> None:
    """Show this value as chosen; the first one where it is not offered."""
    with QSignalBlocker(box):
        box.setCurrentIndex(max(box.findData(None if value is None else str(value)), 0))
