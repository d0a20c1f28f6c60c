"""The user's choices while the window runs: applies them, tells those who care, keeps them on disk."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk import session as sessions
from desk.language.refusals import refusal_said
from desk.language.translations import Translations, window_language
from desk.session import Session
from desk.settings import choices as settings_file
from desk.settings.choices import Settings
from desk.stored import Writer
from desk.style.look import LARGEST, SMALLEST, USUAL, Look, make_look
from desk.style.theme import Theme, colours_of, wants_contrast
from index.errors import StorageError
from index.folders import Folders

_STEP = 1.0


class Preferences(QObject):
    """Settings, look, language and session."""

    look_changed = Signal(object)
    """The `Look` to paint with from now on."""
    language_changed = Signal(str)
    """`en` or `zh-Hans`."""
    settings_changed = Signal(object)
    """The `Settings` now."""
    said = Signal(str)
    """One line about a file that could not be read or written."""

    def __init__(self, app: QApplication, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._folders = app, folders
        self._writer = Writer(self.said.emit)
        self._settings, first = settings_file.load(folders)
        self._session, second = sessions.load(folders)
        self._language = window_language(self._settings.language)
        self._translations = Translations(app, folders)
        # Before there is a window: every widget would say everything again.
        third = self._translations.install(self._language)
        self._faults = [refusal_said(line) for line in (first, second) if line] + ([third] if third else [])
        self._look = self._make_look()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def settings(self) -> Settings:
        """Return the choices."""
        return self._settings

    def session(self) -> Session:
        """Return what was restored."""
        return self._session

    def look(self) -> Look:
        """Return the present look."""
        return self._look

    def language(self) -> str:
        """Return the window's language."""
        return self._language

    def folders(self) -> Folders:
        """Return where the user's data lies."""
        return self._folders

    def templates(self) -> Path:
        """Return the folder of the user's own ticket templates; it need not exist."""
        return self._folders.templates

    def apply(self) -> None:
        """Tell language and look to the window, and what was wrong with the files."""
        self.language_changed.emit(self._language)
        self.look_changed.emit(self._look)
        for line in self._faults:
            self.said.emit(line)
        self._faults = []

    def change(self, settings: Settings) -> None:
        """Take other choices, apply and keep them."""
        before, self._settings = self._settings, settings
        language = window_language(settings.language)
        if language != self._language:
            self._language = language
            self._apply_language()
        if (before.theme, before.font_size) != (
            settings.theme,
            settings.font_size,
        ) or before.language != settings.language:
            self._apply_look()
        self._writer.save(settings_file.path_of(self._folders), settings)
        self.settings_changed.emit(settings)

    def keep(self, session: Session) -> None:
        """Write the session."""
        self._session = session
        try:
            sessions.save(self._folders, session)
        except StorageError as error:
            self.said.emit(refusal_said(error))

    def zoom(self, by: int) -> None:
        """Make texts larger or smaller; 0 is the usual size."""
        size = self._settings.font_size + by * _STEP if by else USUAL
        size = min(max(size, SMALLEST), LARGEST)
        self.change(msgspec.structs.replace(self._settings, font_size=size))

    def switch_theme(self) -> None:
        """Switch between light and dark."""
        theme = Theme.LIGHT if self._look.colours.dark else Theme.DARK
        self.change(msgspec.structs.replace(self._settings, theme=theme))

    def switch_language(self) -> None:
        """Switch between English and Chinese."""
        other = "en" if self._language == "zh-Hans" else "zh-Hans"
        self.change(msgspec.structs.replace(self._settings, language=other))

    def about(self, window: QWidget) -> QDialog:
        """Make the dialog that shows versions and a diagnosis."""
        from desk.about_dialog import AboutDialog  # noqa: PLC0415 - not needed at the start

        return AboutDialog(self._folders, window)

    def _system_changed(self) -> None:
        if self._settings.theme in (Theme.SYSTEM, Theme.CONTRAST):
            self._apply_look()

    def _make_look(self) -> Look:
        hints = self._app.styleHints()
        colours = colours_of(self._settings.theme, hints.colorScheme(), contrast=wants_contrast(hints))
        return make_look(colours, language=self._language, size=self._settings.font_size)

    def stop(self) -> None:
        """Wait for the settings to be written; take our texts out of the application, which may outlive the desk."""
        self._writer.finish()
        self._translations.remove()

    def _apply_look(self) -> None:
        self._look = self._make_look()
        self.look_changed.emit(self._look)

    def _apply_language(self) -> None:
        fault = self._translations.install(self._language)
        self.language_changed.emit(self._language)
        if fault:
            self.said.emit(fault)
