"""Connects the tray icon with the window: made only for those who turned it on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk.settings.choices import Settings
from desk.settings.preferences import Preferences
from desk.window import MainWindow

if TYPE_CHECKING:
    from desk.tray import Tray


class TrayWiring(QObject):
    """Shows and takes away the icon, and ends the program."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        show: Callable[[], object],
        paste: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._show, self._paste = window, preferences, show, paste
        self.tray: Tray | None = None
        preferences.settings_changed.connect(self.take_settings)
        window.closing.connect(self._closed)

    def take_settings(self, settings: object) -> None:
        """Show the icon, or take it away, as the user chose."""
        if not isinstance(settings, Settings) or (self.tray is None and not settings.tray):
            return
        tray = self.tray or self._made()
        tray.switch(on=settings.tray)
        tray.show_watch(on=settings.watch_clipboard)

    def quit(self) -> None:
        """End the program, with or without an icon."""
        self.stop()
        if self._window.isVisible():
            self._window.close()
        else:
            QApplication.quit()

    def stop(self) -> None:
        """Take the icon away; closing the last window ends the program again."""
        if self.tray is not None:
            self.tray.switch(on=False)

    def _made(self) -> "Tray":
        from desk.tray import Tray  # noqa: PLC0415 - most never turn it on

        self.tray = tray = Tray(self._window)
        tray.said.connect(self._window.status.show_news)
        tray.show_wanted.connect(self._show)
        tray.clipboard_wanted.connect(self._show)
        tray.clipboard_wanted.connect(self._paste)
        tray.watch_wanted.connect(self._watch)
        tray.quit_wanted.connect(self.quit)
        self._preferences.language_changed.connect(tray.retranslate)
        return tray

    def _watch(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._preferences.change(msgspec.structs.replace(self._preferences.settings(), watch_clipboard=on))

    def _closed(self) -> None:
        if self.tray is not None:
            self.tray.tell_window_closed()
